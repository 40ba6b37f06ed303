use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use super::*;
use crate::base::door::Request;

mod cavage;
mod fuzz;
mod hostile;
mod rfc;
mod round;

/// Sunday, 5 January 2014, 21:31:40 UTC, the time of the draft's example.
const THEN: Instant = Instant(1_388_957_500_000);

fn headers(lines: &[(&str, &str)]) -> HeaderMap {
    lines
        .iter()
        .map(|(name, value)| {
            (name.parse::<http::HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap())
        })
        .collect()
}

/// A request of another server, and the key that signed it.
struct Signed {
    request: Request,
    public: PublicKey,
}

impl Signed {
    fn new(scheme: Scheme, url: &str, body: &'static str) -> Signed {
        let key = key();
        let mut request = Request::post(url.parse().unwrap()).body("application/activity+json", body);
        sign(scheme, key, "https://other.example/actor#main-key", &mut request, THEN).unwrap();
        Signed { request, public: PublicKey::from_pem(&key.public_pem()).unwrap() }
    }

    fn verdict(&self) -> std::result::Result<(), Fault> {
        self.verdict_at(THEN)
    }

    fn verdict_at(&self, now: Instant) -> std::result::Result<(), Fault> {
        let Request { method, url, headers, body, .. } = &self.request;
        verify(method, url, headers, body, &self.public, now)
    }

    /// Changes a header after the signature was made.
    fn set(&mut self, name: &'static str, value: &str) {
        self.request.headers.insert(name, value.parse().unwrap());
    }

    /// Changes the text of a header after the signature was made.
    fn swap(&mut self, name: &'static str, from: &str, to: &str) {
        let text = self.request.headers[name].to_str().unwrap().to_owned();
        assert!(text.contains(from), "{name} does not hold {from}: {text}");
        self.set(name, &text.replace(from, to));
    }
}

const BOTH: [Scheme; 2] = [Scheme::Rfc9421, Scheme::Cavage];

/// One key for all, for making one takes long.
fn key() -> &'static PrivateKey {
    static KEY: std::sync::OnceLock<PrivateKey> = std::sync::OnceLock::new();
    KEY.get_or_init(PrivateKey::generate)
}
