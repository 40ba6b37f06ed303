//! The published examples of RFC 9421 for the algorithms we have: B.2.6 and B.4 (Ed25519) and 4.3
//! (RSASSA-PKCS1-v1_5), and what is signed in B.2.3, whose algorithm we have not.
use super::*;
use crate::signature::given::Given;

/// B.1.4
const ED25519: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----
";
/// B.1.4; published, and so nobody's.
const ED25519_PRIVATE: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
";
/// B.1.1
const RSA: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAhAKYdtoeoy8zcAcR874L
8cnZxKzAGwd7v36APp7Pv6Q2jdsPBRrwWEBnez6d0UDKDwGbc6nxfEXAy5mbhgaj
zrw3MOEt8uA5txSKobBpKDeBLOsdJKFqMGmXCQvEG7YemcxDTRPxAleIAgYYRjTS
d/QBwVW9OwNFhekro3RtlinV0a75jfZgkne/YiktSvLG34lw2zqXBDTC5NHROUqG
TlML4PlNZS5Ri2U4aCNx2rUPRcKIlE0PuKxI4T+HIaFpv8+rdV6eUgOrB2xeI1dS
FFn/nnv5OoZJEIB+VmuKn3DCUcCZSFlQPSXSfBDiUGhwOw76WuSSsf1D4b/vLoJ1
0wIDAQAB
-----END PUBLIC KEY-----
";
const DIGEST: &str =
    "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

const TEST_REQUEST: [(&str, &str); 5] = [
    ("host", "example.com"),
    ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
    ("content-type", "application/json"),
    ("content-digest", DIGEST),
    ("content-length", "18"),
];

/// Reads the signature of a request that is given by its lines, and what it signs.
fn read(method: Method, url: &str, lines: &[(&str, &str)]) -> (Given, String) {
    let headers = headers(lines);
    let given = given::read(&headers).unwrap();
    let base = given.base(&Message::new(&method, &url.parse().unwrap(), &headers)).unwrap();
    (given, String::from_utf8(base).unwrap())
}

#[test]
fn b_2_6_is_canonicalized_verified_and_signed_to_the_byte() {
    let mut lines = TEST_REQUEST.to_vec();
    lines.push(("signature-input", "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\""));
    lines.push((
        "signature",
        "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
    ));
    let (given, base) = read(Method::POST, "https://example.com/foo?param=Value&Pet=dog", &lines);
    let published = "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@authority\": example.com\n\"content-type\": application/json\n\"content-length\": 18\n\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";
    assert_eq!(base, published);
    assert!(PublicKey::from_pem(ED25519).unwrap().verifies(base.as_bytes(), &given.signature));
    let private = PrivateKey::from_pkcs8_pem(ED25519_PRIVATE).unwrap();
    assert_eq!(private.sign(base.as_bytes()).unwrap(), given.signature);
    assert_eq!(private.public_pem(), ED25519);
}

#[test]
fn b_2_6_leaves_the_body_open_and_is_not_accepted() {
    let mut lines = TEST_REQUEST.to_vec();
    lines.push(("signature-input", "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\""));
    lines.push((
        "signature",
        "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
    ));
    let key = PublicKey::from_pem(ED25519).unwrap();
    let verdict = |url: &str, body: &[u8]| {
        let now = Instant(1_618_884_475_000);
        verify(&Method::POST, &url.parse().unwrap(), &headers(&lines), body, &key, now)
    };
    assert_eq!(verdict("https://example.com/foo", b"{}"), Err(Fault::Uncovered("a digest of the body")));
    assert_eq!(verdict("https://example.com/foo?Pet=dog", b""), Err(Fault::Uncovered("the query")));
    assert_eq!(verdict("https://example.com/foo", b""), Ok(()));
}

#[test]
fn b_2_3_is_canonicalized_to_the_byte() {
    let input = "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"";
    let mut lines = TEST_REQUEST.to_vec();
    let labelled = format!("sig-b23={input}");
    lines.push(("signature-input", &labelled));
    lines.push(("signature", "sig-b23=:bbN8oArO:"));
    let (_, base) = read(Method::POST, "https://example.com/foo?param=Value&Pet=dog", &lines);
    assert_eq!(
        base,
        format!(
            "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@query\": ?param=Value&Pet=dog\n\"@authority\": example.com\n\"content-type\": application/json\n\"content-digest\": {DIGEST}\n\"content-length\": 18\n\"@signature-params\": {input}"
        )
    );
}

