//! The round that is made again and again: what has come together goes out when its time has come,
//! and what need not be known any more is forgotten.
use jiff::SignedDuration;

use super::issue::{came, usual_slot};
use super::store_issue::{self, Issue};
use super::work_reading::item;
use super::{LETTER_DAYS, PROOF_DAYS, Rhythm, UNCONFIRMED_DAYS, driver, store, store_letter, work};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::{job, kill};
use crate::calendar::slot::Slot;
use crate::channel::Channel;
use crate::consortium::{Consortium, store as consortium_store, store_halt};

/// The kind of the job; there is one for the whole installation.
pub const ROUND: &str = "round-newsletter";

/// How long nobody looks at most: a channel may have been switched on meanwhile.
const LONGEST: SignedDuration = SignedDuration::from_mins(30);

/// How long after the end of a Verbund its addresses are kept, in days: until its last words are out.
const OVER_DAYS: i64 = 14;

/// Makes the round and sets the next one.
pub async fn round(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut next = now.plus(LONGEST);
    let channels = store_issue::channels(&mut *app.db.read().await?, now).await?;
    for channel in &channels {
        if let Some(at) = visit(app, channel).await? {
            next = next.min(at);
        }
    }
    let days = |days: i64| now.plus_hours(-24 * days);
    let mut tx = app.db.begin("newsletter").await?;
    store::end_over(&mut tx, days(OVER_DAYS), now).await?;
    store::forget(&mut tx, days(UNCONFIRMED_DAYS), days(PROOF_DAYS), days(LETTER_DAYS)).await?;
    if store_letter::next_due(&mut tx).await?.is_some() {
        // A job that was given up does not keep letters for ever.
        job::enqueue_once(&mut tx, work::SEND, work::SEND, "", now).await?;
    }
    job::enqueue_once(&mut tx, ROUND, ROUND, "", next).await?;
    tx.commit().await?;
    app.waker.wake();
    Ok(())
}

/// Collects what has come together on a channel if its time has come, and gives the next time.
async fn visit(app: &App, channel: &Channel) -> Result<Option<Instant>> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_id(&mut conn, &channel.consortium_id).await?;
    let is_halted = store_halt::current(&mut conn, &consortium.id).await?.is_some();
    drop(conn);
    if consortium.has_ended(now) || is_halted {
        return Ok(None);
    }
    let zone = consortium.time_zone();
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    driver::ensure_rhythm(&mut tx, channel, now).await?;
    let (slot, until) = rhythm(&mut tx, channel).await?;
    if let Some(at) = came(&slot, &zone, until, now) {
        collect(&mut tx, app, channel, &consortium, at).await?;
        store_issue::set_rhythm(&mut tx, &channel.id, &slot.to_text(), at).await?;
        kill::point("newsletter.collect.before_commit");
        tx.commit().await?;
        kill::point("newsletter.collect.after_commit");
    } else {
        tx.commit().await?;
    }
    Ok(slot.next_after(now, &zone).map(|(_, at)| at))
}

/// Gives the rhythm of a channel, and until when its posts were collected.
pub async fn rhythm(conn: &mut Conn, channel: &Channel) -> Result<(Slot, Instant)> {
    let found = store_issue::rhythm(conn, &channel.id).await?;
    let since = channel.on_at.unwrap_or(channel.created_at);
    Ok(match found {
        Some((slot, until)) => (Slot::from_text(&slot).unwrap_or_else(|_| usual_slot()), until),
        None => (usual_slot(), since),
    })
}

/// Writes the letters with what has come together; none when there is nothing. A post that was taken
/// back meanwhile is not in it.
async fn collect(conn: &mut Conn, app: &App, channel: &Channel, it: &Consortium, at: Instant) -> Result<()> {
    let now = app.clock.now();
    let occasion = format!("digest:{}:{}", channel.id, at.millis());
    let issue = Issue::new(channel, Rhythm::Digest.code(), occasion, now);
    let mut found = Vec::new();
    for (waiting, post, number, wording) in store_issue::uncollected(conn, &channel.id).await? {
        store_issue::mark_collected(conn, &waiting, now).await?;
        if let Some(item) = item(conn, app, it, number, wording.clone()).await? {
            found.push((post, item.piece.revision, wording));
        }
    }
    if found.is_empty() || !store_issue::insert(conn, &issue).await? {
        return Ok(());
    }
    for (post, revision, wording) in &found {
        store_issue::put_item(conn, &issue.id, post, revision, wording.as_deref()).await?;
    }
    store_issue::address(conn, &issue, now).await?;
    job::enqueue_once(conn, work::SEND, work::SEND, "", now).await
}
