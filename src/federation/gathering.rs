//! What somebody said, liked, shared or reported becomes something in the Eingang of each Verbund
//! that it concerns.
use std::collections::BTreeMap;

use super::activity::Activity;
use super::actor::{ActorId, own_actor};
use super::note::Note;
use super::object::own_post;
use super::remote::RemoteActor;
use super::speaking::channel_of;
use super::standing::{Presence, of_consortium};
use super::store_returned::{self, Returned};
use super::{plain, store_actor, store_spoken};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::channel::Network;
use crate::channel::incoming::{Incoming, Kind};
use crate::consortium::ConsortiumId;
use crate::conversation::{store_block, store_intake};
use crate::institution::InstitutionId;
use crate::post::{self, PostId};

/// Why something concerns a Verbund: which post of it, which house of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Concern {
    post: Option<PostId>,
    house: Option<InstitutionId>,
    is_reply: bool,
}

type Concerns = BTreeMap<ConsortiumId, Concern>;

/// Tells whether nothing is taken in from somebody, for whom there is a Verbund to say so.
pub async fn is_blocked(conn: &mut Conn, consortium: Option<&ConsortiumId>, who: &str) -> Result<bool> {
    match consortium {
        Some(id) => store_block::is_blocked(conn, id, Network::Fediverse, who).await,
        None => Ok(false),
    }
}

/// Takes in what somebody said, or said anew; what concerns nobody here is not kept.
pub async fn say(app: &App, note: &Note, who: &RemoteActor) -> Result<&'static str> {
    let mut conn = app.db.read().await?;
    let mut concerns = Concerns::new();
    let known = store_returned::by_id(&mut conn, &note.id).await?;
    if known.iter().any(|it| it.actor != who.id) {
        return Ok("refused: it is somebody else's");
    }
    for it in known {
        let is_reply = it.kind == "reply";
        concerns.insert(it.consortium_id, Concern { post: it.post_id, house: None, is_reply });
    }
    if let Some(to) = &note.in_reply_to {
        of_what_is_answered(&mut conn, app, to, &mut concerns).await?;
    }
    let ours = format!("{}/ap/answer/", app.config.public_url);
    let answers_us = note.in_reply_to.as_ref().is_some_and(|to| to.starts_with(&ours));
    let named: Vec<ActorId> =
        note.named.iter().filter_map(|address| own_actor(&app.config, address)).collect();
    for id in named {
        of_actor(&mut conn, &id, answers_us, &mut concerns).await?;
    }
    drop(conn);
    let mut outcome = "ignored: it concerns nobody here";
    for (consortium, concern) in concerns {
        let kind = match (note.is_open, concern.is_reply) {
            (false, _) => Kind::Direct,
            (true, true) => Kind::Reply,
            (true, false) => Kind::Mention,
        };
        let incoming = Incoming {
            in_reply_to: note.in_reply_to.clone(),
            remote_url: note.url.clone(),
            text: note.text.clone(),
            language: note.language.clone(),
            at: note.at,
            ..incoming(&consortium, kind, &note.id, who, concern)
        };
        if take_in(app, incoming).await? {
            outcome = "taken";
        }
    }
    Ok(outcome)
}

/// Takes in that somebody likes or shares a post.
pub async fn mark(
    app: &App,
    it: &Activity,
    post: &PostId,
    who: &RemoteActor,
    kind: Kind,
) -> Result<&'static str> {
    let mut conn = app.db.read().await?;
    let mut concerns = Concerns::new();
    of_post(&mut conn, post, &mut concerns).await?;
    drop(conn);
    let mut outcome = "ignored: there is no such post";
    for (consortium, concern) in concerns {
        if take_in(app, incoming(&consortium, kind, &it.id, who, concern)).await? {
            outcome = "taken";
        }
    }
    Ok(outcome)
}

