//! How a server is spoken to, and what its answers mean.
use http::{HeaderName, Method};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::Url;

use super::Secret;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::door::{Answer, Request, Trouble};
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::outcome::Outcome;

/// The longest piece of a server's own words that is shown to people, in characters.
const WORDS: usize = 200;
/// How long we wait after a 429 that does not say how long, in seconds.
const PAUSE: i64 = 300;

/// One account on one server.
pub struct Api<'a> {
    app: &'a App,
    server: Url,
    token: String,
}

/// A good answer, or why there is none.
pub type Answered<T> = std::result::Result<T, Fault>;

/// Why there is no good answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was done; later it may be.
    Later { at: Option<Instant>, why: Sentence },
    /// The request may have arrived, and may have been carried out.
    Unknown { why: Sentence },
    /// The access does not hold.
    Locked { why: Sentence },
    /// It is not there, or not any more.
    Gone { why: Sentence },
    /// The server does not want it.
    Refused { why: Sentence },
}

impl Fault {
    /// Says what becomes of a sending; `is_safe` tells whether the same may be asked again.
    pub fn outcome(self, is_safe: bool) -> Outcome {
        match self {
            Fault::Later { at, why } => Outcome::Retry { at, why },
            Fault::Unknown { why } if is_safe => Outcome::Retry { at: None, why },
            Fault::Unknown { why } => Outcome::Unconfirmed { why },
            Fault::Locked { why } => Outcome::Reconnect { why },
            Fault::Gone { why } | Fault::Refused { why } => Outcome::Refused { why },
        }
    }

    /// What nobody knows about a request that only reads is no harm: it can be asked again.
    fn of_reading(self) -> Fault {
        match self {
            Fault::Unknown { why } => Fault::Later { at: None, why },
            other => other,
        }
    }
}

#[derive(Deserialize)]
struct Said {
    error: Option<String>,
    error_description: Option<String>,
}

impl<'a> Api<'a> {
    pub fn new(app: &'a App, server: &str, secret: &Secret) -> Result<Api<'a>> {
        let server = Url::parse(server).map_err(|error| Error::Broken(error.into()))?;
        Ok(Api { app, server, token: secret.token.clone() })
    }

    /// Begins a request with the account's token.
    pub fn request(&self, method: Method, path: &str) -> Result<Request> {
        let url = self.server.join(path).map_err(|error| Error::Broken(error.into()))?;
        let request = Request::new(method, url);
        Ok(if self.token.is_empty() { request } else { request.bearer(&self.token) })
    }

    /// Sends a request that changes something.
    pub async fn send(&self, request: Request) -> Answered<Answer> {
        match self.app.door.send(request).await {
            Ok(answer) if answer.is_good() => Ok(answer),
            Ok(answer) => Err(self.fault(&answer)),
            Err(trouble) => Err(self.trouble(&trouble)),
        }
    }

    /// Reads something.
    pub async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<Answered<T>> {
        let answer = match self.send(self.request(Method::GET, path)?).await {
            Ok(answer) => answer,
            Err(fault) => return Ok(Err(fault.of_reading())),
        };
        Ok(answer.json().ok_or_else(|| Fault::Later { at: None, why: self.say("channel-mastodon-strange") }))
    }

    pub fn say(&self, key: &'static str) -> Sentence {
        Sentence::new(key).with("server", self.server.host_str().unwrap_or_default())
    }

    fn trouble(&self, trouble: &Trouble) -> Fault {
        match trouble {
            it if it.may_have_arrived() => Fault::Unknown { why: self.say("channel-mastodon-no-answer") },
            _ => Fault::Later { at: None, why: self.say("channel-mastodon-unreached") },
        }
    }

    /// Sorts an answer that is not good by what can be done next.
    fn fault(&self, answer: &Answer) -> Fault {
        let words = self.words(answer);
        let with_words = |key| self.say(key).with("words", words.clone());
        match answer.status.as_u16() {
            401 | 403 => Fault::Locked { why: with_words("channel-mastodon-locked") },
            404 | 405 | 410 => Fault::Gone { why: with_words("channel-mastodon-gone") },
            413 => Fault::Refused { why: with_words("channel-mastodon-too-large") },
            408 | 425 | 429 => {
                Fault::Later { at: Some(self.when(answer, true)), why: self.say("channel-mastodon-busy") }
            }
            503 => Fault::Later {
                at: answer.header("retry-after").map(|_| self.when(answer, false)),
                why: self.say("channel-mastodon-down"),
            },
            500..=599 => Fault::Unknown { why: self.say("channel-mastodon-failed") },
            _ => Fault::Refused { why: with_words("channel-mastodon-refused") },
        }
    }

    /// Reads from which instant on the server listens again.
    fn when(&self, answer: &Answer, is_limit: bool) -> Instant {
        let now = self.app.clock.now();
        let after = answer.header("retry-after").and_then(|said| instant(said, now));
        let reset =
            answer.header("x-ratelimit-reset").filter(|_| is_limit).and_then(|said| instant(said, now));
        let until = after.or(reset).unwrap_or_else(|| now.plus_seconds(PAUSE));
        until.max(now.plus_seconds(1)).min(now.plus_hours(24))
    }

    /// Gives the server's own words, short, and without what only we may know.
    fn words(&self, answer: &Answer) -> String {
        let said: Option<Said> = answer.json();
        let said = said.and_then(|said| said.error_description.or(said.error)).unwrap_or_default();
        let said = match self.token.as_str() {
            "" => said,
            token => said.replace(token, "…"),
        };
        let plain: String = said.chars().filter(|c| !c.is_control()).take(WORDS).collect();
        if plain.is_empty() { answer.status.as_u16().to_string() } else { plain }
    }
}

/// Reads when something is over: seconds from now, an instant, or a date as HTTP writes it.
fn instant(said: &str, now: Instant) -> Option<Instant> {
    let said = said.trim();
    if let Ok(seconds) = said.parse::<f64>() {
        // What is larger than ten years is no length but a point in time.
        let whole = seconds.ceil() as i64;
        return Some(if whole > 315_360_000 {
            Instant::from_millis(whole * 1_000)
        } else {
            now.plus_seconds(whole)
        });
    }
    let iso = said.parse::<jiff::Timestamp>().ok().map(Instant::from);
    iso.or_else(|| jiff::fmt::rfc2822::parse(said).ok().map(|zoned| Instant::from(&zoned)))
}

/// Names the header by which a server recognises a repetition.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// A status as a server shows it.
#[derive(Debug, Clone, Deserialize)]
pub struct Status {
    pub id: String,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub uri: String,
    #[serde(default)]
    pub content: String,
    #[serde(default)]
    pub spoiler_text: String,
    #[serde(default)]
    pub visibility: String,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub created_at: String,
    #[serde(default)]
    pub in_reply_to_id: Option<String>,
    #[serde(default)]
    pub replies_count: i64,
    pub account: Account,
}

/// An account as a server shows it.
#[derive(Debug, Clone, Deserialize)]
pub struct Account {
    pub id: String,
    #[serde(default)]
    pub acct: String,
    #[serde(default)]
    pub display_name: String,
    #[serde(default)]
    pub url: String,
}

impl Status {
    pub fn address(&self) -> String {
        self.url.clone().filter(|url| !url.is_empty()).unwrap_or_else(|| self.uri.clone())
    }

    pub fn created(&self) -> Option<Instant> {
        self.created_at.parse::<jiff::Timestamp>().ok().map(Instant::from)
    }
}
