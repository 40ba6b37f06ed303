//! Bytes of strangers for what reads Meta's messages.
use super::webhook::read;
use crate::base::clock::Instant;
use crate::channel::{Channel, Network};
use crate::consortium::ConsortiumId;

#[test]
fn whatever_meta_is_said_to_tell_is_read_or_left() {
    let channel = Channel {
        settings: r#"{"page":"1","account":"71"}"#.into(),
        ..Channel::new(&ConsortiumId::from("muebi"), Network::Facebook, "Seite", Instant(0))
    };
    let examples: [&[u8]; 2] = [
        br#"{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_2","from":{"id":"9"},"message":"Wann?","created_time":1795679000}}]}]}"#,
        br#"{"object":"instagram","entry":[{"id":"71","changes":[{"field":"comments","value":{"id":"5","text":"Wo?","media":{"id":"4"}}}]}]}"#,
    ];
    crate::fuzz::run(&examples, |bytes| {
        for entry in read(bytes).iter().flat_map(|message| &message.entry) {
            entry.concerns(&channel);
            entry.heard(&channel, Instant(0));
        }
    });
}
