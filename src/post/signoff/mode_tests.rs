use super::{may_agree, may_reject, may_withdraw, propose};
use crate::post::signoff::approval::Mode;
use crate::post::signoff::cast::{hour, roster};
use crate::post::signoff::roster::Roster;

fn by(person: &str, roster: &Roster) -> super::ModeChange {
    propose(Mode::AnotherHouse, None, Mode::Direct, roster, &person.into(), hour(0)).expect("a change")
}

#[test]
fn only_another_house_agrees_to_a_change() {
    let mut roster = roster();
    let mut arne = roster.person("anna").clone();
    arne.id = "arne".into();
    roster.people.push(arne);
    let change = by("anna", &roster);
    let may = |person: &str| may_agree(&change, &roster, &person.into()).is_ok();
    assert_eq!(["anna", "arne", "ben", "kim", "olga"].map(may), [false, false, true, false, false]);
    let agreement = may_agree(&change, &roster, &"ben".into()).expect("another house");
    assert_eq!(agreement.mode(), Mode::Direct);
}

#[test]
fn a_proposer_who_changes_houses_cannot_make_the_old_one_another() {
    let mut roster = roster();
    let mut arne = roster.person("anna").clone();
    arne.id = "arne".into();
    roster.people.push(arne);
    let change = by("anna", &roster);
    roster.person("anna").houses = ["rhede".into()].into();
    assert!(may_agree(&change, &roster, &"arne".into()).is_err());
    assert!(may_agree(&change, &roster, &"cora".into()).is_err());
}

#[test]
fn where_one_house_is_alone_another_person_agrees() {
    let mut roster = roster();
    let mut arne = roster.person("anna").clone();
    arne.id = "arne".into();
    roster.people.push(arne);
    roster.house("raesfeld").active = false;
    roster.house("rhede").active = false;
    let change = by("anna", &roster);
    assert!(may_agree(&change, &roster, &"arne".into()).is_ok());
    assert!(may_agree(&change, &roster, &"anna".into()).is_err());
}

#[test]
fn another_house_rejects_and_the_own_takes_back() {
    let roster = roster();
    let change = by("anna", &roster);
    assert!(may_reject(&change, &roster, &"ben".into()).is_ok());
    assert!(may_reject(&change, &roster, &"anna".into()).is_err());
    assert!(may_withdraw(&change, &roster, &"anna".into()).is_ok());
    assert!(may_withdraw(&change, &roster, &"ben".into()).is_err());
}

#[test]
fn one_change_at_a_time_and_only_a_real_one() {
    let roster = roster();
    let change = by("anna", &roster);
    let again = |pending, to| propose(Mode::AnotherHouse, pending, to, &roster, &"ben".into(), hour(1));
    assert_eq!(again(Some(&change), Mode::Direct).map_err(|no| no.key), Err("post-mode-refused-pending"));
    assert_eq!(again(None, Mode::AnotherHouse).map_err(|no| no.key), Err("post-mode-refused-same"));
}
