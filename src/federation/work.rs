//! The job that reads what other servers sent: each server by itself, so that one that does not
//! answer makes nobody else wait.
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::task::JoinSet;

use super::activity::{self, Activity};
use super::store_received::{self, Received};
use super::verifying::{self, Checked};
use super::{store_remote, taking};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::{job, kill};

/// The scope in which messages are kept.
pub const SCOPE: &str = "received";

/// How many messages are looked at in one go, of how many servers at once, and for how long.
const AT_ONCE: i64 = 200;
const SERVERS_AT_ONCE: usize = 16;
const LONGEST: Duration = Duration::from_secs(20);

/// How often a sender that cannot be reached is asked for, and after how many minutes first.
const TRIES_MOST: i64 = 6;
const AGAIN_MINUTES: i64 = 2;

/// How long is still known that something came, in days.
const KEPT_DAYS: i64 = 14;

/// Reads what is due, and sets itself for what is not.
pub async fn read(app: &App) -> Result<()> {
    let begun = std::time::Instant::now();
    while begun.elapsed() < LONGEST {
        let now = app.clock.now();
        let due = store_received::due(&mut *app.db.read().await?, now, AT_ONCE).await?;
        if due.is_empty() {
            break;
        }
        let mut by_host: BTreeMap<String, Vec<Received>> = BTreeMap::new();
        due.into_iter().for_each(|it| by_host.entry(it.host.clone()).or_default().push(it));
        let mut servers = JoinSet::new();
        for of_host in by_host.into_values() {
            if servers.len() >= SERVERS_AT_ONCE {
                servers.join_next().await;
            }
            servers.spawn(read_of_host(app.clone(), of_host));
        }
        servers.join_all().await;
    }
    let mut tx = app.db.begin(SCOPE).await?;
    store_received::forget_before(&mut tx, app.clock.now().plus_hours(-24 * KEPT_DAYS)).await?;
    if let Some(at) = store_received::next_at(&mut tx).await? {
        job::enqueue_once(&mut tx, job::RECEIVED, job::RECEIVED, "", at).await?;
    }
    tx.commit().await
}

/// Reads the messages of one server in their order; once it cannot be reached, the rest waits too.
async fn read_of_host(app: App, messages: Vec<Received>) {
    let mut is_away: Option<String> = None;
    for it in messages {
        let read = match &is_away {
            None => AssertUnwindSafe(read_one(&app, &it)).catch_unwind().await,
            Some(why) => Ok(put_back(&app, &it, why).await),
        };
        match read {
            Ok(Ok(None)) => {}
            Ok(Ok(Some(away))) => is_away = Some(away),
            Ok(Err(error)) => fail(&app, &it, &error.to_string()).await,
            Err(_) => fail(&app, &it, "it panicked").await,
        }
    }
}

/// Puts back a message that could not be read by a fault of ours.
async fn fail(app: &App, it: &Received, why: &str) {
    tracing::warn!(why, host = it.host, id = it.id, "a message could not be read");
    if let Err(error) = put_back(app, it, "a fault of ours").await {
        tracing::error!(%error, id = it.id, "a message could not be put back");
    }
}

/// Reads one message; gives why, if its server cannot be reached now.
async fn read_one(app: &App, it: &Received) -> Result<Option<String>> {
    let activity = match activity::read(it.body.as_bytes()) {
        Ok(activity) => activity,
        Err(why) => return end(app, it, &format!("refused: {why}")).await,
    };
    if store_received::is_known(&mut *app.db.read().await?, &activity.id, &activity.actor).await? {
        return end(app, it, "repeated").await;
    }
    match verifying::check(app, it, &activity).await? {
        Checked::From(sender) => {
            kill::point("federation.verified");
            let outcome = taking::take(app, &activity, &sender).await?;
            kill::point("federation.taken");
            end(app, it, outcome).await
        }
        Checked::Left => {
            left(app, &activity).await?;
            end(app, it, "taken").await
        }
        Checked::Refused(why) => end(app, it, &format!("refused: {why}")).await,
        Checked::NotNow(why) if it.tries < TRIES_MOST => put_back(app, it, &why).await,
        Checked::NotNow(why) => end(app, it, &format!("given up: {why}")).await,
    }
}

/// Ends everything of an actor that is gone.
async fn left(app: &App, activity: &Activity) -> Result<()> {
    let now = app.clock.now();
    taking::take_everything_back(app, &activity.actor).await?;
    let mut tx = app.db.begin(SCOPE).await?;
    store_remote::end(&mut tx, &activity.actor, now).await?;
    tx.commit().await
}

async fn end(app: &App, it: &Received, outcome: &str) -> Result<Option<String>> {
    let mut tx = app.db.begin(SCOPE).await?;
    store_received::end(&mut tx, &it.id, outcome, app.clock.now()).await?;
    tx.commit().await?;
    Ok(None)
}

async fn put_back(app: &App, it: &Received, why: &str) -> Result<Option<String>> {
    let again = again_at(app.clock.now(), it.tries);
    let mut tx = app.db.begin(SCOPE).await?;
    if it.tries > TRIES_MOST {
        store_received::end(&mut tx, &it.id, "given up", app.clock.now()).await?;
    } else {
        store_received::put_back(&mut tx, &it.id, again, why).await?;
    }
    tx.commit().await?;
    Ok(Some(why.to_owned()))
}

/// Tells when a sender is asked for again: after 2, 4, 8 … minutes.
fn again_at(now: Instant, tries: i64) -> Instant {
    let exponent = u32::try_from(tries.clamp(0, 10)).unwrap_or(0);
    now.plus_minutes(AGAIN_MINUTES * 2_i64.pow(exponent))
}
