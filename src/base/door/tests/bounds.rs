//! Answers are bounded in time, length and head, unpacked.
use std::io::Write;

use super::*;

fn packed_zeros(length: usize) -> Vec<u8> {
    let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..length >> 20 {
        packing.write_all(&vec![0; 1 << 20]).unwrap();
    }
    packing.finish().unwrap()
}

#[tokio::test]
async fn a_small_answer_that_unpacks_to_a_large_one_is_refused() {
    let bomb = packed_zeros(64 << 20);
    assert!(bomb.len() < 100_000);
    let peer = Peer::start(Way::Answer(answer("200 OK", "content-encoding: gzip\r\n", &bomb))).await;
    let trouble = inner_door().send(Request::get(peer.url("/"))).await.unwrap_err();
    assert_eq!(trouble, Trouble::TooMuch(StatusCode::OK));
}

#[tokio::test]
async fn a_packed_answer_is_read_unpacked() {
    let packed = packed_zeros(1 << 20);
    let peer = Peer::start(Way::Answer(answer("200 OK", "content-encoding: gzip\r\n", &packed))).await;
    let answer = inner_door().send(Request::get(peer.url("/"))).await.unwrap();
    assert_eq!(answer.body.len(), 1 << 20);
}

#[tokio::test]
async fn an_answer_without_an_end_is_refused_at_its_bound() {
    let head = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    let peer = Peer::start(Way::Endless(head, vec![b'x'; 4096])).await;
    let request = Request { longest_answer: 10_000, ..Request::get(peer.url("/")) };
    let trouble = inner_door().send(request).await.unwrap_err();
    assert_eq!(trouble, Trouble::TooMuch(StatusCode::OK));
}

#[tokio::test]
async fn an_answer_of_exactly_the_bound_is_read() {
    let peer = Peer::start(Way::Answer(answer("200 OK", "", &[b'x'; 10_000]))).await;
    let request = |longest_answer| Request { longest_answer, ..Request::get(peer.url("/")) };
    assert_eq!(inner_door().send(request(10_000)).await.unwrap().body.len(), 10_000);
    assert!(matches!(inner_door().send(request(9_999)).await, Err(Trouble::TooMuch(_))));
}

#[tokio::test]
async fn an_answer_that_drips_ends_with_the_patience() {
    // Empty pieces keep the line alive and never come to an end.
    let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n".to_vec();
    let peer = Peer::start(Way::Stall(head)).await;
    let begun = std::time::Instant::now();
    let trouble = inner_door().send(quick(Request::get(peer.url("/")))).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Lost(_)), "{trouble:?}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_head_without_an_end_is_refused() {
    let begun = b"HTTP/1.1 200 OK\r\n".to_vec();
    let peer = Peer::start(Way::Endless(begun, b"x-more: and more\r\n".to_vec())).await;
    let trouble = inner_door().send(Request::get(peer.url("/"))).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Lost(_)), "{trouble:?}");
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let long = format!("x-long: {}\r\n", "x".repeat(LONGEST_HEAD));
    let peer = Peer::start(Way::Answer(answer("200 OK", &long, b"short"))).await;
    let trouble = inner_door().send(Request::get(peer.url("/"))).await.unwrap_err();
    assert_eq!(trouble, Trouble::TooMuch(StatusCode::OK));
}

#[tokio::test]
async fn what_is_not_http_is_trouble_and_no_panic() {
    for bytes in [&b"SSH-2.0-OpenSSH_9.2\r\n"[..], b"\0\xff\xfe", b"HTTP/9.9 1 \r\n\r\n", b""] {
        let peer = Peer::start(Way::Answer(bytes.to_vec())).await;
        assert!(inner_door().send(Request::get(peer.url("/"))).await.is_err());
    }
}
