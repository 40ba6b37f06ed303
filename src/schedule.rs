//! Every job kind and every timer on one page: who does them, and how long each may take.
use std::time::Duration;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::job::{self, Job, enqueue_once};
use crate::base::{mail, store, store_mail};
use crate::federation::outgoing;
use crate::page::place::Domains;
use crate::{
    barrier, channel, charter, consent, conversation, delivery, demo, federation, media, newsletter, post,
};

/// How often a process asks what other processes have changed, in milliseconds.
const LOOK_MILLIS: u64 = 350;

/// Runs one job; the kinds of jobs and who does them.
pub async fn run(app: &App, job: &Job) -> Result<()> {
    match job.kind.as_str() {
        mail::JOB => send_letter(app, &job.payload).await,
        federation::ending::DEPART => federation::ending::depart(app, &job.payload).await,
        job::RECEIVED => federation::work::read(app).await,
        federation::telling::JOB => federation::telling::look(app).await,
        media::work::SIZES => media::work::make_sizes(app, &job.payload).await,
        media::work::SWEEP => media::work::sweep(app, &job.payload).await,
        media::store::GONE => delivery::work_gone::correct(app, &job.payload).await,
        consent::store::END_JOB => media::work::end_consent(app, &job.payload).await,
        charter::work::END => charter::work::end(app, &job.payload).await,
        post::acting::work::ASK => post::acting::work::ask(app, &job.payload).await,
        post::acting::work::DUE => post::acting::work::due(app, &job.payload).await,
        post::editing::thinning::JOB => post::editing::thinning::run(app, &job.payload).await,
        barrier::work::REMIND => barrier::work::remind(app, &job.payload).await,
        barrier::work::FORGET => barrier::work::forget(app, &job.payload).await,
        channel::work::REVIEW => channel::work::remind_of_review(app, &job.payload).await,
        conversation::ANSWER => delivery::work_answer::answer(app, &job.payload).await,
        delivery::work_hear::HEAR => delivery::work_hear::hear(app, &job.payload).await,
        delivery::work_hear::TOLD => delivery::work_hear::told(app, &job.payload).await,
        delivery::work_hear::CHECK => delivery::work_hear::check(app, &job.payload).await,
        channel::revoking::REVOKE => channel::revoking::revoke(app, &job.payload).await,
        delivery::work_ending::FAREWELL => delivery::work_ending::farewell(app, &job.payload).await,
        newsletter::work::SEND => newsletter::work::send(app).await,
        newsletter::work_rounds::ROUND => newsletter::work_rounds::round(app).await,
        conversation::store_intake::LETTERS => conversation::telling::work::letters(app, &job.payload).await,
        conversation::asking::work::FORGET => conversation::asking::work::forget(app).await,
        FORGET => forget(app).await,
        demo::picture::JOB => demo::picture::draw_next(app, &job.payload).await,
        other => Err(Error::Broken(anyhow::anyhow!("no job is called {other}"))),
    }
}

/// Tells how long a job may take: what is longer has failed. Pictures are drawn and cut for minutes
/// on a small machine, and sweeping grows with the years; the rest is a few rows or one letter.
pub fn longest(kind: &str) -> Duration {
    match kind {
        media::work::SIZES | demo::picture::JOB => Duration::from_secs(600),
        media::work::SWEEP | post::editing::thinning::JOB | FORGET => Duration::from_secs(300),
        // So many letters that each may take its time, and a round for all Verbünde.
        newsletter::work::SEND | newsletter::work_rounds::ROUND => Duration::from_secs(300),
        _ => Duration::from_secs(60),
    }
}

/// The kind of the timer that removes, once a day, what was done long ago.
const FORGET: &str = "forget-old";

/// How long done jobs and counted attempts are kept, in days.
const KEPT_DAYS: i64 = 14;

/// How long ended sessions, used codes, letters and failed jobs are kept, in days: long enough to
/// find out what went wrong, and no longer, for they say something about people.
const PERSONAL_DAYS: i64 = 90;

/// Sets the timers of the installation; those that are set already stay as they are.
pub async fn set_timers(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("timers").await?;
    store::set_timer(&mut tx, FORGET, now.plus_minutes(10)).await?;
    store::set_timer(&mut tx, federation::telling::JOB, now.plus_minutes(1)).await?;
    store::set_timer(&mut tx, newsletter::work_rounds::ROUND, now).await?;
    store::set_timer(&mut tx, conversation::asking::work::FORGET, now.plus_minutes(20)).await?;
    tx.commit().await
}

/// Removes what was done long ago, and sets itself for tomorrow.
async fn forget(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("timers").await?;
    store::forget_old(&mut tx, now.plus_hours(-24 * KEPT_DAYS)).await?;
    store::forget_personal(&mut tx, now.plus_hours(-24 * PERSONAL_DAYS)).await?;
    outgoing::store_thin::thin(&mut tx, now).await?;
    // By its name: a process that dies before today's is marked as done sets tomorrow's only once.
    enqueue_once(&mut tx, FORGET, FORGET, "", now.plus_hours(24)).await?;
    tx.commit().await
}

/// Sends a letter. Once it is out, its text is emptied here; only the demo shows what it sent.
async fn send_letter(app: &App, id: &str) -> Result<()> {
    mail::send(app, id).await?;
    if app.demo {
        return Ok(());
    }
    let mut tx = app.db.begin("mail").await?;
    store_mail::empty_sent(&mut tx, app.clock.now()).await?;
    tx.commit().await
}

/// Learns, again and again, what other processes have changed.
pub async fn look(app: App, domains: std::sync::Arc<Domains>, mut stop: tokio::sync::watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = look_once(&app, &domains).await {
            tracing::error!(?error, "cannot learn what has changed");
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(LOOK_MILLIS)) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Learns once which Verbünde have changed and which domains they have.
pub async fn look_once(app: &App, domains: &Domains) -> Result<()> {
    let asked = std::time::Instant::now();
    let mut conn = app.db.read().await?;
    let versions = store::versions(&mut conn).await?;
    domains.learn(crate::consortium::store::domains(&mut conn).await?);
    app.cache.learn_all(versions, asked);
    Ok(())
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
