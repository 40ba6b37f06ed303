use jiff::civil::{Time, Weekday, date, time};
use proptest::prelude::*;

use super::*;
use crate::calendar::{
    holiday::holiday,
    school::school_day,
    slot::{Rhythm, Skip, Slot},
};

fn friday_ten() -> Slot {
    Slot::weekly(Weekday::Friday, time(10, 0, 0, 0))
}

fn monthly(nth: i8) -> Slot {
    Slot { rhythm: Rhythm::Monthly { on: Weekday::Saturday, nth }, ..friday_ten() }
}

fn every_weeks(every: u8) -> Slot {
    Slot { rhythm: Rhythm::Weeks { on: Weekday::Friday, every, since: date(2026, 11, 27) }, ..friday_ten() }
}

fn days(slot: &Slot, from: &str, count: usize) -> Vec<String> {
    let zone = berlin();
    slot.after(at(&zone, from, "00:00"), &zone).take(count).map(|(day, _)| day.to_string()).collect()
}

#[test]
fn a_slot_says_what_it_is() {
    let both = friday_ten().except(Skip::Holiday).except(Skip::Vacation);
    let half_past = Slot { at: time(9, 30, 0, 0), ..every_weeks(3) };
    for (slot, de, en) in [
        (friday_ten(), "jeden Freitag um 10 Uhr", "every Friday at 10:00"),
        (
            friday_ten().except(Skip::Holiday),
            "jeden Freitag um 10 Uhr, außer an Feiertagen",
            "every Friday at 10:00, except on public holidays",
        ),
        (
            both,
            "jeden Freitag um 10 Uhr, außer an Feiertagen und in den Schulferien",
            "every Friday at 10:00, except on public holidays and in the school holidays",
        ),
        (half_past, "alle 3 Wochen am Freitag um 9:30 Uhr", "every 3 weeks on Friday at 9:30"),
        (every_weeks(2), "alle zwei Wochen am Freitag um 10 Uhr", "every two weeks on Friday at 10:00"),
        (monthly(1), "jeden ersten Samstag im Monat um 10 Uhr", "every first Saturday of the month at 10:00"),
        (
            monthly(-1),
            "jeden letzten Samstag im Monat um 10 Uhr",
            "every last Saturday of the month at 10:00",
        ),
    ] {
        assert_eq!(Lang::De.say(&slot.sentence()), de);
        assert_eq!(Lang::En.say(&slot.sentence()), en);
    }
}

#[test]
fn the_kept_form_stays_readable() {
    let slot = friday_ten().except(Skip::Holiday);
    let text = r#"{"at":"10:00","rhythm":{"weekly":{"on":5}},"except":["holiday"],"region":"DE-NW"}"#;
    assert_eq!(slot.to_text(), text);
    assert_eq!(Slot::from_text(text), Ok(slot));
    let text =
        r#"{"at":"10:00","rhythm":{"weeks":{"on":5,"every":2,"since":"2026-11-27"}},"region":"DE-NW"}"#;
    assert_eq!(every_weeks(2).to_text(), text);
    let text = r#"{"at":"10:00","rhythm":{"monthly":{"on":6,"nth":-1}},"region":"DE-NW"}"#;
    assert_eq!(Slot::from_text(text), Ok(monthly(-1)));
}

