//! Signing and verifying by hand: one request as text, so that other people's suites can drive it.
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use url::Url;

use super::cover::Part;
use super::fault::Fault;
use super::given::{self, Algorithm, Given, Terms, add};
use super::key::{PrivateKey, PublicKey};
use super::message::Message;
use super::{Scheme, cavage, structured};
use crate::base::clock::Instant;

/// A request as text, HTTP/1.1: first line, headers, an empty line, body.
pub struct Written {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Vec<u8>,
}

/// What is said besides the request.
#[derive(Debug, Default, Clone)]
pub struct Wishes {
    pub scheme: Option<Scheme>,
    /// The covered parts, by their names.
    pub parts: Option<Vec<String>>,
    pub key_id: Option<String>,
    pub algorithm: Option<String>,
    pub key_type: Option<String>,
    pub created: Option<i64>,
    pub expires: Option<i64>,
}

impl Written {
    pub fn read(text: &[u8]) -> Result<Written, Fault> {
        let broken = || Fault::Unreadable("the request is not like HTTP/1.1");
        let ends = |pattern: &[u8]| text.windows(pattern.len()).position(|window| window == pattern);
        let (head, body) = match (ends(b"\r\n\r\n"), ends(b"\n\n")) {
            (Some(at), other) if other.is_none_or(|other| at < other) => (&text[..at], &text[at + 4..]),
            (_, Some(at)) => (&text[..at], &text[at + 2..]),
            _ => (text, &text[text.len()..]),
        };
        let mut lines =
            head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let first = lines.next().and_then(|line| std::str::from_utf8(line).ok()).ok_or_else(broken)?;
        let mut words = first.split(' ');
        let (method, target) = (words.next().ok_or_else(broken)?, words.next().ok_or_else(broken)?);
        let mut headers = HeaderMap::new();
        for line in lines.filter(|line| !line.is_empty()) {
            let colon = line.iter().position(|byte| *byte == b':').ok_or_else(broken)?;
            let name = HeaderName::from_bytes(&line[..colon]).map_err(|_| broken())?;
            let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).map_err(|_| broken())?;
            headers.append(name, value);
        }
        let host = headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let url = if target.starts_with('/') { format!("https://{host}{target}") } else { target.to_owned() };
        Ok(Written {
            method: method.parse().map_err(|_| broken())?,
            url: url.parse().map_err(|_| broken())?,
            headers,
            body: body.to_vec(),
        })
    }

    fn message(&self) -> Message<'_> {
        Message::new(&self.method, &self.url, &self.headers)
    }
}

impl Wishes {
    fn scheme(&self) -> Scheme {
        self.scheme.unwrap_or(Scheme::Cavage)
    }

    fn parts(&self) -> Result<Vec<Part>, Fault> {
        let usual = if self.created.is_some() { "(created)" } else { "date" };
        let usual = match self.scheme() {
            Scheme::Cavage => vec![usual.to_owned()],
            Scheme::Rfc9421 => vec!["@method".into(), "@target-uri".into()],
        };
        let mut parts = Vec::new();
        for name in self.parts.as_ref().unwrap_or(&usual) {
            let name = name.to_ascii_lowercase();
            let part = match self.scheme() {
                Scheme::Cavage => cavage::named(&name)?,
                Scheme::Rfc9421 => structured::named(&name)?,
            };
            add(&mut parts, part)?;
        }
        if self.scheme() == Scheme::Cavage {
            cavage::check(self.algorithm.as_deref(), &parts)?;
        }
        Ok(parts)
    }

    fn algorithm(&self) -> Result<Option<Algorithm>, Fault> {
        let named = match (&self.algorithm, self.scheme()) {
            (None, _) => None,
            (Some(name), Scheme::Cavage) => cavage::read_algorithm(name)?,
            (Some(name), Scheme::Rfc9421) => Some(structured::algorithm(name)?),
        };
        let of_the_key = match self.key_type.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None => named,
            Some("rsa") => Some(Algorithm::Rsa),
            Some("ed25519") => Some(Algorithm::Ed25519),
            Some(other) => return Err(Fault::unknown(other)),
        };
        match (named, of_the_key) {
            (Some(named), Some(other)) if named != other => {
                Err(Fault::KeyUnfit("it is of another kind than the algorithm"))
            }
            (named, of_the_key) => Ok(named.or(of_the_key)),
        }
    }
}

/// Gives the bytes that are signed, or would be.
pub fn canonicalize(written: &Written, wishes: &Wishes) -> Result<Vec<u8>, Fault> {
    if wishes.parts.is_none() && written.headers.contains_key(given::SIGNATURE) {
        return given::read(&written.headers)?.base(&written.message());
    }
    let parts = wishes.parts()?;
    match wishes.scheme() {
        Scheme::Cavage => cavage::base(&parts, wishes.created, wishes.expires, &written.message()),
        Scheme::Rfc9421 => {
            let terms = terms(wishes, &parts);
            let algorithm = wishes.algorithm()?.unwrap_or(Algorithm::Rsa);
            structured::base(&parts, &structured::parameters(&terms, algorithm)?, &written.message())
        }
    }
}

/// Signs, and gives the headers to add.
pub fn sign(
    written: &Written,
    wishes: &Wishes,
    key: &PrivateKey,
    now: Instant,
) -> Result<Vec<(HeaderName, String)>, Fault> {
    if wishes.algorithm()?.is_some_and(|algorithm| algorithm != key.algorithm()) {
        return Err(Fault::KeyUnfit("it is of another kind than the algorithm"));
    }
    check_times(wishes.created, wishes.expires, now)?;
    let parts = wishes.parts()?;
    let terms = terms(wishes, &parts);
    match wishes.scheme() {
        Scheme::Cavage => cavage::write(key, &terms, &written.message()),
        Scheme::Rfc9421 => structured::write(key, &terms, &written.message()),
    }
}

fn terms<'a>(wishes: &'a Wishes, parts: &'a [Part]) -> Terms<'a> {
    Terms {
        key_id: wishes.key_id.as_deref().unwrap_or("test"),
        parts,
        created: wishes.created,
        expires: wishes.expires,
        algorithm: wishes.algorithm.as_deref(),
    }
}

/// Verifies the signature that the request carries. Strictly is as at the inbox: also whether it covers
/// what it has to and is of now; else only whether what it covers was signed.
pub fn verify(
    written: &Written,
    wishes: &Wishes,
    key: &PublicKey,
    is_strict: bool,
    now: Instant,
) -> Result<(), Fault> {
    if is_strict {
        let Written { method, url, headers, body } = written;
        return super::verify(method, url, headers, body, key, now);
    }
    let given: Given = given::read(&written.headers)?;
    key.fits(given.algorithm)?;
    key.fits(wishes.algorithm()?)?;
    check_times(given.created, given.expires, now)?;
    let wanted = if wishes.parts.is_some() { wishes.parts()? } else { Vec::new() };
    if let Some(missing) = wanted.iter().find(|part| !given.parts.contains(part)) {
        return Err(Fault::absent(missing.name()));
    }
    let base = given.base(&written.message())?;
    if key.verifies(&base, &given.signature) { Ok(()) } else { Err(Fault::DoesNotVerify) }
}

fn check_times(created: Option<i64>, expires: Option<i64>, now: Instant) -> Result<(), Fault> {
    let now = now.millis().div_euclid(1000);
    match (created, expires) {
        (Some(created), _) if created > now => Err(Fault::TooNew),
        (_, Some(expires)) if expires < now => Err(Fault::TooOld),
        _ => Ok(()),
    }
}
