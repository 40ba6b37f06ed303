//! Signing and verifying by hand from the command line.
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant as Stopwatch};

use anyhow::Context;

use crate::base::clock::{Clock, Instant};
use crate::base::door::Request;
use crate::signature::by_hand::{self, Wishes, Written};
use crate::signature::{self, PrivateKey, PublicKey, Scheme};

/// The body of the measured request, in bytes: as long as that of a short post.
const USUAL_BODY: usize = 2_000;

pub fn canonicalize(wishes: &Wishes) -> anyhow::Result<()> {
    std::io::stdout().write_all(&by_hand::canonicalize(&written()?, wishes)?)?;
    Ok(())
}

pub fn sign(wishes: &Wishes, key: &Path) -> anyhow::Result<()> {
    let key = PrivateKey::from_pkcs8_pem(&read(key)?)?;
    for (name, value) in by_hand::sign(&written()?, wishes, &key, now())? {
        println!("{name}: {value}");
    }
    Ok(())
}

pub fn verify(wishes: &Wishes, key: &Path, is_strict: bool) -> anyhow::Result<()> {
    let key = PublicKey::from_pem(&read(key)?)?;
    by_hand::verify(&written()?, wishes, &key, is_strict, now())?;
    println!("good");
    Ok(())
}

/// Prints how many requests are signed and verified in a second: everything but the network.
pub fn measure(seconds: u64) -> anyhow::Result<()> {
    let key = PrivateKey::generate();
    let public = PublicKey::from_pem(&key.public_pem())?;
    let url: url::Url = "https://other.example/inbox".parse()?;
    let request = Request::post(url).body("application/activity+json", vec![b'x'; USUAL_BODY]);
    for (scheme, name) in [(Scheme::Rfc9421, "rfc9421"), (Scheme::Cavage, "cavage")] {
        let signed = || -> anyhow::Result<Request> {
            let mut request = request.clone();
            signature::sign(scheme, &key, "https://verbund.example/actor#main-key", &mut request, now())?;
            Ok(request)
        };
        println!("{name} sign {:.0}", a_second(seconds, || signed().map(drop))?);
        let Request { method, url, headers, body, .. } = signed()?;
        let verified = || Ok(signature::verify(&method, &url, &headers, &body, &public, now())?);
        println!("{name} verify {:.0}", a_second(seconds, verified)?);
    }
    Ok(())
}

fn a_second(seconds: u64, mut act: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let (begun, mut count) = (Stopwatch::now(), 0.0);
    while begun.elapsed() < Duration::from_secs(seconds) {
        act()?;
        count += 1.0;
    }
    Ok(count / begun.elapsed().as_secs_f64())
}

fn written() -> anyhow::Result<Written> {
    let mut text = Vec::new();
    std::io::stdin().read_to_end(&mut text)?;
    Ok(Written::read(&text)?)
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| file.display().to_string())
}

fn now() -> Instant {
    Clock::real().now()
}