/// Takes in a report, for each Verbund of which something is reported.
pub async fn report(
    app: &App,
    it: &Activity,
    who: &RemoteActor,
    posts: &[PostId],
    actors: &[ActorId],
    others: &[String],
) -> Result<&'static str> {
    let mut conn = app.db.read().await?;
    let mut concerns = Concerns::new();
    for post in posts {
        of_post(&mut conn, post, &mut concerns).await?;
    }
    for actor in actors {
        of_actor(&mut conn, actor, false, &mut concerns).await?;
    }
    drop(conn);
    let words = plain::text(&it.content);
    let text = std::iter::once(&words).chain(others).filter(|line| !line.is_empty());
    let text = text.cloned().collect::<Vec<_>>().join("\n");
    let mut outcome = "ignored: it reports nothing of ours";
    for (consortium, concern) in concerns {
        let report =
            Incoming { text: text.clone(), ..incoming(&consortium, Kind::Report, &it.id, who, concern) };
        if take_in(app, report).await? {
            outcome = "taken";
        }
    }
    Ok(outcome)
}

fn incoming(
    consortium: &ConsortiumId,
    kind: Kind,
    id: &str,
    who: &RemoteActor,
    concern: Concern,
) -> Incoming {
    Incoming {
        consortium_id: consortium.clone(),
        channel_id: None,
        network: Network::Fediverse,
        kind,
        remote_id: id.to_owned(),
        remote_url: id.to_owned(),
        in_reply_to: None,
        post_id: concern.post,
        house: concern.house,
        author: who.author(),
        text: String::new(),
        language: String::new(),
        at: who.read_at,
        handle: String::new(),
    }
}

/// Takes one thing in, if its Verbund speaks in the Fediverse and has not blocked who sent it.
async fn take_in(app: &App, mut it: Incoming) -> Result<bool> {
    let now = app.clock.now();
    let consortium = it.consortium_id.clone();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    if !matches!(of_consortium(&mut tx, &consortium, now).await?, Presence::Speaks(..)) {
        return Ok(false);
    }
    if is_blocked(&mut tx, Some(&consortium), &it.author.id).await? {
        return Ok(false);
    }
    it.channel_id = channel_of(&mut tx, &consortium, now).await?.map(|channel| channel.id);
    it.at = it.at.min(now);
    store_intake::take_in(&mut tx, &it, now).await?;
    let kind = match it.kind {
        Kind::Reply => "reply",
        Kind::Mention => "mention",
        Kind::Direct => "direct",
        Kind::Like => "like",
        Kind::Share => "share",
        Kind::Report => "report",
    };
    store_returned::remember(&mut tx, &returned(&it, kind, now)).await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(true)
}

fn returned(it: &Incoming, kind: &str, now: Instant) -> Returned {
    Returned {
        id: it.remote_id.clone(),
        consortium_id: it.consortium_id.clone(),
        actor: it.author.id.clone(),
        kind: kind.to_owned(),
        post_id: it.post_id.clone(),
        at: now,
    }
}

/// Finds whom something concerns by what it answers: a post of ours, or what another said below it.
async fn of_what_is_answered(conn: &mut Conn, app: &App, to: &str, all: &mut Concerns) -> Result<()> {
    if let Some(post) = own_post(&app.config, to) {
        of_post(conn, &post, all).await?;
    }
    for it in store_returned::by_id(conn, to).await? {
        let concern = all.entry(it.consortium_id).or_default();
        concern.is_reply = true;
        concern.post = concern.post.take().or(it.post_id);
    }
    Ok(())
}

async fn of_post(conn: &mut Conn, id: &PostId, all: &mut Concerns) -> Result<()> {
    let post = match post::store::by_id(conn, id).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let spoken = store_spoken::of_post(conn, id).await?;
    let concern = all.entry(post.consortium_id).or_default();
    concern.is_reply = true;
    concern.post = Some(id.clone());
    concern.house = spoken.and_then(|speakers| speakers.speaker.institution_id);
    Ok(())
}

async fn of_actor(conn: &mut Conn, id: &ActorId, is_reply: bool, all: &mut Concerns) -> Result<()> {
    let actor = match store_actor::by_id(conn, id).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    if let Some(consortium) = actor.consortium_id {
        let concern = all.entry(consortium).or_default();
        concern.is_reply |= is_reply;
        concern.house = concern.house.take().or(actor.institution_id);
    }
    Ok(())
}