#[test]
fn a_rule_that_makes_no_sense_is_refused() {
    assert!(every_weeks(1).checked().is_err() && every_weeks(0).checked().is_err());
    assert!(monthly(0).checked().is_err() && monthly(5).checked().is_err());
    for text in
        ["", "{}", "null", r#"{"at":"25:00","rhythm":{"weekly":{"on":5}}}"#, &every_weeks(0).to_text()]
    {
        assert!(Slot::from_text(text).is_err(), "{text}");
    }
}

#[test]
fn a_holiday_is_left_out_and_not_made_up_for() {
    let slot = friday_ten().except(Skip::Holiday);
    // 25 December 2026 and 1 January 2027 are Fridays.
    assert_eq!(days(&slot, "2026-12-15", 3), ["2026-12-18", "2027-01-08", "2027-01-15"]);
    assert_eq!(days(&friday_ten(), "2026-12-15", 3), ["2026-12-18", "2026-12-25", "2027-01-01"]);
    assert!(
        !slot.is_on(date(2026, 12, 25)) && slot.is_on(date(2026, 12, 18)) && !slot.is_on(date(2026, 12, 17))
    );
}

#[test]
fn school_holidays_are_left_out_as_far_as_they_are_known() {
    let slot = friday_ten().except(Skip::Vacation);
    assert_eq!(days(&slot, "2026-10-12", 3), ["2026-10-16", "2026-11-06", "2026-11-13"]);
    assert!(slot.is_certain(date(2026, 10, 16)) && !slot.is_certain(date(2031, 7, 4)));
    assert!(slot.is_on(date(2031, 7, 4)) && friday_ten().is_certain(date(2031, 7, 4)));
}

#[test]
fn every_second_week_counts_from_its_first() {
    assert_eq!(days(&every_weeks(2), "2026-01-01", 3), ["2026-11-27", "2026-12-11", "2026-12-25"]);
    assert_eq!(days(&every_weeks(2), "2026-12-12", 2), ["2026-12-25", "2027-01-08"]);
}

#[test]
fn a_day_of_the_month_is_found_over_the_end_of_the_year() {
    assert_eq!(days(&monthly(1), "2026-12-05", 3), ["2026-12-05", "2027-01-02", "2027-02-06"]);
    assert_eq!(days(&monthly(-1), "2026-12-27", 3), ["2027-01-30", "2027-02-27", "2027-03-27"]);
}

#[test]
fn the_next_time_is_after_the_given_one_and_never_the_same() {
    let zone = berlin();
    let slot = friday_ten();
    let ten = at(&zone, "2026-11-27", "10:00");
    assert_eq!(slot.next_after(Instant(ten.millis() - 1), &zone), Some((date(2026, 11, 27), ten)));
    assert_eq!(slot.next_after(ten, &zone), Some((date(2026, 12, 4), at(&zone, "2026-12-04", "10:00"))));
}

#[test]
fn a_clock_change_keeps_the_local_hour() {
    let zone = berlin();
    let sunday = Slot::weekly(Weekday::Sunday, time(10, 0, 0, 0));
    let hours = |from: &str| {
        let times: Vec<_> = sunday.after(at(&zone, from, "12:00"), &zone).take(2).map(|(_, at)| at).collect();
        (times[1].millis() - times[0].millis()) / 3_600_000
    };
    assert_eq!(hours("2027-03-20"), 7 * 24 - 1);
    assert_eq!(hours("2026-10-17"), 7 * 24 + 1);
}

#[test]
fn in_the_hour_left_out_a_slot_is_later_and_in_the_double_hour_it_is_the_first() {
    let zone = berlin();
    let local = Local::new(&zone, Lang::De, Instant(0));
    let night = Slot::weekly(Weekday::Sunday, time(2, 30, 0, 0));
    let next = |from: &str| night.next_after(at(&zone, from, "12:00"), &zone).expect("a Sunday").1;
    assert_eq!(local.iso(next("2027-03-27")), "2027-03-28T03:30:00+02:00");
    assert_eq!(local.iso(next("2026-10-24")), "2026-10-25T02:30:00+02:00");
}

fn any_slot() -> impl Strategy<Value = Slot> {
    let weekday = prop_oneof![1i8..=7, Just(7i8)].prop_map(|n| Weekday::from_monday_one_offset(n).unwrap());
    let rhythm = (weekday, 0..3, 2u8..=52, any_day(), prop_oneof![1i8..=4, Just(-1i8)]).prop_map(
        |(on, which, every, since, nth)| match which {
            0 => Rhythm::Weekly { on },
            1 => Rhythm::Weeks { on, every, since },
            _ => Rhythm::Monthly { on, nth },
        },
    );
    let except = prop::sample::subsequence(vec![Skip::Holiday, Skip::Vacation], 0..=2);
    (rhythm, any_hour(), 0i8..60, except).prop_map(|(rhythm, hour, minute, except)| Slot {
        at: Time::constant(hour, minute, 0, 0),
        rhythm,
        except,
        region: NRW,
    })
}

fn weekday_of(slot: &Slot) -> Weekday {
    match slot.rhythm {
        Rhythm::Weekly { on } | Rhythm::Weeks { on, .. } | Rhythm::Monthly { on, .. } => on,
    }
}

proptest! {
    #[test]
    fn what_is_kept_is_read_as_the_same_rule(slot in any_slot()) {
        prop_assert_eq!(Slot::from_text(&slot.to_text()), Ok(slot));
    }

    #[test]
    fn every_time_of_ten_years_keeps_its_local_hour_and_weekday(slot in any_slot(), from in any_day()) {
        let zone = berlin();
        let local = Local::new(&zone, Lang::De, Instant(0));
        let (start, end) = (local.start_of(from), shifted(from, 3653));
        let mut last = start;
        for (day, at) in slot.after(start, &zone).take_while(|(day, _)| *day < end) {
            prop_assert!(at > last);
            last = at;
            prop_assert_eq!(day.weekday(), weekday_of(&slot));
            prop_assert!(slot.is_on(day));
            let civil = local.civil(at);
            if civil.time() != slot.at {
                // The one hour a year that does not exist: one hour later on the same day.
                prop_assert!(local.parse(&day.to_string(), &slot.at.strftime("%H:%M").to_string()).is_err());
                prop_assert_eq!(civil.hour(), slot.at.hour() + 1);
                prop_assert_eq!(civil.minute(), slot.at.minute());
            }
            prop_assert_eq!(civil.date(), day);
        }
    }

    #[test]
    fn nothing_takes_place_on_a_day_left_out(slot in any_slot(), from in any_day()) {
        let zone = berlin();
        let start = Local::new(&zone, Lang::De, Instant(0)).start_of(from);
        for (day, _) in slot.after(start, &zone).take(100) {
            prop_assert!(!slot.except.contains(&Skip::Holiday) || holiday(NRW, day).is_none());
            prop_assert!(!slot.except.contains(&Skip::Vacation) || !school_day(NRW, day).is_vacation());
        }
    }

    #[test]
    fn no_time_is_passed_over(slot in any_slot(), from in any_day()) {
        let zone = berlin();
        let start = Local::new(&zone, Lang::De, Instant(0)).start_of(from);
        let (next, _) = slot.next_after(Instant(start.millis() - 1), &zone).expect("a next time");
        let mut day = from;
        while day < next {
            prop_assert!(!slot.is_on(day), "{day} was passed over");
            day = shifted(day, 1);
        }
    }
}
