//! Keys: RSA of at least 2048 bits, and Ed25519, as PEM.
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{self, KeySize};
use aws_lc_rs::signature::{
    ED25519, Ed25519KeyPair, KeyPair, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256,
    RsaParameters, UnparsedPublicKey,
};

use super::fault::Fault;
use super::given::Algorithm;

/// The longest PEM that is read, in bytes: a public RSA key of 8192 bits has 1,500, a private one 6,400.
const LONGEST: usize = 16 << 10;

/// A private key; it never shows itself.
pub struct PrivateKey(Kind);

enum Kind {
    Rsa(rsa::KeyPair),
    Ed25519(Ed25519KeyPair),
}

/// A public key, parsed and measured once.
#[derive(Clone)]
pub struct PublicKey {
    algorithm: Algorithm,
    key: ParsedPublicKey,
}

impl PrivateKey {
    /// Makes an RSA key of 2048 bits, which every server understands. Takes a tenth of a second, more
    /// with bad luck: not for a thread that answers others.
    pub fn generate() -> PrivateKey {
        PrivateKey(Kind::Rsa(rsa::KeyPair::generate(KeySize::Rsa2048).expect("the machine has randomness")))
    }

    /// Reads a key in PKCS #8, or an RSA key in its older form.
    pub fn from_pkcs8_pem(text: &str) -> Result<PrivateKey, Fault> {
        let (tag, der) = unwrap(text)?;
        let unfit = |_| Fault::KeyUnfit("it is neither RSA of at least 2048 bits nor Ed25519");
        let kind = match tag.as_str() {
            "RSA PRIVATE KEY" => Kind::Rsa(rsa::KeyPair::from_der(&der).map_err(unfit)?),
            "PRIVATE KEY" => match rsa::KeyPair::from_pkcs8(&der) {
                Ok(pair) => Kind::Rsa(pair),
                Err(_) => Kind::Ed25519(Ed25519KeyPair::from_pkcs8(&der).map_err(unfit)?),
            },
            _ => return Err(Fault::KeyUnfit("it is no private key")),
        };
        Ok(PrivateKey(kind))
    }

    /// Writes the key in PKCS #8. It belongs sealed.
    pub fn to_pkcs8_pem(&self) -> String {
        let der = match &self.0 {
            Kind::Rsa(pair) => AsDer::<Pkcs8V1Der<'_>>::as_der(pair).map(|der| der.as_ref().to_vec()),
            Kind::Ed25519(pair) => pair.to_pkcs8v1().map(|der| der.as_ref().to_vec()),
        };
        wrap("PRIVATE KEY", der.expect("a key that was read can be written"))
    }

    /// Writes the public half, as actors publish it.
    pub fn public_pem(&self) -> String {
        let der: Result<PublicKeyX509Der<'_>, _> = match &self.0 {
            Kind::Rsa(pair) => pair.public_key().as_der(),
            Kind::Ed25519(pair) => pair.public_key().as_der(),
        };
        wrap("PUBLIC KEY", der.expect("a key that was read can be written").as_ref().to_vec())
    }

    pub(super) fn algorithm(&self) -> Algorithm {
        match self.0 {
            Kind::Rsa(_) => Algorithm::Rsa,
            Kind::Ed25519(_) => Algorithm::Ed25519,
        }
    }

    pub(super) fn sign(&self, base: &[u8]) -> Result<Vec<u8>, Fault> {
        match &self.0 {
            Kind::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), base, &mut signature)
                    .map_err(|_| Fault::KeyUnfit("it does not sign"))?;
                Ok(signature)
            }
            Kind::Ed25519(pair) => Ok(pair.sign(base).as_ref().to_vec()),
        }
    }
}

impl PublicKey {
    /// Reads a key as actors publish it: SubjectPublicKeyInfo, or an RSA key in its older form.
    pub fn from_pem(text: &str) -> Result<PublicKey, Fault> {
        let (tag, der) = unwrap(text)?;
        if tag != "PUBLIC KEY" && tag != "RSA PUBLIC KEY" {
            return Err(Fault::KeyUnfit("it is no public key"));
        }
        let unfit = |_| Fault::KeyUnfit("it is neither RSA of at least 2048 bits nor Ed25519");
        let (algorithm, key) = match rsa::PublicKey::from_der(&der) {
            Ok(rsa) if !has_fit_length(&rsa) => return Err(Fault::KeyUnfit("it is too short or too long")),
            Ok(_) => (
                Algorithm::Rsa,
                UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &der).parse().map_err(unfit)?,
            ),
            Err(_) => (Algorithm::Ed25519, UnparsedPublicKey::new(&ED25519, &der).parse().map_err(unfit)?),
        };
        Ok(PublicKey { algorithm, key })
    }

    pub(super) fn fits(&self, said: Option<Algorithm>) -> Result<(), Fault> {
        match said {
            Some(said) if said != self.algorithm => {
                Err(Fault::KeyUnfit("it is of another kind than the signature says"))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn verifies(&self, base: &[u8], signature: &[u8]) -> bool {
        self.key.verify_sig(base, signature).is_ok()
    }
}

/// Tells whether a key is safe, and not so long that checking it would take all day.
fn has_fit_length(key: &rsa::PublicKey) -> bool {
    RsaParameters::public_modulus_len(key.as_ref()).is_ok_and(|bits| (2048..=8192).contains(&bits))
}

fn unwrap(text: &str) -> Result<(String, Vec<u8>), Fault> {
    if text.len() > LONGEST {
        return Err(Fault::KeyUnfit("it is too long"));
    }
    let read = pem::parse(text.trim()).map_err(|_| Fault::KeyUnfit("it is not PEM"))?;
    Ok((read.tag().to_owned(), read.into_contents()))
}

fn wrap(tag: &str, der: Vec<u8>) -> String {
    let lines = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new(tag, der), lines)
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PrivateKey({:?})", self.algorithm())
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({:?})", self.algorithm)
    }
}
