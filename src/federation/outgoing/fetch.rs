//! Documents of other servers, asked for in the name of the installation: many answer only to a
//! signature.
use http::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use serde_json::Value;
use url::Url;

use super::knock::{Signing, first, knock};
use super::{host_of, store_host};
use crate::base::app::App;
use crate::base::door::{Answer, Request, Trouble};
use crate::base::error::Error;
use crate::federation::store_actor;

/// What we ask for, and accept.
const WANTED: &str =
    "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";
/// The longest document that is read, in bytes.
const LONGEST: usize = 1 << 20;
/// How many times one is sent on.
const REDIRECTS: usize = 3;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    #[error("the server {0}")]
    Trouble(#[from] Trouble),
    /// Deleted, or never there.
    #[error("the server says {0}")]
    Status(http::StatusCode),
    /// Something else than a document of this kind: a page for people, mostly.
    #[error("the server sent something else")]
    Else,
    #[error(transparent)]
    Broken(#[from] Error),
}

impl Missing {
    /// Tells whether the document is surely not there any more.
    pub fn is_gone(&self) -> bool {
        matches!(self, Missing::Status(status) if matches!(status.as_u16(), 404 | 410))
    }
}

/// Reads a document. Each server on the way gets a signature of its own, for it holds for one
/// address only.
pub async fn fetch(app: &App, url: &Url) -> Result<Value, Missing> {
    let signing = of_installation(app).await?;
    let mut url = url.clone();
    for _ in 0..=REDIRECTS {
        let answer = signed(app, &signing, &url).await?;
        let to = answer.header(LOCATION.as_str()).and_then(|to| url.join(to).ok());
        match to.filter(|_| answer.status.is_redirection()) {
            Some(to) => url = to,
            None => return read(&answer),
        }
    }
    Err(Missing::Else)
}

async fn of_installation(app: &App) -> Result<Signing, Error> {
    let known = store_actor::instance(&mut *app.db.read().await?).await?;
    let actor = match known {
        Some(actor) => actor,
        None => {
            let mut tx = app.db.begin("installation").await?;
            let actor = store_actor::ensure_instance(&mut tx, app.clock.now()).await?;
            tx.commit().await?;
            actor
        }
    };
    Signing::of(app, &actor.id).await
}

async fn signed(app: &App, signing: &Signing, url: &Url) -> Result<Answer, Missing> {
    let (host, now) = (host_of(url), app.clock.now());
    let known = store_host::scheme(&mut *app.db.read().await.map_err(Missing::Broken)?, &host).await?;
    let (remembered, at) = known.unwrap_or_default();
    let mut request = Request::get(url.clone()).header(ACCEPT, WANTED);
    (request.longest_answer, request.redirects) = (LONGEST, 0);
    let knocked = knock(app, signing, request, first(&remembered, at, now)).await?;
    if let Some(scheme) = knocked.took.filter(|scheme| super::knock::code(*scheme) != remembered) {
        let mut tx = app.db.begin(super::pump::SCOPE).await?;
        store_host::learn_scheme(&mut tx, &host, scheme, now).await?;
        tx.commit().await?;
    }
    Ok(knocked.came?)
}

fn read(answer: &Answer) -> Result<Value, Missing> {
    if !answer.is_good() {
        return Err(Missing::Status(answer.status));
    }
    let kind = answer.header(CONTENT_TYPE.as_str()).unwrap_or_default();
    if !is_document(kind) {
        return Err(Missing::Else);
    }
    answer.json().ok_or(Missing::Else)
}

/// Tells whether a content type is one of documents: what anybody can upload as a file elsewhere
/// must not be taken for somebody's word.
fn is_document(kind: &str) -> bool {
    let (essence, rest) = kind.split_once(';').unwrap_or((kind, ""));
    match essence.trim().to_ascii_lowercase().as_str() {
        "application/activity+json" => true,
        "application/ld+json" => rest.contains("https://www.w3.org/ns/activitystreams"),
        _ => false,
    }
}
