//! Where other servers put what they have to say. It is kept as it came and answered at once; who
//! signed it, and what follows from it, a job finds out.
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::actor::own_actor;
use super::store_received::{Received, keep, waiting, waiting_of};
use super::verifying::{self, HEADERS};
use super::{activity, flood, work};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::id::new_id;
use crate::base::job;
use crate::base::kill;
use crate::member::door::address::Caller;

/// The longest message, in bytes.
pub const LONGEST: usize = 256 << 10;

/// Takes a message for one actor or for all of them.
pub async fn inbox(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let now = app.clock.now();
    if caller.address.is_some_and(|who| flood::is_too_much(who, now)) {
        return Ok(later(StatusCode::TOO_MANY_REQUESTS));
    }
    let Some(_place) = flood::enter() else { return Ok(later(StatusCode::SERVICE_UNAVAILABLE)) };
    if body.len() > LONGEST {
        return Ok(refused(StatusCode::PAYLOAD_TOO_LARGE, "the message is too long"));
    }
    let it = match activity::read(&body) {
        Ok(it) => it,
        Err(why) => return Ok(refused(StatusCode::BAD_REQUEST, &why.to_string())),
    };
    let path = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
    // What is wrong whatever the key says is told at once: whoever looks after the other server, or
    // after a proxy before ours, finds the reason in their log.
    if let Err(fault) = verifying::without_key(&app, &path, &headers, &body, now) {
        return Ok(refused(StatusCode::UNAUTHORIZED, &fault.to_string()));
    }
    let Some(host) = activity::host(&it.actor) else {
        return Ok(refused(StatusCode::BAD_REQUEST, "the actor has no host"));
    };
    let mut conn = app.db.read().await?;
    if is_nobodys(&app, &path, &mut conn).await? {
        return Err(Error::NotFound);
    }
    let is_full = waiting_of(&mut conn, &host, flood::WAITING_OF_HOST).await? >= flood::WAITING_OF_HOST
        || waiting(&mut conn, flood::WAITING).await? >= flood::WAITING;
    drop(conn);
    if is_full {
        return Ok(later(StatusCode::SERVICE_UNAVAILABLE));
    }
    let received = Received {
        id: new_id(),
        fingerprint: fingerprint(&path, &headers, &body),
        activity_id: it.id,
        actor: it.actor,
        host,
        path,
        headers: kept(&headers)?,
        body: String::from_utf8_lossy(&body).into_owned(),
        received_at: now,
        tries: 0,
    };
    let mut tx = app.db.begin(work::SCOPE).await?;
    if keep(&mut tx, &received).await? {
        job::enqueue_once(&mut tx, job::RECEIVED, job::RECEIVED, "", now).await?;
    }
    kill::point("federation.received");
    tx.commit().await?;
    app.waker.wake();
    Ok(StatusCode::ACCEPTED.into_response())
}

/// Tells whether an inbox belongs to no actor; the shared one is everybody's.
async fn is_nobodys(app: &App, path: &str, conn: &mut crate::base::db::Conn) -> Result<bool> {
    let plain = path.split('?').next().unwrap_or_default();
    let Some(actor) = plain.strip_suffix("/inbox") else { return Ok(true) };
    let Some(id) = own_actor(&app.config, &format!("{}{actor}", app.config.public_url)) else {
        return Ok(actor != "/ap");
    };
    match super::store_actor::by_id(conn, &id).await {
        Ok(_) => Ok(false),
        Err(Error::NotFound) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Names a message by everything that was signed of it: the same once more is the same.
fn fingerprint(path: &str, headers: &HeaderMap, body: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(path.as_bytes());
    for value in headers.get_all("signature") {
        hasher.update(value.as_bytes());
    }
    hasher.update(body);
    hex::encode(hasher.finalize())
}

/// Writes down the headers that a signature may cover; all others are nobody's business.
fn kept(headers: &HeaderMap) -> Result<String> {
    let mut kept = Vec::new();
    for name in HEADERS {
        for value in headers.get_all(name) {
            kept.push((name, String::from_utf8_lossy(value.as_bytes()).into_owned()));
        }
    }
    Ok(serde_json::to_string(&kept)?)
}

fn refused(status: StatusCode, why: &str) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json!({ "error": why }).to_string())
        .into_response()
}

fn later(status: StatusCode) -> Response {
    let mut response = refused(status, "too much at once; try again later");
    response.headers_mut().insert(header::RETRY_AFTER, flood::AGAIN_SECONDS.into());
    response
}
