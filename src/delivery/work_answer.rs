//! Our answers on their way: sent through the channel by which the question came.
use super::dispatch;
use super::work_send::break_off;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::channel::Channel;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::Outcome;
use crate::channel::steps::Steps;
use crate::consortium::store as consortium_store;
use crate::conversation::{ANSWER, UtteranceId, store, store_answer};

/// How long an answer waits before it is tried again, at first and at most, in seconds.
const FIRST_WAIT: i64 = 30;
const LONGEST_WAIT: i64 = 6 * 3600;

/// For how many hours an answer is tried before a person has to look at it.
const TRIED_HOURS: i64 = 60;

/// How long an answer waits for a channel that has to be connected anew, in minutes.
const BROKEN_MINUTES: i64 = 15;

/// Sends an answer, or goes on where a process died over it, and notes what became of it.
pub async fn answer(app: &App, payload: &str) -> Result<()> {
    let id = UtteranceId::from(payload);
    let mut conn = app.db.read().await?;
    let Some((channel, reply)) = store_answer::read(&mut conn, &id).await? else { return Ok(()) };
    let written = store::utterance(&mut conn, &id).await?.at;
    drop(conn);
    let now = app.clock.now();
    let outcome = match channel.broken_at {
        Some(_) => {
            let why = Sentence::new("delivery-why-reconnect");
            Outcome::Retry { at: Some(now.plus_minutes(BROKEN_MINUTES)), why }
        }
        None => send(app, &channel, &reply).await.unwrap_or_else(|error| {
            tracing::warn!(%id, %error, "an answer did not work out");
            Outcome::Retry { at: None, why: Sentence::new("delivery-why-ours") }
        }),
    };
    note(app, &id, channel, outcome, written).await
}

async fn send(app: &App, channel: &Channel, reply: &Reply) -> Result<Outcome> {
    if channel.ended_at.is_some() {
        return Ok(Outcome::Refused { why: Sentence::new("delivery-why-channel-gone") });
    }
    let consortium = consortium_store::by_id(&mut *app.db.read().await?, &channel.consortium_id).await?;
    let steps = Steps::of(app, &reply.id);
    dispatch::answer(&Order { app, consortium: &consortium, channel, steps }, reply).await
}

async fn note(
    app: &App,
    id: &UtteranceId,
    channel: Channel,
    outcome: Outcome,
    written: Instant,
) -> Result<()> {
    let now = app.clock.now();
    let consortium = channel.consortium_id.clone();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let outcome = match outcome {
        Outcome::Reconnect { why } => {
            break_off(&mut tx, channel, &why, now).await?;
            Outcome::Retry { at: Some(now.plus_minutes(BROKEN_MINUTES)), why }
        }
        Outcome::Retry { why, .. } if written.plus_hours(TRIED_HOURS) < now => {
            Outcome::Refused { why: Sentence::new("delivery-why-given-up").with("why", why) }
        }
        Outcome::Retry { at, why } => {
            Outcome::Retry { at: Some(at.unwrap_or_else(|| again_at(written, now))), why }
        }
        other => other,
    };
    match store_answer::note(&mut tx, id, &outcome, now).await {
        Err(Error::NotFound) => return Ok(()),
        noted => noted?,
    }
    if let Outcome::Retry { at: Some(at), .. } = &outcome {
        let at = (*at).max(now.plus_seconds(1));
        job::enqueue_once(&mut tx, ANSWER, &format!("{ANSWER}:{id}"), id.as_str(), at).await?;
    }
    app.commit(tx, consortium.as_str()).await
}

/// Waits half as long again as it has waited already.
fn again_at(written: Instant, now: Instant) -> Instant {
    let waited = (now.millis() - written.millis()) / 2_000;
    now.plus_seconds(waited.clamp(FIRST_WAIT, LONGEST_WAIT))
}

#[test]
fn an_answer_is_tried_again_less_and_less_often() {
    let written = Instant(0);
    let (mut now, mut waits) = (written, Vec::new());
    for _ in 0..30 {
        let next = again_at(written, now);
        waits.push((next.millis() - now.millis()) / 1000);
        now = next;
    }
    assert_eq!((waits[0], waits[29]), (FIRST_WAIT, LONGEST_WAIT));
    assert!(waits.is_sorted());
}
