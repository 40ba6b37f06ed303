//! The worker: takes jobs, gives each its time, and goes on whatever becomes of one of them.
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::job::{Job, LEASE_SECONDS, Lane, MAX_ATTEMPTS, MAX_LOST, retry_at};
use crate::base::store;
use crate::delivery::work_pump;
use crate::federation::outgoing::pump;
use crate::schedule;

/// The longest sleep of the worker, in milliseconds: another process may have written a job.
const LONGEST_SLEEP_MILLIS: i64 = 500;

/// How often a lease is renewed while its job is in hand.
const RENEWAL: Duration = Duration::from_secs(LEASE_SECONDS as u64 / 3);

/// How long a task that died waits before it is begun again.
const BREATH: Duration = Duration::from_millis(200);

/// Begins the work of every lane; the tasks end after the stop, each with the job it has in hand.
pub fn begin(app: &App, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let process = format!("{}-{}", std::process::id(), crate::base::id::new_id());
    let mut tasks = JoinSet::new();
    for lane in Lane::ALL {
        let (app, stop, name) = (app.clone(), stop.clone(), format!("{process}-{lane:?}"));
        tasks.spawn(keep_running(format!("the worker of lane {lane:?}"), move || {
            work(app.clone(), name.clone(), lane, stop.clone())
        }));
    }
    let (app, stop) = (app.clone(), stop.clone());
    tasks.spawn(keep_running("the pump of the sendings".into(), {
        let (app, stop) = (app.clone(), stop.clone());
        move || work_pump::run(app.clone(), format!("{process}-pump"), stop.clone())
    }));
    tasks.spawn(keep_running("the pump of the Fediverse".into(), move || {
        pump::run(app.clone(), stop.clone())
    }));
    tasks
}

/// Keeps a task running: one that dies of a panic is begun again, and the log says so.
pub async fn keep_running<F: Future<Output = ()>>(name: String, begin: impl Fn() -> F) {
    while let Err(panic) = AssertUnwindSafe(begin()).catch_unwind().await {
        tracing::error!("{name} died and is begun again: {}", said(&*panic));
        tokio::time::sleep(BREATH).await;
    }
}

/// Works on the jobs of a lane until told to stop; a job in hand is finished first, the rest is
/// handed back.
async fn work(app: App, worker: String, lane: Lane, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match work_once(&app, &worker, lane).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(?error, "the worker cannot reach its jobs"),
        }
        let pause = pause(&app, lane).await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = app.waker.woken(lane) => {}
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

/// Takes the next due job of a lane and runs it; tells whether there was one.
pub async fn work_once(app: &App, worker: &str, lane: Lane) -> Result<bool> {
    let mut tx = app.db.begin("job").await?;
    let job = store::claim_job(&mut tx, app.clock.now(), worker, lane).await?;
    tx.commit().await?;
    let Some(job) = job else { return Ok(false) };
    // A job that takes the whole program with it would otherwise do so for ever.
    let is_deadly = job.lost >= MAX_LOST;
    let outcome = if is_deadly {
        Err(Error::Broken(anyhow::anyhow!("begun {} times and never ended", job.lost)))
    } else {
        tokio::select! {
            outcome = attempt(schedule::longest(&job.kind), schedule::run(app, &job)) => outcome,
            never = renew(app, &job, worker) => match never {},
        }
    };
    let now = app.clock.now();
    let mut tx = app.db.begin("job").await?;
    match outcome {
        Ok(()) => store::finish_job(&mut tx, &job.id, worker, now).await?,
        Err(error) => {
            tracing::warn!(kind = job.kind, id = job.id, %error, "a job did not work out");
            let again = !is_deadly && job.attempts < MAX_ATTEMPTS;
            let again_at = again.then(|| retry_at(now, job.attempts));
            store::put_job_back(&mut tx, &job.id, worker, again_at, now, &error.to_string()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// Gives a job its time. One that takes longer is dropped, one that panics is caught: both have
/// failed like any other, and the next job is not theirs to hold up.
async fn attempt(longest: Duration, run: impl Future<Output = Result<()>>) -> Result<()> {
    match tokio::time::timeout(longest, AssertUnwindSafe(run).catch_unwind()).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(Error::Broken(anyhow::anyhow!("it panicked: {}", said(&*panic)))),
        Err(_) => Err(Error::Broken(anyhow::anyhow!("it took longer than {longest:?}"))),
    }
}

/// Keeps the lease of a job in hand, so that what takes minutes is not begun a second time.
async fn renew(app: &App, job: &Job, worker: &str) -> std::convert::Infallible {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let renewed = async {
            let mut tx = app.db.begin("job").await?;
            store::renew_lease(&mut tx, &job.id, worker, app.clock.now()).await?;
            tx.commit().await
        };
        if let Err(error) = renewed.await {
            tracing::warn!(id = job.id, %error, "a lease could not be renewed");
        }
    }
}

/// Gives what a panic said.
fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    let word = panic.downcast_ref::<&str>().copied();
    word.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a word")
}

async fn pause(app: &App, lane: Lane) -> Duration {
    let next = match app.db.read().await {
        Ok(mut conn) => store::next_job_at(&mut conn, lane).await.ok().flatten(),
        Err(_) => None,
    };
    let wait = next.map_or(LONGEST_SLEEP_MILLIS, |at| at.millis() - app.clock.now().millis());
    Duration::from_millis(u64::try_from(wait.clamp(5, LONGEST_SLEEP_MILLIS)).unwrap_or(5))
}

#[cfg(test)]
#[path = "worker_tests.rs"]
mod tests;
