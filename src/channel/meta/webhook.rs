//! What Meta tells by itself: a signed message about what happened below our posts.
use aws_lc_rs::hmac;
use serde::Deserialize;

use super::Place;
use crate::base::clock::Instant;
use crate::channel::incoming::{Author, Incoming, Kind};
use crate::channel::order::Heard;
use crate::channel::{Channel, Network};

/// The longest message that is read, in bytes.
pub const LONGEST: usize = 256 * 1024;

/// A message about one or more pages or accounts.
#[derive(Debug, Deserialize)]
pub struct Message {
    pub object: String,
    #[serde(default)]
    pub entry: Vec<Entry>,
}

/// What happened at one page or account.
#[derive(Debug, Deserialize)]
pub struct Entry {
    pub id: String,
    #[serde(default)]
    pub changes: Vec<Change>,
}

#[derive(Debug, Deserialize)]
pub struct Change {
    pub field: String,
    pub value: Told,
}

/// What is told of a comment; the two networks use different words for the same.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    item: String,
    verb: String,
    comment_id: String,
    id: String,
    parent_id: String,
    post_id: String,
    message: String,
    text: String,
    created_time: i64,
    from: From,
    media: Media,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    id: String,
    name: String,
    username: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Media {
    id: String,
}

/// Tells whether a message comes from Meta: `X-Hub-Signature-256` is the HMAC-SHA256 of the raw body
/// with the app's secret. Compared in constant time.
pub fn is_signed(secret: &str, body: &[u8], header: &str) -> bool {
    let Some(tag) = header.strip_prefix("sha256=").and_then(|it| hex::decode(it).ok()) else { return false };
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    !secret.is_empty() && hmac::verify(&key, body, &tag).is_ok()
}

/// Gives the word by which Meta asks whether an address is ours. It follows from the app's secret, so
/// that nobody has to make one up and keep it.
pub fn word(secret: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    hex::encode(hmac::sign(&key, b"verbund webhook")).chars().take(40).collect()
}

/// Tells whether somebody knows the word.
pub fn is_word(secret: &str, said: &str) -> bool {
    aws_lc_rs::constant_time::verify_slices_are_equal(word(secret).as_bytes(), said.as_bytes()).is_ok()
}

/// Reads a message; what is none is nothing.
pub fn read(body: &[u8]) -> Option<Message> {
    serde_json::from_slice(body).ok()
}

impl Entry {
    /// Tells whether an entry is about what a channel speaks for.
    pub fn concerns(&self, channel: &Channel) -> bool {
        let place = Place::of(channel);
        match channel.network() {
            Network::Facebook => self.id == place.page,
            Network::Instagram => !place.account.is_empty() && self.id == place.account,
            _ => false,
        }
    }

    /// Gives what came back, for a channel that it concerns.
    pub fn heard(&self, channel: &Channel, now: Instant) -> Heard {
        let place = Place::of(channel);
        let mut heard = Heard { heard: channel.heard.clone(), ..Heard::default() };
        for change in &self.changes {
            let it = &change.value;
            let is_comment = match change.field.as_str() {
                "feed" => it.item == "comment",
                "comments" => true,
                _ => false,
            };
            let id = if it.comment_id.is_empty() { &it.id } else { &it.comment_id };
            if !is_comment || id.is_empty() || [&place.page, &place.account].contains(&&it.from.id) {
                continue;
            }
            if it.verb == "remove" {
                heard.gone.push(id.clone());
            } else {
                heard.incoming.push(it.incoming(channel, id, now));
            }
        }
        heard
    }
}

impl Told {
    fn incoming(&self, channel: &Channel, id: &str, now: Instant) -> Incoming {
        let first = |words: [&String; 2]| words.into_iter().find(|it| !it.is_empty()).cloned();
        let under = [&self.parent_id, &self.post_id, &self.media.id].into_iter().find(|it| !it.is_empty());
        let name = first([&self.from.name, &self.from.username]).unwrap_or_default();
        let told_at = Instant::from_millis(self.created_time.saturating_mul(1000));
        Incoming {
            consortium_id: channel.consortium_id.clone(),
            channel_id: Some(channel.id.clone()),
            network: channel.network(),
            kind: Kind::Reply,
            remote_id: id.to_owned(),
            remote_url: String::new(),
            in_reply_to: under.cloned(),
            post_id: None,
            house: None,
            author: Author { id: self.from.id.clone(), name: name.clone(), handle: name, url: String::new() },
            text: first([&self.message, &self.text]).unwrap_or_default(),
            language: String::new(),
            at: if self.created_time > 0 && told_at <= now { told_at } else { now },
            handle: String::new(),
        }
    }
}
