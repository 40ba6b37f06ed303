use std::collections::HashSet;

use super::*;
use crate::base::text::Lang;
use crate::consent::ConsentId;
use crate::consent::rule::{AgeClass, Agreement, Party};

const NOW: Instant = Instant(10_000);

fn complete() -> PictureFacts {
    PictureFacts {
        alt: Some("Ein Regal mit bunten Büchern".to_owned()),
        licence: Some(Licence::CcBy4),
        credit: Some("Bücherei Rhede".to_owned()),
        source: Some("eigene Aufnahme".to_owned()),
        ..PictureFacts::default()
    }
}

fn consent() -> Consent {
    Consent {
        id: ConsentId::new(),
        subject: "Frau Beispiel".to_owned(),
        age: AgeClass::Adult,
        agreements: vec![Agreement {
            party: Party::Person,
            name: "Frau Beispiel".to_owned(),
            agreed_at: Instant(1),
        }],
        purpose: "Lesefest".to_owned(),
        channels: vec![Channel::Website],
        ends_at: None,
        withdrawn_at: None,
    }
}

fn keys(facts: &PictureFacts, channel: Channel) -> Vec<&'static str> {
    facts.problems_before_publication(channel, NOW).iter().map(|problem| problem.key).collect()
}

#[test]
fn a_described_and_credited_picture_may_be_shown() {
    assert!(keys(&complete(), Channel::Website).is_empty());
}

#[test]
fn a_picture_nobody_described_or_credited_says_both() {
    assert_eq!(
        keys(&PictureFacts::default(), Channel::Website),
        ["media-alt-missing", "media-licence-missing"]
    );
}

#[test]
fn a_decorative_picture_needs_no_description_but_a_credit() {
    let facts = PictureFacts { alt: None, decorative_at: Some(NOW), credit: None, ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["media-credit-missing"]);
}

#[test]
fn blanks_are_no_description_and_no_credit() {
    let facts = PictureFacts { alt: Some("  ".into()), credit: Some("\t".into()), ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["media-alt-missing", "media-credit-missing"]);
}

#[test]
fn the_cameras_file_name_is_no_description() {
    let facts = PictureFacts { alt: Some("IMG_2041.JPG".into()), ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["media-alt-is-file-name"]);
    let facts = PictureFacts { alt: Some("Auf dem Bildschirm steht foto.jpg".into()), ..complete() };
    assert!(keys(&facts, Channel::Website).is_empty());
}

#[test]
fn ones_own_work_needs_a_name_but_no_source() {
    let facts = PictureFacts { licence: Some(Licence::OwnWork), source: None, ..complete() };
    assert!(keys(&facts, Channel::Website).is_empty());
}

#[test]
fn a_picture_from_elsewhere_says_where_it_comes_from() {
    let facts =
        PictureFacts { licence: Some(Licence::PublicDomainMark), credit: None, source: None, ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["media-source-missing"]);
}

#[test]
fn recognisable_people_are_not_shown_without_their_consent() {
    let facts = PictureFacts { persons_recognisable: true, ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["media-consent-missing"]);
    let facts = PictureFacts { consents: vec![consent()], ..facts };
    assert!(keys(&facts, Channel::Website).is_empty());
    assert_eq!(keys(&facts, Channel::Facebook), ["consent-not-for-channel"]);
}

#[test]
fn one_withdrawal_among_several_keeps_the_picture_back() {
    let withdrawn = Consent { withdrawn_at: Some(NOW), ..consent() };
    let facts =
        PictureFacts { persons_recognisable: true, consents: vec![consent(), withdrawn], ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["consent-withdrawn"]);
}

#[test]
fn unticking_the_question_does_not_switch_a_withdrawal_off() {
    let withdrawn = Consent { withdrawn_at: Some(NOW), ..consent() };
    let facts = PictureFacts { persons_recognisable: false, consents: vec![withdrawn], ..complete() };
    assert_eq!(keys(&facts, Channel::Website), ["consent-withdrawn"]);
}

#[test]
fn every_licence_has_one_code_and_a_name_in_both_languages() {
    let codes: HashSet<_> = Licence::all().map(Licence::code).collect();
    assert_eq!(codes.len(), Licence::all().count());
    for licence in Licence::all() {
        assert_eq!(Licence::from_code(licence.code()), Some(licence));
        for lang in Lang::ALL {
            assert!(lang.has(licence.label().key), "{} {licence:?}", lang.code());
        }
    }
}
