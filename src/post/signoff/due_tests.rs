use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

fn zone() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("the zone of the demo")
}

fn local(day: Date, hour: i8) -> Instant {
    Instant::from(&day.at(hour, 0, 0, 0).to_zoned_datetime(zone()).expect("a local time"))
}

fn never(_: Date) -> bool {
    false
}

#[test]
fn without_slots_the_next_working_morning_a_day_ahead_is_suggested() {
    // Thursday noon: Friday at ten is less than a day away, then comes the weekend.
    let now = local(date(2026, 10, 22), 12);
    assert_eq!(suggest(now, &zone(), [], &[], never), local(date(2026, 10, 26), 10));
}

#[test]
fn the_suggestion_keeps_the_local_hour_over_the_clock_change() {
    let now = local(date(2026, 10, 23), 10);
    let suggested = suggest(now, &zone(), [], &[], never);
    assert_eq!(suggested, local(date(2026, 10, 26), 10));
    assert_eq!(suggested.millis() - now.millis(), 73 * 3_600_000);
}

#[test]
fn holidays_and_taken_mornings_are_passed_over() {
    let now = local(date(2026, 4, 29), 8);
    let labour_day = |day: Date| day == date(2026, 5, 1);
    let taken = [local(date(2026, 4, 30), 10)];
    assert_eq!(suggest(now, &zone(), [], &taken, labour_day), local(date(2026, 5, 4), 10));
}

#[test]
fn a_free_slot_comes_before_the_usual_morning() {
    let now = local(date(2026, 6, 1), 9);
    let slots = [local(date(2026, 6, 2), 8), local(date(2026, 6, 5), 16), local(date(2026, 6, 12), 16)];
    let taken = [slots[1].plus_minutes(59)];
    assert_eq!(suggest(now, &zone(), slots, &taken, never), slots[2]);
}

#[test]
fn an_hour_apart_is_no_clash() {
    let at = local(date(2026, 6, 5), 16);
    let others = [at.plus_minutes(-60), at.plus_minutes(-59), at, at.plus_minutes(60)];
    assert_eq!(clashes(at, &others).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_friday_asks_for_monday() {
    let friday = local(date(2026, 3, 27), 15);
    assert_eq!(one_working_day_later(friday, &zone(), never), local(date(2026, 3, 30), 15));
}

#[test]
fn a_week_counts_by_local_days() {
    // Sunday 23:00 and Monday 0:00 local are an hour apart and in two weeks.
    let times = [local(date(2026, 11, 1), 23), local(date(2026, 11, 2), 0)];
    let thin = thin_weeks(&times, date(2026, 10, 28), 3, 2, &zone());
    let expected = [(date(2026, 10, 26), 1), (date(2026, 11, 2), 1), (date(2026, 11, 9), 0)];
    assert_eq!(thin, expected.map(|(monday, posts)| Week { monday, posts }));
    assert!(thin_weeks(&times, date(2026, 10, 28), 2, 1, &zone()).is_empty());
}

proptest! {
    /// Over two years with leap day and four clock changes.
    #[test]
    fn a_suggestion_is_a_day_ahead_free_and_on_a_working_morning(
        start in 0i64..(2 * 366 * 24 * 60), taken in proptest::collection::vec(0i64..400, 0..12),
    ) {
        let now = local(date(2027, 7, 1), 0).plus_minutes(start);
        let others: Vec<_> = taken.iter().map(|hours| now.plus_hours(*hours)).collect();
        let suggested = suggest(now, &zone(), [], &others, never);
        let at = suggested.zoned(&zone());
        prop_assert!(suggested >= now.plus_hours(24) && suggested <= now.plus_hours(24 * 30));
        prop_assert_eq!((at.hour(), at.minute()), (10, 0));
        prop_assert!(!matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday));
        prop_assert_eq!(clashes(suggested, &others).count(), 0);
    }
}
