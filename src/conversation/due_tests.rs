use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

const NOTHING: Holidays<'static> = Holidays { public: &|_| false, school: &|_| Some(false) };
const ADVENT: Holidays<'static> =
    Holidays { public: &|day| day == date(2026, 11, 27), school: &|_| Some(false) };

fn zone() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

fn at(day: Date, hour: i8, minute: i8) -> Instant {
    (&day.at(hour, minute, 0, 0).to_zoned_datetime(zone()).unwrap()).into()
}

fn hours(osm: &str) -> Hours {
    Hours::parse(osm).unwrap().unwrap()
}

// Thursday.
const DAY_1: Date = date(2026, 11, 26);

#[test]
fn a_house_without_hours_has_until_the_same_hour_of_the_next_weekday() {
    let due = due(at(DAY_1, 11, 0), 1, None, &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2026, 11, 27), 11, 0));
    assert_eq!(due.half_at, at(DAY_1, 15, 0));
}

#[test]
fn what_comes_on_friday_evening_is_due_at_the_end_of_monday() {
    let due = due(at(date(2026, 11, 27), 20, 0), 1, None, &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2026, 11, 30), 17, 0));
    assert_eq!(due.half_at, at(date(2026, 11, 30), 13, 0));
}

#[test]
fn a_public_holiday_is_no_working_day() {
    let due = due(at(DAY_1, 11, 0), 1, None, &zone(), &ADVENT);
    assert_eq!(due.at, at(date(2026, 11, 30), 11, 0));
}

#[test]
fn a_house_works_when_it_is_open() {
    let own = hours("Tu,Th 15:00-18:00");
    // A third of its Thursday is over: so may be a third of its next day, the Tuesday.
    let due = due(at(DAY_1, 16, 0), 1, Some(&own), &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2026, 12, 1), 16, 0));
}

#[test]
fn special_days_of_a_house_count() {
    let own = hours("Mo-Fr 09:00-17:00; 2026 Nov 27 off \"Inventur\"");
    let due = due(at(DAY_1, 13, 0), 1, Some(&own), &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2026, 11, 30), 13, 0));
}

#[test]
fn a_house_that_rebuilds_answers_within_a_week_of_office_days() {
    let own = hours("Mo-Fr 09:00-17:00; 2026 Nov 20-2027 Mar 31 off");
    let due = due(at(DAY_1, 11, 0), 1, Some(&own), &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2026, 12, 3), 11, 0));
}

#[test]
fn the_hour_that_the_clock_change_takes_is_no_working_time() {
    // 28 March 2027: the night between Saturday and Sunday.
    let own = hours("Mo-Su 00:00-24:00");
    let due = due(at(date(2027, 3, 27), 12, 0), 1, Some(&own), &zone(), &NOTHING);
    assert_eq!(due.at, at(date(2027, 3, 28), 12, 30));
}

fn any_hours() -> impl Strategy<Value = Option<Hours>> {
    prop_oneof![
        Just(None),
        Just(Some(hours("Mo-Fr 10:00-18:00"))),
        Just(Some(hours("Tu 15:00-18:00"))),
        Just(Some(hours("Mo,We 09:00-12:00,14:00-18:30; Sa 10:00-13:00; PH off"))),
        Just(Some(hours("Fr 20:00-02:00"))),
        Just(Some(hours("Mo-Su off"))),
    ]
}

proptest! {
    #[test]
    fn it_is_never_due_before_it_came_and_half_its_time_ends_before_all_of_it(
        minutes in 0_i64..600_000, days in 1_i64..5, own in any_hours()
    ) {
        let from = at(DAY_1, 0, 0).plus_minutes(minutes);
        let due = due(from, days, own.as_ref(), &zone(), &ADVENT);
        prop_assert!(from < due.at);
        prop_assert!(from <= due.half_at && due.half_at <= due.at);
    }

    #[test]
    fn what_comes_later_is_due_no_earlier(
        minutes in 0_i64..600_000, more in 0_i64..20_000, days in 1_i64..5, own in any_hours()
    ) {
        let from = at(DAY_1, 0, 0).plus_minutes(minutes);
        let first = due(from, days, own.as_ref(), &zone(), &ADVENT);
        let second = due(from.plus_minutes(more), days, own.as_ref(), &zone(), &ADVENT);
        prop_assert!(first.at <= second.at);
    }

    #[test]
    fn it_is_due_while_somebody_is_there(minutes in 0_i64..600_000, own in any_hours()) {
        let from = at(DAY_1, 0, 0).plus_minutes(minutes);
        let due = due(from, 1, own.as_ref(), &zone(), &NOTHING);
        let date = due.at.zoned(&zone()).date();
        let mut stretches = office_day(date, &zone(), &NOTHING);
        if let Some(hours) = &own {
            stretches.extend(house_day(date, hours, &zone(), &NOTHING));
            stretches.extend(house_day(date.yesterday().unwrap(), hours, &zone(), &NOTHING));
        }
        prop_assert!(stretches.iter().any(|it| it.0 <= due.at && due.at <= it.1));
    }
}
