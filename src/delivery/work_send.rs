//! Sending: takes one in hand, lets its network do it, and writes down what became of it.
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;

use super::outcome::{not_found, settle, stops};
use super::state::{Act, Delivery, State};
use super::work_plan::{self, Place};
use super::{LEASE_SECONDS, dispatch, store, store_due};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::channel::order::Order;
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::piece::Piece;
use crate::channel::steps::Steps;
use crate::channel::{self, Channel, store_piece};
use crate::consortium::{Consortium, store as consortium_store};
use crate::post::{editing::store_revision, store as post_store};

/// How often a lease is renewed while its sending is in hand.
const RENEWAL: Duration = Duration::from_secs(LEASE_SECONDS as u64 / 3);

/// The longest time one try may take: pictures go up slowly. What is longer is tried again, and the
/// steps it has taken tell the network where it was.
const LONGEST: Duration = Duration::from_secs(600);

/// After how many seconds a sending looks again whether its pictures are cut to size.
const CUT_SECONDS: i64 = 3;

/// What a try brought.
enum Brought {
    Outcome(Outcome),
    /// It was looked for and not found.
    NotFound,
}

/// Takes a due sending in hand, if it still is to be sent and nobody else sends on its channel.
pub async fn claim(app: &App, it: &Delivery, worker: &str) -> Result<Option<Delivery>> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium_id.as_str()).await?;
    // What was withdrawn a moment ago does not go out.
    let place = Place::read(&mut tx, &it.consortium_id).await?;
    work_plan::plan_post(&mut tx, &place, &it.post_id, now).await?;
    let mut claimed = store_due::claim(&mut tx, it, worker, now).await?;
    if let Some(row) = &mut claimed
        && stops(row, now)
    {
        store::save(&mut tx, row).await?;
        claimed = None;
    }
    tx.commit().await?;
    if claimed.is_some() {
        kill::point("delivery.claimed");
    }
    Ok(claimed)
}

/// Carries out a sending that was taken in hand.
pub async fn carry_out(app: &App, row: Delivery, worker: &str) -> Result<()> {
    let trying = AssertUnwindSafe(attempt(app, &row, worker)).catch_unwind();
    let brought = tokio::select! {
        ended = tokio::time::timeout(LONGEST, trying) => match ended {
            Ok(Ok(Ok(brought))) => brought,
            Ok(Ok(Err(error))) => broken(&row, &error.to_string()),
            Ok(Err(_)) => broken(&row, "it panicked"),
            Err(_) => broken(&row, "it took too long"),
        },
        () = renew(app, &row, worker) => return Ok(()),
    };
    note(app, &row, worker, brought).await
}

/// What went wrong on our side is tried again: the steps that were taken tell where it was.
fn broken(row: &Delivery, error: &str) -> Brought {
    tracing::warn!(id = %row.id, error, "a sending did not work out");
    if row.state() == State::Unconfirmed {
        return Brought::NotFound;
    }
    Brought::Outcome(Outcome::Retry { at: None, why: Sentence::new("delivery-why-ours") })
}

async fn attempt(app: &App, row: &Delivery, worker: &str) -> Result<Brought> {
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_id(&mut conn, &row.consortium_id).await?;
    let channel = work_plan::channel_of(&mut conn, row).await?;
    let piece = match row.act() {
        Act::Withdraw => None,
        Act::Publish | Act::Correct => Some(piece(app, &mut conn, &consortium, &channel, row).await?),
    };
    let remote = published(&mut conn, row).await?.and_then(|row| row.remote());
    if piece.is_some() && row.state() != State::Unconfirmed && lacks_pictures(app, &mut conn, row).await? {
        let at = Some(app.clock.now().plus_seconds(CUT_SECONDS));
        return Ok(Brought::Outcome(Outcome::Retry { at, why: Sentence::new("delivery-why-pictures") }));
    }
    drop(conn);
    let steps = Steps::of(app, row.id.as_str());
    let order = Order { app, consortium: &consortium, channel: &channel, steps };
    if row.state() == State::Unconfirmed {
        let found = match &piece {
            Some(piece) => dispatch::look(&order, piece).await?,
            None => None,
        };
        return Ok(found.map_or(Brought::NotFound, |remote| Brought::Outcome(Outcome::Sent(remote))));
    }
    if let Some(piece) = &piece {
        carry(app, row, worker, piece).await?;
    }
    let outcome = match (&piece, remote.filter(|remote| !remote.ids.is_empty())) {
        (Some(piece), _) if row.act() == Act::Publish => dispatch::publish(&order, piece).await?,
        (Some(piece), Some(remote)) => dispatch::correct(&order, piece, &remote).await?,
        (None, Some(remote)) => dispatch::withdraw(&order, &row.post_id, &remote).await?,
        // Nobody ever told what the network calls it.
        (_, None) => Outcome::ByHand,
    };
    let is_gone = row.picture_gone_at.is_some();
    Ok(Brought::Outcome(match outcome {
        Outcome::Sent(_) if is_gone && !dispatch::can_take_pictures_out(&channel) => Outcome::ByHand,
        outcome => outcome,
    }))
}

