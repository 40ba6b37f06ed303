//! A note of somebody out there, as far as it concerns us.
use serde_json::Value;

use super::activity::{id_of, ids_of, kind_of, list, words};
use super::object::PUBLIC;
use super::plain;
use crate::base::clock::Instant;

/// What objects hold words for people.
const KINDS: [&str; 8] = ["Note", "Article", "Page", "Question", "Event", "Video", "Image", "Audio"];

/// How many pictures and answers of a poll are named in the text.
const NAMED_MOST: usize = 20;

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: String,
    pub author: String,
    pub url: String,
    pub in_reply_to: Option<String>,
    pub text: String,
    /// BCP 47, or empty.
    pub language: String,
    pub at: Instant,
    /// Whom it names, by their addresses; only those that begin with our own.
    pub named: Vec<String>,
    /// Whether everybody may read it, or all who follow the author.
    pub is_open: bool,
}

/// Tells whether an object is of a kind that holds words for people.
pub fn is_note(object: &Value) -> bool {
    kind_of(object).is_some_and(|kind| KINDS.contains(&kind.as_str()))
}

/// Reads a note; `ours` is how our own addresses begin, and `now` stands in where no time is given.
pub fn read(object: &Value, ours: &str, now: Instant) -> Option<Note> {
    let id = id_of(&object["id"])?;
    let author = id_of(&object["attributedTo"]).or_else(|| id_of(&object["actor"]))?;
    let mut to = ids_of(&object["to"]);
    to.extend(ids_of(&object["cc"]));
    let is_open =
        is_public(&object["to"]) || is_public(&object["cc"]) || to.iter().any(|it| is_followers(it));
    let mentions = list(&object["tag"]).iter().filter(|tag| kind_of(tag).as_deref() == Some("Mention"));
    let mentions = mentions.filter_map(|tag| id_of(&tag["href"]));
    let mut named: Vec<String> = mentions.chain(to).filter(|it| it.starts_with(ours)).collect();
    named.sort();
    named.dedup();
    let content = content(object);
    Some(Note {
        url: id_of(&object["url"]).unwrap_or_else(|| id.clone()),
        in_reply_to: id_of(&object["inReplyTo"]),
        text: text(object, &content),
        language: language(object, &content),
        at: instant(&object["published"]).filter(|at| *at <= now).unwrap_or(now),
        named,
        is_open,
        id,
        author,
    })
}

/// Reads an instant; what is none, or lies outside of all calendars, is not read.
pub fn instant(value: &Value) -> Option<Instant> {
    let text = value.as_str().filter(|text| text.len() < 60)?;
    text.parse::<jiff::Timestamp>().ok().map(Instant::from)
}

/// Tells whether a list of addressees holds everybody, under one of the three names they have.
pub fn is_public(value: &Value) -> bool {
    let everybody = [PUBLIC, "as:Public", "Public"];
    list(value).iter().filter_map(Value::as_str).any(|it| everybody.contains(&it))
}

fn is_followers(address: &str) -> bool {
    address.ends_with("/followers")
}

fn content(object: &Value) -> String {
    let own = words(&object["content"], 100_000);
    if !own.is_empty() {
        return own;
    }
    let map = object["contentMap"].as_object();
    map.and_then(|map| map.values().next()).map(|value| words(value, 100_000)).unwrap_or_default()
}

/// Puts everything that people would read into one text: warning, title, words, answers of a poll,
/// descriptions and addresses of pictures.
fn text(object: &Value, content: &str) -> String {
    let mut parts = Vec::new();
    let title = words(&object["name"], 500);
    let warning = words(&object["summary"], 2_000);
    parts.push(plain::text(&title));
    parts.push(plain::text(&warning));
    parts.push(plain::text(content));
    for choice in list(&object["oneOf"]).iter().chain(list(&object["anyOf"])).take(NAMED_MOST) {
        parts.push(format!("• {}", plain::text(&words(&choice["name"], 500))));
    }
    for picture in list(&object["attachment"]).iter().take(NAMED_MOST) {
        let address = id_of(&picture["url"]).or_else(|| id_of(&picture["href"]));
        let description = plain::text(&words(&picture["name"], 2_000));
        let line = [Some(description), address].into_iter().flatten().filter(|it| !it.is_empty());
        parts.push(line.collect::<Vec<_>>().join("\n"));
    }
    parts.retain(|part| !part.trim().is_empty() && part != "• ");
    plain::cut(&parts.join("\n\n"), 30_000).to_owned()
}

fn language(object: &Value, content: &str) -> String {
    let code = object["contentMap"]
        .as_object()
        .and_then(|map| {
            map.iter().find(|(_, text)| text.as_str() == Some(content)).map(|(code, _)| code.as_str())
        })
        .or_else(|| object["language"]["identifier"].as_str())
        .unwrap_or_default();
    let is_code = code.len() <= 35 && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_code && code != "und" { code.to_owned() } else { String::new() }
}

#[cfg(test)]
#[path = "note_tests.rs"]
mod tests;
