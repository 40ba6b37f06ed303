//! What Bluesky does for a delivery, with the functions that every network has.
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::hearing::{self, Handle};
use super::record::{self, Kept, Place, Words, stop};
use super::session::{Fault, Session};
use super::{Strong, key_of, pictures, tid};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::compose::{self, Shape};
use crate::channel::count::Limits;
use crate::channel::order::{Farewell, Health, Heard, Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;
use crate::channel::steps::Step;
use crate::channel::stop::{Going, Stop};
use crate::channel::{Channel, Network, farewell};
use crate::post::PostId;

/// The keys of a sending's records and the instant they bear, chosen before anything goes out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Keys {
    pub at: Instant,
    pub keys: Vec<String>,
}

/// Composes a piece.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let limits = Limits::told(Network::Bluesky, &channel.limits);
    compose::compose(piece, &limits, Shape::usual(Network::Bluesky))
}

/// Publishes a piece, as one post or as a thread.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    Stop::outcome(publish_parts(order, piece).await)
}

async fn publish_parts(order: &Order<'_>, piece: &Piece) -> Going<Outcome> {
    let composed = compose(order.channel, piece);
    if let (true, Some(why)) = (composed.parts.is_empty(), composed.faults.first()) {
        return Ok(Outcome::Refused { why: why.clone() });
    }
    let session = Session::open(order.app, order.channel)?;
    let keys = keys(order, composed.parts.len()).await?;
    let mut sent: Vec<Strong> = Vec::new();
    for (part, key) in composed.parts.iter().zip(&keys.keys) {
        let place = place_below(&sent);
        let step = format!("record-{key}");
        let posted = match order.steps.read::<Strong>(&step).await? {
            Step::Ended(posted) => posted,
            _ => {
                let words = words_of(piece, part, keys.at, place.as_ref());
                order.steps.begin(&step).await?;
                let posted = write(order, &session, piece, part, words, key).await?;
                order.steps.end(&step, &posted).await?;
                posted
            }
        };
        sent.push(posted);
    }
    Ok(Outcome::Sent(record::remote(&session, &sent)))
}

/// Gives the keys of this sending; the first time they are chosen and kept.
pub(super) async fn keys(order: &Order<'_>, count: usize) -> Result<Keys> {
    if let Step::Ended(keys) = order.steps.read::<Keys>("keys").await? {
        return Ok(keys);
    }
    let at = order.app.clock.now();
    let keys = Keys { at, keys: tid::keys(at, count, rand::random()) };
    order.steps.begin("keys").await?;
    order.steps.end("keys", &keys).await?;
    Ok(keys)
}

pub(super) fn place_below(sent: &[Strong]) -> Option<Place> {
    let (root, parent) = (sent.first()?.clone(), sent.last()?.clone());
    Some(Place { root, parent })
}

pub(super) fn words_of<'a>(
    piece: &'a Piece,
    part: &'a Part,
    at: Instant,
    place: Option<&'a Place>,
) -> Words<'a> {
    Words { text: &part.text, language: &piece.language, at, place, embed: None }
}

/// Writes one part under its key, with its pictures or its card. Pictures that the server has thrown
/// away meanwhile are brought once more.
async fn write(
    order: &Order<'_>,
    session: &Session<'_>,
    piece: &Piece,
    part: &Part,
    mut words: Words<'_>,
    key: &str,
) -> Going<Strong> {
    words.embed = embed(order, session, piece, part, false).await?;
    match record::put(session, key, &words.record(session).await?).await? {
        Err(fault) if fault.is("BlobNotFound") => {
            words.embed = embed(order, session, piece, part, true).await?;
            record::put(session, key, &words.record(session).await?).await?.map_err(stop)
        }
        put => put.map_err(stop),
    }
}

pub(super) async fn embed(
    order: &Order<'_>,
    session: &Session<'_>,
    piece: &Piece,
    part: &Part,
    is_anew: bool,
) -> Going<Option<Value>> {
    let mut shown = Vec::new();
    for place in &part.pictures {
        if let Some(picture) = piece.pictures.get(*place) {
            shown.push(pictures::bring(order, session, picture, is_anew).await?);
        }
    }
    let Some(url) = part.card.as_deref().filter(|_| shown.is_empty()) else {
        return Ok(record::images(&shown));
    };
    let thumb = match piece.pictures.first() {
        Some(picture) => Some(pictures::bring(order, session, picture, is_anew).await?),
        None => None,
    };
    Ok(Some(record::card(piece, url, thumb.as_ref())))
}

/// Replaces what stands there; its place in a thread and its date stay.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    Stop::outcome(correct_parts(order, piece, remote).await)
}

async fn correct_parts(order: &Order<'_>, piece: &Piece, there: &Remote) -> Going<Outcome> {
    let session = Session::open(order.app, order.channel)?;
    let parts = compose(order.channel, piece).parts;
    let more = parts.len().saturating_sub(there.ids.len());
    let new = keys(order, more).await?;
    let mut sent: Vec<Strong> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let posted = match there.ids.get(at) {
            Some(uri) => replace(order, &session, piece, part, key_of(uri)).await?,
            None => {
                let place = place_below(&sent);
                let words = words_of(piece, part, new.at, place.as_ref());
                let Some(key) = new.keys.get(at - there.ids.len()) else { break };
                write(order, &session, piece, part, words, key).await?
            }
        };
        sent.push(posted);
    }
    for uri in there.ids.iter().skip(parts.len()).rev() {
        record::delete(&session, key_of(uri)).await?;
    }
    Ok(Outcome::Sent(record::remote(&session, &sent)))
}

