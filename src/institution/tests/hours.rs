use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::*;
use crate::base::text::Lang;
use crate::institution::hours_today::{Today, schema_org, week};

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("the zone")
}

fn at(year: i16, month: i8, day: i8, hour: u16, minute: u16) -> Instant {
    instant(date(year, month, day), hour * 60 + minute, &berlin()).expect("a time")
}

fn christmas(day: Date) -> bool {
    day.month() == 12 && matches!(day.day(), 25 | 26)
}

/// Known until the end of 2026, with the Christmas holidays from 23 December.
fn terms(day: Date) -> Option<bool> {
    (day.year() <= 2026).then(|| day.month() == 12 && day.day() >= 23)
}

const NRW: Holidays = Holidays { public: &christmas, school: &terms };

fn said(osm: &str, now: Instant) -> (String, Option<Instant>) {
    let hours = Hours::parse(osm).expect("hours");
    let (today, changes_at) = Today::at(hours.as_ref(), now, &berlin(), &NRW);
    assert!(!Lang::En.say(&today.sentence()).contains("institution-"));
    (Lang::De.say(&today.sentence()), changes_at)
}

const HOUSE: &str = "Tu,Th 15:00-19:00; We 09:00-12:00,14:30-18:00; PH off";

#[test]
fn a_house_says_what_a_visitor_wants_to_know() {
    // 24 November 2026 is a Tuesday.
    for (now, words, changes_at) in [
        (at(2026, 11, 24, 9, 0), "heute 15 bis 19 Uhr", at(2026, 11, 24, 15, 0)),
        (at(2026, 11, 24, 15, 0), "heute bis 19 Uhr", at(2026, 11, 24, 19, 0)),
        (at(2026, 11, 24, 19, 0), "jetzt geschlossen, wieder morgen 9 Uhr", at(2026, 11, 25, 0, 0)),
        (at(2026, 11, 25, 8, 0), "heute 9–12, 14:30–18 Uhr", at(2026, 11, 25, 9, 0)),
        (at(2026, 11, 25, 9, 0), "heute bis 12 Uhr und wieder 14:30–18 Uhr", at(2026, 11, 25, 12, 0)),
        (at(2026, 11, 25, 13, 0), "heute 14:30 bis 18 Uhr", at(2026, 11, 25, 14, 30)),
        (at(2026, 11, 28, 13, 0), "heute geschlossen, wieder Di 15 Uhr", at(2026, 11, 29, 0, 0)),
    ] {
        assert_eq!(said(HOUSE, now), (words.to_owned(), Some(changes_at)));
    }
}

#[test]
fn an_opening_a_week_away_is_told_with_its_date() {
    let osm = format!("{HOUSE}; 2026 Nov 24-2026 Dec 02 off \"Umbau\"");
    assert_eq!(said(&osm, at(2026, 11, 24, 9, 0)).0, "heute geschlossen, wieder Do, 3. Dezember, 15 Uhr");
}

#[test]
fn unknown_hours_are_never_told_as_closed() {
    assert_eq!(said("", at(2026, 11, 24, 9, 0)), ("Öffnungszeiten unbekannt".to_owned(), None));
    assert_eq!(said("\"nach Vereinbarung\"", at(2026, 11, 24, 9, 0)).0, "geöffnet: nach Vereinbarung");
}

#[test]
fn a_house_closed_for_good_says_no_day() {
    assert_eq!(said("24/7 off", at(2026, 11, 24, 9, 0)).0, "heute geschlossen");
}

#[test]
fn public_holidays_and_exceptions_come_before_the_week() {
    let osm = "Mo-Su 10:00-12:00; PH off; 2026 Dec 24 10:00-11:00 \"Heiligabend\"";
    let hours = Hours::parse(osm).unwrap().unwrap();
    let day = |day| hours.day(date(2026, 12, day), &NRW);
    assert_eq!(day(24).spans, [Span { from: 600, to: 660 }]);
    assert_eq!(day(24).note.as_deref(), Some("Heiligabend"));
    assert_eq!(day(25).spans, []);
    assert_eq!(day(27).spans, [Span { from: 600, to: 720 }]);
}

#[test]
fn hours_of_school_holidays_hold_on_their_weekdays_only() {
    let hours = Hours::parse("Mo-Fr 09:00-18:00; SH off; SH Th 10:00-12:00").unwrap().unwrap();
    let spans = |month, day| hours.day(date(2026, month, day), &NRW).spans;
    assert_eq!(spans(11, 26), [Span { from: 540, to: 1080 }], "a Thursday in term");
    assert_eq!(spans(12, 31), [Span { from: 600, to: 720 }], "a Thursday in the holidays");
    assert_eq!(spans(12, 30), [], "a Wednesday in the holidays");
}

