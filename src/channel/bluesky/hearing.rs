//! What came back. Notifications are no part of an account's own server: it passes the question on to
//! the network's view (`app.bsky.notification.listNotifications`), and where there is none, nothing
//! is heard.
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::Kept;
use super::session::{Answered, Fault, Session};
use super::{POST, Strong, key_of};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::incoming::{Author, Incoming, Kind};
use crate::channel::order::Heard;
use crate::channel::{Channel, Network};

const PAGE: &str = "50";
/// How many pages are read at once; what is older was heard before or is too much.
const PAGES: usize = 6;
/// How many of the newest replies are looked after, and how many at once.
const WATCHED: usize = 100;
const AT_ONCE: usize = 25;

/// How far was read, as it lies in `channel.heard`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Mark {
    /// Since when the network had known the newest one.
    at: String,
    /// The newest of others, so that it is noticed when they vanish.
    watched: Vec<String>,
}

/// What is needed to answer a post in its thread.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Handle {
    pub cid: String,
    pub root: Strong,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Notification {
    uri: String,
    #[serde(default)]
    cid: String,
    author: Person,
    reason: String,
    #[serde(default)]
    reason_subject: Option<String>,
    #[serde(default)]
    record: Value,
    #[serde(default)]
    indexed_at: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    did: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    display_name: Option<String>,
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    cursor: Option<String>,
    #[serde(default)]
    notifications: Vec<Notification>,
}

#[derive(Deserialize)]
struct Posts {
    #[serde(default)]
    posts: Vec<Post>,
}

#[derive(Deserialize)]
struct Post {
    uri: String,
}

#[derive(Deserialize)]
struct Records {
    #[serde(default)]
    records: Vec<Kept>,
}

/// Asks what came back since the last time.
pub(super) async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    let session = Session::open(app, channel)?;
    let mut mark: Mark = serde_json::from_str(&channel.heard).unwrap_or_default();
    let mut heard = Heard::default();
    match listen(&session, channel, &mut mark, &mut heard, app.clock.now()).await? {
        Ok(()) => heard.gone = vanished(&session, &mut mark).await?,
        // A server without a view of the network: there is nothing to hear.
        Err(Fault::Refused { .. }) => return Ok(None),
        Err(Fault::Later { at, .. }) => heard.again_at = at,
        Err(_) => {}
    }
    heard.heard = serde_json::to_string(&mark)?;
    Ok(Some(heard))
}

async fn listen(
    session: &Session<'_>,
    channel: &Channel,
    mark: &mut Mark,
    heard: &mut Heard,
    now: Instant,
) -> Result<Answered<()>> {
    let (before, mut newest) = (mark.at.clone(), mark.at.clone());
    let mut cursor = String::new();
    for _ in 0..PAGES {
        let mut query = vec![("limit", PAGE)];
        if !cursor.is_empty() {
            query.push(("cursor", &cursor));
        }
        let page: Page = match session.ask("app.bsky.notification.listNotifications", &query).await? {
            Ok(page) => page,
            Err(fault) => return Ok(Err(fault)),
        };
        let mut is_known = page.notifications.is_empty();
        for it in page.notifications {
            if !before.is_empty() && it.indexed_at <= before {
                is_known = true;
                continue;
            }
            newest = newest.max(it.indexed_at.clone());
            if let Some(incoming) = incoming(channel, it, now) {
                if !matches!(incoming.kind, Kind::Like | Kind::Share) {
                    mark.watched.insert(0, incoming.remote_id.clone());
                }
                heard.incoming.push(incoming);
            }
        }
        match page.cursor.filter(|next| !is_known && *next != cursor) {
            Some(next) => cursor = next,
            None => break,
        }
    }
    heard.incoming.reverse();
    mark.watched.truncate(WATCHED);
    mark.at = newest;
    Ok(Ok(()))
}

