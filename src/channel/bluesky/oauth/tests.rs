//! What needs no server: keys, proofs and the document about us, checked by published examples.
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use url::Url;

use super::client::{self, Client, SCOPE};
use super::key::{Key, hash, thumbprint};
use super::proof::proof;
use super::server::Server;
use crate::testing::{NOW, Stage};

/// The proof of RFC 9449, section 4.1.
const PUBLISHED: &str = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

/// Reads a JWT, if this key has signed it: by nothing that has made it.
fn verified(token: &str, jwk: Option<&Value>) -> Option<(Value, Value)> {
    let parts: Vec<&str> = token.split('.').collect();
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let json = |text: &str| serde_json::from_slice::<Value>(&decode(text)?).ok();
    let (head, claims) = (json(parts[0])?, json(parts[1])?);
    let jwk = jwk.unwrap_or(&head["jwk"]);
    let point = [vec![4], decode(jwk["x"].as_str()?)?, decode(jwk["y"].as_str()?)?].concat();
    let signed = format!("{}.{}", parts[0], parts[1]);
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
        .verify(signed.as_bytes(), &decode(parts[2])?)
        .ok()
        .map(|()| (head, claims))
}

#[test]
fn a_proof_is_one_as_the_standard_shows_it() {
    let (published, _) = verified(PUBLISHED, None).expect("the published proof verifies");
    let key = Key::generate();
    let url = Url::parse("https://pds.example/xrpc/com.atproto.repo.listRecords?repo=did%3Aplc%3Aours#x")
        .expect("an address");
    // Token and hash of RFC 9449, section 7.1.
    let token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    let signed = proof(&key, "GET", &url, Some("newest"), Some(token), NOW).expect("signed");
    let (head, claims) = verified(&signed, None).expect("ours verifies");
    assert_eq!((&head["typ"], &head["alg"]), (&published["typ"], &published["alg"]));
    assert_eq!(head["jwk"], key.public());
    let members = |jwk: &Value| jwk.as_object().expect("a key").keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(&head["jwk"]), members(&published["jwk"]), "the private half stays here");
    assert_eq!(claims["htm"], "GET");
    assert_eq!(claims["htu"], "https://pds.example/xrpc/com.atproto.repo.listRecords");
    assert_eq!(claims["ath"], "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    assert_eq!((&claims["nonce"], &claims["iat"]), (&json!("newest"), &json!(NOW.millis() / 1_000)));
    let again = proof(&key, "GET", &url, None, None, NOW).expect("signed");
    let (_, other) = verified(&again, None).expect("verifies");
    assert_ne!(other["jti"], claims["jti"], "no proof is used twice");
    assert!(other.get("nonce").is_none() && other.get("ath").is_none());
    let (start, _) = signed.rsplit_once('.').expect("three parts");
    let (_, end) = again.rsplit_once('.').expect("three parts");
    assert!(verified(&format!("{start}.{end}"), None).is_none());
}

