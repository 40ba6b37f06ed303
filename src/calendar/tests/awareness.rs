use std::collections::HashSet;

use jiff::civil::date;

use super::*;
use crate::calendar::awareness::{Awareness, Kind, on, year};

fn found(day: Date, key: &str) -> Option<Awareness> {
    on(day).into_iter().find(|awareness| awareness.key == key)
}

#[test]
fn the_days_of_2026_fall_where_they_are_announced() {
    for (day, key) in [
        (date(2026, 1, 27), "calendar-day-holocaust-remembrance"),
        (date(2026, 2, 10), "calendar-day-safer-internet"),
        (date(2026, 2, 16), "calendar-day-rose-monday"),
        (date(2026, 3, 7), "calendar-day-archives"),
        (date(2026, 3, 8), "calendar-day-archives"),
        (date(2026, 3, 21), "calendar-day-poetry"),
        (date(2026, 4, 8), "calendar-day-provenance"),
        (date(2026, 4, 23), "calendar-day-book"),
        (date(2026, 5, 17), "calendar-day-museum"),
        (date(2026, 6, 26), "calendar-day-digital"),
        (date(2026, 9, 13), "calendar-day-open-monument"),
        (date(2026, 10, 24), "calendar-day-libraries"),
        (date(2026, 11, 9), "calendar-day-pogrom-1938"),
        (date(2026, 11, 15), "calendar-day-national-mourning"),
        (date(2026, 11, 20), "calendar-day-reading-aloud"),
        (date(2026, 11, 22), "calendar-day-sunday-of-the-dead"),
        (date(2026, 11, 29), "calendar-day-advent"),
    ] {
        let awareness = found(day, key).unwrap_or_else(|| panic!("{key} is not on {day}"));
        assert!(!awareness.is_expected, "{key}");
    }
}

#[test]
fn archives_day_comes_every_second_year_only() {
    assert!(year(2027).iter().all(|(_, awareness)| awareness.key != "calendar-day-archives"));
    assert!(found(date(2028, 3, 4), "calendar-day-archives").is_some_and(|awareness| awareness.is_expected));
}

#[test]
fn a_day_not_announced_yet_is_only_expected() {
    let museum = found(date(2027, 5, 16), "calendar-day-museum").expect("a Sunday near 18 May");
    assert!(museum.is_expected);
    assert_eq!(museum.name(Lang::De), "Internationaler Museumstag (voraussichtlich)");
    // Without a rule nothing is guessed.
    assert!(year(2028).iter().all(|(_, awareness)| awareness.key != "calendar-day-digital"));
}

#[test]
fn the_day_of_play_moved_from_may_to_june_in_2025() {
    let played = |day: Date| on(day).iter().any(|awareness| awareness.name(Lang::De) == "Weltspieltag");
    assert!(played(date(2024, 5, 28)) && !played(date(2024, 6, 11)));
    assert!(!played(date(2025, 5, 28)) && played(date(2025, 6, 11)));
}

#[test]
fn every_awareness_day_is_named_in_both_languages() {
    let days: Vec<_> = (2024..=2026).flat_map(year).map(|(_, awareness)| awareness).collect();
    let keys: HashSet<_> = days.iter().map(|awareness| awareness.key).collect();
    assert!(keys.len() >= 60, "{}", keys.len());
    for lang in Lang::ALL {
        for key in &keys {
            assert!(lang.has(key), "{key} in {}", lang.code());
        }
        for kind in [Kind::Memorial, Kind::Professional, Kind::Fun] {
            assert!(lang.has(kind.sentence().key));
        }
    }
}

#[test]
fn no_day_comes_twice_in_a_year() {
    for y in 2020..2032 {
        let days = year(y);
        let keys: HashSet<_> = days.iter().map(|(_, awareness)| awareness.key).collect();
        assert_eq!(keys.len(), days.len(), "{y}");
        assert!(days.iter().all(|(day, awareness)| on(*day).contains(awareness)));
    }
}