#[test]
fn the_rsa_signature_of_4_3_verifies_with_its_parameters_in_their_own_order() {
    let input = "proxy_sig=(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"content-type\" \"content-length\" \"forwarded\");created=1618884480;keyid=\"test-key-rsa\";alg=\"rsa-v1_5-sha256\";expires=1618884540";
    let lines = [
        ("content-type", "application/json"),
        ("content-digest", DIGEST),
        ("content-length", "18"),
        ("forwarded", "for=192.0.2.123;host=example.com;proto=https"),
        ("signature-input", input),
        (
            "signature",
            "proxy_sig=:S6ZzPXSdAMOPjN/6KXfXWNO/f7V6cHm7BXYUh3YD/fRad4BCaRZxP+JH+8XY1I6+8Cy+CM5g92iHgxtRPz+MjniOaYmdkDcnL9cCpXJleXsOckpURl49GwiyUpZ10KHgOEe11sx3G2gxI8S0jnxQB+Pu68U9vVcasqOWAEObtNKKZd8tSFu7LB5YAv0RAGhB8tmpv7sFnIm9y+7X5kXQfi8NMaZaA8i2ZHwpBdg7a6CMfwnnrtflzvZdXAsD3LH2TwevU+/PBPv0B6NMNk93wUs/vfJvye+YuI87HU38lZHowtznbLVdp770I6VHR6WfgS9ddzirrswsE1w5o0LV/g==:",
        ),
    ];
    let url = "https://origin.host.internal.example/foo";
    let (given, base) = read(Method::POST, url, &lines);
    let key = PublicKey::from_pem(RSA).unwrap();
    assert!(key.verifies(base.as_bytes(), &given.signature), "{base}");
    assert_eq!(key.fits(given.algorithm), Ok(()));
    assert!(!key.verifies(base.replace("POST", "PUT").as_bytes(), &given.signature));
    // Its body is that of the draft's example, and its minute is over.
    let body = b"{\"hello\": \"world\"}";
    let verdict = |seconds: i64| {
        let url = url.parse().unwrap();
        verify(&Method::POST, &url, &headers(&lines), body, &key, Instant(seconds * 1000))
    };
    assert_eq!(verdict(1_618_884_500), Ok(()));
    assert_eq!(verdict(1_618_884_541), Err(Fault::TooOld));
}

#[test]
fn b_4_survives_the_transformations_that_it_has_to_and_no_others() {
    let good = |method: Method, url: &str, accepts: &[&str], more: &[(&str, &str)]| {
        let mut lines: Vec<_> = accepts.iter().map(|value| ("accept", *value)).collect();
        lines.extend_from_slice(more);
        lines.push(("signature-input", "transform=(\"@method\" \"@path\" \"@authority\" \"accept\");created=1618884473;keyid=\"test-key-ed25519\""));
        lines.push(("signature", "transform=:ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==:"));
        let (given, base) = read(method, url, &lines);
        PublicKey::from_pem(ED25519).unwrap().verifies(base.as_bytes(), &given.signature)
    };
    let url = "https://example.org/demo?name1=Value1&Name2=value2";
    let accepts = ["application/json", "*/*"];
    assert!(good(Method::GET, url, &accepts, &[("date", "Fri, 15 Jul 2022 14:24:55 GMT")]));
    assert!(good(
        Method::GET,
        &format!("{url}&param=added"),
        &accepts,
        &[("accept-language", "en-US,en;q=0.5")]
    ));
    assert!(good(
        Method::GET,
        url,
        &["application/json, */*"],
        &[("referer", "https://developer.example.org/demo")]
    ));
    assert!(good(Method::GET, "HTTPS://EXAMPLE.org:443/demo", &["  application/json ", "*/*  "], &[]));
    assert!(!good(Method::POST, url, &accepts, &[]));
    assert!(!good(Method::GET, "https://example.com/demo", &accepts, &[]));
    assert!(!good(Method::GET, "https://example.org/other", &accepts, &[]));
    assert!(!good(Method::GET, url, &["*/*", "application/json"], &[]));
}
