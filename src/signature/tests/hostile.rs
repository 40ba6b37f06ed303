//! What is not accepted, each with the reason that is told.
use super::*;

const INBOX: &str = "https://verbund.example/inbox";

#[test]
fn a_request_without_a_signature_is_refused() {
    assert_eq!(claim(&HeaderMap::new()), Err(Fault::NoSignature));
    let only_input = headers(&[("signature-input", "sig1=(\"@method\");keyid=\"a\"")]);
    assert_eq!(claim(&only_input), Err(Fault::NoSignature));
}

#[test]
fn another_body_is_refused_as_a_wrong_digest() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "{}");
        signed.request.body = "{\"a\":1}".into();
        assert_eq!(signed.verdict(), Err(Fault::DigestWrong));
    }
}

#[test]
fn a_new_digest_for_another_body_does_not_verify() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "{}");
        signed.request.body = "{\"a\":1}".into();
        let (name, value) = digest::write(scheme, &signed.request.body);
        signed.request.headers.insert(name, value.parse().unwrap());
        assert_eq!(signed.verdict(), Err(Fault::DoesNotVerify));
    }
}

#[test]
fn a_body_without_a_digest_is_refused() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "");
        signed.request.body = "{}".into();
        assert_eq!(signed.verdict(), Err(Fault::Uncovered("a digest of the body")));
    }
}

#[test]
fn a_digest_of_an_unknown_kind_proves_nothing() {
    let covered = |name: &str| [Part::Header(name.to_owned())];
    let check = |name: &str, value: &str| digest::check(&covered(name), &headers(&[(name, value)]), b"{}");
    assert!(matches!(check("digest", "MD5=mZFLkyvTelC5g8XnyQrpOw=="), Err(Fault::UnknownScheme(_))));
    assert!(matches!(
        check("content-digest", "md5=:mZFLkyvTelC5g8XnyQrpOw==:"),
        Err(Fault::UnknownScheme(_))
    ));
    assert!(matches!(check("digest", "sha-256"), Err(Fault::Unreadable(_))));
    assert!(matches!(check("content-digest", "sha-256=x"), Err(Fault::Unreadable(_))));
    assert!(matches!(check("content-digest", "sha-256"), Err(Fault::Unreadable(_))));
    assert!(matches!(digest::check(&covered("digest"), &HeaderMap::new(), b""), Err(Fault::Absent(_))));
    let good = "SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=";
    assert_eq!(check("digest", &format!("MD5=AA==,{good}")), Ok(()));
    assert_eq!(check("digest", &format!("{good},SHA-512=AA==")), Err(Fault::DigestWrong));
}

#[test]
fn a_proxy_that_changes_the_host_is_named() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, "https://desk.example:8443/inbox", "{}");
        signed.request.url = INBOX.parse().unwrap();
        signed.set("host", "desk.example:8443");
        let fault = signed.verdict().unwrap_err();
        let expected =
            Fault::OtherHost { signed: "desk.example:8443".into(), ours: "verbund.example".into() };
        assert_eq!(fault, expected);
        assert!(fault.to_string().contains("a proxy changes the host"), "{fault}");
    }
}

#[test]
fn a_proxy_that_changes_the_host_on_the_inside_alone_does_no_harm() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "{}");
        signed.set("host", "127.0.0.1:8080");
        assert_eq!(signed.verdict(), Ok(()));
    }
}

#[test]
fn a_wrong_signature_is_no_fault_of_a_proxy() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "{}");
        signed.set("host", "127.0.0.1:8080");
        signed.request.method = Method::PUT;
        assert_eq!(signed.verdict(), Err(Fault::DoesNotVerify));
    }
}

#[test]
fn another_path_query_or_method_does_not_verify() {
    for scheme in BOTH {
        for url in [
            "https://verbund.example/other",
            "https://verbund.example/inbox?a",
            "https://other.example/inbox",
        ] {
            let mut signed = Signed::new(scheme, INBOX, "{}");
            signed.request.url = url.parse().unwrap();
            assert_eq!(signed.verdict(), Err(Fault::DoesNotVerify), "{url}");
        }
    }
}

