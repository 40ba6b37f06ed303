//! Signed requests between servers: RFC 9421 and the older draft-cavage, in both directions. Knows
//! keys and messages, and neither actors nor networks.
use http::header::{DATE, HOST};
use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use crate::base::clock::Instant;
use crate::base::door::Request;
use crate::base::error::Result;
use cover::Part;
use given::Terms;
use message::Message;

pub mod by_hand;
mod cavage;
mod cover;
mod digest;
mod fault;
mod fresh;
mod given;
mod key;
mod message;
mod structured;

pub use fault::Fault;
pub use key::{PrivateKey, PublicKey};

/// The two ways to sign that servers understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// HTTP Message Signatures: `Signature-Input` and `Signature`, with `Content-Digest`.
    Rfc9421,
    /// draft-cavage-http-signatures-12: one `Signature`, with `Date` and `Digest`.
    Cavage,
}

/// What a request says about who signed it, before anything is proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub key_id: String,
    pub scheme: Scheme,
}

/// Signs a request as it will go out, with everything the receiver needs to check it: `Date`, the
/// digest of the body, and the signature. Fails only where the key's id fits in no header.
///
/// A signature holds for one address: whoever follows a redirect signs anew.
pub fn sign(
    scheme: Scheme,
    key: &PrivateKey,
    key_id: &str,
    request: &mut Request,
    now: Instant,
) -> Result<()> {
    let has_body = !request.body.is_empty();
    request.headers.insert(DATE, header(&fresh::date(now))?);
    if has_body {
        let (name, value) = digest::write(scheme, &request.body);
        request.headers.insert(name, header(&value)?);
    }
    let message = Message::new(&request.method, &request.url, &request.headers);
    let parts = cover::usual(scheme, has_body);
    let created = (scheme == Scheme::Rfc9421).then(|| now.millis().div_euclid(1000));
    let terms = Terms { key_id, parts: &parts, created, expires: None, algorithm: None };
    let written = match scheme {
        Scheme::Rfc9421 => structured::write(key, &terms, &message),
        Scheme::Cavage => cavage::write(key, &terms, &message),
    };
    for (name, value) in written.map_err(anyhow::Error::new)? {
        request.headers.insert(name, header(&value)?);
    }
    Ok(())
}

fn header(value: &str) -> anyhow::Result<HeaderValue> {
    Ok(HeaderValue::from_str(value)?)
}

/// Reads who a request says it is signed by, so that the key can be fetched.
pub fn claim(headers: &HeaderMap) -> std::result::Result<Claim, Fault> {
    let given = given::read(headers)?;
    Ok(Claim { key_id: given.key_id, scheme: given.scheme })
}

/// Checks what needs no key: that a request is signed as it has to be, of now, and with this body. So a
/// door can refuse what is none before it fetches anything.
pub fn examine(
    url: &Url,
    headers: &HeaderMap,
    body: &[u8],
    now: Instant,
) -> std::result::Result<Claim, Fault> {
    let given = examined(url, headers, body, now)?;
    Ok(Claim { key_id: given.key_id, scheme: given.scheme })
}

fn examined(
    url: &Url,
    headers: &HeaderMap,
    body: &[u8],
    now: Instant,
) -> std::result::Result<given::Given, Fault> {
    let given = given::read(headers)?;
    cover::check(&given.parts, url, !body.is_empty())?;
    fresh::check(&given, headers, now)?;
    digest::check(&given.parts, headers, body)?;
    Ok(given)
}

/// Checks a request against the key that its claim names.
///
/// The address is the one our public address gives, not the `Host` header: a proxy in front may change
/// that one. Demands that the signature covers method, host, path, query, a time, and a digest of the
/// body where there is one; see [`fresh`] for how old it may be.
pub fn verify(
    method: &Method,
    url: &Url,
    headers: &HeaderMap,
    body: &[u8],
    key: &PublicKey,
    now: Instant,
) -> std::result::Result<(), Fault> {
    let given = examined(url, headers, body, now)?;
    key.fits(given.algorithm)?;
    let message = Message::new(method, url, headers);
    if key.verifies(&given.base(&message)?, &given.signature) {
        return Ok(());
    }
    Err(why_not(&given, &message, key).unwrap_or(Fault::DoesNotVerify))
}

/// Finds out whether the signature would be good for the host that the request itself names.
fn why_not(given: &given::Given, message: &Message<'_>, key: &PublicKey) -> Option<Fault> {
    let received = message.headers.get(HOST)?.to_str().ok()?.trim().to_ascii_lowercase();
    if received == message.authority || !given.parts.iter().any(Part::names_the_host) {
        return None;
    }
    let signed = message.as_for(received.clone());
    let is_good = key.verifies(&given.base(&signed).ok()?, &given.signature);
    is_good.then(|| Fault::OtherHost { signed: received, ours: message.authority.clone() })
}

#[cfg(test)]
mod tests;
