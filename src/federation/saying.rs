//! Who is told what about a post: its speaker's followers, the Verbund's, and those of every house
//! that shares it. Everything here is rows in the caller's transaction.
use serde_json::{Value, json};

use super::actor::{Actor, ActorId};
use super::object::{self, PUBLIC};
use super::outgoing::{send_on, send_to_followers};
use super::speaking::Speakers;
use super::store_actor;
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::piece::{Piece, PieceHouse};
use crate::consortium::Consortium;
use crate::institution;
use crate::post::PostId;

/// Says that a post is there: the speaker creates it, the Verbund and the other houses share it.
pub async fn publish(
    conn: &mut Conn,
    config: &Config,
    piece: &Piece,
    speakers: &Speakers,
    sharing: &[Actor],
    now: Instant,
) -> Result<()> {
    let create = object::create(config, piece, speakers);
    send_to_followers(conn, &speakers.speaker, &create, now).await?;
    if let Some(group) = &speakers.sharer {
        // The object first: what Mastodon knows of the sharing then has this one's id.
        if let Some(announce) = object::announce(config, &piece.post, piece.since, speakers) {
            send_to_followers(conn, group, &announce, now).await?;
        }
        share_activity(conn, config, &create, speakers, now).await?;
    }
    share(conn, config, piece, sharing, now).await
}

/// Tells everybody who may have seen a post that it has a newer text.
pub async fn correct(
    conn: &mut Conn,
    config: &Config,
    piece: &Piece,
    speakers: &Speakers,
    sharing: &[Actor],
    now: Instant,
) -> Result<()> {
    let update = object::update(config, piece, speakers);
    tell_all(conn, &update, speakers, sharing, now).await?;
    share_activity(conn, config, &update, speakers, now).await?;
    // A house that the correction names for the first time shares it from now on.
    share(conn, config, piece, sharing, now).await
}

/// Tells everybody who may have seen a post that it was taken back.
pub async fn withdraw(
    conn: &mut Conn,
    config: &Config,
    post: &PostId,
    speakers: &Speakers,
    sharing: &[Actor],
    now: Instant,
) -> Result<()> {
    if let (Some(group), Some(undo)) = (&speakers.sharer, object::undo_announce(config, post, speakers)) {
        send_to_followers(conn, group, &undo, now).await?;
    }
    for actor in sharing {
        send_to_followers(conn, actor, &undo_sharing(config, post, actor), now).await?;
    }
    let delete = object::delete(config, post, speakers);
    tell_all(conn, &delete, speakers, sharing, now).await?;
    share_activity(conn, config, &delete, speakers, now).await
}

/// Says something of the speaker to whoever may have seen the post, by whichever way; a server that
/// is reached by several is told once.
async fn tell_all(
    conn: &mut Conn,
    activity: &Value,
    speakers: &Speakers,
    sharing: &[Actor],
    now: Instant,
) -> Result<()> {
    let speaker = &speakers.speaker;
    send_to_followers(conn, speaker, activity, now).await?;
    for followed in speakers.sharer.iter().chain(sharing) {
        send_on(conn, speaker, followed, activity, now).await?;
    }
    Ok(())
}

async fn share_activity(
    conn: &mut Conn,
    config: &Config,
    activity: &Value,
    speakers: &Speakers,
    now: Instant,
) -> Result<()> {
    match (&speakers.sharer, object::announce_activity(config, activity, speakers)) {
        (Some(group), Some(announce)) => send_to_followers(conn, group, &announce, now).await,
        _ => Ok(()),
    }
}

async fn share(
    conn: &mut Conn,
    config: &Config,
    piece: &Piece,
    sharing: &[Actor],
    now: Instant,
) -> Result<()> {
    for actor in sharing {
        send_to_followers(conn, actor, &sharing_of(config, piece, actor), now).await?;
    }
    Ok(())
}

/// Gives the actors of the other houses whose post it is, and of those that shared it before. They
/// share it where a house speaks; where the Verbund does, the text names them.
pub async fn sharing(
    conn: &mut Conn,
    consortium: &Consortium,
    houses: &[PieceHouse],
    before: &[ActorId],
    speakers: &Speakers,
    now: Instant,
) -> Result<Vec<Actor>> {
    let mut all: Vec<Actor> = Vec::new();
    for id in before {
        all.push(store_actor::by_id(conn, id).await?);
    }
    if speakers.sharer.is_some() {
        for house in houses {
            let house = institution::store::by_id(conn, &consortium.id, &house.id).await?;
            all.push(store_actor::ensure_for_house(conn, consortium, &house, now).await?);
        }
    }
    let mut once: Vec<Actor> = Vec::new();
    for actor in all {
        if actor.id != speakers.speaker.id && once.iter().all(|known| known.id != actor.id) {
            once.push(actor);
        }
    }
    Ok(once)
}

/// Writes the activity by which another house whose post it is shares it.
pub fn sharing_of(config: &Config, piece: &Piece, actor: &Actor) -> Value {
    let post = object::post_url(config, &piece.post);
    object::alone(json!({
        "id": format!("{post}/announce/{}", actor.id),
        "type": "Announce",
        "actor": actor.url(config),
        "published": object::stamp(piece.since),
        "to": [PUBLIC],
        "cc": [actor.followers_url(config)],
        "object": post,
    }))
}

fn undo_sharing(config: &Config, post: &PostId, actor: &Actor) -> Value {
    let post = object::post_url(config, post);
    let announce = format!("{post}/announce/{}", actor.id);
    object::alone(json!({
        "id": format!("{announce}/undo"),
        "type": "Undo",
        "actor": actor.url(config),
        "to": [PUBLIC],
        "cc": [actor.followers_url(config)],
        "object": { "id": announce, "type": "Announce", "actor": actor.url(config), "object": post },
    }))
}

#[cfg(test)]
#[path = "saying_tests.rs"]
pub mod tests;
