//! The letters go out one after the other, so many in a minute, in a lane of their own: nobody's
//! letter waits behind them, and none of them goes out twice.
use std::time::{Duration, Instant as Moment};

use super::bounce::{self, Verdict};
use super::envelope::{self, Addressed};
use super::store_letter::{self, Outcome, Row};
use super::work_reading::{Sending, reader};
use super::{Subscriber, letter, store, work_ending};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::config::MailConfig;
use crate::base::error::Result;
use crate::base::job;
use crate::base::kill;
use crate::base::mail::Letter;
use crate::base::smtp::{Fate, Server};
use crate::base::store_mail;

/// The kind of the job that sends letters; there is one for the whole installation.
pub const SEND: &str = "bulk-newsletter";

/// How long one run of the job goes on before it makes room for a fresh one.
const RUN: Duration = Duration::from_secs(60);

/// How long one letter may take; what takes longer may have arrived.
const LETTER: Duration = Duration::from_secs(90);

/// When a letter that was begun and has no end is surely nobody's any more, in minutes.
const DEAD_MINUTES: i64 = 5;

/// How long the mail server is left alone when it does not answer, in minutes.
const PAUSE_MINUTES: i64 = 2;

/// How often a letter is tried that a server puts off, and how long one may wait, in hours.
const TRIES: i64 = 10;
const WAITS_HOURS: i64 = 60;

/// Sends what is due and may go out now, and comes back for the rest.
pub async fn send(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("newsletter").await?;
    store_letter::close_dead(&mut tx, now.plus_minutes(-DEAD_MINUTES), now).await?;
    tx.commit().await?;
    let (per_minute, server) = match &app.config.mail {
        Some(config) => (config.per_minute, Some((config, Server::of(&app.config, &config.smtp)?))),
        None if app.demo => (crate::base::config::PER_MINUTE, None),
        // Kept until those who run the installation name a mail server.
        None => return Ok(()),
    };
    let mut conn = app.db.read().await?;
    let (begun, _) = store_letter::begun_since(&mut conn, now.plus_seconds(-60)).await?;
    let due = store_letter::due(&mut conn, now, (i64::from(per_minute) - begun).max(0)).await?;
    drop(conn);
    let (began, mut sending, mut pause) = (Moment::now(), None::<Sending>, None);
    for row in due {
        if began.elapsed() > RUN || pause.is_some() {
            break;
        }
        if sending.as_ref().is_none_or(|it| it.issue.id != row.issue_id) {
            sending = Some(Sending::read(app, &row.issue_id).await?);
        }
        let Some(sending) = &sending else { continue };
        if !one(app, sending, &row, server.as_ref()).await? {
            pause = Some(app.clock.now().plus_minutes(PAUSE_MINUTES));
        }
    }
    come_back(app, pause, i64::from(per_minute)).await
}

/// Sets the job for when the next letter may go out, if there is one.
async fn come_back(app: &App, pause: Option<Instant>, per_minute: i64) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("newsletter").await?;
    let due = store_letter::next_due(&mut tx).await?;
    // Somebody has to call unconfirmed what a process died over.
    let begun = store_letter::has_begun(&mut tx).await?.then(|| now.plus_minutes(DEAD_MINUTES + 1));
    let (count, first) = store_letter::begun_since(&mut tx, now.plus_seconds(-60)).await?;
    let room = if count < per_minute { now } else { first.unwrap_or(now).plus_seconds(61) };
    let next = due.map(|due| due.max(room).max(pause.unwrap_or(now))).into_iter().chain(begun).min();
    if let Some(next) = next {
        job::enqueue_once(&mut tx, SEND, SEND, "", next).await?;
    }
    tx.commit().await
}

