//! Who signed a message: the key is known or fetched once, and fetched once more when it does not fit.
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use url::Url;

use super::activity::{Activity, host};
use super::outgoing::fetch::{self, Missing};
use super::remote::{self, RemoteActor, without_fragment};
use super::store_received::Received;
use super::store_remote;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::signature::{self, Fault, PublicKey};

/// The headers that a signature may cover.
pub const HEADERS: [&str; 11] = [
    "host",
    "date",
    "digest",
    "content-digest",
    "content-type",
    "content-length",
    "signature",
    "signature-input",
    "accept",
    "user-agent",
    "collection-synchronization",
];

/// What is known of a message after its sender was asked for.
pub enum Checked {
    /// It is from whom it says.
    From(Box<RemoteActor>),
    /// It is not, or nobody can say.
    Refused(String),
    /// Its sender is gone, and says so.
    Left,
    /// Its sender cannot be reached now.
    NotNow(String),
}

/// Checks of a message what needs no key: that it is signed, for this host, of now, with this body.
pub fn without_key(
    app: &App,
    path: &str,
    headers: &HeaderMap,
    body: &[u8],
    now: Instant,
) -> std::result::Result<(), Fault> {
    let url = ours(app, path)?;
    signature::examine(&url, headers, body, now).map(drop)
}

/// Finds out who sent a message. Only the actor itself may sign for it.
pub async fn check(app: &App, it: &Received, activity: &Activity) -> Result<Checked> {
    let headers = headers(&it.headers);
    let claim = match signature::claim(&headers) {
        Ok(claim) => claim,
        Err(fault) => return Ok(Checked::Refused(fault.to_string())),
    };
    if host(&claim.key_id).as_ref() != Some(&it.host) {
        return Ok(Checked::Refused("the key is of another server than the actor".into()));
    }
    let known = store_remote::by_key(&mut *app.db.read().await?, &claim.key_id).await?;
    if let Some(actor) = known
        && actor.id == activity.actor
        && holds(app, it, &headers, &actor).is_ok()
    {
        return Ok(Checked::From(Box::new(actor)));
    }
    let actor = match read(app, &claim.key_id, Some(&claim.key_id)).await {
        Ok(actor) => actor,
        Err(missing) => return missed(app, activity, missing).await,
    };
    if actor.id != activity.actor {
        return Ok(Checked::Refused("the key belongs to another actor".into()));
    }
    if let Err(fault) = holds(app, it, &headers, &actor) {
        return Ok(Checked::Refused(fault.to_string()));
    }
    let mut tx = app.db.begin(super::work::SCOPE).await?;
    store_remote::save(&mut tx, &actor).await?;
    tx.commit().await?;
    Ok(Checked::From(Box::new(actor)))
}

async fn missed(app: &App, activity: &Activity, missing: Missing) -> Result<Checked> {
    match missing {
        // An actor that is gone cannot be asked for its key: that it is gone is said by its server.
        gone if gone.is_gone() => {
            let known = store_remote::by_id(&mut *app.db.read().await?, &activity.actor).await?;
            Ok(match known {
                Some(_) => Checked::Left,
                None => Checked::Refused("the sender is gone and was never known".into()),
            })
        }
        Missing::Broken(error) => Err(error),
        Missing::Trouble(trouble) => Ok(Checked::NotNow(trouble.to_string())),
        Missing::Status(status) if status.is_server_error() || status.as_u16() == 429 => {
            Ok(Checked::NotNow(format!("its server answered {status}")))
        }
        other => Ok(Checked::Refused(format!("the sender cannot be read: {other}"))),
    }
}

/// Checks the signature as of the instant at which the message came: it may have waited.
fn holds(
    app: &App,
    it: &Received,
    headers: &HeaderMap,
    actor: &RemoteActor,
) -> std::result::Result<(), Fault> {
    let key = PublicKey::from_pem(&actor.public_pem)?;
    let url = ours(app, &it.path)?;
    signature::verify(&Method::POST, &url, headers, it.body.as_bytes(), &key, it.received_at)
}

/// Reads an actor of another server by its address or by that of its key.
pub async fn read(
    app: &App,
    address: &str,
    key_id: Option<&str>,
) -> std::result::Result<RemoteActor, Missing> {
    let now = app.clock.now();
    let url = Url::parse(without_fragment(address)).map_err(|_| Missing::Else)?;
    let mut document = fetch::fetch(app, &url).await?;
    if let Some(owner) = remote::owner_of_key(&document) {
        if host(&owner) != host(address) {
            return Err(Missing::Else);
        }
        let owner = Url::parse(without_fragment(&owner)).map_err(|_| Missing::Else)?;
        document = fetch::fetch(app, &owner).await?;
    }
    let actor = remote::read(&document, key_id, now).ok_or(Missing::Else)?;
    // A server speaks for its own actors only, wherever it leads to.
    if Some(&actor.host) != host(address).as_ref() {
        return Err(Missing::Else);
    }
    Ok(actor)
}

/// Gives the address to which a message was sent, as our public address says it.
fn ours(app: &App, path: &str) -> std::result::Result<Url, Fault> {
    Url::parse(&format!("{}{path}", app.config.public_url)).map_err(|_| Fault::Unreadable("the address"))
}

fn headers(kept: &str) -> HeaderMap {
    let pairs: Vec<(String, String)> = serde_json::from_str(kept).unwrap_or_default();
    let pairs = pairs.into_iter().filter_map(|(name, value)| {
        Some((name.parse::<HeaderName>().ok()?, HeaderValue::from_str(&value).ok()?))
    });
    pairs.collect()
}
