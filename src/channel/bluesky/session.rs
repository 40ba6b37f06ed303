//! How the account's server is spoken to, and what its answers mean.
use http::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::Mutex;
use url::Url;

use super::oauth::key::Key;
use super::oauth::proof;
use super::{Secret, refreshing};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::door::{Answer, Request, Trouble};
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::Channel;
use crate::channel::outcome::Outcome;

/// The longest piece of a server's own words that is shown to people, in characters.
const WORDS: usize = 200;
/// How long we wait after a 429 that does not say how long, in seconds.
const PAUSE: i64 = 300;

/// A good answer, or why there is none.
pub type Answered<T> = std::result::Result<T, Fault>;

/// Why there is no good answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was done, or nobody knows; asking again does no harm, since we name the records.
    Later { at: Option<Instant>, why: Sentence },
    /// The token is over; it has to be renewed.
    Expired,
    /// The access does not hold.
    Locked { why: Sentence },
    /// The server does not want it; `name` is what it calls the reason.
    Refused { name: String, why: Sentence },
}

impl Fault {
    pub fn outcome(self) -> Outcome {
        match self {
            Fault::Later { at, why } => Outcome::Retry { at, why },
            Fault::Expired => Outcome::Reconnect { why: Sentence::new("channel-bluesky-expired") },
            Fault::Locked { why } => Outcome::Reconnect { why },
            Fault::Refused { why, .. } => Outcome::Refused { why },
        }
    }

    /// Tells whether the server refuses for this reason.
    pub fn is(&self, reason: &str) -> bool {
        matches!(self, Fault::Refused { name, .. } if name == reason)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Said {
    error: String,
    message: String,
}

/// The account's session on its server; it renews itself.
pub struct Session<'a> {
    app: &'a App,
    channel: &'a Channel,
    secret: Mutex<Secret>,
    pub did: String,
    pub pds: String,
    /// When the server ends the session whatever we do, where that is known.
    pub ends_at: Option<Instant>,
}

impl<'a> Session<'a> {
    pub fn open(app: &'a App, channel: &'a Channel) -> Result<Session<'a>> {
        let text = app.seal.open(&channel.seal_place(), &channel.secret)?;
        let secret: Secret = serde_json::from_str(&text)?;
        let (did, pds) = (secret.did.clone(), channel.server.clone());
        let ends_at = secret.grant.as_ref().and_then(|grant| grant.ends_at);
        Ok(Session { app, channel, secret: Mutex::new(secret), did, pds, ends_at })
    }

    /// Asks for something by name, with what stands behind the question mark.
    pub async fn ask<T: DeserializeOwned>(&self, name: &str, query: &[(&str, &str)]) -> Result<Answered<T>> {
        let mut url = address(&self.pds, name)?;
        url.query_pairs_mut().extend_pairs(query);
        self.read(Request::get(url)).await
    }

    /// Calls something by name that changes something.
    pub async fn call<T: DeserializeOwned>(&self, name: &str, body: &Value) -> Result<Answered<T>> {
        self.read(Request::new(Method::POST, address(&self.pds, name)?).json(body)).await
    }

    /// Sends a request with the session's token, renewing it where it is over.
    pub async fn read<T: DeserializeOwned>(&self, request: Request) -> Result<Answered<T>> {
        let held = self.secret.lock().await.clone();
        let mut answered = with_access(self.app, &self.pds, &held, &request).await?;
        if matches!(answered, Err(Fault::Expired)) {
            match refreshing::renew(self.app, self.channel, &self.pds, &held).await? {
                Ok(renewed) => {
                    answered = with_access(self.app, &self.pds, &renewed, &request).await?;
                    *self.secret.lock().await = renewed;
                }
                Err(fault) => return Ok(Err(fault)),
            }
        }
        Ok(answered.and_then(|answer| {
            // An answer without words is an empty one.
            let body = if answer.body.is_empty() { b"{}" } else { &answer.body[..] };
            serde_json::from_slice(body)
                .map_err(|_| Fault::Later { at: None, why: say("channel-bluesky-strange", &self.pds) })
        }))
    }
}