/// Sends one letter; tells whether the mail server is there for more.
async fn one(
    app: &App,
    sending: &Sending,
    row: &Row,
    server: Option<&(&MailConfig, Server)>,
) -> Result<bool> {
    let mut conn = app.db.read().await?;
    let to = store::by_id(&mut conn, &row.subscriber_id).await?;
    let choices = store::choices(&mut conn, &row.subscriber_id).await?;
    drop(conn);
    let now = app.clock.now();
    let reader = reader(app, &to);
    let written = sending.written(&reader, &choices, now)?.filter(|_| to.is_live());
    let Some(written) = written else {
        finish(app, row, Outcome::Dropped, "").await?;
        return Ok(true);
    };
    let Some((config, server)) = server else {
        return show(app, sending, row, &to, &written).await.map(|()| true);
    };
    let unsubscribe = format!("{}/ende", reader.manage);
    let addressed = Addressed {
        config,
        name: &sending.head.name,
        slug: &sending.slug,
        host: app.config.public_host(),
        reply_to: Some(sending.reply_to.as_str()).filter(|it| !it.is_empty()),
        to: &to.address,
        issue: &row.issue_id,
        subscriber: &row.subscriber_id,
        unsubscribe: &unsubscribe,
    };
    let message = match envelope::message(&addressed, &written) {
        Ok(message) => message,
        // No server would ever take it; trying again changes nothing.
        Err(error) => return finish(app, row, Outcome::Refused, &error.to_string()).await.map(|()| true),
    };
    let mut tx = app.db.begin("newsletter").await?;
    let is_ours = store_letter::begin(&mut tx, row, now).await?;
    tx.commit().await?;
    if !is_ours {
        return Ok(true);
    }
    kill::point("newsletter.letter.before_send");
    let fate = tokio::time::timeout(LETTER, server.hand_over(message)).await.unwrap_or(Fate::Unknown);
    kill::point("newsletter.letter.after_send");
    settle(app, sending, row, &to, fate).await
}

/// Writes down what became of a letter.
async fn settle(app: &App, sending: &Sending, row: &Row, to: &Subscriber, fate: Fate) -> Result<bool> {
    let now = app.clock.now();
    match fate {
        Fate::Taken => finish(app, row, Outcome::Sent, "").await.map(|()| true),
        Fate::Unknown => finish(app, row, Outcome::Unconfirmed, "").await.map(|()| true),
        Fate::Refused { code, why } => {
            finish(app, row, Outcome::Refused, &why).await?;
            work_ending::failed(app, to, bounce::verdict(code, &why) == Verdict::Gone).await?;
            Ok(true)
        }
        Fate::Waiting { why, on_line } => {
            let is_late = sending.issue.created_at.plus_hours(WAITS_HOURS) < now;
            if is_late || (!on_line && row.tries + 1 >= TRIES) {
                finish(app, row, Outcome::Refused, &why).await?;
                work_ending::failed(app, to, false).await?;
                return Ok(true);
            }
            // A line that does not come about is nobody's fault: all letters wait for it alike.
            let due =
                if on_line { now.plus_minutes(PAUSE_MINUTES) } else { job::retry_at(now, row.tries + 3) };
            let mut tx = app.db.begin("newsletter").await?;
            store_letter::put_back(&mut tx, row, due, &why).await?;
            tx.commit().await?;
            Ok(!on_line)
        }
    }
}

async fn finish(app: &App, row: &Row, outcome: Outcome, why: &str) -> Result<()> {
    let mut tx = app.db.begin("newsletter").await?;
    store_letter::finish(&mut tx, row, outcome, why, app.clock.now()).await?;
    tx.commit().await
}

/// Writes down, in the demo, the letter that would have been sent.
async fn show(
    app: &App,
    sending: &Sending,
    row: &Row,
    to: &Subscriber,
    written: &letter::Written,
) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("newsletter").await?;
    if store_letter::begin(&mut tx, row, now).await? {
        let shown = Letter::new(&to.address, written.subject.clone(), written.text.clone(), now);
        let shown = shown.about(sending.issue.consortium_id.as_str());
        store_mail::insert(&mut tx, &shown).await?;
        store_mail::mark(&mut tx, &shown.id, Some(now), None, 1, "").await?;
        store_letter::finish(&mut tx, row, Outcome::Sent, "", now).await?;
    }
    tx.commit().await
}
