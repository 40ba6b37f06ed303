//! How a post is read for other servers: what the public sees of it now, and in whose name.
use serde_json::Value;

use super::actor::Actor;
use super::speaking::{Speakers, speakers};
use super::standing::{Presence, of_consortium};
use super::{object, store_spoken};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::channel::Network;
use crate::channel::piece::Piece;
use crate::channel::store_piece;
use crate::consortium::{Consortium, ConsortiumId};
use crate::post::signoff::state::State;
use crate::post::{self, Post, PostId};
use crate::site;

/// A post as strangers find it.
pub enum Said {
    Here(Box<Spoken>),
    /// It was taken back, or its Verbund has ended.
    Gone {
        consortium: ConsortiumId,
    },
}

/// A post that the public sees, with everything other servers are told about it.
pub struct Spoken {
    pub consortium: Consortium,
    pub post: Post,
    pub piece: Piece,
    pub speakers: Speakers,
    pub until: Option<Instant>,
}

/// Finds a post for strangers. Who says it is settled the first time anybody asks.
pub async fn find(app: &App, id: &PostId) -> Result<Said> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let post = post::store::by_id(&mut conn, id).await?;
    let (consortium, channel) = match of_consortium(&mut conn, &post.consortium_id, now).await? {
        Presence::Speaks(consortium, channel) => (*consortium, *channel),
        Presence::Gone if post.first_public_at.is_some() => {
            return Ok(Said::Gone { consortium: post.consortium_id });
        }
        _ => return Err(Error::NotFound),
    };
    let Some(revision) = post.public_revision(now).cloned() else {
        let was_public = post.first_public_at.or(post.opens_at).is_some_and(|at| at <= now);
        return match post.state(now) {
            State::Withdrawn if was_public => Ok(Said::Gone { consortium: post.consortium_id }),
            _ => Err(Error::NotFound),
        };
    };
    let network = Network::Fediverse;
    let piece =
        store_piece::read(&mut conn, &app.config, &consortium, &post, &revision, network, now).await?;
    let until = until(&mut conn, Some(&consortium), now).await?;
    let known = store_spoken::of_post(&mut conn, id).await?;
    drop(conn);
    let speakers = match known {
        Some(known) => known,
        None => {
            let byline: Vec<_> = piece.houses.iter().map(|house| house.id.clone()).collect();
            let mut tx = app.db.begin(consortium.id.as_str()).await?;
            let settled = speakers(&mut tx, &consortium, &channel, id, &byline, now).await?;
            app.commit(tx, consortium.id.as_str()).await?;
            settled
        }
    };
    Ok(Said::Here(Box::new(Spoken { consortium, post, piece, speakers, until })))
}

/// Gives the activity by which an actor said or shared a post.
pub async fn said_by(
    conn: &mut Conn,
    config: &Config,
    consortium: &Consortium,
    post: &Post,
    actor: &Actor,
    now: Instant,
) -> Result<Option<Value>> {
    let Some(speakers) = store_spoken::of_post(conn, &post.id).await? else { return Ok(None) };
    let Some(revision) = post.public_revision(now) else { return Ok(None) };
    let since = post.public_since(now).unwrap_or(now);
    let mut activity = if speakers.speaker.id == actor.id {
        let network = Network::Fediverse;
        let piece = store_piece::read(conn, config, consortium, post, revision, network, now).await?;
        Some(object::create(config, &piece, &speakers))
    } else {
        object::announce(config, &post.id, since, &speakers)
    };
    if let Some(fields) = activity.as_mut().and_then(Value::as_object_mut) {
        fields.remove("@context");
    }
    Ok(activity)
}

/// Tells until when what is read of a Verbund stays true.
pub async fn until(conn: &mut Conn, it: Option<&Consortium>, now: Instant) -> Result<Option<Instant>> {
    let Some(it) = it else { return Ok(None) };
    let opens = site::store::next_opening(conn, &it.id, now).await?;
    Ok([opens, it.ends_at].into_iter().flatten().filter(|at| *at > now).min())
}
