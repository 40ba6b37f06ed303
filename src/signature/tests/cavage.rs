//! The published examples of draft-cavage-http-signatures-12, appendix C. Its key has 1024 bits and
//! is good for nothing but these; its signature in C.3 is over the headers without `(created)` and
//! `(expires)`, though the text names them.
use aws_lc_rs::signature::{RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, UnparsedPublicKey};

use super::*;
use crate::signature::by_hand::{self, Wishes, Written};

const KEY: &str = "-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
oYi+1hqp1fIekaxsyQIDAQAB
-----END PUBLIC KEY-----
";
const REQUEST: &str = "POST /foo?param=value&pet=dog HTTP/1.1
Host: example.com
Date: Sun, 05 Jan 2014 21:31:40 GMT
Content-Type: application/json
Digest: SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=
Content-Length: 18
";
const BODY: &str = "{\"hello\": \"world\"}";
const C1: &str = "SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM=";
const C2: &str = "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=";
const C3: &str = "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE=";

fn written(signature: &str) -> Written {
    Written::read(format!("{REQUEST}Signature: {signature}\n\n{BODY}").as_bytes()).unwrap()
}

/// Whether the published signature is over exactly the bytes that we sign.
fn is_over_our_bytes(covered: Option<&str>, signature: &str) -> bool {
    let covered = covered.map_or(String::new(), |names| format!("headers=\"{names}\","));
    let header = format!("keyId=\"Test\",algorithm=\"rsa-sha256\",{covered}signature=\"{signature}\"");
    let base = by_hand::canonicalize(&written(&header), &Wishes::default()).unwrap();
    let given = given::read(&headers(&[("signature", &header)])).unwrap();
    let key = pem::parse(KEY).unwrap();
    UnparsedPublicKey::new(&RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, key.contents())
        .verify(&base, &given.signature)
        .is_ok()
}

#[test]
fn c_1_to_c_3_sign_the_published_bytes() {
    assert!(is_over_our_bytes(None, C1));
    assert!(is_over_our_bytes(Some("(request-target) host date"), C2));
    assert!(is_over_our_bytes(Some("(request-target) host date content-type digest content-length"), C3));
    assert!(!is_over_our_bytes(Some("(request-target) host date digest"), C3));
}

#[test]
fn the_digest_of_the_example_is_that_of_its_body() {
    let given = headers(&[("digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=")]);
    let parts = [Part::Header("digest".into())];
    assert_eq!(digest::check(&parts, &given, BODY.as_bytes()), Ok(()));
    assert_eq!(digest::check(&parts, &given, b"{}"), Err(Fault::DigestWrong));
}

#[test]
fn what_the_draft_forbids_is_refused() {
    let read = |text: &str| given::read(&headers(&[("signature", text)])).unwrap_err();
    let pseudo =
        "keyId=\"Test\",algorithm=\"rsa-sha256\",created=1402170695,headers=\"(created)\",signature=\"AA==\"";
    assert!(matches!(read(pseudo), Fault::Unreadable(_)));
    for text in [
        "",
        "keyId",
        "keyId=",
        "keyId=\"open",
        "keyId=\"a\"",
        "signature=\"AA==\"",
        "keyId=\"a\" signature=\"AA==\"",
        "keyId=\"a\",signature=\"not Base64\"",
        "keyId=\"a\",keyId=\"b\",signature=\"AA==\"",
        "keyId=\"a\",signature=\"AA==\",signature=\"AA==\"",
        "keyId=\"a\",headers=\"date date\",signature=\"AA==\"",
        "keyId=\"a\",created=\"soon\",headers=\"date\",signature=\"AA==\"",
        "keyId=\"a\",signature=\"AA==\\",
    ] {
        assert!(matches!(read(text), Fault::Unreadable(_)), "{text}");
    }
    let other = "keyId=\"a\",algorithm=\"hmac-sha256\",headers=\"date\",signature=\"AA==\"";
    assert_eq!(read(other), Fault::UnknownScheme("hmac-sha256".into()));
}

#[test]
fn the_older_scheme_may_carry_its_times_with_the_newer_name() {
    let wishes = Wishes {
        parts: Some(
            ["(request-target)", "(created)", "(expires)", "host", "digest"].map(String::from).into(),
        ),
        key_id: Some("Test".into()),
        algorithm: Some("hs2019".into()),
        created: Some(1_388_957_400),
        expires: Some(1_388_957_600),
        ..Wishes::default()
    };
    let plain = Written::read(format!("{REQUEST}\n{BODY}").as_bytes()).unwrap();
    let signed = by_hand::sign(&plain, &wishes, key(), THEN).unwrap();
    let again = written(&signed[0].1);
    let public = PublicKey::from_pem(&key().public_pem()).unwrap();
    let strictly = |now| by_hand::verify(&again, &Wishes::default(), &public, true, now);
    assert_eq!(strictly(THEN), Ok(()));
    assert_eq!(strictly(THEN.plus_hours(1)), Err(Fault::TooOld));
}

#[test]
fn values_are_trimmed_joined_and_may_be_empty() {
    let text = "GET /a HTTP/1.1\r\nHost: example.com\r\nX-Two:  one  \r\nX-Two: two\r\nX-None: \r\n\r\n";
    let wishes = Wishes {
        parts: Some(["X-Two", "x-none", "(request-target)"].map(String::from).into()),
        ..Wishes::default()
    };
    let base = by_hand::canonicalize(&Written::read(text.as_bytes()).unwrap(), &wishes).unwrap();
    assert_eq!(base, b"x-two: one, two\nx-none: \n(request-target): get /a");
}