/// Writes down which pictures go along, before they do, and how many have to stay behind because
/// those who are on them did not agree to this network: what is taken back while it goes out, or
/// while the process dies, is known to be there.
async fn carry(app: &App, row: &Delivery, worker: &str, piece: &Piece) -> Result<()> {
    let along: Vec<_> = piece.pictures.iter().map(|picture| picture.id.clone()).collect();
    let mut tx = app.db.begin(row.consortium_id.as_str()).await?;
    let revision = store_revision::by_id(&mut tx, &row.post_id, &row.revision_id).await?;
    let all = revision.content()?.pictures.len();
    let without = i64::try_from(all.saturating_sub(along.len())).unwrap_or(0);
    if !store_due::carry(&mut tx, row, worker, &along, without).await? {
        return Err(Error::Stale);
    }
    tx.commit().await?;
    kill::point("delivery.carried");
    Ok(())
}

/// Reads what is to be sent. Without a picture that is gone it is a newer version of the same text:
/// receivers take none that is as old as what they have.
async fn piece(
    app: &App,
    conn: &mut Conn,
    consortium: &Consortium,
    channel: &Channel,
    row: &Delivery,
) -> Result<Piece> {
    let post = post_store::by_id(conn, &row.post_id).await?;
    let now = app.clock.now();
    let mut piece =
        store_piece::read_for(conn, &app.config, consortium, &post, &row.revision_id, channel, now).await?;
    piece.updated = row.picture_gone_at.map_or(piece.updated, |gone| gone.max(piece.updated));
    Ok(piece)
}

/// Tells whether what is to be sent has a picture that is still being cut to size.
async fn lacks_pictures(app: &App, conn: &mut Conn, row: &Delivery) -> Result<bool> {
    let post = post_store::by_id(conn, &row.post_id).await?;
    store_piece::awaits_pictures(conn, &post, &row.revision_id, app.clock.now()).await
}

/// Finds the publication to which a sending belongs.
async fn published(conn: &mut Conn, row: &Delivery) -> Result<Option<Delivery>> {
    let turns = store::turns(conn, &row.post_id, &row.channel_id).await?;
    let mut before = turns.into_iter().map(|turn| turn.row).filter(|it| it.turn <= row.turn);
    Ok(before.rfind(|it| it.act() == Act::Publish))
}

/// Renews the lease while a sending is in hand; returns when it was lost to another process.
async fn renew(app: &App, row: &Delivery, worker: &str) {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let renewed = async {
            let mut tx = app.db.begin(row.consortium_id.as_str()).await?;
            let has = store_due::renew(&mut tx, row, worker, app.clock.now()).await?;
            tx.commit().await.map(|()| has)
        };
        match renewed.await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(id = %row.id, %error, "a lease could not be renewed"),
        }
    }
}

/// Writes down what became of a sending, what follows for the channel and for the publication, and
/// plans the post anew: while it was in hand, it may have been corrected or withdrawn.
async fn note(app: &App, row: &Delivery, worker: &str, brought: Brought) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin(row.consortium_id.as_str()).await?;
    let mut row = store::by_id(&mut tx, &row.consortium_id, &row.id).await?;
    if row.leased_by.as_deref() != Some(worker) {
        return Ok(());
    }
    match brought {
        Brought::NotFound => not_found(&mut row, now),
        Brought::Outcome(outcome) => {
            if let Outcome::Reconnect { why } = &outcome {
                let channel = work_plan::channel_of(&mut tx, &row).await?;
                break_off(&mut tx, channel, why, now).await?;
            }
            settle(&mut row, outcome, now);
        }
    }
    store::save(&mut tx, &row).await?;
    follow(&mut tx, &row, now).await?;
    work_plan::plan_again(&mut tx, &row.consortium_id, &row.post_id, now).await?;
    kill::point("delivery.note.before_commit");
    app.commit(tx, row.consortium_id.as_str()).await?;
    kill::point("delivery.note.after_commit");
    Ok(())
}

/// Lets the publication say what its correction or withdrawal has done to it.
pub async fn follow(conn: &mut Conn, row: &Delivery, now: Instant) -> Result<()> {
    if row.act() == Act::Publish || row.state() != State::Sent {
        return Ok(());
    }
    let Some(mut publication) = published(conn, row).await? else { return Ok(()) };
    if row.act() == Act::Withdraw {
        publication.stand(State::Withdrawn, now);
    } else if row.remote().is_some_and(|remote: Remote| !remote.ids.is_empty()) {
        publication.remote = row.remote.clone();
        publication.remote_url = row.remote_url.clone();
    }
    store::save(conn, &publication).await
}

/// Notes that the access of a channel does not hold any more.
pub async fn break_off(conn: &mut Conn, mut channel: Channel, why: &Sentence, now: Instant) -> Result<()> {
    if channel.broken_at.is_none() {
        channel.broken_at = Some(now);
        channel.broken_why = why.keep();
        channel::store::save(conn, &channel).await?;
    }
    Ok(())
}
