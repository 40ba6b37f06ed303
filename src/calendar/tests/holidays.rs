use std::collections::HashSet;

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::calendar::{
    holiday::{Holiday, easter, holiday, holidays},
    school::{SchoolDay, Vacation, published, school_day},
};

#[test]
fn easter_falls_where_the_church_calendar_has_it() {
    for (year, month, day) in [
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
    ] {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn the_eleven_holidays_of_2026_are_on_their_days() {
    let days: Vec<_> =
        holidays(NRW, 2026).into_iter().map(|(day, holiday)| (day.to_string(), holiday)).collect();
    let expected = [
        ("2026-01-01", Holiday::NewYear),
        ("2026-04-03", Holiday::GoodFriday),
        ("2026-04-06", Holiday::EasterMonday),
        ("2026-05-01", Holiday::LabourDay),
        ("2026-05-14", Holiday::Ascension),
        ("2026-05-25", Holiday::WhitMonday),
        ("2026-06-04", Holiday::CorpusChristi),
        ("2026-10-03", Holiday::GermanUnity),
        ("2026-11-01", Holiday::AllSaints),
        ("2026-12-25", Holiday::ChristmasDay),
        ("2026-12-26", Holiday::SecondChristmasDay),
    ];
    assert_eq!(days, expected.map(|(day, holiday)| (day.to_owned(), holiday)));
}

#[test]
fn reformation_day_was_a_holiday_in_2017_and_never_else() {
    assert_eq!(holiday(NRW, date(2017, 10, 31)), Some(Holiday::Reformation));
    for year in (1995..2100).filter(|year| *year != 2017) {
        assert_eq!(holiday(NRW, date(year, 10, 31)), None, "{year}");
        assert_eq!(holidays(NRW, year).len(), 11, "{year}");
    }
}

#[test]
fn holidays_of_other_states_and_easter_sunday_are_none_here() {
    for day in [date(2026, 1, 6), date(2026, 8, 15), date(2026, 4, 5), date(2026, 11, 18), date(2026, 12, 24)]
    {
        assert_eq!(holiday(NRW, day), None, "{day}");
    }
}

#[test]
fn every_holiday_has_a_name_of_its_own_in_both_languages() {
    for lang in Lang::ALL {
        let names: HashSet<_> = holidays(NRW, 2017).iter().map(|(_, holiday)| holiday.name(lang)).collect();
        assert_eq!(names.len(), 12);
        assert!(names.iter().all(|name| !name.starts_with("calendar-")), "{names:?}");
    }
    assert_eq!(Holiday::CorpusChristi.name(Lang::De), "Fronleichnam");
    assert_eq!(Holiday::AllSaints.name(Lang::En), "All Saints’ Day");
}

#[test]
fn christmas_holidays_cross_the_end_of_the_year() {
    let christmas = SchoolDay::Vacation(Vacation::Christmas);
    for day in [date(2026, 12, 23), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 6)] {
        assert_eq!(school_day(NRW, day), christmas, "{day}");
    }
    assert_eq!(school_day(NRW, date(2026, 12, 22)), SchoolDay::Term);
    assert_eq!(school_day(NRW, date(2027, 1, 7)), SchoolDay::Term);
    // Begun before the covered time, and still going on in it.
    assert_eq!(school_day(NRW, date(2024, 1, 1)), christmas);
}

#[test]
fn beyond_the_published_years_school_holidays_are_unknown_and_said_to_be() {
    let published = published(NRW);
    for day in [shifted(published.covered_from, -1), shifted(published.covered_until, 1), date(2031, 7, 20)] {
        assert_eq!(school_day(NRW, day), SchoolDay::Unknown, "{day}");
        assert!(school_day(NRW, day).name(Lang::De).is_some_and(|name| name.contains("unbekannt")));
    }
    assert_eq!(school_day(NRW, date(2026, 11, 24)).name(Lang::De), None);
    assert!(!published.source.is_empty());
}

#[test]
fn published_school_holidays_are_in_order_and_do_not_overlap() {
    let published = published(NRW);
    for period in &published.periods {
        assert!(period.first <= period.last, "{period:?}");
        assert_eq!(
            period.first < published.covered_from,
            period.vacation == Vacation::Christmas && period.first.year() == 2023
        );
        assert!(period.last <= published.covered_until, "{period:?}");
    }
    for pair in published.periods.windows(2) {
        assert!(pair[0].last < pair[1].first, "{pair:?}");
    }
}

#[test]
fn every_fully_covered_year_has_its_four_long_school_holidays() {
    for year in 2024..2030 {
        for vacation in [Vacation::Easter, Vacation::Summer, Vacation::Autumn, Vacation::Christmas] {
            let count = published(NRW)
                .periods
                .iter()
                .filter(|period| period.vacation == vacation && period.first.year() == year)
                .count();
            assert_eq!(count, 1, "{vacation:?} {year}");
        }
    }
}

proptest! {
    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583i16..4100) {
        let easter = easter(year);
        prop_assert_eq!(easter.weekday(), Weekday::Sunday);
        prop_assert!(date(year, 3, 22) <= easter && easter <= date(year, 4, 25));
    }

    #[test]
    fn the_holiday_of_a_day_is_the_one_in_the_list_of_its_year(day in any_day()) {
        let listed = holidays(NRW, day.year()).into_iter().find(|(date, _)| *date == day).map(|(_, name)| name);
        prop_assert_eq!(holiday(NRW, day), listed);
    }

    #[test]
    fn a_day_is_a_school_holiday_exactly_within_a_published_period(days in 0..2410i32) {
        let day = shifted(date(2024, 1, 1), days);
        let period = published(NRW).periods.iter().find(|period| period.first <= day && day <= period.last);
        let expected = period.map_or(SchoolDay::Term, |period| SchoolDay::Vacation(period.vacation));
        prop_assert_eq!(school_day(NRW, day), expected);
    }
}
