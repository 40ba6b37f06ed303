//! Whatever strangers write into the headers of a signature: a verdict, and no fall.
use super::*;
use crate::signature::by_hand::Written;

const URL: &str = "https://verbund.example/inbox?page=1";

fn example(scheme: Scheme, name: &str) -> Vec<u8> {
    Signed::new(scheme, URL, "{}").request.headers[name].as_bytes().to_vec()
}

/// Gives a verdict on a good request with one header changed.
fn with(scheme: Scheme, name: &'static str, bytes: &[u8]) -> std::result::Result<(), Fault> {
    thread_local! {
        static GOOD: [Signed; 2] = BOTH.map(|scheme| Signed::new(scheme, URL, "{}"));
    }
    let Ok(value) = HeaderValue::from_bytes(bytes) else { return Err(Fault::NoSignature) };
    GOOD.with(|good| {
        let Signed { request, public } = &good[usize::from(scheme == Scheme::Cavage)];
        let mut headers = request.headers.clone();
        headers.insert(name, value);
        verify(&request.method, &request.url, &headers, &request.body, public, THEN)
    })
}

#[test]
fn no_signature_makes_the_older_scheme_fall() {
    let good = example(Scheme::Cavage, "signature");
    let other = b"keyId=\"a\",algorithm=\"hs2019\",created=1,expires=2,headers=\"(created) (expires) date\",signature=\"AA==\"";
    crate::fuzz::run(&[&good, other], |bytes| {
        // Only what says the same may still verify.
        if with(Scheme::Cavage, "signature", bytes).is_ok() {
            let changed = given::read(&HeaderMap::from_iter([(
                given::SIGNATURE,
                HeaderValue::from_bytes(bytes).unwrap(),
            )]));
            let signed = given::read(&HeaderMap::from_iter([(
                given::SIGNATURE,
                HeaderValue::from_bytes(&good).unwrap(),
            )]));
            let (changed, signed) = (changed.unwrap(), signed.unwrap());
            assert_eq!((changed.parts, changed.signature), (signed.parts, signed.signature));
        }
    });
}

#[test]
fn no_signature_input_makes_the_newer_scheme_fall() {
    let good = example(Scheme::Rfc9421, "signature-input");
    let other = b"sig1=(\"@authority\" \"@path\" \"@query\" \"content-digest\";sf);created=1;expires=2;nonce=\"b\";tag=\"c\";keyid=\"d\"";
    crate::fuzz::run(&[&good, other], |bytes| drop(with(Scheme::Rfc9421, "signature-input", bytes)));
}

#[test]
fn no_signature_bytes_make_the_newer_scheme_fall() {
    let good = example(Scheme::Rfc9421, "signature");
    crate::fuzz::run(&[&good, b"sig1=:AA==:, sig2=:AA==:"], |bytes| {
        drop(with(Scheme::Rfc9421, "signature", bytes));
    });
}

#[test]
fn no_digest_or_date_makes_the_reading_fall() {
    let both: [&[u8]; 3] = [
        b"sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:, sha-512=:AA==:",
        b"SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=,SHA-512=AA==",
        b"Sun, 05 Jan 2014 21:31:40 GMT",
    ];
    crate::fuzz::run(&both, |bytes| {
        drop(with(Scheme::Rfc9421, "content-digest", bytes));
        drop(with(Scheme::Cavage, "digest", bytes));
        drop(with(Scheme::Cavage, "date", bytes));
    });
}

#[test]
fn no_text_makes_the_reading_of_keys_fall() {
    let (public, private) = (key().public_pem(), key().to_pkcs8_pem());
    crate::fuzz::run(&[public.as_bytes(), private.as_bytes()], |bytes| {
        let text = String::from_utf8_lossy(bytes);
        drop(PublicKey::from_pem(&text));
        drop(PrivateKey::from_pkcs8_pem(&text));
    });
}

#[test]
fn no_text_makes_the_reading_of_a_request_fall() {
    let request = b"POST /foo?a=b HTTP/1.1\r\nHost: example.com\r\nDigest: SHA-256=AA==\r\n\r\n{}";
    crate::fuzz::run(&[request, b"GET https://a.example/ HTTP/1.1\n\n"], |bytes| drop(Written::read(bytes)));
}
