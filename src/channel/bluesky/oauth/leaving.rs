//! Leaving an account: its server is told that the session is over, by a job, since it may be asleep.
use serde::{Deserialize, Serialize};

use super::tokens;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::channel::bluesky::session::Fault;
use crate::channel::bluesky::{Secret, refreshing};
use crate::channel::{Channel, Network};

/// For how many hours a server is tried that cannot be reached; then it is left as it is.
const TRIED: i64 = 24;

/// The kind of the job; its payload is sealed.
pub const LEAVE: &str = "leave-bluesky";

#[derive(Serialize, Deserialize)]
struct Payload {
    place: String,
    server: String,
    sealed: String,
    tried_until: Instant,
}

/// Plans that the server of a channel's account is told, before its secret is thrown away. The app
/// password is not taken along: it can only be revoked by the person.
pub async fn plan(conn: &mut Conn, app: &App, channel: &Channel) -> Result<()> {
    if channel.network() != Network::Bluesky {
        return Ok(());
    }
    let Ok(secret) = refreshing::open(app, channel) else { return Ok(()) };
    if secret.refresh.is_empty() {
        return Ok(());
    }
    let secret = Secret { app_password: String::new(), pending: None, ..secret };
    let sealed = refreshing::close(app, channel, &secret)?;
    let now = app.clock.now();
    let payload = Payload {
        place: channel.seal_place(),
        server: channel.server.clone(),
        sealed,
        tried_until: now.plus_hours(TRIED),
    };
    job::enqueue(conn, LEAVE, &serde_json::to_string(&payload)?, now).await
}

/// Tells the server. One that cannot be reached is tried again; what it refuses is over anyway.
pub async fn leave(app: &App, payload: &str) -> Result<()> {
    let payload: Payload = serde_json::from_str(payload)?;
    let secret: Secret = serde_json::from_str(&app.seal.open(&payload.place, &payload.sealed)?)?;
    let left = match &secret.grant {
        Some(grant) => tokens::revoke(app, grant, &secret.refresh).await?,
        None => refreshing::end(app, &payload.server, &secret.refresh).await?,
    };
    match left {
        Err(Fault::Later { .. }) if app.clock.now() < payload.tried_until => {
            Err(Error::Broken(anyhow::anyhow!("a server was not told that we left")))
        }
        _ => Ok(()),
    }
}
