//! Where Meta tells by itself what happened below our posts. Only what is signed with the secret of an
//! app that a channel is connected by is kept; a job reads it.
use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::work_hear;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::channel::meta::{Access, webhook};
use crate::channel::{Channel, Network, store};

type Asked = Query<HashMap<String, String>>;

/// Gives the channels that Meta may tell of.
async fn channels(conn: &mut Conn) -> Result<Vec<Channel>> {
    let mut all = store::of_network(conn, Network::Facebook).await?;
    all.extend(store::of_network(conn, Network::Instagram).await?);
    Ok(all)
}

/// Gives the secret of the app by which a channel is connected; none where nobody has connected it.
fn secret(app: &App, channel: &Channel) -> Option<String> {
    let access = Access::of(app, channel).unwrap_or_default();
    let (_, secret) = access.app(app)?;
    Some(secret.to_owned()).filter(|secret| !secret.is_empty())
}

/// Answers Meta's question whether this is the place: only who knows the word gets its challenge back.
pub async fn confirm(State(app): State<App>, Query(asked): Asked) -> Result<Response> {
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let all = channels(&mut *app.db.read().await?).await?;
    let own = Some(app.config.meta.app_secret.clone()).filter(|secret| !secret.is_empty());
    let mut secrets = all.iter().filter_map(|channel| secret(&app, channel)).chain(own);
    let is_known = secrets.any(|secret| webhook::is_word(&secret, get("hub.verify_token")));
    if get("hub.mode") != "subscribe" || !is_known {
        return Err(Error::NotFound);
    }
    Ok(get("hub.challenge").to_owned().into_response())
}

/// Takes a message in. It stands when Meta is answered; a repetition changes nothing.
pub async fn hear(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response> {
    if body.len() > webhook::LONGEST {
        return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    }
    let Some(message) = webhook::read(&body) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let tag = headers.get("x-hub-signature-256").and_then(|tag| tag.to_str().ok()).unwrap_or_default();
    let all = channels(&mut *app.db.read().await?).await?;
    let is_meant = |channel: &&Channel| message.entry.iter().any(|entry| entry.concerns(channel));
    let signed: Vec<&Channel> = all
        .iter()
        .filter(is_meant)
        .filter(|channel| secret(&app, channel).is_some_and(|secret| webhook::is_signed(&secret, &body, tag)))
        .collect();
    if signed.is_empty() {
        return Ok(StatusCode::UNAUTHORIZED.into_response());
    }
    let text = String::from_utf8_lossy(&body);
    let now = app.clock.now();
    let mut tx = app.db.begin("told").await?;
    for channel in signed {
        job::enqueue(&mut tx, work_hear::TOLD, &work_hear::told_payload(channel, &text), now).await?;
    }
    tx.commit().await?;
    app.waker.wake();
    Ok(StatusCode::OK.into_response())
}
