//! What we promise of the content of a revision.
use proptest::prelude::*;

use super::content::{BODY_MAX, Content, Link, TITLE_MAX};

fn ready() -> Content {
    Content {
        title: "Das Freitagsschaf".into(),
        body: "Heute aus **Borken**.".into(),
        byline: vec!["borken".into()],
        ..Content::default()
    }
}

fn keys(content: &Content) -> Vec<&'static str> {
    content.problems_before_proposal().iter().map(|problem| problem.why.key).collect()
}

#[test]
fn a_finished_text_can_be_proposed() {
    assert_eq!(keys(&ready()), Vec::<&str>::new());
}

#[test]
fn an_empty_draft_says_all_that_is_missing_at_once() {
    assert_eq!(keys(&Content::default()), ["post-title-missing", "post-text-missing", "post-house-missing"]);
}

#[test]
fn a_picture_can_stand_for_the_text() {
    let picture = Content { body: " \n".into(), pictures: vec!["schaf".into()], ..ready() };
    assert_eq!(keys(&picture), Vec::<&str>::new());
}

#[test]
fn title_and_text_have_a_limit_counted_in_characters() {
    let full = Content { title: "ß".repeat(TITLE_MAX), body: "ü".repeat(BODY_MAX), ..ready() };
    assert_eq!(keys(&full), Vec::<&str>::new());
    let over = Content { title: "ß".repeat(TITLE_MAX + 1), body: "ü".repeat(BODY_MAX + 7), ..ready() };
    assert_eq!(keys(&over), ["post-title-long", "post-body-long"]);
}

#[test]
fn only_whole_addresses_of_the_web_are_links() {
    for good in ["https://borken.example/a?b=c#d", "http://xn--hs-lka.example", "https://[::1]/"] {
        assert!(Link::typed("", good).leads_to_the_web(), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " data:text/html,<b>",
        "ftp://borken.example",
        "mailto:a@borken.example",
        "/borken",
        "borken",
        "https://",
        "https://bank.example@evil.example/",
        "https:// a b",
        "",
    ] {
        assert!(!Link::typed("x", bad).leads_to_the_web(), "{bad:?}");
    }
}

#[test]
fn an_address_typed_by_hand_gets_its_beginning() {
    assert_eq!(Link::typed("", " www.museum.example ").url, "https://www.museum.example");
    assert_eq!(Link::typed("", "www.museum.example/heute").shown(), "museum.example");
}

#[test]
fn line_ends_and_invisible_characters_are_no_change_of_the_text() {
    let typed = Content { body: "Eins\nzwei".into(), ..ready() };
    let sent = Content {
        title: " Das Freitagsschaf\u{0}\r\n".into(),
        body: "\u{feff}Eins\r\nzwei\r\n".into(),
        ..ready()
    };
    assert_eq!(typed.fingerprint(), sent.fingerprint());
    assert!(!sent.tidied().body.contains('\r'));
}

#[test]
fn every_visible_change_changes_the_fingerprint() {
    let base = ready();
    let changed = [
        Content { title: "Das Schaf".into(), ..ready() },
        Content { body: "Heute aus Borken.".into(), ..ready() },
        Content { byline: vec!["borken".into(), "raesfeld".into()], ..ready() },
        Content { authors: vec!["anna".into()], ..ready() },
        Content { topic: Some("schafe".into()), ..ready() },
        Content { series: Some("freitag".into()), ..ready() },
        Content { language: "nl".into(), ..ready() },
        Content { pictures: vec!["schaf".into()], ..ready() },
        Content { links: vec![Link::typed("Mehr", "borken.example")], ..ready() },
    ];
    let mut prints: Vec<String> = changed.iter().map(Content::fingerprint).collect();
    prints.push(base.fingerprint());
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), changed.len() + 1);
    assert!(prints.iter().all(|print| print.len() == 64));
}

#[test]
fn a_language_is_a_code() {
    for good in ["de", "en-GB", "nds", "de-x-leicht"] {
        assert_eq!(keys(&Content { language: good.into(), ..ready() }), Vec::<&str>::new(), "{good}");
    }
    for bad in ["", "Deutsch", "d", "de_DE", "de-", "de\" onload=\"x"] {
        assert_eq!(keys(&Content { language: bad.into(), ..ready() }), ["post-language-wrong"], "{bad}");
    }
}

#[test]
fn a_revision_kept_before_a_field_existed_can_still_be_read() {
    let old: Content = serde_json::from_str(r#"{"title":"Alt","body":"Text"}"#).expect("an old revision");
    assert_eq!((old.title.as_str(), old.language.as_str()), ("Alt", "de"));
}

proptest! {
    #[test]
    fn tidying_twice_changes_nothing(title in any::<String>(), body in any::<String>(), label in any::<String>(), url in any::<String>()) {
        let once = Content { title, body, links: vec![Link { label, url }], ..Content::default() }.tidied();
        prop_assert_eq!(once.clone().tidied(), once);
    }

    #[test]
    fn content_survives_being_kept(title in any::<String>(), body in any::<String>()) {
        let content = Content { title, body, ..ready() };
        let kept = serde_json::to_string(&content).expect("writes");
        prop_assert_eq!(serde_json::from_str::<Content>(&kept).expect("reads"), content);
    }
}
