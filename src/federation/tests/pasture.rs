//! Objects as servers of many kinds write them, each read without a fall.
use serde_json::{Value, json};

use crate::base::config::Raw;
use crate::federation::{activity, deed, note, remote};
use crate::testing::{NOW, Stage};

const ACTOR: &str = "https://there.example/u/mia";

/// Puts around an object what its example leaves out, because it is the same for all.
fn whole(example: &Value) -> Value {
    let mut it = json!({
        "id": "https://there.example/n/1",
        "type": "Note",
        "attributedTo": ACTOR,
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "cc": ["https://verbund.example/ap/actor/haus"],
    });
    if let (Some(fields), Some(more)) = (it.as_object_mut(), example.as_object()) {
        more.iter().for_each(|(key, value)| drop(fields.insert(key.clone(), value.clone())));
    }
    it
}

#[test]
fn every_object_of_the_pasture_is_read_without_a_fall() {
    let Some(folder) = Stage::peer("PASTURE") else { return };
    let config = Raw { public_url: Some("https://verbund.example".into()), ..Raw::default() }.check();
    let config = config.expect("good settings");
    let (mut read, mut said) = (0, 0);
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        for example in serde_json::from_str::<Vec<Value>>(&text).expect("a list") {
            for object in [example.clone(), whole(&example)] {
                let create = json!({ "id": "https://there.example/a", "type": "Create", "actor": ACTOR, "object": object });
                let it = activity::of(&create).expect("an activity around anything");
                if let deed::Deed::Say(note) = deed::read(&config, &it, NOW) {
                    said += usize::from(!note.text.is_empty());
                    assert!(!note.text.contains("<script") && note.text.len() <= 30_000, "{}", note.text);
                }
                remote::read(&object, None, NOW);
                note::read(&object, &config.public_url, NOW);
            }
            read += 1;
        }
    }
    assert_eq!(read, 262);
    assert!(said > 150, "only {said} of them say something");
}
