//! Passwords: hashed with Argon2id, checked in the same time whether or not there is one.
use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::turn;

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;

/// The longest one, in bytes: a longer one only costs time.
const LONGEST: usize = 500;

/// 19 MiB of memory, two passes, one lane: what OWASP asks of Argon2id at least, about 30 ms on a
/// small server. The parameters stand in each hash, so that raising them leaves older ones valid.
fn argon() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("parameters within their limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Two at a time in each process, for each takes that memory: a hundred who sign in at once wait a
/// second or two, instead of taking two gigabytes.
static TWO_AT_A_TIME: Semaphore = Semaphore::const_new(2);

/// The hash that is checked where there is none, so that the answer takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody's password").expect("a hash"));

/// Allows a new password, or says what is wrong with it: long is better than strange.
pub fn check_new(password: &str, names: &[&str]) -> std::result::Result<(), Sentence> {
    let lower = password.trim().to_lowercase();
    if password.chars().count() < SHORTEST {
        return Err(Sentence::new("member-password-short").with("n", SHORTEST));
    }
    if password.len() > LONGEST {
        return Err(Sentence::new("member-password-long"));
    }
    let first = lower.chars().next();
    if names.iter().any(|name| name.to_lowercase() == lower) || lower.chars().all(|c| Some(c) == first) {
        return Err(Sentence::new("member-password-easy"));
    }
    Ok(())
}

fn hash(password: &str) -> Result<String> {
    let hash = argon()
        .hash_password(password.as_bytes())
        .map_err(|error| Error::Broken(anyhow::anyhow!("a password cannot be hashed: {error}")))?;
    Ok(hash.to_string())
}

fn matches(password: &str, stored: Option<&str>) -> bool {
    let right = argon().verify_password(password.as_bytes(), stored.unwrap_or(NOBODY.as_str())).is_ok();
    right && stored.is_some()
}

/// Hashes a password, away from the threads that answer requests.
pub async fn hashed(password: String) -> Result<String> {
    turn::blocking(&TWO_AT_A_TIME, move || hash(&password)).await?
}

/// Checks a password against a hash, or against nobody's, away from the threads that answer requests.
pub async fn is_right(password: String, stored: Option<String>) -> Result<bool> {
    turn::blocking(&TWO_AT_A_TIME, move || {
        let password = if password.len() > LONGEST { "" } else { password.as_str() };
        matches(password, stored.as_deref())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_only_its_own_hash() {
        let stored = hash("rote Grütze im Regen").expect("a hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches("rote Grütze im Regen", Some(&stored)));
        assert!(!matches("rote Grütze", Some(&stored)));
        assert!(!matches("nobody's password", None), "nobody's password opens nothing");
    }

    #[test]
    fn a_password_is_refused_when_it_is_short_or_easy() {
        assert!(check_new("kurz", &[]).is_err());
        assert!(check_new("aaaaaaaaaaaa", &[]).is_err());
        assert!(check_new("Anna Albers", &["anna albers"]).is_err());
        assert!(check_new("drei Schafe im Klee", &["anna"]).is_ok());
    }
}
