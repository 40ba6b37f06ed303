use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::{
    grid::{Day, days, month, weeks},
    holiday::Holiday,
    school::{SchoolDay, Vacation},
};

#[test]
fn december_2026_ends_in_week_53_which_belongs_to_2026() {
    let weeks = month(date(2026, 12, 24), date(2026, 11, 24), NRW);
    let numbers: Vec<_> = weeks.iter().map(|week| (week.year, week.number)).collect();
    assert_eq!(numbers, [(2026, 49), (2026, 50), (2026, 51), (2026, 52), (2026, 53)]);
    assert_eq!(weeks[4].last(), date(2027, 1, 3));
}

#[test]
fn the_days_of_a_week_know_what_is_special_about_them() {
    let week = &weeks(date(2026, 12, 24), 1, date(2026, 12, 23), NRW)[0];
    assert_eq!(week.first(), date(2026, 12, 21));
    assert_eq!(week.days[1].school, SchoolDay::Term);
    assert!(week.days[2].is_today);
    assert_eq!(week.days[2].school, SchoolDay::Vacation(Vacation::Christmas));
    assert_eq!(week.days[4].holiday, Some(Holiday::ChristmasDay));
    assert_eq!(
        week.days.iter().map(Day::is_weekend).collect::<Vec<_>>(),
        [false, false, false, false, false, true, true]
    );
    let april = month(date(2026, 4, 1), date(2026, 4, 1), NRW);
    let book = april.iter().flat_map(|week| &week.days).find(|day| day.date == date(2026, 4, 23));
    assert!(
        book.is_some_and(|day| day.awareness.iter().any(|awareness| awareness.key == "calendar-day-book"))
    );
}

#[test]
fn february_without_a_leap_day_can_be_four_weeks() {
    assert_eq!(month(date(2027, 2, 10), date(2027, 2, 10), NRW).len(), 4);
    assert_eq!(month(date(2028, 2, 29), date(2028, 2, 29), NRW).len(), 5);
}

fn flat(weeks: &[crate::calendar::grid::Week]) -> Vec<Day> {
    weeks.iter().flat_map(|week| week.days.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_month_shows_each_of_its_days_once_and_whole_weeks(day in any_day()) {
        let weeks = month(day, day, NRW);
        prop_assert!((4..=6).contains(&weeks.len()));
        let days = flat(&weeks);
        prop_assert_eq!(days.len(), weeks.len() * 7);
        prop_assert!(days.windows(2).all(|pair| shifted(pair[0].date, 1) == pair[1].date));
        let inside: Vec<_> = days.iter().filter(|day| day.is_inside).map(|day| day.date).collect();
        prop_assert_eq!(inside.first(), Some(&day.first_of_month()));
        prop_assert_eq!(inside.last(), Some(&day.last_of_month()));
        prop_assert_eq!(inside.len(), usize::try_from(day.days_in_month()).unwrap());
        let todays: Vec<_> = days.iter().filter(|day| day.is_today).map(|day| day.date).collect();
        prop_assert_eq!(todays, [day]);
    }

    #[test]
    fn a_week_is_numbered_by_its_thursday(day in any_day(), count in 1u16..6) {
        for week in weeks(day, count, day, NRW) {
            let thursday = shifted(week.first(), 3);
            prop_assert_eq!(week.year, thursday.year());
            prop_assert_eq!(i16::from(week.number), (thursday.day_of_year() - 1) / 7 + 1);
        }
    }

    #[test]
    fn a_list_has_the_same_days_as_the_weeks(day in any_day()) {
        let weeks = weeks(day, 2, day, NRW);
        prop_assert_eq!(flat(&weeks), days(weeks[0].first(), 14, day, NRW));
    }
}
