//! What follows from what came of a conversation with a server: for each row, its inbox, the server.
use std::collections::HashMap;

use super::flight::Landed;
use super::pace::{Host, again_at};
use super::store_queue::Row;
use super::verdict::{UNSIGNED_TRIES, Verdict};
use super::{Ended, store_host, store_queue};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Writes down what did not simply go well, and gives the server free with what was learned of it.
async fn one(conn: &mut Conn, landed: &Landed, now: Instant) -> Result<()> {
    if went_well(landed) {
        return Ok(());
    }
    let mut host = landed.host.clone();
    for (row, verdict) in &landed.results {
        let was_probed = host.is_probed();
        learn(&mut host, verdict, now);
        if was_probed && !host.is_probed() {
            store_queue::all_due(conn, &host.host, now).await?;
        }
        write(conn, &mut host, row, verdict, now).await?;
    }
    store_host::release_changed(conn, &landed.claim, &host).await
}

/// Writes down what came of conversations: what simply went well at once, the rest one by one.
pub async fn all(conn: &mut Conn, landed: &[Landed], now: Instant) -> Result<()> {
    for it in landed {
        one(conn, it, now).await?;
    }
    let sent = landed.iter().flat_map(|it| &it.results).filter(|(_, came)| *came == Verdict::Sent);
    let rows: Vec<&Row> = sent.map(|(row, _)| row).collect();
    store_queue::sent(conn, &rows, now).await?;
    let mut of_claim: HashMap<&str, Vec<&str>> = HashMap::new();
    for it in landed.iter().filter(|it| went_well(it)) {
        of_claim.entry(&it.claim).or_default().push(&it.host.host);
    }
    for (claim, hosts) in of_claim {
        store_host::release(conn, claim, &hosts).await?;
    }
    Ok(())
}

/// Tells whether everything was sent and nothing was learned of the server.
fn went_well(landed: &Landed) -> bool {
    let host = &landed.host;
    let is_known_well = host.failures == 0 && host.nameless_since.is_none() && !landed.has_learned;
    is_known_well && landed.results.iter().all(|(_, verdict)| *verdict == Verdict::Sent)
}

fn learn(host: &mut Host, verdict: &Verdict, now: Instant) {
    match verdict {
        Verdict::Failed { at, .. } => {
            host.has_failed(now);
            at.iter().for_each(|at| host.rests_until(*at));
        }
        Verdict::Nameless { .. } => host.has_failed(now),
        Verdict::Later { at, .. } => {
            host.is_well();
            at.iter().for_each(|at| host.rests_until(*at));
        }
        Verdict::Sent | Verdict::Unsigned { .. } | Verdict::Refused { .. } | Verdict::Gone { .. } => {
            host.is_well();
        }
    }
}

async fn write(conn: &mut Conn, host: &mut Host, row: &Row, verdict: &Verdict, now: Instant) -> Result<()> {
    match verdict {
        Verdict::Sent => Ok(()),
        Verdict::Refused { why } => store_queue::end(conn, row, Ended::Refused, why, now).await,
        Verdict::Unsigned { why } if row.tries + 1 >= UNSIGNED_TRIES => {
            store_queue::end(conn, row, Ended::Refused, why, now).await
        }
        Verdict::Gone { for_good, why } => {
            if *for_good {
                store_queue::end_followers(conn, &row.inbox).await?;
            }
            store_queue::end_inbox(conn, &row.inbox, &row.host, why, now).await
        }
        Verdict::Nameless { why } if host.is_nameless(now) => {
            store_queue::end_host(conn, &row.host, why, now).await
        }
        Verdict::Later { at, why } | Verdict::Failed { at, why } => put_off(conn, row, *at, why, now).await,
        Verdict::Nameless { why } | Verdict::Unsigned { why } => put_off(conn, row, None, why, now).await,
    }
}

async fn put_off(conn: &mut Conn, row: &Row, at: Option<Instant>, why: &str, now: Instant) -> Result<()> {
    match again_at(row.made_at, row.tries + 1, &row.host, now) {
        // The server's own word counts more than our patience, also where it asks for less.
        Some(again) => store_queue::put_off(conn, row, at.unwrap_or(again), why).await,
        None => store_queue::end(conn, row, Ended::GivenUp, why, now).await,
    }
}