#[test]
fn the_window_is_twelve_hours_back_and_one_ahead() {
    for scheme in BOTH {
        let signed = Signed::new(scheme, INBOX, "{}");
        assert_eq!(signed.verdict_at(THEN.plus_hours(12)), Ok(()));
        assert_eq!(signed.verdict_at(THEN.plus_hours(12).plus_seconds(1)), Err(Fault::TooOld));
        assert_eq!(signed.verdict_at(THEN.plus_hours(-1)), Ok(()));
        assert_eq!(signed.verdict_at(THEN.plus_hours(-1).plus_seconds(-1)), Err(Fault::TooNew));
    }
}

#[test]
fn a_new_time_that_is_not_covered_does_not_make_an_old_request_new() {
    let later = THEN.plus_hours(48);
    let mut signed = Signed::new(Scheme::Cavage, INBOX, "{}");
    let now = later.millis() / 1000;
    signed.swap("signature", "algorithm=", &format!("created={now},algorithm="));
    assert_eq!(signed.verdict_at(later), Err(Fault::TooOld));
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    signed.set("date", &fresh::date(later));
    assert_eq!(signed.verdict_at(later), Err(Fault::TooOld));
    signed.swap("signature-input", "created=1388957500", &format!("created={now}"));
    assert_eq!(signed.verdict_at(later), Err(Fault::DoesNotVerify));
}

#[test]
fn a_date_that_is_none_is_refused() {
    for text in ["yesterday", "2014-01-05T21:31:40Z", "Mon, 05 Jan 2014 21:31:40 GMT", ""] {
        let mut signed = Signed::new(Scheme::Cavage, INBOX, "{}");
        signed.set("date", text);
        assert_eq!(signed.verdict(), Err(Fault::Unreadable("the Date header is none")), "{text}");
    }
}

#[test]
fn every_part_that_matters_has_to_be_covered() {
    for (part, what) in [
        ("(request-target) ", "the method"),
        ("host ", "the host"),
        ("date ", "when it was made"),
        (" digest", "a digest of the body"),
    ] {
        let mut signed = Signed::new(Scheme::Cavage, INBOX, "{}");
        signed.swap("signature", part, "");
        assert_eq!(signed.verdict(), Err(Fault::Uncovered(what)));
    }
    for (part, what) in [
        ("\"@method\" ", "the method"),
        ("\"@target-uri\" ", "the host"),
        (";created=1388957500", "when it was made"),
        (" \"content-digest\"", "a digest of the body"),
    ] {
        let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
        signed.swap("signature-input", part, "");
        assert_eq!(signed.verdict(), Err(Fault::Uncovered(what)));
    }
}

#[test]
fn the_target_may_be_covered_in_pieces_if_none_is_missing() {
    let covered = |names: &[Part], url: &str| cover::check(names, &url.parse().unwrap(), false);
    let pieces = [Part::Method, Part::Authority, Part::Path, Part::Query];
    assert_eq!(covered(&pieces, "https://verbund.example/a?b"), Ok(()));
    assert_eq!(covered(&pieces[..3], "https://verbund.example/a"), Ok(()));
    assert_eq!(covered(&pieces[..3], "https://verbund.example/a?b"), Err(Fault::Uncovered("the query")));
    assert_eq!(covered(&pieces[..2], "https://verbund.example/a"), Err(Fault::Uncovered("the path")));
    let whole = [Part::Method, Part::Header("host".into()), Part::RequestTarget];
    assert_eq!(covered(&whole, "https://verbund.example/a?b"), Ok(()));
}

#[test]
fn a_covered_header_that_is_not_there_is_named() {
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    signed.swap("signature-input", " \"content-digest\"", " \"content-digest\" \"x-missing\"");
    assert_eq!(signed.verdict(), Err(Fault::Absent("x-missing".into())));
}

#[test]
fn two_signatures_are_refused() {
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    for name in ["signature", "signature-input"] {
        let one = signed.request.headers[name].to_str().unwrap().to_owned();
        signed.set(name, &format!("{one}, {}", one.replace("sig1", "sig2")));
    }
    assert_eq!(signed.verdict(), Err(Fault::Several));
    let mut signed = Signed::new(Scheme::Cavage, INBOX, "{}");
    let one = signed.request.headers["signature"].clone();
    signed.request.headers.append("signature", one);
    assert_eq!(signed.verdict(), Err(Fault::Several));
}

