use proptest::prelude::*;

use super::*;
use crate::base::text::Lang;

const AGREED: Instant = Instant(1_000);
const NOW: Instant = Instant(10_000);

fn yes(party: Party) -> Agreement {
    Agreement { party, name: "Ayla Beispiel".to_owned(), agreed_at: AGREED }
}

fn consent(age: AgeClass, agreements: Vec<Agreement>) -> Consent {
    Consent {
        id: ConsentId::new(),
        subject: "Mats".to_owned(),
        age,
        agreements,
        purpose: "Bericht vom Vorlesetag".to_owned(),
        channels: vec![Channel::Website, Channel::Newsletter],
        ends_at: None,
        withdrawn_at: None,
    }
}

fn refusal(consent: &Consent, channel: Channel, at: Instant) -> &'static str {
    consent.covers(channel, at).expect_err("a refusal").key
}

#[test]
fn an_adult_who_agreed_is_shown_where_they_agreed_to() {
    let consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    assert_eq!(consent.covers(Channel::Website, NOW), Ok(()));
    assert_eq!(refusal(&consent, Channel::Facebook, NOW), "consent-not-for-channel");
}

#[test]
fn nobody_is_shown_before_they_agreed() {
    let consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    assert_eq!(refusal(&consent, Channel::Website, Instant(999)), "consent-person-missing");
    assert_eq!(consent.covers(Channel::Website, AGREED), Ok(()));
}

#[test]
fn from_fourteen_both_the_guardians_and_the_young_person_are_asked() {
    let only_guardian = consent(AgeClass::Youth, vec![yes(Party::Guardian)]);
    let only_youth = consent(AgeClass::Youth, vec![yes(Party::Person)]);
    let both = consent(AgeClass::Youth, vec![yes(Party::Guardian), yes(Party::Person)]);
    assert_eq!(refusal(&only_guardian, Channel::Website, NOW), "consent-youth-missing");
    assert_eq!(refusal(&only_youth, Channel::Website, NOW), "consent-guardian-missing");
    assert_eq!(both.covers(Channel::Website, NOW), Ok(()));
}

#[test]
fn a_child_cannot_agree_without_the_guardians() {
    let alone = consent(AgeClass::Child, vec![yes(Party::Person)]);
    let with_guardian = consent(AgeClass::Child, vec![yes(Party::Guardian)]);
    assert_eq!(refusal(&alone, Channel::Website, NOW), "consent-guardian-missing");
    assert_eq!(with_guardian.covers(Channel::Website, NOW), Ok(()));
}

#[test]
fn a_consent_ends_at_its_end_and_not_before() {
    let mut consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    consent.ends_at = Some(NOW);
    assert_eq!(consent.covers(Channel::Website, Instant(NOW.0 - 1)), Ok(()));
    assert_eq!(refusal(&consent, Channel::Website, NOW), "consent-ended");
}

#[test]
fn a_withdrawal_counts_at_once_and_for_every_channel() {
    let mut consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    consent.withdrawn_at = Some(NOW);
    for channel in Channel::ALL {
        assert_eq!(refusal(&consent, channel, NOW), "consent-withdrawn");
    }
}

#[test]
fn an_empty_record_says_everything_that_is_missing() {
    let empty = Consent {
        subject: " ".to_owned(),
        purpose: String::new(),
        channels: Vec::new(),
        ..consent(AgeClass::Adult, vec![Agreement { name: String::new(), ..yes(Party::Person) }])
    };
    let fields: Vec<_> = empty.incomplete().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["subject", "purpose", "channels", "agreements"]);
    assert!(consent(AgeClass::Adult, vec![yes(Party::Person)]).incomplete().is_empty());
}

#[test]
fn a_consent_cannot_end_before_it_was_given() {
    let mut consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    consent.ends_at = Some(AGREED);
    assert_eq!(consent.incomplete()[0].0, "ends_at");
}

#[test]
fn every_refusal_names_the_person_and_the_channel_in_both_languages() {
    let consent = consent(AgeClass::Adult, vec![yes(Party::Person)]);
    for lang in Lang::ALL {
        for channel in [Channel::Facebook, Channel::Instagram, Channel::Print] {
            let said = lang.say(&consent.covers(channel, NOW).expect_err("a refusal"));
            assert!(said.contains("Mats") && !said.contains('{') && !said.contains("consent-"), "{said}");
        }
        for channel in Channel::ALL {
            assert!(!lang.say(&channel.name()).contains("consent-"));
        }
        for age in AgeClass::ALL {
            assert!(!lang.say(&age.name()).contains("consent-"));
        }
    }
}

proptest! {
    #[test]
    fn once_withdrawn_nothing_brings_a_picture_back(
        later in 0i64..1_000_000, channel in 0usize..8, age in 0usize..3, end in proptest::option::of(0i64..2_000_000),
    ) {
        let mut consent = consent(AgeClass::ALL[age], vec![yes(Party::Person), yes(Party::Guardian)]);
        consent.channels = Channel::ALL.to_vec();
        consent.ends_at = end.map(Instant);
        consent.withdrawn_at = Some(NOW);
        prop_assert!(consent.covers(Channel::ALL[channel], Instant(NOW.0 + later)).is_err());
    }
}
