use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::local::{parse_date, parse_time};

fn on_tuesday(zone: &TimeZone, lang: Lang) -> Local<'_> {
    Local::new(zone, lang, at(zone, "2026-11-24", "14:00"))
}

#[test]
fn a_time_is_a_local_time_with_a_weekday() {
    let zone = berlin();
    let (de, en) = (on_tuesday(&zone, Lang::De), on_tuesday(&zone, Lang::En));
    let thursday = at(&zone, "2026-12-03", "09:30");
    assert_eq!(de.full(thursday), "Do, 3. Dezember, 9:30 Uhr");
    assert_eq!(en.full(thursday), "Thu, 3 December, 9:30");
    assert_eq!(de.short(thursday), "Do, 3. Dez, 9:30 Uhr");
    assert_eq!(en.short(thursday), "Thu, 3 Dec, 9:30");
    assert_eq!(de.date_short(de.day(thursday)), "Do, 3. Dez");
    assert_eq!(de.date_long(de.day(thursday)), "Donnerstag, 3. Dezember 2026");
    assert_eq!(en.date_long(en.day(thursday)), "Thursday, 3 December 2026");
    assert_eq!(de.time(thursday), "9:30 Uhr");
    assert_eq!(de.weekday(de.day(thursday)), "Donnerstag");
    assert_eq!(en.month(en.day(thursday)), "December 2026");
}

#[test]
fn another_year_is_named() {
    let zone = berlin();
    let (de, en) = (on_tuesday(&zone, Lang::De), on_tuesday(&zone, Lang::En));
    let january = at(&zone, "2027-01-07", "15:00");
    assert_eq!(de.full(january), "Do, 7. Januar 2027, 15 Uhr");
    assert_eq!(en.full(january), "Thu, 7 January 2027, 15:00");
    assert_eq!(de.date_short(date(2025, 3, 1)), "Sa, 1. März 2025");
}

#[test]
fn near_times_are_said_as_one_would_say_them() {
    let zone = berlin();
    let (de, en) = (on_tuesday(&zone, Lang::De), on_tuesday(&zone, Lang::En));
    assert_eq!(de.near(at(&zone, "2026-11-24", "15:00")), "heute 15 Uhr");
    assert_eq!(de.told(at(&zone, "2026-11-24", "15:00")), "heute 15 Uhr");
    assert_eq!(de.told(at(&zone, "2026-11-26", "15:00")), "Do, 26. November, 15 Uhr");
    assert_eq!(de.near(at(&zone, "2026-11-24", "00:00")), "heute 0 Uhr");
    assert_eq!(de.near(at(&zone, "2026-11-23", "17:02")), "gestern 17:02");
    assert_eq!(de.near(at(&zone, "2026-11-25", "23:59")), "morgen 23:59");
    assert_eq!(de.near(at(&zone, "2026-11-26", "00:00")), "Do, 26. Nov, 0 Uhr");
    assert_eq!(en.near(at(&zone, "2026-11-23", "17:02")), "yesterday 17:02");
}

#[test]
fn weeks_and_spans_have_labels() {
    let zone = berlin();
    let de = on_tuesday(&zone, Lang::De);
    assert_eq!(de.week(date(2026, 11, 24)), "Woche 48");
    assert_eq!(de.week(date(2027, 1, 3)), "Woche 53");
    assert_eq!(de.week(date(2027, 1, 4)), "Woche 1 (2027)");
    assert_eq!(de.week_span(date(2026, 11, 24)), "23.–29. November");
    assert_eq!(de.week_span(date(2026, 12, 1)), "30. November – 6. Dezember");
    assert_eq!(de.week_span(date(2026, 12, 30)), "28. Dezember 2026 – 3. Januar 2027");
    assert_eq!(de.span(date(2027, 2, 1), date(2027, 2, 3)), "1.–3. Februar 2027");
    assert_eq!(de.span(date(2027, 2, 1), date(2027, 3, 3)), "1. Februar – 3. März 2027");
    assert_eq!(de.span(date(2026, 12, 3), date(2026, 12, 3)), "Do, 3. Dezember");
    assert_eq!(on_tuesday(&zone, Lang::En).week_span(date(2026, 11, 24)), "23–29 November");
}

#[test]
fn machines_get_the_offset_of_the_season() {
    let zone = berlin();
    let de = on_tuesday(&zone, Lang::De);
    assert_eq!(de.iso(at(&zone, "2026-12-03", "09:30")), "2026-12-03T09:30:00+01:00");
    assert_eq!(de.iso(at(&zone, "2026-07-03", "09:30")), "2026-07-03T09:30:00+02:00");
    let (lisbon, newfoundland) =
        (super::super::zone("UTC").unwrap(), super::super::zone("America/St_Johns").unwrap());
    assert!(Local::new(&lisbon, Lang::De, Instant(0)).iso(Instant(0)).ends_with("T00:00:00+00:00"));
    assert!(Local::new(&newfoundland, Lang::De, Instant(0)).iso(Instant(0)).ends_with("T20:30:00-03:30"));
}

