//! Secrets that must be read again lie sealed in the database; the key lies outside it, so that a
//! stolen copy of the database alone opens nothing.
use std::fs;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use aes_gcm::aead::{Aead, Key, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::config::Config;
use super::db::Conn;
use super::error::{Error, Result};
use super::store;

/// The file with the key in the folder of the installation, where the settings name no key.
const FILE: &str = "secret.key";
const NONCE_BYTES: usize = 12;
/// What is sealed once per installation, to notice a wrong key at the start and not at a sign-in.
const PROBE: &str = "installation";

/// Seals and opens with the key of the installation: AES-256-GCM, a fresh nonce each time.
#[derive(Clone)]
pub struct Seal {
    cipher: Aes256Gcm,
    marker: hmac::Key,
}

impl Seal {
    /// Takes the key of the settings, else that of the folder, which is made at the first start.
    pub fn of(config: &Config) -> anyhow::Result<Seal> {
        match &config.seal {
            Some(seal) => Ok(seal.clone()),
            None => Ok(Seal::with_key(key_in(&config.data)?)),
        }
    }

    pub fn with_key(key: [u8; 32]) -> Seal {
        // A key of its own for marks, drawn from the one there is.
        let drawn = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), b"mark");
        let marker = hmac::Key::new(hmac::HMAC_SHA256, drawn.as_ref());
        Seal { cipher: Aes256Gcm::new(&Key::<Aes256Gcm>::from(key)), marker }
    }

    /// Marks a text for one place: the same text always gets the same mark (32 bytes), and without
    /// the key nobody finds out the text by trying, nor the mark.
    pub fn mark(&self, place: &str, text: &str) -> [u8; 32] {
        let mut mark = [0; 32];
        mark.copy_from_slice(hmac::sign(&self.marker, format!("{place}\0{text}").as_bytes()).as_ref());
        mark
    }

    /// Seals a text for one place, as in `second-factor:<person>`: it opens nowhere else.
    pub fn close(&self, place: &str, text: &str) -> Result<String> {
        let nonce: [u8; NONCE_BYTES] = rand::random();
        let payload = Payload { msg: text.as_bytes(), aad: place.as_bytes() };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| broken(place))?;
        Ok(STANDARD_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed for this place.
    pub fn open(&self, place: &str, sealed: &str) -> Result<String> {
        let bytes = STANDARD_NO_PAD.decode(sealed).map_err(|_| broken(place))?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or_else(|| broken(place))?;
        let payload = Payload { msg, aad: place.as_bytes() };
        let text = self.cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| broken(place))?;
        String::from_utf8(text).map_err(|_| broken(place))
    }

    /// Checks that this is the key with which the installation began; the first start decides.
    pub async fn check(&self, conn: &mut Conn) -> anyhow::Result<()> {
        let probe = store::key_probe(conn, &self.close(PROBE, PROBE)?).await?;
        anyhow::ensure!(
            self.open(PROBE, &probe).is_ok(),
            "this is not the key of this installation: put back the file {FILE}, or the setting `key`, that belongs to the database"
        );
        Ok(())
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

fn broken(place: &str) -> Error {
    Error::Broken(anyhow::anyhow!(
        "what is sealed at {place} does not open with the key of this installation"
    ))
}

/// Reads the key of a folder, or makes it, readable for its owner only. Of two processes that start
/// at once on an empty folder one makes it: a file is written aside and linked to its name whole.
fn key_in(folder: &Path) -> anyhow::Result<[u8; 32]> {
    let path = folder.join(FILE);
    if !path.exists() {
        fs::create_dir_all(folder)?;
        let aside = folder.join(format!("{FILE}.{}", super::id::new_id()));
        let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside)?;
        file.write_all(hex::encode(rand::random::<[u8; 32]>()).as_bytes())?;
        file.sync_all()?;
        let linked = fs::hard_link(&aside, &path);
        fs::remove_file(&aside)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
            _ => {}
        }
    }
    let text = fs::read_to_string(&path)?;
    parse_key(text.trim())
        .ok_or_else(|| anyhow::anyhow!("{} does not hold 64 hexadecimal digits", path.display()))
}

/// Reads a key: 64 hexadecimal digits.
pub fn parse_key(text: &str) -> Option<[u8; 32]> {
    hex::decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
