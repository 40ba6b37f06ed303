//! Redirects: few, for readers only, and without what another host must not see.
use http::header::{ACCEPT, AUTHORIZATION, COOKIE};

use super::*;

async fn leading_to(target: &str, status: &str) -> Peer {
    Peer::start(Way::Answer(answer(status, &format!("location: {target}\r\n"), b""))).await
}

async fn good() -> Peer {
    Peer::start(Way::Answer(answer("200 OK", "", b"here"))).await
}

fn with_secrets(url: Url) -> Request {
    let mut request =
        Request::get(url).bearer("SECRET").header(COOKIE, "SECRET").header(ACCEPT, "text/plain");
    for name in ["signature", "signature-input", "idempotency-key", "dpop"] {
        request.headers.insert(name, "SECRET".parse().unwrap());
    }
    request
}

#[tokio::test]
async fn a_reader_follows_a_redirect_and_knows_where_the_answer_came_from() {
    let target = good().await;
    let peer = leading_to(target.url("/there").as_str(), "302 Found").await;
    let answer = inner_door().send(Request::get(peer.url("/"))).await.unwrap();
    assert_eq!((answer.body.as_ref(), answer.url), (&b"here"[..], target.url("/there")));
}

#[tokio::test]
async fn another_host_sees_neither_credentials_nor_signatures() {
    let target = good().await;
    let peer = leading_to(target.url("/").as_str(), "307 Temporary Redirect").await;
    inner_door().send(with_secrets(peer.url("/"))).await.unwrap();
    let asked = &target.asked()[0];
    assert!(!asked.contains("SECRET") && asked.contains("accept: text/plain"), "{asked}");
}

#[tokio::test]
async fn the_same_host_sees_credentials_but_no_signature_of_another_address() {
    let request = with_secrets("https://verbund.example/a".parse().unwrap());
    let answer = Answer {
        status: StatusCode::FOUND,
        headers: HeaderMap::from_iter([(http::header::LOCATION, "/b".parse().unwrap())]),
        body: Default::default(),
        url: request.url.clone(),
    };
    let next = request.led_on_by(&answer).unwrap();
    assert_eq!(next.url.as_str(), "https://verbund.example/b");
    assert!(next.headers.contains_key(AUTHORIZATION) && !next.headers.contains_key("signature"));
    assert!(!next.headers.contains_key("signature-input"));
}

#[tokio::test]
async fn a_writer_follows_no_redirect() {
    let target = good().await;
    let peer = leading_to(target.url("/").as_str(), "308 Permanent Redirect").await;
    let answer = inner_door().send(Request::post(peer.url("/")).body("text/plain", "once")).await.unwrap();
    assert_eq!(answer.status, 308);
    assert!(target.asked().is_empty());
}

#[tokio::test]
async fn a_circle_of_redirects_ends() {
    let peer = leading_to("/again", "301 Moved Permanently").await;
    let answer = inner_door().send(Request::get(peer.url("/"))).await.unwrap();
    assert_eq!(answer.status, 301);
    assert_eq!(peer.asked().len(), 4);
}

#[tokio::test]
async fn an_answer_that_only_looks_like_a_redirect_is_the_answer() {
    for status in ["300 Multiple Choices", "304 Not Modified"] {
        let peer = leading_to("/again", status).await;
        assert!(inner_door().send(Request::get(peer.url("/"))).await.unwrap().status.is_redirection());
        assert_eq!(peer.asked().len(), 1);
    }
}