#[test]
fn the_hour_left_out_in_spring_is_refused_with_the_reason() {
    let zone = berlin();
    let de = on_tuesday(&zone, Lang::De);
    let why = de.parse("2027-03-28", "02:30").expect_err("a time that does not exist");
    assert!(
        Lang::De.say(&why).starts_with("2:30 Uhr gibt es am So, 28. März 2027 nicht"),
        "{}",
        Lang::De.say(&why)
    );
    let before = de.parse("2027-03-28", "01:59").expect("still winter");
    let after = de.parse("2027-03-28", "03:00").expect("already summer");
    assert_eq!(after.millis() - before.millis(), 60_000);
}

#[test]
fn the_hour_that_comes_twice_in_autumn_means_the_first() {
    let zone = berlin();
    let de = on_tuesday(&zone, Lang::De);
    let twice = de.parse("2026-10-25", "02:30").expect("an existing time");
    assert_eq!(de.iso(twice), "2026-10-25T02:30:00+02:00");
    assert_eq!(de.iso(twice.plus_hours(1)), "2026-10-25T02:30:00+01:00");
}

#[test]
fn what_is_no_date_and_no_time_is_refused() {
    for text in [
        "",
        " ",
        "2026-02-29",
        "2026-13-01",
        "2026-1-1",
        "03.12.2026",
        "2026-12-03T10:00",
        "+002026-1",
        "0000-01-01",
    ] {
        assert!(parse_date(text).is_err(), "{text}");
    }
    for text in ["", "24:00", "12:60", "12", "9.30", "-1:00", "12:00:61", "12:00:00:00", "012:00", "１２:00"]
    {
        assert!(parse_time(text).is_err(), "{text}");
    }
    assert_eq!(parse_date(" 2028-02-29 "), Ok(date(2028, 2, 29)));
    assert_eq!(parse_time("9:05"), parse_time("09:05:00"));
}

proptest! {
    #[test]
    fn reading_a_form_gives_back_what_it_showed(day in any_day(), minutes in 0..1500i64) {
        let zone = berlin();
        let shown = Local::new(&zone, Lang::De, Instant(0)).start_of(day).plus_minutes(minutes);
        let local = Local::new(&zone, Lang::De, shown);
        let (day, time) = (local.form_date(shown), local.form_time(shown));
        let read = local.parse(&day, &time).expect("a time that was shown exists");
        prop_assert_eq!((local.form_date(read), local.form_time(read)), (day, time));
        // Only in the second of the two equal autumn hours is it another instant, the hour before.
        let is_second = local.civil(shown) == local.civil(shown.plus_hours(-1));
        let expected = if is_second { shown.plus_hours(-1) } else { shown };
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn a_local_time_is_read_as_itself_or_refused(day in any_day(), hour in any_hour(), minute in 0..60i8) {
        let zone = berlin();
        let local = Local::new(&zone, Lang::De, Instant(0));
        let (day, time) = (day.to_string(), format!("{hour:02}:{minute:02}"));
        match local.parse(&day, &time) {
            Ok(read) => prop_assert_eq!((local.form_date(read), local.form_time(read)), (day, time)),
            // The hour that the law has left out in spring.
            Err(why) => prop_assert_eq!((why.key, hour), ("calendar-time-left-out", 2)),
        }
    }

    #[test]
    fn the_hour_between_two_and_three_is_missing_or_double_on_a_clock_change(day in clock_change(), minute in 0..60i8) {
        let zone = berlin();
        let local = Local::new(&zone, Lang::De, Instant(0));
        let read = local.parse(&day.to_string(), &format!("02:{minute:02}"));
        match day.month() {
            3 => prop_assert_eq!(read.map_err(|why| why.key), Err("calendar-time-left-out")),
            _ => {
                let read = read.expect("a time that comes twice");
                prop_assert_eq!(local.civil(read), local.civil(read.plus_hours(1)));
                prop_assert!(local.civil(read) != local.civil(read.plus_hours(-1)));
            }
        }
    }

    #[test]
    fn a_day_begins_at_its_first_instant(day in any_day()) {
        let zone = berlin();
        let local = Local::new(&zone, Lang::De, Instant(0));
        let start = local.start_of(day);
        prop_assert_eq!(local.day(start), day);
        prop_assert_eq!(local.day(Instant(start.millis() - 1)), shifted(day, -1));
    }
}
