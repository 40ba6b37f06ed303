//! Whom a message speaks to.
use super::talk::spoken_to;
use crate::member::{Person, PersonId};
use crate::testing::NOW;

fn people(names: &[&str]) -> Vec<Person> {
    names.iter().map(|name| Person::named(name, NOW)).collect()
}

fn named(body: &str, names: &[&str]) -> Vec<String> {
    let people = people(names);
    let ids = spoken_to(body, &people, &PersonId::from("somebody"));
    let name =
        |id: &PersonId| people.iter().find(|person| person.id == *id).map(|person| person.name.clone());
    ids.iter().filter_map(name).collect()
}

#[test]
fn a_whole_name_after_the_sign_is_spoken_to() {
    assert_eq!(
        named("Liebe @Anna Albers, und @bernd brüning: ja?", &["Anna Albers", "Bernd Brüning"]).len(),
        2
    );
}

#[test]
fn a_first_name_alone_is_enough_where_only_one_has_it() {
    assert_eq!(named("@Anna!", &["Anna Albers", "Bernd Brüning"]), ["Anna Albers"]);
    assert!(named("@Anna!", &["Anna Albers", "Anna Ahlers"]).is_empty());
}

#[test]
fn the_longer_name_is_meant() {
    assert_eq!(named("@Anna Albers-Witt", &["Anna Albers", "Anna Albers-Witt"]), ["Anna Albers-Witt"]);
}

#[test]
fn an_address_of_mail_speaks_to_nobody() {
    assert!(named("an buecherei@anna.example", &["Anna Albers"]).is_empty());
    assert!(named("@Annabelle", &["Anna Albers"]).is_empty());
}
