//! Every job kind and every timer on one page, and the worker that runs them.
use std::time::Duration;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::job::{Job, MAX_ATTEMPTS, enqueue, retry_at};
use crate::base::{mail, store};
use crate::page::place::Domains;
use crate::{barrier, charter, consent, demo, media, post};

/// How often a process asks what other processes have changed, in milliseconds.
const LOOK_MILLIS: u64 = 350;

/// The longest sleep of the worker, in milliseconds: another process may have written a job.
const LONGEST_SLEEP_MILLIS: i64 = 500;

/// Runs one job; the kinds of jobs and who does them.
async fn run(app: &App, job: &Job) -> Result<()> {
    match job.kind.as_str() {
        mail::JOB => mail::send(app, &job.payload).await,
        media::work::SIZES => media::work::make_sizes(app, &job.payload).await,
        media::work::SWEEP => media::work::sweep(app, &job.payload).await,
        consent::store::END_JOB => media::work::end_consent(app, &job.payload).await,
        charter::work::END => charter::work::end(app, &job.payload).await,
        post::acting::work::ASK => post::acting::work::ask(app, &job.payload).await,
        post::acting::work::DUE => post::acting::work::due(app, &job.payload).await,
        post::editing::thinning::JOB => post::editing::thinning::run(app, &job.payload).await,
        barrier::work::REMIND => barrier::work::remind(app, &job.payload).await,
        barrier::work::FORGET => barrier::work::forget(app, &job.payload).await,
        FORGET => forget(app).await,
        demo::picture::JOB => demo::picture::draw_next(app, &job.payload).await,
        other => Err(Error::Broken(anyhow::anyhow!("no job is called {other}"))),
    }
}

/// The kind of the timer that removes, once a day, what was done long ago.
const FORGET: &str = "forget-old";

/// How long done jobs and counted attempts are kept, in days.
const KEPT_DAYS: i64 = 14;

/// Sets the timers of the installation; those that are set already stay as they are.
pub async fn set_timers(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("timers").await?;
    store::set_timer(&mut tx, FORGET, now.plus_minutes(10)).await?;
    tx.commit().await
}

/// Removes what was done long ago, and sets itself for tomorrow.
async fn forget(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin("timers").await?;
    store::forget_old(&mut tx, now.plus_hours(-24 * KEPT_DAYS)).await?;
    enqueue(&mut tx, FORGET, "", now.plus_hours(24)).await?;
    tx.commit().await
}

/// Works on jobs until told to stop; a job in hand is finished first, the rest is handed back.
pub async fn work(app: App, worker: String, mut stop: tokio::sync::watch::Receiver<bool>) {
    while !*stop.borrow() {
        match work_once(&app, &worker).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(?error, "the worker cannot reach its jobs"),
        }
        let pause = pause(&app).await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = app.waker.woken() => {}
            _ = stop.changed() => {}
        }
    }
    if let Ok(mut tx) = app.db.begin("job").await {
        let handed = store::hand_jobs_back(&mut tx, &worker).await;
        if handed.is_ok() {
            let _ = tx.commit().await;
        }
    }
}

/// Takes the next due job and runs it; tells whether there was one.
pub async fn work_once(app: &App, worker: &str) -> Result<bool> {
    let mut tx = app.db.begin("job").await?;
    let job = store::claim_job(&mut tx, app.clock.now(), worker).await?;
    tx.commit().await?;
    let Some(job) = job else { return Ok(false) };
    let outcome = run(app, &job).await;
    let now = app.clock.now();
    let mut tx = app.db.begin("job").await?;
    match outcome {
        Ok(()) => store::finish_job(&mut tx, &job.id, worker, now).await?,
        Err(error) => {
            tracing::warn!(kind = job.kind, id = job.id, %error, "a job did not work out");
            let again = (job.attempts < MAX_ATTEMPTS).then(|| retry_at(now, job.attempts));
            store::put_job_back(&mut tx, &job.id, worker, again, now, &error.to_string()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

async fn pause(app: &App) -> Duration {
    let next = match app.db.read().await {
        Ok(mut conn) => store::next_job_at(&mut conn).await.ok().flatten(),
        Err(_) => None,
    };
    let wait = next.map_or(LONGEST_SLEEP_MILLIS, |at| at.millis() - app.clock.now().millis());
    Duration::from_millis(u64::try_from(wait.clamp(5, LONGEST_SLEEP_MILLIS)).unwrap_or(5))
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
