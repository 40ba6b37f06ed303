use super::super::Network;
use super::*;
use crate::consortium::ConsortiumId;

const NOW: Instant = Instant::from_millis(1_795_680_000_000);

fn channel() -> Channel {
    Channel::new(&ConsortiumId::new(), Network::Facebook, "Facebook", NOW)
}

fn good(expires_at: Option<Instant>) -> Health {
    Health::Good { limits: String::new(), expires_at }
}

/// Looks once a day for so many days and gives the days left at which somebody was warned.
fn warned(mut channel: Channel, end: Instant, days: std::ops::Range<i64>) -> (Channel, Vec<i64>) {
    let mut told = Vec::new();
    for day in days {
        let (after, warning) = noted(channel, &good(Some(end)), NOW.plus_hours(24 * day));
        channel = after;
        if let Some(Warning::Ends { days, .. }) = warning {
            told.push(days);
        }
    }
    (channel, told)
}

#[test]
fn people_are_warned_fourteen_seven_and_one_day_ahead_once_each() {
    let (_, told) = warned(channel(), NOW.plus_hours(24 * 30), 0..30);
    assert_eq!(told, [14, 7, 1]);
}

#[test]
fn who_looks_late_is_warned_once_and_not_three_times() {
    let (_, told) = warned(channel(), NOW.plus_hours(24 * 5), 0..1);
    assert_eq!(told, [7]);
}

#[test]
fn an_access_made_anew_is_warned_of_anew() {
    let (channel, told) = warned(channel(), NOW.plus_hours(24 * 20), 0..14);
    assert_eq!(told, [14, 7]);
    let (_, told) = warned(channel, NOW.plus_hours(24 * 80), 14..80);
    assert_eq!(told, [14, 7, 1]);
}

#[test]
fn an_access_that_broke_is_told_once_and_forgotten_when_it_holds_again() {
    let why = || Sentence::new("channel-cannot-unconnected");
    let (broken, warning) = noted(channel(), &Health::Broken { why: why() }, NOW);
    assert_eq!(warning, Some(Warning::Broken { why: why() }));
    let (broken, again) = noted(broken, &Health::Broken { why: why() }, NOW.plus_hours(24));
    assert_eq!((broken.broken_at, again), (Some(NOW), None));
    let (well, _) = noted(broken, &good(None), NOW.plus_hours(48));
    assert!(well.broken_at.is_none() && well.broken_why.is_empty());
}

#[test]
fn a_server_that_cannot_be_reached_says_nothing_about_the_access() {
    let (after, warning) = noted(channel(), &Health::Unknown, NOW);
    assert_eq!((after.checked_at, after.broken_at, warning), (None, None, None));
    let ends = Channel { expires_at: Some(NOW.plus_hours(1)), ..channel() };
    let (_, warning) = noted(ends, &Health::Unknown, NOW);
    assert!(warning.is_some(), "the end comes near all the same");
}