#[test]
fn a_key_is_named_by_its_contents_and_a_verifier_by_its_hash() {
    let (published, _) = verified(PUBLISHED, None).expect("the published proof verifies");
    // RFC 9449, section 6.1.
    assert_eq!(thumbprint(&published["jwk"]), "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    // RFC 7636, appendix B.
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    assert_eq!(hash("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), challenge);
}

#[test]
fn a_key_is_drawn_and_read_again_as_the_curve_says() {
    // RFC 6979, section A.2.5.
    let drawn = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    let (x, y) = (
        "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    );
    let key = Key::drawn(hex::decode(drawn).expect("hex").try_into().expect("32 bytes")).expect("a key");
    let text = |part: &str| URL_SAFE_NO_PAD.encode(hex::decode(part).expect("hex"));
    assert_eq!(key.public(), json!({ "kty": "EC", "crv": "P-256", "x": text(x), "y": text(y) }));
    assert_eq!(Key::read(&key.write()).expect("read").public(), key.public());
    assert!(Key::drawn([0; 32]).is_none() && Key::drawn([0xff; 32]).is_none());
    assert_eq!(format!("{key:?}"), "Key");
}

#[test]
fn who_we_are_depends_on_where_we_are_reached() {
    let public = Client::of("https://verbund.example").expect("a client");
    assert_eq!(public.id, "https://verbund.example/connect/bluesky/client.json");
    assert_eq!(public.redirect, "https://verbund.example/connect/bluesky");
    for own in ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"] {
        let client = Client::of(own).expect("a client");
        assert_eq!(client.redirect, "http://127.0.0.1:8080/connect/bluesky", "{own}");
        assert_eq!(
            client.id,
            "http://localhost?redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fconnect%2Fbluesky&scope=atproto+transition%3Ageneric"
        );
        assert!(!client::has_key(&client.id));
    }
    for nobody in
        ["http://verbund.example", "https://verbund.example:8443", "https://192.0.2.1", "https://intern"]
    {
        assert_eq!(Client::of(nobody), None, "{nobody}");
    }
}

#[tokio::test]
async fn the_document_about_us_says_what_the_specification_asks_for() {
    let stage = Stage::sqlite().await;
    assert_eq!(stage.server().get("/connect/bluesky/client.json").await.status_code(), 404);
    let app = super::browser_tests::at(&stage.app, "https://verbund.example", Vec::new());
    let server = crate::testing::server_of(&app, Default::default());
    let answer = server.get("/connect/bluesky/client.json").await;
    answer.assert_status_ok();
    assert_eq!(answer.header("content-type"), "application/json");
    let document: Value = answer.json();
    let id = "https://verbund.example/connect/bluesky/client.json";
    for (name, wanted) in [
        ("client_id", json!(id)),
        ("application_type", json!("web")),
        ("redirect_uris", json!(["https://verbund.example/connect/bluesky"])),
        ("grant_types", json!(["authorization_code", "refresh_token"])),
        ("response_types", json!(["code"])),
        ("scope", json!(SCOPE)),
        ("dpop_bound_access_tokens", json!(true)),
        ("token_endpoint_auth_method", json!("private_key_jwt")),
        ("token_endpoint_auth_signing_alg", json!("ES256")),
    ] {
        assert_eq!(document[name], wanted, "{name}");
    }
    let keys = document["jwks"]["keys"].as_array().expect("keys");
    let [jwk] = &keys[..] else { panic!("{keys:?}") };
    assert!(jwk.get("d").is_none(), "only the public half");
    let key = client::key(&app).expect("a key");
    assert_eq!(client::key(&stage.app).expect("a key").public(), key.public(), "every process has it");
    let signed = client::assertion(id, "https://pds.example", &key, NOW).expect("signed");
    let (head, claims) = verified(&signed, Some(jwk)).expect("verifies by the published key");
    assert_eq!(head["kid"], jwk["kid"]);
    assert_eq!((&claims["iss"], &claims["sub"]), (&json!(id), &json!(id)));
    assert_eq!(claims["aud"], "https://pds.example");
    let holds = claims["exp"].as_i64().expect("an end") - claims["iat"].as_i64().expect("a beginning");
    assert!(holds > 0 && holds <= 60);
}

#[test]
fn only_a_server_that_is_who_it_is_named_as_is_trusted() {
    let issuer = "https://bsky.example";
    let good = json!({
        "issuer": issuer,
        "authorization_endpoint": "https://bsky.example/oauth/authorize",
        "pushed_authorization_request_endpoint": "https://bsky.example/oauth/par",
        "token_endpoint": "https://bsky.example/oauth/token",
        "revocation_endpoint": "https://bsky.example/oauth/revoke",
        "dpop_signing_alg_values_supported": ["ES256", "ES256K"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["atproto", "transition:generic"],
    });
    let is_fit = |document: &Value, issuer: &str| {
        serde_json::from_value::<Server>(document.clone()).is_ok_and(|server| server.is_fit(issuer, false))
    };
    assert!(is_fit(&good, issuer));
    assert!(!is_fit(&good, "https://other.example"), "it names itself differently");
    for (name, wrong) in [
        ("issuer", json!("https://bsky.example/")),
        ("token_endpoint", json!("http://bsky.example/oauth/token")),
        ("authorization_endpoint", json!("javascript:alert(1)")),
        ("pushed_authorization_request_endpoint", Value::Null),
        ("dpop_signing_alg_values_supported", json!(["RS256"])),
        ("code_challenge_methods_supported", json!(["plain"])),
        ("scopes_supported", json!(["openid"])),
    ] {
        let mut document = good.clone();
        document[name] = wrong;
        assert!(!is_fit(&document, issuer), "{name}");
    }
}
