//! A signature as a request carries it.
use http::{HeaderMap, HeaderName};

use super::cover::Part;
use super::fault::Fault;
use super::message::Message;
use super::{Scheme, cavage, structured};

pub const SIGNATURE: HeaderName = HeaderName::from_static("signature");
pub const SIGNATURE_INPUT: HeaderName = HeaderName::from_static("signature-input");

/// The longest header of a signature, in bytes: three times what an RSA key of 8192 bits needs.
const LONGEST: usize = 8 << 10;
/// The most parts that one covers.
const MOST_PARTS: usize = 40;

/// How a signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256
    Rsa,
    Ed25519,
}

/// What the headers say, in either scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub scheme: Scheme,
    pub key_id: String,
    /// The algorithm, where it is said; else the key decides.
    pub algorithm: Option<Algorithm>,
    pub parts: Vec<Part>,
    /// In seconds since 1970.
    pub created: Option<i64>,
    pub expires: Option<i64>,
    pub signature: Vec<u8>,
    /// RFC 9421: the parameters as the last line of what is signed has them.
    pub parameters: String,
}

/// What a signature of our own says besides the signed bytes.
pub struct Terms<'a> {
    pub key_id: &'a str,
    pub parts: &'a [Part],
    pub created: Option<i64>,
    pub expires: Option<i64>,
    /// How the algorithm is named; else as its key usually is.
    pub algorithm: Option<&'a str>,
}

/// Reads the one signature of a request.
pub fn read(headers: &HeaderMap) -> Result<Given, Fault> {
    if headers.contains_key(SIGNATURE_INPUT) {
        structured::read(&text_of(headers, &SIGNATURE_INPUT)?, &text_of(headers, &SIGNATURE)?)
    } else if headers.get_all(SIGNATURE).iter().count() > 1 {
        Err(Fault::Several)
    } else {
        cavage::read(&text_of(headers, &SIGNATURE)?)
    }
}

/// Gives a header of several lines as one text, bounded, ASCII.
pub fn text_of(headers: &HeaderMap, name: &HeaderName) -> Result<String, Fault> {
    let mut text = String::new();
    let mut is_there = false;
    for value in headers.get_all(name) {
        if is_there {
            text.push_str(", ");
        }
        is_there = true;
        text.push_str(value.to_str().map_err(|_| Fault::Unreadable("a header is not ASCII"))?);
        if text.len() > LONGEST {
            return Err(Fault::TooLong);
        }
    }
    match is_there {
        true => Ok(text),
        false if *name == SIGNATURE => Err(Fault::NoSignature),
        false => Err(Fault::absent(name.as_str())),
    }
}

impl Given {
    /// Gives the bytes that were signed, if this is the request.
    pub fn base(&self, message: &Message<'_>) -> Result<Vec<u8>, Fault> {
        match self.scheme {
            Scheme::Rfc9421 => structured::base(&self.parts, &self.parameters, message),
            Scheme::Cavage => cavage::base(&self.parts, self.created, self.expires, message),
        }
    }
}

/// Adds a covered part; none stands twice.
pub fn add(parts: &mut Vec<Part>, part: Part) -> Result<(), Fault> {
    if parts.contains(&part) {
        return Err(Fault::Unreadable("it covers something twice"));
    }
    if parts.len() == MOST_PARTS {
        return Err(Fault::TooLong);
    }
    parts.push(part);
    Ok(())
}

/// Reads a header's name as signatures write it.
pub fn header_part(name: &str) -> Result<Part, Fault> {
    HeaderName::from_bytes(name.as_bytes())
        .map(|name| Part::Header(name.as_str().to_owned()))
        .map_err(|_| Fault::unknown(name))
}
