//! The digest of a body: `Content-Digest` (RFC 9530) and the older `Digest`.
use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest::{Algorithm, SHA256, SHA512, digest};
use base64::{Engine, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName};
use sfv::{BareItem, Dictionary, Item, ListEntry, Parser};

use super::Scheme;
use super::cover::Part;
use super::fault::Fault;
use super::given::text_of;

const DIGEST: HeaderName = HeaderName::from_static("digest");
const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");

/// Writes the digest header of a scheme.
pub fn write(scheme: Scheme, body: &[u8]) -> (HeaderName, String) {
    let sum = STANDARD.encode(digest(&SHA256, body));
    match scheme {
        Scheme::Rfc9421 => (CONTENT_DIGEST, format!("sha-256=:{sum}:")),
        Scheme::Cavage => (DIGEST, format!("SHA-256={sum}")),
    }
}

/// Checks each digest that the signature covers: one we know has to be there, and all we know be right.
pub fn check(parts: &[Part], headers: &HeaderMap, body: &[u8]) -> Result<(), Fault> {
    let covers = |name: &HeaderName| parts.iter().any(|part| part.is_header(name.as_str()));
    if covers(&CONTENT_DIGEST) {
        compare(&read_modern(&text_of(headers, &CONTENT_DIGEST)?)?, body)?;
    }
    if covers(&DIGEST) {
        compare(&read_older(&text_of(headers, &DIGEST)?)?, body)?;
    }
    Ok(())
}

fn compare(sums: &[(&'static Algorithm, Vec<u8>)], body: &[u8]) -> Result<(), Fault> {
    if sums.is_empty() {
        return Err(Fault::unknown("a digest other than sha-256 and sha-512"));
    }
    for (algorithm, sum) in sums {
        verify_slices_are_equal(digest(algorithm, body).as_ref(), sum).map_err(|_| Fault::DigestWrong)?;
    }
    Ok(())
}

fn known(name: &str) -> Option<&'static Algorithm> {
    match name.to_ascii_lowercase().as_str() {
        "sha-256" => Some(&SHA256),
        "sha-512" => Some(&SHA512),
        _ => None,
    }
}

fn read_modern(text: &str) -> Result<Vec<(&'static Algorithm, Vec<u8>)>, Fault> {
    let unreadable = Fault::Unreadable("the Content-Digest is no dictionary of bytes");
    let read: Dictionary = Parser::new(text).parse().map_err(|_| unreadable.clone())?;
    let mut sums = Vec::new();
    for (name, entry) in read {
        let Some(algorithm) = known(name.as_str()) else { continue };
        match entry {
            ListEntry::Item(Item { bare_item: BareItem::ByteSequence(sum), .. }) => {
                sums.push((algorithm, sum))
            }
            _ => return Err(unreadable),
        }
    }
    Ok(sums)
}

fn read_older(text: &str) -> Result<Vec<(&'static Algorithm, Vec<u8>)>, Fault> {
    let unreadable = Fault::Unreadable("the Digest is no list of digests");
    let mut sums = Vec::new();
    for one in text.split(',') {
        let (name, sum) = one.trim().split_once('=').ok_or_else(|| unreadable.clone())?;
        let Some(algorithm) = known(name) else { continue };
        sums.push((algorithm, STANDARD.decode(sum).map_err(|_| unreadable.clone())?));
    }
    Ok(sums)
}