#[test]
fn a_signature_in_both_schemes_at_once_is_refused() {
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    let other = Signed::new(Scheme::Cavage, INBOX, "{}").request.headers["signature"].clone();
    signed.request.headers.append("signature", other);
    assert!(signed.verdict().is_err());
}

#[test]
fn huge_headers_are_refused_before_they_are_read() {
    let long = "x".repeat(9_000);
    assert_eq!(claim(&headers(&[("signature", &long)])), Err(Fault::TooLong));
    let lines: Vec<_> = (0..10).map(|_| ("signature-input", &long[..1000])).collect();
    assert_eq!(claim(&headers(&lines)), Err(Fault::TooLong));
    let names: String = (0..100).map(|n| format!("x-{n} ")).collect();
    let many = format!("keyId=\"a\",headers=\"{names}\",signature=\"AA==\"");
    assert_eq!(claim(&headers(&[("signature", &many)])), Err(Fault::TooLong));
}

#[test]
fn what_is_not_ascii_is_refused_in_the_signature_and_signed_as_it_is_elsewhere() {
    let odd =
        HeaderMap::from_iter([(given::SIGNATURE, HeaderValue::from_bytes(b"keyId=\"\xc3\xa4\"").unwrap())]);
    assert_eq!(claim(&odd), Err(Fault::Unreadable("a header is not ASCII")));
    let message =
        HeaderMap::from_iter([("x-name".parse().unwrap(), HeaderValue::from_bytes(b"\xc3\xa4").unwrap())]);
    let url = INBOX.parse().unwrap();
    let base = super::super::cavage::base(
        &[Part::Header("x-name".into())],
        None,
        None,
        &Message::new(&Method::GET, &url, &message),
    );
    assert_eq!(base, Ok(b"x-name: \xc3\xa4".to_vec()));
}

#[test]
fn another_kind_of_key_or_algorithm_is_told() {
    let mut signed = Signed::new(Scheme::Cavage, INBOX, "{}");
    signed.swap("signature", "rsa-sha256", "ed25519");
    assert!(matches!(signed.verdict(), Err(Fault::KeyUnfit(_))));
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    signed.swap("signature-input", "rsa-v1_5-sha256", "rsa-pss-sha512");
    assert_eq!(signed.verdict(), Err(Fault::UnknownScheme("rsa-pss-sha512".into())));
}

#[test]
fn parts_with_parameters_are_refused_and_not_dropped() {
    for part in
        ["\"content-digest\";sf", "\"@method\";req", "\"@query-param\";name=\"a\"", "\"Content-Digest\""]
    {
        let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
        signed.swap("signature-input", "\"content-digest\"", part);
        assert!(matches!(signed.verdict(), Err(Fault::UnknownScheme(_))), "{part}");
    }
    let mut signed = Signed::new(Scheme::Rfc9421, INBOX, "{}");
    signed.swap("signature-input", "\"@method\"", "\"@method\" \"@method\"");
    assert!(matches!(signed.verdict(), Err(Fault::Unreadable(_))));
}

#[test]
fn what_needs_no_key_is_found_without_one() {
    let signed = Signed::new(Scheme::Cavage, INBOX, "{}");
    let Request { url, headers, body, .. } = &signed.request;
    assert_eq!(examine(url, headers, body, THEN), claim(headers));
    assert_eq!(examine(url, headers, b"other", THEN), Err(Fault::DigestWrong));
    assert_eq!(examine(url, headers, body, THEN.plus_hours(20)), Err(Fault::TooOld));
}

#[test]
fn another_key_does_not_verify() {
    for scheme in BOTH {
        let mut signed = Signed::new(scheme, INBOX, "{}");
        signed.public = PublicKey::from_pem(&PrivateKey::generate().public_pem()).unwrap();
        assert_eq!(signed.verdict(), Err(Fault::DoesNotVerify));
    }
}

#[test]
fn texts_of_strangers_are_told_short_and_plain() {
    let long = format!("alg\u{1b}[31m{}", "x".repeat(100));
    let fault = Fault::unknown(&long);
    assert_eq!(fault, Fault::UnknownScheme(format!("alg[31m{}", "x".repeat(33))));
}
