//! How patient we are, as laws.
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::super::pace::{Host, again_at, wished};
use super::super::verdict::{Verdict, judge};
use crate::base::door::{Answer, Trouble};
use crate::testing::NOW;

#[test]
fn five_failures_in_ten_minutes_open_the_breaker_and_a_good_probe_closes_it() {
    let mut host = Host { host: "dort.example".into(), scheme: "cavage".into(), ..Host::default() };
    for minute in 0..4 {
        host.has_failed(NOW.plus_minutes(minute));
        assert!(!host.is_probed() && host.not_before.is_none());
    }
    host.has_failed(NOW.plus_minutes(4));
    assert!(host.is_probed());
    assert_eq!(host.not_before, Some(NOW.plus_minutes(14)));
    host.has_failed(NOW.plus_minutes(14));
    assert_eq!(host.not_before, Some(NOW.plus_minutes(34)), "twice as long after a bad probe");
    host.is_well();
    assert!(!host.is_probed() && host.failures == 0 && host.scheme == "cavage");
}

#[test]
fn a_failure_now_and_then_opens_nothing() {
    let mut host = Host::default();
    for hour in 0..50 {
        host.has_failed(NOW.plus_hours(hour));
        assert!(!host.is_probed(), "after {hour} hours");
    }
}

#[test]
fn a_row_is_tried_for_more_than_two_days_and_a_half_and_not_too_often() {
    let (mut now, mut tries) = (NOW, 1);
    while let Some(at) = again_at(NOW, tries, "dort.example", now) {
        assert!(at > now, "time goes on");
        (now, tries) = (at, tries + 1);
    }
    assert!(now >= NOW.plus_hours(60), "{} hours", (now.millis() - NOW.millis()) / 3_600_000);
    assert!((12..30).contains(&tries), "{tries} tries");
}

#[test]
fn a_server_says_in_two_ways_when_to_come_back_and_never_for_months() {
    assert_eq!(wished("120", NOW), Some(NOW.plus_seconds(120)));
    assert_eq!(wished("Thu, 26 Nov 2026 08:05:00 GMT", NOW), Some(NOW.plus_minutes(5)));
    assert_eq!(wished("99999999999", NOW), Some(NOW.plus_hours(24)));
    assert_eq!(wished("-5", NOW), Some(NOW.plus_seconds(1)));
    assert_eq!(wished("bald", NOW), None);
}

fn said(status: u16, retry: Option<&'static str>) -> Verdict {
    let mut headers = HeaderMap::new();
    headers.extend(retry.map(|it| (http::header::RETRY_AFTER, HeaderValue::from_static(it))));
    let status = StatusCode::from_u16(status).expect("a status");
    let url = "https://dort.example/inbox".parse().expect("an address");
    judge(&Ok(Answer { status, headers, body: Bytes::new(), url }), NOW)
}

#[test]
fn every_answer_has_its_consequence() {
    assert_eq!([said(200, None), said(202, None)], [Verdict::Sent, Verdict::Sent]);
    let at = Some(NOW.plus_seconds(30));
    assert!(matches!(said(429, Some("30")), Verdict::Later { at: it, .. } if it == at));
    assert!(matches!(said(429, None), Verdict::Later { at: Some(_), .. }));
    assert!(matches!(said(503, Some("30")), Verdict::Failed { at: it, .. } if it == at));
    assert!(matches!(said(500, None), Verdict::Failed { at: None, .. }));
    assert!(matches!(said(401, None), Verdict::Unsigned { .. }));
    assert!(matches!(said(404, None), Verdict::Gone { for_good: false, .. }));
    assert!(matches!(said(410, None), Verdict::Gone { for_good: true, .. }));
    assert!(matches!(said(422, None), Verdict::Refused { .. }));
}

#[test]
fn a_silence_is_tried_again_a_wrong_address_is_not() {
    let lost = Trouble::Lost("gone".into());
    assert!(matches!(judge(&Err(lost), NOW), Verdict::Failed { .. }));
    let inside = Trouble::Forbidden("10.0.0.1".into());
    assert!(matches!(judge(&Err(inside), NOW), Verdict::Refused { .. }));
    let nowhere = Trouble::Unreached("dns error: Name or service not known".into());
    assert!(matches!(judge(&Err(nowhere), NOW), Verdict::Nameless { .. }));
    let ill = Trouble::Unreached("dns error: Temporary failure in name resolution".into());
    assert!(matches!(judge(&Err(ill), NOW), Verdict::Failed { .. }), "our own resolver may be ill");
    let long = Trouble::TooMuch(StatusCode::OK);
    assert_eq!(judge(&Err(long), NOW), Verdict::Sent, "it was taken, whatever was said about it");
}
