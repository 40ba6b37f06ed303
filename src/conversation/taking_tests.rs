use proptest::prelude::*;

use super::*;
use crate::base::clock::Instant;
use crate::channel::Network;

fn said(text: &str) -> Incoming {
    Incoming {
        consortium_id: "muebi".into(),
        channel_id: None,
        network: Network::Fediverse,
        kind: Kind::Reply,
        remote_id: "https://fern.example/1".into(),
        remote_url: "https://fern.example/@karla/1".into(),
        in_reply_to: None,
        post_id: None,
        house: None,
        author: Author { id: "https://fern.example/users/karla".into(), ..Author::default() },
        text: text.into(),
        language: "de".into(),
        at: Instant::from_millis(0),
        handle: String::new(),
    }
}

#[test]
fn a_huge_text_is_cut_and_says_by_how_much() {
    let taken = taken(&said(&"ä".repeat(LONGEST_TEXT + 7)));
    assert_eq!((taken.text.chars().count(), taken.cut), (LONGEST_TEXT, 7));
}

#[test]
fn characters_that_no_database_takes_are_dropped() {
    assert_eq!(taken(&said("Hal\0lo\u{7}\nWelt")).text, "Hallo\nWelt");
}

#[test]
fn the_host_is_found_however_a_network_writes_its_people() {
    for (id, host) in [
        ("https://Fern.Example/users/karla", Some("fern.example")),
        ("https://fern.example:8443/u", Some("fern.example")),
        ("@karla@fern.example", Some("fern.example")),
        ("karla@fern.example", Some("fern.example")),
        ("did:web:fern.example", Some("fern.example")),
        ("did:plc:abcdef", None),
        ("12345", None),
        ("@karla", None),
    ] {
        assert_eq!(host_of(id).as_deref(), host, "{id}");
    }
}

#[test]
fn a_host_belongs_to_all_above_it() {
    assert_eq!(host_and_above("a.b.example"), ["a.b.example", "b.example", "example"]);
    assert!(host_and_above("").is_empty());
    let long = vec!["a"; 500].join(".");
    assert!(host_and_above(&long).len() <= 9);
}

#[test]
fn two_long_identities_that_begin_alike_stay_two() {
    let (one, other) = (format!("https://{}/1", "a".repeat(3000)), format!("https://{}/2", "a".repeat(3000)));
    assert_ne!(identity(&one), identity(&other));
    assert_eq!(identity(&one), identity(&one));
}

proptest! {
    #[test]
    fn whatever_strangers_send_is_bounded(text in ".{0,300}", name in ".{0,300}", id in ".{0,300}") {
        let mut it = said(&text.repeat(50));
        it.author.name = name.repeat(20);
        it.remote_id = id.repeat(20);
        it.author.handle = id;
        let taken = taken(&it);
        prop_assert!(taken.text.chars().count() <= LONGEST_TEXT);
        prop_assert!(taken.author.name.chars().count() <= LONGEST_NAME);
        prop_assert!(taken.remote_id.chars().count() <= LONGEST_ADDRESS);
        prop_assert!(!taken.text.contains('\0') && !taken.remote_id.contains('\0'));
        host_and_above(&taken.host);
    }
}