/// Replaces one record by a newer text, but only the version that was read.
async fn replace(
    order: &Order<'_>,
    session: &Session<'_>,
    piece: &Piece,
    part: &Part,
    key: &str,
) -> Going<Strong> {
    let Some(Kept { uri, cid, value }) = record::get(session, key).await?.map_err(stop)? else {
        return Err(
            Outcome::Refused { why: super::session::say("channel-bluesky-gone", &session.pds) }.into()
        );
    };
    let mut words = words_of(piece, part, order.app.clock.now(), None);
    words.embed = embed(order, session, piece, part, false).await?;
    let mut wanted = words.record(session).await?;
    for kept in ["createdAt", "reply"] {
        if let Some(there) = value.get(kept) {
            wanted[kept] = there.clone();
        }
    }
    if wanted == value {
        return Ok(Strong { uri, cid });
    }
    match record::swap(session, key, &wanted, &cid).await? {
        Ok(posted) => Ok(posted),
        // Somebody changed it at the same time: the next try looks again.
        Err(fault) if fault.is("InvalidSwap") => {
            let why = super::session::say("channel-bluesky-changed", &session.pds);
            Err(Outcome::Retry { at: None, why }.into())
        }
        Err(fault) => Err(stop(fault)),
    }
}

/// Takes back every part, the last one first.
pub async fn withdraw(order: &Order<'_>, _: &PostId, remote: &Remote) -> Result<Outcome> {
    let session = Session::open(order.app, order.channel)?;
    for uri in remote.ids.iter().rev() {
        if let Err(stopped) = record::delete(&session, key_of(uri)).await {
            return Stop::outcome(Err(stopped));
        }
    }
    Ok(Outcome::Sent(remote.clone()))
}

/// Looks whether a piece stands there: under the keys of this sending, else by its address among the
/// newest posts.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    let session = Session::open(order.app, order.channel)?;
    let mut found = Vec::new();
    if let Step::Ended(Keys { keys, .. }) = order.steps.read::<Keys>("keys").await? {
        for key in keys {
            if let Ok(Some(kept)) = record::get(&session, &key).await? {
                found.push(Strong { uri: kept.uri, cid: kept.cid });
            }
        }
    }
    if found.is_empty() {
        found = hearing::ours_about(&session, &piece.url).await?;
    }
    Ok((!found.is_empty()).then(|| record::remote(&session, &found)))
}

/// Answers in the thread.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    Stop::outcome(answer_once(order, reply).await)
}

async fn answer_once(order: &Order<'_>, reply: &Reply) -> Going<Outcome> {
    let limits = Limits::told(Network::Bluesky, &order.channel.limits);
    if !limits.fits(&reply.text) {
        let why = crate::base::sentence::Sentence::new("channel-bluesky-answer-long")
            .with("n", limits.count(&reply.text))
            .with("most", limits.text_max);
        return Ok(Outcome::Refused { why });
    }
    let handle: Handle = serde_json::from_str(&reply.handle).unwrap_or_default();
    let parent = Strong { uri: reply.to.clone(), cid: handle.cid };
    let root = Some(handle.root).filter(|root| !root.uri.is_empty()).unwrap_or_else(|| parent.clone());
    let place = Place { root, parent };
    single(order, &reply.text, &reply.language, Some(&place)).await
}

/// Writes one post of words alone.
async fn single(order: &Order<'_>, text: &str, language: &str, place: Option<&Place>) -> Going<Outcome> {
    let session = Session::open(order.app, order.channel)?;
    let Keys { at, keys } = keys(order, 1).await?;
    let record = Words { text, language, at, place, embed: None }.record(&session).await?;
    let mut sent = Vec::new();
    for key in keys {
        order.steps.begin("single").await?;
        let posted = record::put(&session, &key, &record).await?.map_err(stop)?;
        order.steps.end("single", &posted).await?;
        sent.push(posted);
    }
    Ok(Outcome::Sent(record::remote(&session, &sent)))
}

/// Says the last words of a Verbund that ends.
pub async fn farewell(order: &Order<'_>, words: &Farewell) -> Result<Outcome> {
    let limits = Limits::told(Network::Bluesky, &order.channel.limits);
    let text = farewell::text(words, &limits);
    Stop::outcome(single(order, &text, &words.language, None).await)
}

/// Asks what came back.
pub async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    hearing::hear(app, channel).await
}

/// Asks whether the session holds; it renews itself on the way.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let session = Session::open(app, channel)?;
    Ok(match session.ask::<Value>("com.atproto.server.getSession", &[]).await? {
        Ok(said) if said["active"] == Value::Bool(false) => {
            Health::Broken { why: super::session::say("channel-bluesky-inactive", &session.pds) }
        }
        Ok(_) => Health::Good { limits: "{}".into(), expires_at: session.ends_at },
        Err(Fault::Locked { why }) => Health::Broken { why },
        Err(_) => Health::Unknown,
    })
}
