//! Bytes of strangers for everything that reads what other servers send.
use serde_json::Value;

use crate::base::config::Raw;
use crate::federation::{activity, deed, note, plain, remote};
use crate::testing::NOW;

const CREATE: &[u8] = br#"{"@context":"https://www.w3.org/ns/activitystreams","id":"https://a.example/1","type":"Create","actor":"https://a.example/u","to":["https://www.w3.org/ns/activitystreams#Public"],"object":{"id":"https://a.example/n","type":"Note","attributedTo":"https://a.example/u","inReplyTo":"https://verbund.example/ap/post/p1","content":"<p>Hallo <a href=\"https://b.example/\">da</a></p>","contentMap":{"de":"<p>Hallo</p>"},"tag":[{"type":"Mention","href":"https://verbund.example/ap/actor/haus"}],"attachment":[{"type":"Image","url":"https://a.example/b.jpg","name":"Bild"}],"published":"2026-11-20T10:00:00Z"}}"#;
const UNDO: &[u8] = br#"{"id":"https://a.example/2","type":"Undo","actor":"https://a.example/u","object":{"id":"https://a.example/1","type":"Follow","actor":"https://a.example/u","object":"https://verbund.example/ap/actor/haus"}}"#;
const ACTOR: &[u8] = br#"{"id":"https://a.example/u","type":"Person","preferredUsername":"mia","inbox":"https://a.example/u/inbox","endpoints":{"sharedInbox":"https://a.example/inbox"},"publicKey":{"id":"https://a.example/u#main-key","owner":"https://a.example/u","publicKeyPem":"-----BEGIN PUBLIC KEY-----"}}"#;

#[test]
fn an_activity() {
    let config = Raw { public_url: Some("https://verbund.example".into()), ..Raw::default() }.check();
    let config = config.expect("good settings");
    crate::fuzz::run(&[CREATE, UNDO], |bytes| {
        if let Ok(it) = activity::read(bytes) {
            deed::read(&config, &it, NOW);
        }
    });
}

#[test]
fn a_note() {
    crate::fuzz::run(&[CREATE, ACTOR], |bytes| {
        if let Ok(it) = serde_json::from_slice::<Value>(bytes) {
            for object in [&it, &it["object"]] {
                note::read(object, "https://verbund.example", NOW);
            }
        }
    });
}

#[test]
fn an_actor() {
    crate::fuzz::run(&[ACTOR, CREATE], |bytes| {
        if let Ok(it) = serde_json::from_slice::<Value>(bytes) {
            remote::read(&it, Some("https://a.example/u#main-key"), NOW);
            remote::owner_of_key(&it);
        }
    });
}

#[test]
fn html() {
    let example: &[u8] =
        b"<p>Hallo <a href=\"https://a.example/?a=1&amp;b\">da</a><br>und</p><ul><li>x</li></ul>";
    crate::fuzz::run(&[example], |bytes| {
        assert!(plain::text(&String::from_utf8_lossy(bytes)).len() <= 20_000);
    });
}
