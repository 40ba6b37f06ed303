//! Keys on the curve P-256, and what is signed by them (ES256, as a JWT).
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::base::error::{Error, Result};

/// What stands before the 32 bytes of a private key of this curve in PKCS #8.
const HEAD: [u8; 35] = [
    0x30, 0x41, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
    0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04,
    0x20,
];

/// A private key; it never shows itself.
pub struct Key(EcdsaKeyPair);

impl Key {
    pub fn generate() -> Key {
        Key(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("the machine has randomness"))
    }

    /// Makes the key of 32 bytes. One in four billion such numbers is none of the curve's.
    pub fn drawn(from: [u8; 32]) -> Option<Key> {
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &[&HEAD[..], &from].concat()).ok().map(Key)
    }

    /// Reads what `write` wrote.
    pub fn read(text: &str) -> Result<Key> {
        let unfit = || Error::Broken(anyhow::anyhow!("a key of the curve P-256 cannot be read"));
        let der = URL_SAFE_NO_PAD.decode(text).map_err(|_| unfit())?;
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &der).map(Key).map_err(|_| unfit())
    }

    /// Writes the key down (PKCS #8). It belongs sealed.
    pub fn write(&self) -> String {
        let der = self.0.to_pkcs8v1().expect("a key that was read can be written");
        URL_SAFE_NO_PAD.encode(der.as_ref())
    }

    /// Gives the public half as a JWK.
    pub fn public(&self) -> Value {
        // 4, then both coordinates in 32 bytes each.
        let point = self.0.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..65]));
        json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y })
    }

    /// Signs claims, as a JWT with this head.
    pub fn sign(&self, head: &Value, claims: &Value) -> Result<String> {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(head), part(claims));
        let signature = self
            .0
            .sign(&SystemRandom::new(), signed.as_bytes())
            .map_err(|_| Error::Broken(anyhow::anyhow!("a key of the curve P-256 does not sign")))?;
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref())))
    }
}

/// Names a public key by its own contents (RFC 7638).
pub fn thumbprint(jwk: &Value) -> String {
    let member = |name: &str| jwk[name].as_str().unwrap_or_default().to_owned();
    // Exactly these members, in the order of the alphabet.
    let named = format!(
        r#"{{"crv":"{}","kty":"{}","x":"{}","y":"{}"}}"#,
        member("crv"),
        member("kty"),
        member("x"),
        member("y")
    );
    hash(&named)
}

/// Gives the SHA-256 of a text as OAuth writes it.
pub fn hash(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text.as_bytes()))
}

/// Gives 32 bytes of randomness as OAuth writes them.
pub fn random() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}
