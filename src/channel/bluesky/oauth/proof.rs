//! Proofs that a request comes from whom its token was given to (DPoP, RFC 9449).
use std::sync::LazyLock;

use http::header::{AUTHORIZATION, HeaderName, WWW_AUTHENTICATE};
use quick_cache::sync::Cache;
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::key::{self, Key};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::door::{Answer, Request, Trouble};
use crate::base::error::Result;

const DPOP: HeaderName = HeaderName::from_static("dpop");
const NONCE: &str = "dpop-nonce";
/// The longest nonce that is kept, in bytes; and of how many servers.
const NONCE_MAX: usize = 256;
const SERVERS: usize = 1_000;

/// The last nonce of each server. They are no secrets, and a lost one costs one request more.
static NONCES: LazyLock<Cache<String, String>> = LazyLock::new(|| Cache::new(SERVERS));

#[derive(Deserialize)]
struct Said {
    error: String,
}

/// Signs that a request to this address is ours; with a token, that this token is.
pub fn proof(
    key: &Key,
    method: &str,
    url: &Url,
    nonce: Option<&str>,
    token: Option<&str>,
    now: Instant,
) -> Result<String> {
    let mut place = url.clone();
    place.set_query(None);
    place.set_fragment(None);
    let mut claims = json!({
        "jti": key::random(), "htm": method, "htu": place.as_str(), "iat": now.millis() / 1_000,
    });
    if let Some(nonce) = nonce {
        claims["nonce"] = json!(nonce);
    }
    if let Some(token) = token {
        claims["ath"] = json!(key::hash(token));
    }
    key.sign(&json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": key.public() }), &claims)
}

/// Sends a request with a proof, and once more where the server wants its newest nonce in it: a
/// request that is refused for its nonce has done nothing. It is made anew each time, and it follows
/// no redirect, since a proof names one address.
pub async fn send(
    app: &App,
    key: &Key,
    token: Option<&str>,
    make: impl Fn() -> Result<Request>,
) -> Result<std::result::Result<Answer, Trouble>> {
    let mut is_last = false;
    loop {
        let mut request = make()?;
        request.redirects = 0;
        let server = request.url.origin().ascii_serialization();
        let nonce = NONCES.get(&server);
        let now = app.clock.now();
        let proof = proof(key, request.method.as_str(), &request.url, nonce.as_deref(), token, now)?;
        request = request.header(DPOP, &proof);
        if let Some(token) = token {
            request = request.header(AUTHORIZATION, &format!("DPoP {token}"));
        }
        let answer = match app.door.send(request).await {
            Ok(answer) => answer,
            Err(trouble) => return Ok(Err(trouble)),
        };
        if let Some(given) = answer.header(NONCE).filter(|it| !it.is_empty() && it.len() <= NONCE_MAX) {
            NONCES.insert(server, given.to_owned());
        }
        if is_last || !wants_nonce(&answer) {
            return Ok(Ok(answer));
        }
        is_last = true;
    }
}

/// Tells whether a server refuses for the nonce alone: it says so in its words or in a header.
fn wants_nonce(answer: &Answer) -> bool {
    const WANTED: &str = "use_dpop_nonce";
    let is_refused = matches!(answer.status.as_u16(), 400 | 401);
    let is_said = || answer.json::<Said>().is_some_and(|said| said.error == WANTED);
    let is_in_header = || answer.header(WWW_AUTHENTICATE.as_str()).is_some_and(|it| it.contains(WANTED));
    is_refused && (is_said() || is_in_header())
}

/// Puts a nonce in the place of the one that a server gave.
#[cfg(test)]
pub fn mistake(server: &Url, nonce: &str) {
    NONCES.insert(server.origin().ascii_serialization(), nonce.to_owned());
}
