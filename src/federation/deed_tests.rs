use serde_json::json;

use super::*;
use crate::base::config::Raw;
use crate::federation::activity;
use crate::testing::NOW;

const THEM: &str = "https://there.example/u/mia";
const HOUSE: &str = "https://verbund.example/ap/actor/haus";
const POST: &str = "https://verbund.example/ap/post/p1";

fn config() -> Config {
    Raw { public_url: Some("https://verbund.example".into()), ..Raw::default() }.check().expect("good")
}

fn deed(kind: &str, object: Value) -> Deed {
    let value = json!({ "id": "https://there.example/a/1", "type": kind, "actor": THEM, "object": object,
        "target": "https://new.example/u/mia" });
    read(&config(), &activity::of(&value).expect("an activity"), NOW)
}

#[test]
fn what_is_done_to_us_is_understood_in_every_spelling() {
    let house = ActorId("haus".into());
    let post = PostId("p1".into());
    assert_eq!(deed("Follow", json!(HOUSE)), Deed::Follow(house.clone()));
    assert_eq!(deed("Follow", json!([{ "id": HOUSE }])), Deed::Follow(house.clone()));
    let follow = json!({ "type": "Follow", "id": "https://there.example/f", "actor": THEM, "object": HOUSE });
    assert_eq!(deed("Undo", follow), Deed::Unfollow(house.clone()));
    assert_eq!(deed("Like", json!(POST)), Deed::Like(post.clone()));
    assert_eq!(deed("EmojiReact", json!({ "id": POST })), Deed::Like(post.clone()));
    assert_eq!(deed("Announce", json!(POST)), Deed::Share(post.clone()));
    assert_eq!(
        deed("Undo", json!("https://there.example/like/1")),
        Deed::TakeBack("https://there.example/like/1".into())
    );
    assert_eq!(
        deed("Delete", json!({ "type": "Tombstone", "id": "https://there.example/n" })),
        Deed::TakeBack("https://there.example/n".into())
    );
    assert_eq!(deed("Delete", json!(THEM)), Deed::Leave);
    assert_eq!(deed("Move", json!(THEM)), Deed::Move("https://new.example/u/mia".into()));
    assert_eq!(deed("Block", json!(HOUSE)), Deed::Block(house.clone()));
    let reported = deed("Flag", json!([HOUSE, POST, "https://there.example/n"]));
    let others = vec!["https://there.example/n".to_owned()];
    assert_eq!(reported, Deed::Report { posts: vec![post], actors: vec![house], others });
}

#[test]
fn nobody_does_anything_in_the_name_of_another() {
    let note = json!({ "type": "Note", "id": "https://there.example/n", "attributedTo": "https://there.example/u/eve", "content": "x" });
    assert!(matches!(deed("Create", note), Deed::Ignored(_)));
    let like = json!({ "type": "Like", "id": "https://there.example/l", "actor": "https://there.example/u/eve", "object": POST });
    assert!(matches!(deed("Undo", like), Deed::Ignored(_)));
    assert!(matches!(deed("Move", json!("https://there.example/u/eve")), Deed::Ignored(_)));
    let person = json!({ "type": "Person", "id": "https://there.example/u/eve" });
    assert!(matches!(deed("Update", person), Deed::Ignored(_)));
    let other = json!({ "id": "https://else.example/a/1", "type": "Like", "actor": THEM, "object": POST });
    assert_eq!(activity::of(&other), Err(activity::Unread::OtherServer));
}

#[test]
fn what_does_not_concern_us_or_is_not_understood_is_left_alone() {
    for (kind, object) in [
        ("Follow", json!("https://there.example/u/eve")),
        ("Follow", json!("https://verbund.example/ap/actor/haus/inbox")),
        ("Like", json!("https://verbund.example/ap/post/")),
        ("Listen", json!(POST)),
        ("Create", json!({ "type": "Place", "id": "https://there.example/p" })),
        ("Create", json!(null)),
        ("Flag", json!([])),
        ("Undo", json!(7)),
    ] {
        assert!(matches!(deed(kind, object.clone()), Deed::Ignored(_)), "{kind} {object}");
    }
    assert_eq!(deed("Accept", json!(POST)), Deed::Noted);
}

#[test]
fn what_is_no_activity_is_refused_with_its_reason() {
    use activity::Unread;
    let read = |body: &str| activity::read(body.as_bytes());
    assert_eq!(read("kein JSON"), Err(Unread::NotJson));
    assert_eq!(read("[]"), Err(Unread::NotOne));
    assert_eq!(read("{}"), Err(Unread::NoId));
    assert_eq!(read(r#"{"id":"https://a.example/1"}"#), Err(Unread::NoType));
    assert_eq!(read(r#"{"id":"https://a.example/1","type":"Like"}"#), Err(Unread::NoActor));
    assert_eq!(read(r#"{"id":"javascript:alert(1)","type":"Like"}"#), Err(Unread::NoId));
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(&deep), Err(Unread::NotJson), "what nests too deeply is not built at all");
    let inner = format!("{}1{}", "{\"object\":".repeat(120), "}".repeat(120));
    let nested = format!(
        r#"{{"id":"https://a.example/1","type":"Undo","actor":"https://a.example/u","object":{inner}}}"#
    );
    assert!(matches!(activity::read(nested.as_bytes()), Ok(_) | Err(Unread::NotJson)));
}
