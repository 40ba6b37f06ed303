//! The second factor: six digits from an app, each good once.
use totp_rs::{Builder, Secret, Totp};

use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::seal::Seal;
use crate::member::PersonId;

/// Makes a new secret, in the letters that authenticator apps take.
pub fn new_secret() -> String {
    Secret::generate().to_base32()
}

fn totp(secret: &str, account: &str, issuer: &str) -> Result<Totp> {
    let secret =
        Secret::try_from_base32(secret).map_err(|error| Error::Broken(anyhow::anyhow!("{error}")))?;
    Builder::new()
        .with_secret(secret)
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some(issuer.replace(':', " ")))
        .build()
        .map_err(|error| Error::Broken(anyhow::anyhow!("{error}")))
}

/// Seals a secret for one person, as it lies in the database.
pub fn close(seal: &Seal, person: &PersonId, secret: &str) -> Result<String> {
    seal.close(&format!("second-factor:{person}"), secret)
}

/// Opens what [`close`] has sealed.
pub fn open(seal: &Seal, person: &PersonId, sealed: &str) -> Result<String> {
    seal.open(&format!("second-factor:{person}"), sealed)
}

/// Writes the address that an app reads from the QR code.
pub fn address(secret: &str, account: &str, issuer: &str) -> Result<String> {
    totp(secret, account, issuer)?.to_url().map_err(|error| Error::Broken(anyhow::anyhow!("{error}")))
}

/// Checks six digits and gives the step of 30 seconds they belong to; a step that was used, or one
/// before it, is refused, so that digits seen over a shoulder are worth nothing.
pub fn step_of(secret: &str, digits: &str, last_step: Option<i64>, now: Instant) -> Result<Option<i64>> {
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.millis() / 1000).unwrap_or(0);
    let step = totp(secret, "verbund", "verbund")?.check(&digits, seconds);
    let step = step.and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| last_step.is_none_or(|last| *step > last)))
}

/// Gives the digits of an instant, as the app would show them.
#[cfg(test)]
pub fn digits_at(secret: &str, now: Instant) -> String {
    let seconds = u64::try_from(now.millis() / 1000).expect("after 1970");
    totp(secret, "verbund", "verbund").expect("a secret").generate(seconds).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_millis(1_795_680_000_000);

    #[test]
    fn digits_are_good_once_and_for_a_short_time() {
        let secret = new_secret();
        let digits = digits_at(&secret, NOW);
        let step = step_of(&secret, &digits, None, NOW).expect("checked").expect("right");
        assert_eq!(step_of(&secret, &digits, Some(step), NOW).expect("checked"), None);
        assert_eq!(step_of(&secret, &digits, None, NOW.plus_minutes(5)).expect("checked"), None);
        assert_eq!(step_of(&secret, "12", None, NOW).expect("checked"), None);
    }

    #[test]
    fn the_app_reads_name_and_installation() {
        let read = address(&new_secret(), "anna", "Verbund: Test").expect("an address");
        assert!(read.starts_with("otpauth://totp/") && read.contains("anna"));
    }
}
