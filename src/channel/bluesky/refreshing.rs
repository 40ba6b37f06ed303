//! Renewing a session. A token that renews is good once, so only one process uses it at a time, and
//! whatever goes wrong, what was there before is kept.
use std::time::Duration;

use http::Method;
use serde::Deserialize;
use serde_json::json;

use super::Secret;
use super::oauth::tokens;
use super::session::{Answered, Fault, address, once, say};
use crate::base::app::App;
use crate::base::door::Request;
use crate::base::error::{Error, Result};
use crate::channel::{Channel, store};

/// How long one process may renew, in seconds: longer than a request may take.
const LEASE: i64 = 45;
/// How long and how often another process waits for it.
const PAUSE: Duration = Duration::from_millis(250);
const LOOKS: u32 = 100;

/// A session as a server gives it.
#[derive(Deserialize)]
pub struct Given {
    #[serde(rename = "accessJwt")]
    pub access: String,
    #[serde(rename = "refreshJwt")]
    pub refresh: String,
    pub did: String,
}

enum Claim {
    /// Somebody has renewed it meanwhile.
    Newer(Secret),
    Ours(Secret),
    Busy,
}

/// Renews the session that was held, or takes the one that somebody else has renewed meanwhile.
pub async fn renew(app: &App, channel: &Channel, pds: &str, held: &Secret) -> Result<Answered<Secret>> {
    for _ in 0..LOOKS {
        match claim(app, channel, held).await? {
            Claim::Newer(secret) => return Ok(Ok(secret)),
            Claim::Ours(secret) => {
                let renewed = ask(app, pds, &secret).await?;
                return keep(app, channel, pds, &secret, renewed).await;
            }
            Claim::Busy => tokio::time::sleep(PAUSE).await,
        }
    }
    Ok(Err(Fault::Later { at: None, why: say("channel-bluesky-no-answer", pds) }))
}

async fn claim(app: &App, channel: &Channel, held: &Secret) -> Result<Claim> {
    let now = app.clock.now();
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    let mut channel = store::by_id(&mut tx, &channel.consortium_id, &channel.id).await?;
    let mut secret = open(app, &channel)?;
    if secret.access != held.access {
        return Ok(Claim::Newer(secret));
    }
    if secret.renewing_until.is_some_and(|until| until > now) {
        return Ok(Claim::Busy);
    }
    secret.renewing_until = Some(now.plus_seconds(LEASE));
    channel.secret = close(app, &channel, &secret)?;
    store::save(&mut tx, &channel).await?;
    tx.commit().await?;
    Ok(Claim::Ours(secret))
}

/// Asks for new tokens with the one that renews; where that is over, with the app password.
async fn ask(app: &App, pds: &str, secret: &Secret) -> Result<Answered<Given>> {
    if let Some(grant) = &secret.grant {
        return tokens::renew(app, secret, grant).await;
    }
    let request = Request::new(Method::POST, address(pds, "com.atproto.server.refreshSession")?);
    let renewed = once(app, pds, &secret.refresh, request).await;
    match renewed {
        Err(Fault::Expired | Fault::Locked { .. }) if !secret.app_password.is_empty() => {
            create(app, pds, &secret.did, &secret.app_password).await
        }
        renewed => Ok(renewed.and_then(|answer| answer.json().ok_or_else(|| strange(pds)))),
    }
}

/// Opens a new session with an app password.
pub async fn create(app: &App, pds: &str, account: &str, password: &str) -> Result<Answered<Given>> {
    let request = Request::new(Method::POST, address(pds, "com.atproto.server.createSession")?);
    let request = request.json(&json!({ "identifier": account, "password": password }));
    Ok(once(app, pds, "", request).await.and_then(|answer| answer.json().ok_or_else(|| strange(pds))))
}

fn strange(pds: &str) -> Fault {
    Fault::Later { at: None, why: say("channel-bluesky-strange", pds) }
}

/// Ends a session by the token that renews it.
pub async fn end(app: &App, pds: &str, refresh: &str) -> Result<Answered<()>> {
    let request = Request::new(Method::POST, address(pds, "com.atproto.server.deleteSession")?);
    Ok(once(app, pds, refresh, request).await.map(|_| ()))
}

/// Writes the new tokens down, or gives the right to renew back. Where somebody has connected the
/// channel anew meanwhile, theirs hold.
async fn keep(
    app: &App,
    channel: &Channel,
    pds: &str,
    claimed: &Secret,
    given: Answered<Given>,
) -> Result<Answered<Secret>> {
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    let mut channel = store::by_id(&mut tx, &channel.consortium_id, &channel.id).await?;
    let mut secret = open(app, &channel)?;
    if secret.refresh != claimed.refresh {
        return Ok(Ok(secret));
    }
    secret.renewing_until = None;
    if let Ok(given) = &given {
        secret.access = given.access.clone();
        secret.refresh = given.refresh.clone();
    }
    channel.secret = close(app, &channel, &secret)?;
    store::save(&mut tx, &channel).await?;
    tx.commit().await?;
    Ok(match given {
        Ok(_) => Ok(secret),
        Err(Fault::Expired) => Err(Fault::Locked { why: say("channel-bluesky-over", pds) }),
        Err(fault) => Err(fault),
    })
}

pub fn open(app: &App, channel: &Channel) -> Result<Secret> {
    let text = app.seal.open(&channel.seal_place(), &channel.secret)?;
    serde_json::from_str(&text).map_err(Error::from)
}

pub fn close(app: &App, channel: &Channel, secret: &Secret) -> Result<String> {
    app.seal.close(&channel.seal_place(), &serde_json::to_string(secret)?)
}
