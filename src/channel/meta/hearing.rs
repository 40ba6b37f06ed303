//! What came back below our posts, asked for: for pages that cannot be told by webhook, and for what
//! a webhook missed.
use serde_json::Value;

use super::{Place, graph_of};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::incoming::{Author, Incoming, Kind};
use crate::channel::order::Heard;
use crate::channel::{Channel, Network};

/// How often it is asked, in minutes, where nothing is told by itself.
const AGAIN_MINUTES: i64 = 5;

const COMMENTS: &str = "id,permalink_url,comments.limit(50).order(reverse_chronological){id,message,created_time,from,permalink_url,parent{id},comments.limit(25){id,message,created_time,from,permalink_url,parent{id}}}";
const REPLIES: &str = "id,permalink,comments.limit(50){id,text,timestamp,username,from,parent_id,replies.limit(25){id,text,timestamp,username,from,parent_id}}";

/// Reads the comments below the newest posts. What is known already is taken in only once.
pub async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    let graph = graph_of(app, channel)?;
    let place = Place::of(channel);
    let (edge, fields) = match channel.network() {
        Network::Instagram => (format!("{}/media", place.account), REPLIES),
        _ => (format!("{}/feed", place.page), COMMENTS),
    };
    let Ok(answer) = graph.get(&edge, &[("fields", fields), ("limit", "25")]).await else { return Ok(None) };
    let mut incoming = Vec::new();
    for post in list(&answer, "data") {
        let below = list(post.get("comments").unwrap_or(&Value::Null), "data");
        for comment in below {
            incoming.extend(read(channel, &place, post, comment));
            let more = comment.get("comments").or_else(|| comment.get("replies")).unwrap_or(&Value::Null);
            incoming.extend(list(more, "data").filter_map(|it| read(channel, &place, post, it)));
        }
    }
    let again_at = Some(app.clock.now().plus_minutes(AGAIN_MINUTES));
    Ok(Some(Heard { incoming, gone: Vec::new(), heard: channel.heard.clone(), again_at }))
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// Reads a comment; one of our own is no question.
fn read(channel: &Channel, place: &Place, post: &Value, comment: &Value) -> Option<Incoming> {
    let word = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let from = comment.get("from").unwrap_or(&Value::Null);
    let author = word(from, "id").unwrap_or_default();
    if !author.is_empty() && (author == place.page || author == place.account) {
        return None;
    }
    let parent = comment.get("parent").and_then(|it| word(it, "id")).or_else(|| word(comment, "parent_id"));
    let name = word(from, "name").or_else(|| word(from, "username")).or_else(|| word(comment, "username"));
    let at = word(comment, "created_time").or_else(|| word(comment, "timestamp"))?;
    Some(Incoming {
        consortium_id: channel.consortium_id.clone(),
        channel_id: Some(channel.id.clone()),
        network: channel.network(),
        kind: Kind::Reply,
        remote_id: word(comment, "id")?,
        remote_url: word(comment, "permalink_url").or_else(|| word(post, "permalink")).unwrap_or_default(),
        in_reply_to: parent.or_else(|| word(post, "id")),
        post_id: None,
        house: None,
        author: Author {
            id: author,
            name: name.clone().unwrap_or_default(),
            handle: name.unwrap_or_default(),
            url: String::new(),
        },
        text: word(comment, "message").or_else(|| word(comment, "text")).unwrap_or_default(),
        language: String::new(),
        at: instant(&at)?,
        handle: String::new(),
    })
}

/// Reads a time as Meta writes it, `2026-11-24T09:00:00+0000`.
pub fn instant(text: &str) -> Option<Instant> {
    let (plain, zone) = text.split_at_checked(text.len().checked_sub(5)?)?;
    let with_colon = match zone.split_at_checked(3) {
        Some((hours, minutes)) if zone.starts_with(['+', '-']) => format!("{plain}{hours}:{minutes}"),
        _ => text.to_owned(),
    };
    let at: jiff::Timestamp = with_colon.parse().ok()?;
    Some(Instant::from_millis(at.as_millisecond()))
}
