//! What the calendar promises.
mod awareness;
mod grid;
mod holidays;
mod local;
mod slots;

use jiff::{
    civil::{Date, Weekday, date},
    tz::TimeZone,
};
use proptest::prelude::*;

use super::{Region, local::Local, shifted};
use crate::base::{clock::Instant, text::Lang};

const NRW: Region = Region::NorthRhineWestphalia;

fn berlin() -> TimeZone {
    super::zone("Europe/Berlin").expect("the zone of Berlin")
}

fn at(zone: &TimeZone, date: &str, time: &str) -> Instant {
    Local::new(zone, Lang::De, Instant(0)).parse(date, time).expect("an existing local time")
}

/// A day from 1990 to about 2100; the days on which calendars go wrong come often.
fn any_day() -> impl Strategy<Value = Date> {
    let leap = (498i16..525, -1..=1).prop_map(|(four, days)| shifted(date(four * 4, 2, 29), days));
    let year_end = (1990i16..2100, -7..=7).prop_map(|(year, days)| shifted(date(year, 12, 31), days));
    let any = (0..40_000i32).prop_map(|days| shifted(date(1990, 1, 1), days));
    prop_oneof![4 => any, 2 => clock_change(), 1 => leap, 1 => year_end]
}

/// A last Sunday of March or October since the clocks change on both of them.
fn clock_change() -> impl Strategy<Value = Date> {
    (1996i16..2038, prop_oneof![Just(3i8), Just(10i8)]).prop_map(|(year, month)| {
        date(year, month, 1).nth_weekday_of_month(-1, Weekday::Sunday).expect("a last Sunday")
    })
}

/// An hour; those around a clock change come often.
fn any_hour() -> impl Strategy<Value = i8> {
    prop_oneof![0i8..24, 1i8..4]
}

#[test]
fn a_region_is_found_by_its_code_and_no_other() {
    assert_eq!(Region::from_code("DE-NW"), Some(NRW));
    assert_eq!(Region::from_code(NRW.code()), Some(NRW));
    assert_eq!(Region::from_code("DE-BY"), None);
}

#[test]
fn an_unknown_zone_is_refused_in_words() {
    let why = super::zone("Europe/Raesfeld").expect_err("no such zone");
    assert!(Lang::De.say(&why).contains("Europe/Raesfeld"));
}

proptest! {
    #[test]
    fn a_week_begins_on_the_monday_before(day in any_day()) {
        let monday = super::monday(day);
        prop_assert_eq!(monday.weekday(), Weekday::Monday);
        prop_assert!(monday <= day && day < shifted(monday, 7));
    }
}
