//! The one door out: every request to another server goes through here. It reaches only addresses of
//! the open Internet, whatever a name resolves to and wherever a redirect leads; it takes answers of
//! a bounded size, unpacked, in a bounded time; and it says whether a request may have arrived.
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use http::header::{AUTHORIZATION, COOKIE, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

use super::config::Outgoing as Rules;

mod address;
mod client;

/// The longest answer that is read unless somebody asks for more, in bytes, unpacked.
const LONGEST_ANSWER: usize = 1 << 20;
/// How long one request may take unless somebody asks for more.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many redirects are followed.
const REDIRECTS: u8 = 3;

/// The door; cloning it is cheap, and it opens at first use.
#[derive(Clone)]
pub struct Door {
    rules: Arc<Rules>,
    client: Arc<OnceLock<reqwest::Client>>,
}

/// A request that goes out.
#[derive(Debug, Clone)]
pub struct Request {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Bytes,
    pub longest_answer: usize,
    pub patience: Duration,
    /// How many redirects are followed; only a GET follows any.
    pub redirects: u8,
}

/// What another server answered, whatever it said.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Where the answer came from, after redirects.
    pub url: Url,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The address may not be reached; nothing went out.
    #[error("may not be reached: {0}")]
    Forbidden(String),
    /// No connection came about; nothing went out.
    #[error("cannot be reached: {0}")]
    Unreached(String),
    /// A request went out, and its answer did not come whole: nobody knows what became of it.
    #[error("gave no answer: {0}")]
    Lost(String),
    /// The answer came and is longer than may be.
    #[error("answered too much (status {0})")]
    TooMuch(StatusCode),
}

impl Trouble {
    /// Tells whether the request may have arrived.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Trouble::Lost(_) | Trouble::TooMuch(_))
    }
}

impl Request {
    pub fn new(method: Method, url: Url) -> Request {
        Request {
            method,
            url,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            longest_answer: LONGEST_ANSWER,
            patience: PATIENCE,
            redirects: REDIRECTS,
        }
    }

    pub fn get(url: Url) -> Request {
        Request::new(Method::GET, url)
    }

    pub fn post(url: Url) -> Request {
        Request::new(Method::POST, url)
    }

    /// Adds a header; a value that no header can hold is left out.
    pub fn header(mut self, name: HeaderName, value: &str) -> Request {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    pub fn bearer(self, token: &str) -> Request {
        self.header(AUTHORIZATION, &format!("Bearer {token}"))
    }

    pub fn body(mut self, media_type: &str, body: impl Into<Bytes>) -> Request {
        self.body = body.into();
        self.header(http::header::CONTENT_TYPE, media_type)
    }

    pub fn json(self, value: &serde_json::Value) -> Request {
        let body = value.to_string();
        self.body("application/json", body)
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Request {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }
}

impl Answer {
    pub fn is_good(&self) -> bool {
        self.status.is_success()
    }

    pub fn json<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.body).ok()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Door {
    pub fn new(rules: &Rules) -> Door {
        Door { rules: Arc::new(rules.clone()), client: Arc::default() }
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, request: Request) -> Result<Answer, Trouble> {
        let patience = request.patience;
        let late = |_| Err(Trouble::Lost(format!("no answer within {patience:?}")));
        tokio::time::timeout(patience, self.follow(request)).await.unwrap_or_else(late)
    }

    async fn follow(&self, mut request: Request) -> Result<Answer, Trouble> {
        loop {
            let answer = self.once(&request).await?;
            let leads_on = answer.status.is_redirection() && request.method == Method::GET;
            let target = answer.header(LOCATION.as_str()).and_then(|to| answer.url.join(to).ok());
            match target {
                Some(target) if leads_on && request.redirects > 0 => {
                    if target.origin() != request.url.origin() {
                        request.headers.remove(AUTHORIZATION);
                        request.headers.remove(COOKIE);
                    }
                    request.redirects -= 1;
                    request.url = target;
                }
                _ => return Ok(answer),
            }
        }
    }

    async fn once(&self, request: &Request) -> Result<Answer, Trouble> {
        address::check(&request.url, &self.rules)?;
        let client = self.client.get_or_init(|| client::build(&self.rules));
        let sending = client
            .request(request.method.clone(), request.url.clone())
            .headers(request.headers.clone())
            .body(request.body.clone())
            .send()
            .await
            .map_err(client::trouble)?;
        let (status, headers) = (sending.status(), sending.headers().clone());
        let mut body = BytesMut::new();
        let mut pieces = sending.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(client::trouble)?;
            if body.len() + piece.len() > request.longest_answer {
                return Err(Trouble::TooMuch(status));
            }
            body.extend_from_slice(&piece);
        }
        Ok(Answer { status, headers, body: body.freeze(), url: request.url.clone() })
    }
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Door")
    }
}
