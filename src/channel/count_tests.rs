use proptest::prelude::*;

use super::*;

fn mastodon() -> Limits {
    Limits::of(Network::Mastodon)
}

#[test]
fn an_address_counts_as_twenty_three_however_long_it_is() {
    assert_eq!(mastodon().count("https://borken.example/a"), 23);
    assert_eq!(mastodon().count(&format!("Hier: https://borken.example/{}.", "a".repeat(300))), 6 + 23 + 1);
    assert_eq!(mastodon().count("(https://borken.example/)"), 25);
}

#[test]
fn an_address_that_not_every_server_recognises_counts_in_full() {
    let local = "http://127.0.0.1:8080/beitrag/7-lesenacht";
    assert_eq!(mastodon().count(local), local.len());
}

#[test]
fn the_server_of_a_mention_does_not_count() {
    assert_eq!(mastodon().count("@anna@muenster.example"), 5);
    assert_eq!(mastodon().count("Mit @anna@muenster.example."), 4 + 5 + 1);
    assert_eq!(mastodon().count("anna@muenster.example"), 21);
}

#[test]
fn a_family_is_one_sign_on_bluesky_but_twenty_five_bytes() {
    let limits = Limits::of(Network::Bluesky);
    let family = "👨‍👩‍👧‍👦";
    assert_eq!(limits.count(family), 1);
    assert!(limits.fits(&family.repeat(120)));
    assert!(!limits.fits(&family.repeat(121)), "121 signs, but more than 3,000 bytes");
}

#[test]
fn what_a_server_tells_replaces_what_is_usual() {
    let told = Limits::told(Network::Mastodon, r#"{"text_max":5000,"pictures_max":6,"more":1}"#);
    assert_eq!((told.text_max, told.pictures_max, told.alt_max), (5_000, 6, 1_500));
}

#[test]
fn a_number_that_cannot_be_meant_is_passed_over() {
    assert_eq!(Limits::told(Network::Mastodon, r#"{"text_max":0}"#), mastodon());
    assert_eq!(Limits::told(Network::Mastodon, "nothing"), mastodon());
}

proptest! {
    #[test]
    fn words_and_blanks_together_are_the_text(text in "\\PC{0,60}[ \n\t]{0,3}\\PC{0,60}") {
        prop_assert_eq!(split_at_blanks(&text).collect::<String>(), text);
    }
}
