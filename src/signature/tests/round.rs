//! What we sign, we take; and so does another implementation.
use proptest::prelude::*;

use super::*;

#[test]
fn what_one_server_signs_another_verifies_in_both_schemes() {
    for scheme in BOTH {
        let signed = Signed::new(scheme, "https://verbund.example/inbox?page=1", "{}");
        let key_id = "https://other.example/actor#main-key".to_owned();
        assert_eq!(claim(&signed.request.headers), Ok(Claim { key_id, scheme }));
        assert_eq!(signed.verdict(), Ok(()));
    }
}

#[test]
fn a_request_without_a_body_needs_no_digest() {
    for scheme in BOTH {
        let mut request = Request::get("https://verbund.example/outbox".parse().unwrap());
        sign(scheme, key(), "https://other.example/actor#main-key", &mut request, THEN).unwrap();
        let public = PublicKey::from_pem(&key().public_pem()).unwrap();
        assert!(!request.headers.contains_key("digest") && !request.headers.contains_key("content-digest"));
        let verdict = verify(&Method::GET, &request.url, &request.headers, b"", &public, THEN);
        assert_eq!(verdict, Ok(()));
    }
}

#[test]
fn the_older_scheme_is_written_as_real_servers_insist() {
    let signed = Signed::new(Scheme::Cavage, "https://verbund.example/inbox", "{}");
    let written = signed.request.headers["signature"].to_str().unwrap();
    let head = "keyId=\"https://other.example/actor#main-key\",algorithm=\"rsa-sha256\",\
                headers=\"(request-target) host date digest\",signature=\"";
    assert!(written.starts_with(head), "{written}");
    assert_eq!(signed.request.headers["date"], "Sun, 05 Jan 2014 21:31:40 GMT");
    assert_eq!(signed.request.headers["digest"], "SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=");
}

#[test]
fn the_newer_scheme_covers_method_target_and_digest() {
    let signed = Signed::new(Scheme::Rfc9421, "https://verbund.example/inbox", "{}");
    assert_eq!(
        signed.request.headers["signature-input"],
        "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created=1388957500;\
         alg=\"rsa-v1_5-sha256\";keyid=\"https://other.example/actor#main-key\""
    );
}

#[test]
fn another_implementation_takes_both_schemes() {
    use actpub_httpsig::VerifyingKey;
    for scheme in BOTH {
        let signed = Signed::new(scheme, "https://verbund.example/inbox?a=b", "{\"a\":1}");
        let mut request = http::Request::builder().method("POST").uri(signed.request.url.as_str());
        *request.headers_mut().unwrap() = signed.request.headers.clone();
        request.headers_mut().unwrap().insert("host", "verbund.example".parse().unwrap());
        let request = request.body(signed.request.body.clone()).unwrap();
        let theirs = VerifyingKey::from_pem(&key().public_pem()).unwrap();
        assert!(actpub_httpsig::verify(&request, |_| Ok(theirs.clone())).is_ok(), "{scheme:?}");
    }
}

#[test]
fn keys_survive_being_written_and_read() {
    let again = PrivateKey::from_pkcs8_pem(&key().to_pkcs8_pem()).unwrap();
    assert_eq!(again.public_pem(), key().public_pem());
    assert!(again.public_pem().starts_with("-----BEGIN PUBLIC KEY-----\n"));
    assert_eq!(format!("{again:?}"), "PrivateKey(Rsa)");
    // Some servers send other ends of line, and spaces around.
    let odd = format!("  {}  ", key().public_pem().replace('\n', "\r\n"));
    assert!(PublicKey::from_pem(&odd).is_ok());
}

#[test]
fn keys_that_are_none_or_too_weak_are_refused() {
    let weak = "-----BEGIN PUBLIC KEY-----\nMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3\n6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6\nZ4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw\noYi+1hqp1fIekaxsyQIDAQAB\n-----END PUBLIC KEY-----\n";
    let curve = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf\nw0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==\n-----END PUBLIC KEY-----\n";
    let long = "x".repeat(20_000);
    let private = key().to_pkcs8_pem();
    for text in ["", "no PEM", weak, curve, long.as_str(), private.as_str()] {
        assert!(matches!(PublicKey::from_pem(text), Err(Fault::KeyUnfit(_))), "{text}");
    }
    for text in ["", "no PEM", &key().public_pem()] {
        assert!(matches!(PrivateKey::from_pkcs8_pem(text), Err(Fault::KeyUnfit(_))), "{text}");
    }
}

#[test]
fn an_id_that_fits_in_no_header_is_our_own_mistake() {
    for scheme in BOTH {
        let mut request = Request::get("https://verbund.example/".parse().unwrap());
        assert!(sign(scheme, key(), "https://other.example/ä\n", &mut request, THEN).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_signed_verifies_and_nothing_else_does(
        path in "(/[a-zA-Z0-9._~%ü ]{0,12}){0,3}",
        query in proptest::option::of("[a-z=&%ä]{0,12}"),
        body in proptest::collection::vec(any::<u8>(), 0..200),
        other in proptest::collection::vec(any::<u8>(), 0..200),
        newer in any::<bool>(),
    ) {
        let mut url: Url = "https://verbund.example:8443/".parse().unwrap();
        url.set_path(&path);
        url.set_query(query.as_deref());
        let scheme = if newer { Scheme::Rfc9421 } else { Scheme::Cavage };
        let mut request = Request::post(url.clone()).body("application/json", body.clone());
        sign(scheme, key(), "https://other.example/#key", &mut request, THEN).unwrap();
        let public = PublicKey::from_pem(&key().public_pem()).unwrap();
        let verdict = |url: &Url, body: &[u8]| verify(&Method::POST, url, &request.headers, body, &public, THEN);
        prop_assert_eq!(verdict(&url, &body), Ok(()));
        if other != body {
            prop_assert!(verdict(&url, &other).is_err());
        }
        url.set_path("/elsewhere/than/before");
        prop_assert_eq!(verdict(&url, &body), Err(Fault::DoesNotVerify));
    }
}
