//! What goes out through the door, and what comes back.
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, LOCATION, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

/// The longest answer that is read unless somebody asks for more, in bytes, unpacked.
const LONGEST_ANSWER: usize = 1 << 20;
/// How long one request may take unless somebody asks for more.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many redirects are followed.
const REDIRECTS: u8 = 3;
/// All that another host gets to see after a redirect: no token, no cookie, no key of a repeat.
const HARMLESS: [HeaderName; 3] = [ACCEPT, ACCEPT_LANGUAGE, USER_AGENT];

/// A request that goes out.
#[derive(Clone)]
pub struct Request {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Bytes,
    pub longest_answer: usize,
    pub patience: Duration,
    /// How many redirects are followed; only a GET follows any. Where they are used up, the last
    /// redirect is the answer. A signature is left behind at the first one: whoever has to sign
    /// anew allows none and follows by hand.
    pub redirects: u8,
}

/// What another server answered, whatever it said.
#[derive(Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// Where the answer came from, after redirects.
    pub url: Url,
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
        self.header(CONTENT_TYPE, media_type)
    }

    pub fn json(self, value: &serde_json::Value) -> Request {
        let body = value.to_string();
        self.body("application/json", body)
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Request {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    /// Gives the request that a redirect asks for, if it is one that is followed.
    pub(super) fn led_on_by(&self, answer: &Answer) -> Option<Request> {
        let leads_on = matches!(answer.status.as_u16(), 301 | 302 | 303 | 307 | 308);
        if !leads_on || self.method != Method::GET || self.redirects == 0 {
            return None;
        }
        let target = answer.url.join(answer.header(LOCATION.as_str())?).ok()?;
        let mut next = Request { redirects: self.redirects - 1, url: target, ..self.clone() };
        // A signature names the address it was made for.
        next.headers.remove("signature");
        next.headers.remove("signature-input");
        if next.url.origin() != self.url.origin() {
            next.headers = HARMLESS
                .into_iter()
                .filter_map(|name| self.headers.get(&name).map(|value| (name.clone(), value.clone())))
                .collect();
        }
        Some(next)
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

/// Gives the host alone: a path or query can hold a token.
pub(super) fn place(url: &Url) -> String {
    url.port().map_or_else(
        || url.host_str().unwrap_or_default().to_owned(),
        |port| format!("{}:{port}", url.host_str().unwrap_or_default()),
    )
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Request({} {}, {} bytes)", self.method, place(&self.url), self.body.len())
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answer({} of {}, {} bytes)", self.status, place(&self.url), self.body.len())
    }
}
