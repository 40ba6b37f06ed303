use serde_json::json;

use super::*;
use crate::testing::NOW;

const OURS: &str = "https://verbund.example";

fn note(more: Value) -> Note {
    let mut it = json!({
        "id": "https://there.example/n/1",
        "type": "Note",
        "attributedTo": "https://there.example/u/mia",
        "to": [PUBLIC],
        "content": "<p>Hallo</p>",
        "published": "2026-11-20T10:00:00Z",
    });
    for (key, value) in more.as_object().expect("fields") {
        it[key] = value.clone();
    }
    read(&it, OURS, NOW).expect("a note")
}

#[test]
fn a_note_is_read_with_everything_that_people_see_of_it() {
    let it = note(json!({
        "contentMap": { "de": "<p>Hallo</p>" },
        "summary": "Achtung",
        "attachment": [{ "type": "Document", "url": "https://there.example/b.jpg", "name": "Eine Katze" }],
        "inReplyTo": "https://verbund.example/ap/post/p1",
        "url": "https://there.example/@mia/1",
    }));
    assert_eq!(it.text, "Achtung\n\nHallo\n\nEine Katze\nhttps://there.example/b.jpg");
    assert_eq!(it.language, "de");
    assert_eq!(it.in_reply_to.as_deref(), Some("https://verbund.example/ap/post/p1"));
    assert_eq!(it.url, "https://there.example/@mia/1");
    assert!(it.is_open);
    assert!(it.at < NOW);
}

#[test]
fn who_may_read_it_is_told_by_its_addressees() {
    assert!(note(json!({ "to": "as:Public" })).is_open);
    assert!(note(json!({ "to": ["https://there.example/u/mia/followers"], "cc": [] })).is_open);
    let direct = note(json!({ "to": ["https://verbund.example/ap/actor/haus"] }));
    assert!(!direct.is_open);
    assert_eq!(direct.named, vec!["https://verbund.example/ap/actor/haus"]);
}

#[test]
fn a_time_that_is_to_come_or_none_is_now() {
    assert_eq!(note(json!({ "published": "9999-01-01T00:00:00Z" })).at, NOW);
    assert_eq!(note(json!({ "published": "gestern" })).at, NOW);
    assert_eq!(note(json!({ "published": ["2026-11-20T10:00:00Z"] })).at, NOW);
}

#[test]
fn ten_thousand_names_are_looked_at_in_order_and_only_ours_are_kept() {
    let mut tags: Vec<Value> = (0..10_000)
        .map(|n| json!({ "type": "Mention", "href": format!("https://there.example/u/{n}") }))
        .collect();
    tags.insert(3, json!({ "type": "Mention", "href": "https://verbund.example/ap/actor/haus" }));
    assert_eq!(note(json!({ "tag": tags })).named, vec!["https://verbund.example/ap/actor/haus"]);
}

#[test]
fn what_is_written_to_hurt_is_only_words() {
    let it = note(json!({ "content": "<p>a<script>alert(1)</script><img src=x onerror=alert(1)></p>" }));
    assert_eq!(it.text, "a");
    let long = note(json!({ "content": "x".repeat(1_000_000) }));
    assert!(long.text.len() <= 30_000);
    let odd =
        note(json!({ "content": 7, "tag": 7, "attachment": { "url": { "href": {} } }, "to": [[PUBLIC], 7] }));
    assert_eq!(odd.text, "");
    assert!(!note(json!({ "language": { "identifier": "<b>" } })).language.contains('<'));
}
