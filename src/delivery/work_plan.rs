//! Planning: compares what stands on the channels with what the public may see, post by post.
use std::collections::HashMap;

use super::plan::{Moment, Move, Turn, plan};
use super::state::Delivered;
use super::wanted::{Case, wanted};
use super::{store, store_due, work_ending, work_hear};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::channel::{self, Channel, store_piece};
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::media::PictureId;
use crate::post::writing::wording;
use crate::post::{Post, PostId, editing::store_revision, store as post_store};

/// How far back a look for changes reaches beyond the last one, in seconds: the clocks of two
/// processes are not quite the same, and a commit comes after the instant it writes.
const OVERLAP_SECONDS: i64 = 120;

/// A Verbund as planning has to see it.
pub struct Place {
    pub consortium: Consortium,
    pub channels: Vec<Channel>,
    pub lifted_at: Option<Instant>,
}

impl Place {
    pub async fn read(conn: &mut Conn, id: &ConsortiumId) -> Result<Place> {
        Ok(Place {
            consortium: consortium_store::by_id(conn, id).await?,
            channels: channel::store::of_consortium(conn, id).await?,
            lifted_at: store_due::lifted_at(conn, id).await?,
        })
    }
}

/// Plans a post on every channel; within a transaction of the Verbund what it finds stays true.
pub async fn moves(conn: &mut Conn, place: &Place, post: &Post, now: Instant) -> Result<Vec<Move>> {
    let turns = store::of_post(conn, &post.id).await?;
    let choices = store::choices(conn, &post.id).await?;
    let content = match post.public_revision(now) {
        Some(revision) => Some(store_revision::by_id(conn, &post.id, revision).await?.content()?),
        None => None,
    };
    let mut all = Vec::new();
    for channel in &place.channels {
        let mut own: Vec<_> =
            turns.iter().filter(|turn| turn.row.channel_id == channel.id).cloned().collect();
        look_at_pictures(conn, place, channel, &mut own, now).await?;
        let case = Case {
            post,
            channel,
            consortium: &place.consortium,
            choice: choices.iter().find(|(id, _)| *id == channel.id).map(|(_, choice)| *choice),
            is_left_out: content
                .as_ref()
                .is_some_and(|it| wording::of(&it.wordings, channel.id.as_str()).is_left_out),
            has_history: !own.is_empty(),
        };
        let of = Delivered { consortium: &place.consortium.id, post: &post.id, channel: &channel.id };
        let moment = Moment { now, is_broken: channel.broken_at.is_some(), lifted_at: place.lifted_at };
        all.extend(plan(&of, &own, &wanted(&case, now), &moment));
    }
    Ok(all)
}

/// Finds the sendings that carried a picture which may not be shown on their channel any more.
async fn look_at_pictures(
    conn: &mut Conn,
    place: &Place,
    channel: &Channel,
    turns: &mut [Turn],
    now: Instant,
) -> Result<()> {
    let mut known: HashMap<PictureId, bool> = HashMap::new();
    for turn in turns {
        for id in turn.row.carried() {
            let is_gone = match known.get(&id) {
                Some(is_gone) => *is_gone,
                None => store_piece::is_gone(conn, &place.consortium, &id, channel.network(), now).await?,
            };
            turn.has_gone_picture |= is_gone;
            known.insert(id, is_gone);
        }
    }
    Ok(())
}

/// Plans a post and writes down what has to be done.
pub async fn plan_post(conn: &mut Conn, place: &Place, post: &PostId, now: Instant) -> Result<usize> {
    let post = post_store::by_id(conn, post).await?;
    let moves = moves(conn, place, &post, now).await?;
    for it in &moves {
        match it {
            Move::Add(row) => store::insert(conn, row).await?,
            Move::Change(row) => store::save(conn, row).await?,
            Move::Drop(id) => store::delete(conn, id).await?,
        }
    }
    Ok(moves.len())
}

/// What a process remembers of its planning, so that it looks only at what may have changed.
#[derive(Debug, Default)]
pub struct Memory {
    planned: HashMap<ConsortiumId, Planned>,
}

#[derive(Debug, Clone, Copy)]
struct Planned {
    version: i64,
    at: Instant,
    /// When something changes by itself.
    turns_at: Option<Instant>,
}

impl Memory {
    /// Tells when something has to be planned although nobody changes anything.
    pub fn turns_at(&self) -> Option<Instant> {
        self.planned.values().filter_map(|it| it.turns_at).min()
    }
}

/// Plans every Verbund in which something may have changed since this process looked last.
pub async fn plan_all(app: &App, memory: &mut Memory) -> Result<()> {
    let now = app.clock.now();
    let speaking = store_due::speaking(&mut *app.db.read().await?).await?;
    memory.planned.retain(|id, _| speaking.iter().any(|(other, _)| other == id));
    for (id, version) in speaking {
        let last = memory.planned.get(&id).copied();
        let is_new = last.is_none_or(|last| {
            last.version != version || last.turns_at.is_some_and(|at| at <= now) || now < last.at
        });
        if !is_new {
            continue;
        }
        let since = last.map_or(Instant(0), |last| last.at.min(now).plus_seconds(-OVERLAP_SECONDS));
        let turns_at = plan_consortium(app, &id, since).await?;
        memory.planned.insert(id, Planned { version, at: now, turns_at });
    }
    Ok(())
}

/// Plans the posts of one Verbund that may have changed since an instant. Looking needs no lock;
/// only what has to be written down is looked at once more within a transaction.
async fn plan_consortium(app: &App, id: &ConsortiumId, since: Instant) -> Result<Option<Instant>> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let place = Place::read(&mut conn, id).await?;
    let turns_at = store_due::turns_at(&mut conn, &place.consortium, now).await?;
    let mut changed = Vec::new();
    for post in store_due::moved(&mut conn, id, since, now).await? {
        if !moves(&mut conn, &place, &post, now).await?.is_empty() {
            changed.push(post.id);
        }
    }
    drop(conn);
    work_hear::keep_asking(app, &place).await?;
    work_ending::keep_ending(app, &place).await?;
    for post in changed {
        let mut tx = app.db.begin(id.as_str()).await?;
        let place = Place::read(&mut tx, id).await?;
        plan_post(&mut tx, &place, &post, now).await?;
        kill::point("delivery.plan.before_commit");
        tx.commit().await?;
        kill::point("delivery.plan.after_commit");
    }
    Ok(turns_at)
}

/// Plans a post anew in the transaction in which something about it was decided.
pub async fn plan_again(conn: &mut Conn, id: &ConsortiumId, post: &PostId, now: Instant) -> Result<()> {
    let place = Place::read(conn, id).await?;
    plan_post(conn, &place, post, now).await?;
    Ok(())
}

/// Gives a Verbund's channel, also one that was taken away.
pub async fn channel_of(conn: &mut Conn, row: &super::state::Delivery) -> Result<Channel> {
    match channel::store::by_id(conn, &row.consortium_id, &row.channel_id).await {
        Err(Error::NotFound) => Err(Error::Broken(anyhow::anyhow!("a sending without its channel"))),
        found => found,
    }
}