/// Gives the address of a method on a server.
pub fn address(pds: &str, name: &str) -> Result<Url> {
    Url::parse(&format!("{pds}/xrpc/{name}")).map_err(|error| Error::Broken(error.into()))
}

/// Sends one request with the token that a session holds, and with the proof that it is ours.
async fn with_access(app: &App, pds: &str, secret: &Secret, request: &Request) -> Result<Answered<Answer>> {
    let Some(grant) = &secret.grant else {
        return Ok(once(app, pds, &secret.access, request.clone()).await);
    };
    let key = Key::read(&grant.key)?;
    let sent = proof::send(app, &key, Some(&secret.access), || Ok(request.clone())).await?;
    Ok(sorted(app, pds, &secret.access, sent))
}

/// Sends one request with one token.
pub async fn once(app: &App, pds: &str, token: &str, request: Request) -> Answered<Answer> {
    let request = if token.is_empty() { request } else { request.bearer(token) };
    sorted(app, pds, token, app.door.send(request).await)
}

/// Sorts what came of a request that bore a token.
pub fn sorted(
    app: &App,
    pds: &str,
    token: &str,
    sent: std::result::Result<Answer, Trouble>,
) -> Answered<Answer> {
    match sent {
        Ok(answer) if answer.is_good() => Ok(answer),
        Ok(answer) => Err(fault(app, pds, token, &answer)),
        Err(trouble) if trouble.may_have_arrived() => {
            Err(Fault::Later { at: None, why: say("channel-bluesky-no-answer", pds) })
        }
        Err(_) => Err(Fault::Later { at: None, why: say("channel-bluesky-unreached", pds) }),
    }
}

pub fn say(key: &'static str, pds: &str) -> Sentence {
    let host = pds.split_once("://").map_or(pds, |(_, host)| host);
    Sentence::new(key).with("server", host)
}

/// Sorts an answer that is not good by what can be done next.
fn fault(app: &App, pds: &str, token: &str, answer: &Answer) -> Fault {
    let said: Said = answer.json().unwrap_or_default();
    let words = words(&said, token, answer.status.as_u16());
    let with_words = |key| say(key, pds).with("words", words.clone());
    match (answer.status.as_u16(), said.error.as_str()) {
        (400 | 401, "InvalidToken" | "ExpiredToken" | "invalid_token") => Fault::Expired,
        (401 | 403, _) => Fault::Locked { why: with_words("channel-bluesky-locked") },
        (429, _) => Fault::Later { at: Some(when(app, answer)), why: say("channel-bluesky-busy", pds) },
        (408 | 425 | 500.., _) => {
            let at = answer.header("retry-after").map(|_| when(app, answer));
            Fault::Later { at, why: say("channel-bluesky-failed", pds) }
        }
        (413, _) | (_, "BlobTooLarge") => {
            Fault::Refused { name: said.error, why: with_words("channel-bluesky-too-large") }
        }
        _ => Fault::Refused { name: said.error, why: with_words("channel-bluesky-refused") },
    }
}

/// Reads from which instant on the server listens again: it says so in seconds since 1970.
fn when(app: &App, answer: &Answer) -> Instant {
    let now = app.clock.now();
    let number = |name: &str| answer.header(name).and_then(|said| said.trim().parse::<i64>().ok());
    let reset = number("ratelimit-reset").map(|seconds| Instant::from_millis(seconds.saturating_mul(1_000)));
    let after = number("retry-after").map(|seconds| now.plus_seconds(seconds));
    let until = reset.or(after).unwrap_or_else(|| now.plus_seconds(PAUSE));
    until.max(now.plus_seconds(1)).min(now.plus_hours(24))
}

/// Gives the server's own words, short, and without what only we may know.
fn words(said: &Said, token: &str, status: u16) -> String {
    let words = if said.message.is_empty() { &said.error } else { &said.message };
    let words = if token.is_empty() { words.clone() } else { words.replace(token, "…") };
    let plain: String = words.chars().filter(|c| !c.is_control()).take(WORDS).collect();
    if plain.is_empty() { status.to_string() } else { plain }
}
