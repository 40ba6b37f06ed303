//! Sessions: a secret in the browser, its hash in the database, and how long it holds.
use base64::Engine;
use sha2::{Digest, Sha256};

use super::{PersonId, SessionId};
use crate::base::clock::Instant;

/// The name of the cookie that carries a session's secret.
pub const COOKIE: &str = "verbund_session";

/// How long a session holds without being used, in hours: 30 days on one's own device.
pub const OWN_DEVICE_HOURS: i64 = 30 * 24;

/// The same on a shared computer, such as the one at the lending desk.
pub const SHARED_COMPUTER_HOURS: i64 = 2;

/// A session, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    pub id: SessionId,
    pub person_id: PersonId,
    pub agent: String,
    /// When it was begun on a shared computer: then it is short and leaves nothing behind.
    pub shared_at: Option<Instant>,
    pub created_at: Instant,
    pub seen_at: Instant,
    pub expires_at: Instant,
}

impl Session {
    pub fn hours(&self) -> i64 {
        if self.shared_at.is_some() { SHARED_COMPUTER_HOURS } else { OWN_DEVICE_HOURS }
    }
}

/// Makes a secret of 32 random bytes, fit for addresses and cookies.
pub fn new_secret() -> String {
    let bytes: [u8; 32] = rand::random();
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

/// Hashes a secret for the database; a secret of 32 random bytes needs no slow hash.
pub fn hash_secret(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// Writes the cookie that begins a session, or ends it when the secret is empty. On a shared
/// computer it goes when the browser is closed.
pub fn cookie(secret: &str, shared: bool, secure: bool) -> String {
    let age = match (secret.is_empty(), shared) {
        (true, _) => "; Max-Age=0".to_owned(),
        (false, true) => String::new(),
        (false, false) => format!("; Max-Age={}", OWN_DEVICE_HOURS * 3600),
    };
    let secure = if secure { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")
}

/// Finds the session's secret among the cookies of a request.
pub fn secret_in(cookies: &str) -> Option<&str> {
    cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == COOKIE && !value.is_empty())
        .map(|(_, value)| value)
}