/// Finds which of the watched posts are not there any more.
async fn vanished(session: &Session<'_>, mark: &mut Mark) -> Result<Vec<String>> {
    let mut gone = Vec::new();
    for uris in mark.watched.chunks(AT_ONCE) {
        let query: Vec<(&str, &str)> = uris.iter().map(|uri| ("uris", uri.as_str())).collect();
        let Ok(Posts { posts }) = session.ask::<Posts>("app.bsky.feed.getPosts", &query).await? else {
            break;
        };
        gone.extend(uris.iter().filter(|uri| posts.iter().all(|post| post.uri != **uri)).cloned());
    }
    mark.watched.retain(|uri| !gone.contains(uri));
    Ok(gone)
}

/// Reads a notification as something that came back.
pub(super) fn incoming(channel: &Channel, it: Notification, now: Instant) -> Option<Incoming> {
    let kind = match it.reason.as_str() {
        "reply" => Kind::Reply,
        "mention" | "quote" => Kind::Mention,
        "like" | "like-via-repost" => Kind::Like,
        "repost" | "repost-via-repost" => Kind::Share,
        _ => return None,
    };
    let is_said = !matches!(kind, Kind::Like | Kind::Share);
    let strong = |path: &str| {
        let found = it.record.pointer(path).cloned()?;
        serde_json::from_value::<Strong>(found).ok()
    };
    let parent = strong("/reply/parent").map(|parent| parent.uri);
    let itself = Strong { uri: it.uri.clone(), cid: it.cid.clone() };
    let handle = Handle { cid: it.cid.clone(), root: strong("/reply/root").unwrap_or(itself) };
    let text = it.record["text"].as_str().unwrap_or_default();
    let at = it.record["createdAt"].as_str().unwrap_or(&it.indexed_at);
    // A date that somebody out there chose is not believed where it lies ahead.
    let at = at.parse::<jiff::Timestamp>().map_or(now, Instant::from).min(now);
    Some(Incoming {
        consortium_id: channel.consortium_id.clone(),
        channel_id: Some(channel.id.clone()),
        network: Network::Bluesky,
        kind,
        remote_url: if is_said {
            super::record::page_of(&it.author.did, key_of(&it.uri))
        } else {
            String::new()
        },
        in_reply_to: if is_said { parent } else { it.reason_subject },
        post_id: None,
        house: None,
        author: Author {
            name: it
                .author
                .display_name
                .filter(|it| !it.is_empty())
                .unwrap_or_else(|| it.author.handle.clone()),
            handle: format!("@{}", it.author.handle),
            url: format!("https://bsky.app/profile/{}", it.author.did),
            id: it.author.did,
        },
        text: if is_said { text.to_owned() } else { String::new() },
        language: it.record["langs"][0].as_str().unwrap_or_default().to_owned(),
        at,
        handle: if is_said { serde_json::to_string(&handle).unwrap_or_default() } else { String::new() },
        remote_id: it.uri,
    })
}

/// Finds our posts that lead to an address, among the newest, with what of ours follows below.
pub(super) async fn ours_about(session: &Session<'_>, url: &str) -> Result<Vec<Strong>> {
    let query = [("repo", session.did.as_str()), ("collection", POST), ("limit", "100")];
    let Ok(Records { records }) = session.ask::<Records>("com.atproto.repo.listRecords", &query).await?
    else {
        return Ok(Vec::new());
    };
    let about = |it: &&Kept| crate::channel::mastodon::is_about(&it.value.to_string(), url);
    let Some(linked) = records.iter().find(about) else { return Ok(Vec::new()) };
    let root = linked.value["reply"]["root"]["uri"].as_str().unwrap_or(&linked.uri);
    let mut thread: Vec<Strong> = records
        .iter()
        .filter(|it| it.uri == root || it.value["reply"]["root"]["uri"].as_str() == Some(root))
        .map(|it| Strong { uri: it.uri.clone(), cid: it.cid.clone() })
        .collect();
    // Keys grow with time: the order of the keys is the order of the thread.
    thread.sort_by(|one, other| one.key().cmp(other.key()));
    Ok(thread)
}
