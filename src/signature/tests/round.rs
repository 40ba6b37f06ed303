//! What we sign, we take.
use super::*;

#[test]
fn what_one_server_signs_another_verifies_in_both_schemes() {
    let key = PrivateKey::generate();
    let public = PublicKey::from_pem(&key.public_pem()).unwrap();
    let now = Instant(1_800_000_000_000);
    for scheme in [Scheme::Rfc9421, Scheme::Cavage] {
        let url: Url = "https://verbund.example/inbox?page=1".parse().unwrap();
        let mut request = Request::post(url.clone()).body("application/activity+json", "{}");
        sign(scheme, &key, "https://other.example/actor#main-key", &mut request, now).unwrap();
        let claimed = claim(&request.headers).unwrap();
        assert_eq!(claimed, Claim { key_id: "https://other.example/actor#main-key".into(), scheme });
        assert_eq!(verify(&Method::POST, &url, &request.headers, b"{}", &public, now), Ok(()));
        assert_eq!(claim(&HeaderMap::new()), Err(Fault::NoSignature));
    }
}
