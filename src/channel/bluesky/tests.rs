//! What needs no server: keys, what leads somewhere in a text, names.
use proptest::prelude::*;

use super::facet::{Span, To, spans};
use super::hearing::{Notification, incoming};
use super::identity::handle_of;
use super::tid::keys;
use crate::base::clock::Instant;
use crate::channel::incoming::Kind;
use crate::testing::{NOW, Stage};

fn found(text: &str) -> Vec<(&str, To)> {
    spans(text).into_iter().map(|Span { bytes, leads_to }| (&text[bytes], leads_to)).collect()
}

#[test]
fn links_tags_and_mentions_are_found_by_their_bytes() {
    let text = "🌻 Größe: „https://muebi.example/ä?x=1“, (#Bücherei) mit @borken.bsky.social.";
    assert_eq!(
        found(text),
        [
            ("https://muebi.example/ä?x=1", To::Link("https://muebi.example/ä?x=1".into())),
            ("#Bücherei", To::Tag("Bücherei".into())),
            ("@borken.bsky.social", To::Mention("borken.bsky.social".into())),
        ]
    );
}

#[test]
fn what_only_looks_like_it_leads_nowhere() {
    for text in ["C#", "#1", "anna@borken.example", "@anna", "@anna@norden.social", "Nr. #", "http://"] {
        assert_eq!(found(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn every_span_lies_on_whole_letters_and_after_the_one_before(text in "\\PC{0,80}") {
        let mut end = 0;
        for span in spans(&text) {
            prop_assert!(span.bytes.start >= end && text.get(span.bytes.clone()).is_some());
            end = span.bytes.end;
        }
    }

    #[test]
    fn keys_grow_with_time_and_within_a_thread(at in 0..4_000_000_000_000i64, chance: u32, other: u32) {
        let these = keys(Instant::from_millis(at), 3, chance);
        let later = keys(Instant::from_millis(at + 2), 1, other);
        prop_assert!(these.is_sorted() && these[0] != these[1] && these[2] < later[0]);
        let letters = |key: &String| key.len() == 13 && key.bytes().all(|b| b"234567abcdefghijklmnopqrstuvwxyz".contains(&b));
        prop_assert!(these.iter().all(letters));
    }
}

#[test]
fn a_handle_is_read_however_it_is_typed() {
    for typed in ["Borken.bsky.social", "@borken.bsky.social", "https://bsky.app/profile/borken.bsky.social/"]
    {
        assert_eq!(handle_of(typed).as_deref(), Some("borken.bsky.social"), "{typed}");
    }
    for typed in ["", "borken", "bücherei.example", "a b.example"] {
        assert_eq!(handle_of(typed), None, "{typed}");
    }
}

/// A notification as the network's lexicon (`app.bsky.notification.listNotifications`) writes it.
fn notification(reason: &str) -> Notification {
    serde_json::from_value(serde_json::json!({
        "uri": "at://did:plc:visitor/app.bsky.feed.post/3aaa", "cid": "bafyvisitor",
        "author": { "did": "did:plc:visitor", "handle": "olga.bsky.social", "displayName": "Olga" },
        "reason": reason,
        "reasonSubject": "at://did:plc:ours/app.bsky.feed.post/3zzz",
        "record": {
            "$type": "app.bsky.feed.post", "text": "Ist der Garten offen?", "langs": ["de"],
            "createdAt": "2026-11-25T10:00:00.000Z",
            "reply": {
                "root": { "uri": "at://did:plc:ours/app.bsky.feed.post/3yyy", "cid": "bafyroot" },
                "parent": { "uri": "at://did:plc:ours/app.bsky.feed.post/3zzz", "cid": "bafyparent" },
            },
        },
        "isRead": false, "indexedAt": "2026-11-25T10:00:01.000Z",
    }))
    .expect("a notification")
}

#[tokio::test]
async fn a_reply_says_what_it_answers_and_what_an_answer_needs() {
    let stage = Stage::sqlite().await;
    let channel = crate::channel::scene::channel(&stage, crate::channel::Network::Bluesky).await;
    let came = incoming(&channel, notification("reply"), NOW).expect("something that came back");
    assert_eq!((came.kind, came.text.as_str()), (Kind::Reply, "Ist der Garten offen?"));
    assert_eq!(came.in_reply_to.as_deref(), Some("at://did:plc:ours/app.bsky.feed.post/3zzz"));
    assert_eq!(came.author.handle, "@olga.bsky.social");
    assert!(came.handle.contains("bafyvisitor") && came.handle.contains("3yyy"), "{}", came.handle);
    let like = incoming(&channel, notification("like"), NOW).expect("something that came back");
    assert_eq!((like.kind, like.text.as_str()), (Kind::Like, ""));
    assert_eq!(like.in_reply_to.as_deref(), Some("at://did:plc:ours/app.bsky.feed.post/3zzz"));
    assert!(incoming(&channel, notification("follow"), NOW).is_none());
}
