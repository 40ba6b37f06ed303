//! Did anything go out? The answer decides whether something may be sent again.
use super::*;

fn post(url: Url) -> Request {
    quick(Request::post(url).body("text/plain", "once"))
}

#[tokio::test]
async fn a_refused_connection_means_that_nothing_went_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let url = format!("http://127.0.0.1:{port}/").parse().unwrap();
    let trouble = inner_door().send(post(url)).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Unreached(_)) && !trouble.may_have_arrived(), "{trouble:?}");
}

#[tokio::test]
async fn a_name_that_nobody_knows_means_that_nothing_went_out() {
    let request = Request {
        patience: Duration::from_secs(20),
        ..Request::post("https://nobody.invalid/".parse().unwrap()).body("text/plain", "once")
    };
    let trouble = inner_door().send(request).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Unreached(_)), "{trouble:?}");
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_means_that_nothing_went_out() {
    let (_, tls) = certificate("peer.test");
    let peer = Peer::with(Way::Answer(answer("200 OK", "", b"")), Some(tls)).await;
    let known = vec![("peer.test".to_owned(), ([127, 0, 0, 1], peer.port).into())];
    let door = Door::new(&Rules { known, ..Rules::default() });
    let url = format!("https://peer.test:{}/", peer.port).parse().unwrap();
    let trouble = door.send(Request { patience: Duration::from_secs(20), ..post(url) }).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Unreached(_)), "{trouble:?}");
    assert!(peer.asked().is_empty());
}

#[tokio::test]
async fn a_certificate_for_another_name_means_that_nothing_went_out() {
    let (trusted, tls) = certificate("other.test");
    let peer = Peer::with(Way::Answer(answer("200 OK", "", b"")), Some(tls)).await;
    let known = vec![("peer.test".to_owned(), ([127, 0, 0, 1], peer.port).into())];
    let door = Door::new(&Rules { known, trusted, is_private: false, patience: None });
    let url = format!("https://peer.test:{}/", peer.port).parse().unwrap();
    let trouble = door.send(Request { patience: Duration::from_secs(20), ..post(url) }).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Unreached(_)), "{trouble:?}");
}

#[tokio::test]
async fn a_time_out_before_the_connection_stands_means_that_nothing_went_out() {
    // The line is taken and nobody answers the greeting of TLS.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://127.0.0.1:{}/", listener.local_addr().unwrap().port()).parse().unwrap();
    let trouble = inner_door().send(post(url)).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Unreached(_)) && !trouble.may_have_arrived(), "{trouble:?}");
}

#[tokio::test]
async fn a_half_open_line_after_the_request_means_that_it_may_have_arrived() {
    let peer = Peer::start(Way::Stall(Vec::new())).await;
    let trouble = inner_door().send(post(peer.url("/"))).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Lost(_)) && trouble.may_have_arrived(), "{trouble:?}");
    assert!(peer.asked()[0].ends_with("once"));
}

#[tokio::test]
async fn a_line_that_is_cut_after_the_request_means_that_it_may_have_arrived() {
    let peer = Peer::start(Way::Cut).await;
    let trouble = inner_door().send(post(peer.url("/"))).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Lost(_)), "{trouble:?}");
    assert_eq!(peer.asked().len(), 1, "the door tries nothing again by itself");
}

#[tokio::test]
async fn a_time_out_of_a_request_without_a_body_may_have_arrived() {
    let peer = Peer::start(Way::Stall(Vec::new())).await;
    let trouble = inner_door().send(quick(Request::post(peer.url("/")))).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Lost(_)), "{trouble:?}");
}

#[tokio::test]
async fn an_answer_that_breaks_off_may_have_arrived() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf".to_vec();
    for way in [Way::Answer(half.clone()), Way::Stall(half)] {
        let peer = Peer::start(way).await;
        let trouble = inner_door().send(post(peer.url("/"))).await.unwrap_err();
        assert!(matches!(trouble, Trouble::Lost(_)), "{trouble:?}");
    }
}

#[tokio::test]
async fn a_body_goes_out_with_its_length() {
    let peer = Peer::start(Way::Answer(answer("202 Accepted", "", b""))).await;
    let answer = inner_door().send(post(peer.url("/inbox"))).await.unwrap();
    assert_eq!(answer.status, 202);
    let asked = &peer.asked()[0];
    assert!(asked.contains("content-length: 4") && !asked.contains("transfer-encoding"), "{asked}");
}

#[tokio::test]
async fn nothing_that_is_told_holds_a_token() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let address = format!("127.0.0.1:{port}/me/SECRET?access_token=SECRET");
    let to = |scheme: &str| format!("{scheme}://{address}").parse::<Url>().unwrap();
    let request = quick(Request::post(to("http")).bearer("SECRET").body("text/plain", "SECRET"));
    let refused = Door::new(&Rules::default()).send(Request { url: to("https"), ..request.clone() }).await;
    let unreached = inner_door().send(request.clone()).await;
    let said = format!("{request:?} {refused:?} {unreached:?}");
    assert!(!said.contains("SECRET"), "{said}");
}
