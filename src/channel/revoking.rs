//! What a channel that ends held the key to: the network is told that the key no longer holds, so
//! that nobody who finds it can use it.
use serde::{Deserialize, Serialize};

use super::{Channel, Network, bluesky, mastodon};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::job;

/// The kind of the job that tells it.
pub const REVOKE: &str = "net-revoke";

/// For how many hours a server that cannot be reached is asked, and how often.
const TRIED_HOURS: i64 = 72;
const AGAIN_HOURS: i64 = 3;

/// What is to be revoked. The secret stays sealed until it is used.
#[derive(Serialize, Deserialize)]
struct Left {
    place: String,
    network: String,
    server: String,
    secret: String,
    until: Instant,
}

/// Lets the network be told, in the transaction in which the channel forgets its secret. `channel`
/// still has it.
pub async fn later(conn: &mut Conn, app: &App, channel: &Channel) -> Result<()> {
    let secret = match channel.network() {
        Network::Mastodon => Some(channel.secret.clone()).filter(|secret| !secret.is_empty()),
        Network::Bluesky => bluesky::leaving::left(app, channel)?,
        _ => None,
    };
    let Some(secret) = secret else { return Ok(()) };
    let now = app.clock.now();
    let left = Left {
        place: channel.seal_place(),
        network: channel.network.clone(),
        server: channel.server.clone(),
        secret,
        until: now.plus_hours(TRIED_HOURS),
    };
    job::enqueue(conn, REVOKE, &serde_json::to_string(&left)?, now).await
}

/// Lets the network be told of a session in whose place another has come. Mastodon may give the same
/// token again, and with the old one the new one would end.
pub async fn replaced(conn: &mut Conn, app: &App, before: &Channel) -> Result<()> {
    if before.network() == Network::Bluesky { later(conn, app, before).await } else { Ok(()) }
}

/// Tells it. Said twice it is the same; a server that is away is asked again for some days.
pub async fn revoke(app: &App, payload: &str) -> Result<()> {
    let left: Left = serde_json::from_str(payload)?;
    let text = app.seal.open(&left.place, &left.secret)?;
    let is_said = match Network::from_code(&left.network) {
        Some(Network::Mastodon) => {
            mastodon::leaving::revoke(app, &left.server, &serde_json::from_str(&text)?).await?
        }
        Some(Network::Bluesky) => {
            bluesky::leaving::revoke(app, &left.server, &serde_json::from_str(&text)?).await?
        }
        _ => true,
    };
    let now = app.clock.now();
    if is_said {
        return Ok(());
    }
    if now > left.until {
        tracing::warn!(server = left.server, "a server could not be told that a key no longer holds");
        return Ok(());
    }
    let mut tx = app.db.begin("job").await?;
    job::enqueue(&mut tx, REVOKE, payload, now.plus_hours(AGAIN_HOURS)).await?;
    tx.commit().await
}

#[cfg(test)]
#[path = "revoking_tests.rs"]
mod tests;