#[test]
fn school_holidays_nobody_knows_make_a_day_uncertain_and_only_where_they_matter() {
    let hours = Hours::parse("Mo-Fr 09:00-18:00; SH off").unwrap().unwrap();
    assert!(!hours.day(date(2027, 1, 4), &NRW).certain);
    assert!(hours.day(date(2027, 1, 3), &NRW).certain, "a Sunday is closed in any case");
    let (words, _) = said("Mo-Fr 09:00-18:00; SH off", at(2027, 1, 4, 10, 0));
    assert_eq!(words, "heute unsicher, bitte fragen Sie nach");
    assert!(Hours::parse(HOUSE).unwrap().unwrap().day(date(2027, 1, 5), &NRW).certain);
}

#[test]
fn an_evening_runs_on_past_midnight() {
    let osm = "Fr 19:00-01:00";
    assert_eq!(said(osm, at(2026, 11, 27, 20, 0)), ("heute bis 1 Uhr".into(), Some(at(2026, 11, 28, 1, 0))));
    assert_eq!(said(osm, at(2026, 11, 28, 0, 30)), ("heute bis 1 Uhr".into(), Some(at(2026, 11, 28, 1, 0))));
    assert_eq!(said("24/7", at(2026, 11, 28, 0, 30)).0, "rund um die Uhr geöffnet");
}

#[test]
fn both_clock_changes_keep_the_local_hour() {
    for (month, day) in [(3, 29), (10, 25)] {
        let (words, changes_at) = said("Su 01:00-04:00", at(2026, month, day, 1, 30));
        assert_eq!(words, "heute bis 4 Uhr");
        assert_eq!(changes_at, Some(at(2026, month, day, 4, 0)));
    }
    let night = said("Su 01:00-04:00", at(2026, 10, 25, 1, 0)).1.unwrap().millis();
    assert_eq!(
        night - at(2026, 10, 25, 1, 0).millis(),
        4 * 3_600_000,
        "the hour that comes twice counts twice"
    );
}

#[test]
fn the_week_runs_from_monday_to_sunday_and_knows_its_holidays() {
    let hours = Hours::parse(HOUSE).unwrap().unwrap();
    let rows = week(&hours, date(2026, 12, 26), &NRW);
    let words: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", Lang::De.say(&row.weekday), Lang::De.say(&row.hours)))
        .collect();
    assert_eq!(rows[0].day.date, date(2026, 12, 21));
    assert_eq!(words[1], "Dienstag 15–19 Uhr");
    assert_eq!(words[2], "Mittwoch 9–12, 14:30–18 Uhr");
    assert_eq!(words[6], "Sonntag geschlossen");
    assert!(rows[4].public_holiday && !rows[6].public_holiday);
}

#[test]
fn machines_are_told_fourteen_days_and_a_closed_day_has_no_opening() {
    let hours = Hours::parse(HOUSE).unwrap().unwrap();
    let entries = schema_org(&hours, date(2026, 12, 15), &NRW);
    let entries = entries.as_array().unwrap();
    let of = |date: &str| entries.iter().filter(|entry| entry["validFrom"] == date).collect::<Vec<_>>();
    assert_eq!(of("2026-12-16").len(), 2);
    assert_eq!(of("2026-12-16")[1]["opens"], "14:30");
    assert_eq!(of("2026-12-16")[0]["dayOfWeek"], "https://schema.org/Wednesday");
    assert!(of("2026-12-25")[0].get("opens").is_none());
    assert!(!of("2026-12-28").is_empty() && of("2026-12-29").is_empty());
}

#[test]
fn what_is_no_osm_text_is_refused() {
    for osm in ["Mo-Fr 9 bis 12", "täglich", "Mo 09:00-12:00; ??"] {
        assert_eq!(Hours::parse(osm).map(|_| ()).unwrap_err().key, "institution-hours-osm", "{osm}");
    }
}

proptest::proptest! {
    #[test]
    fn the_sentence_stays_the_same_until_the_instant_it_names(minutes in 0_i64..60 * 24 * 400) {
        let now = at(2026, 1, 1, 0, 0).plus_minutes(minutes);
        let (words, changes_at) = said(HOUSE, now);
        let changes_at = changes_at.expect("hours are known");
        proptest::prop_assert!(changes_at > now);
        let last = Instant(changes_at.millis() - 1);
        proptest::prop_assert_eq!(said(HOUSE, last).0, words);
    }
}
