//! Public holidays by rule, for every year.
use jiff::civil::Date;

use super::{Region, shifted};
use crate::base::{sentence::Sentence, text::Lang};

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    Ascension,
    WhitMonday,
    CorpusChristi,
    GermanUnity,
    Reformation,
    AllSaints,
    ChristmasDay,
    SecondChristmasDay,
}

impl Holiday {
    /// The holiday's name as a sentence.
    pub fn sentence(self) -> Sentence {
        Sentence::new(match self {
            Holiday::NewYear => "calendar-holiday-new-year",
            Holiday::GoodFriday => "calendar-holiday-good-friday",
            Holiday::EasterMonday => "calendar-holiday-easter-monday",
            Holiday::LabourDay => "calendar-holiday-labour-day",
            Holiday::Ascension => "calendar-holiday-ascension",
            Holiday::WhitMonday => "calendar-holiday-whit-monday",
            Holiday::CorpusChristi => "calendar-holiday-corpus-christi",
            Holiday::GermanUnity => "calendar-holiday-german-unity",
            Holiday::Reformation => "calendar-holiday-reformation",
            Holiday::AllSaints => "calendar-holiday-all-saints",
            Holiday::ChristmasDay => "calendar-holiday-christmas-day",
            Holiday::SecondChristmasDay => "calendar-holiday-second-christmas-day",
        })
    }

    /// The holiday's name.
    pub fn name(self, lang: Lang) -> String {
        lang.say(&self.sentence())
    }
}

/// Easter Sunday of a year, by the Gregorian computus (Meeus, Jones, Butcher). A year that the
/// calendar library cannot hold (outside -9999 to 9999) does not occur in this product.
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (golden, century, rest) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon_shift + 15).rem_euclid(30);
    let sunday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    // Counted from 22 March, the earliest possible Easter.
    shifted(day(year, 3, 22), epact + sunday - 7 * late)
}

/// All public holidays of a state in a year, by date.
///
/// North Rhine-Westphalia: the eleven days of its law on holidays, in force like this since 1995
/// (until 1994 there was a twelfth, in November; earlier years are not asked here). On 31 October
/// 2017 the 500th anniversary of the Reformation was a holiday once, in all of Germany.
pub fn holidays(region: Region, year: i16) -> Vec<(Date, Holiday)> {
    match region {
        Region::NorthRhineWestphalia => nrw(year),
    }
}

/// The public holiday on a day, if it is one.
pub fn holiday(region: Region, date: Date) -> Option<Holiday> {
    holidays(region, date.year()).into_iter().find(|(day, _)| *day == date).map(|(_, holiday)| holiday)
}

fn nrw(year: i16) -> Vec<(Date, Holiday)> {
    let easter = easter(year);
    let mut days = vec![
        (day(year, 1, 1), Holiday::NewYear),
        (shifted(easter, -2), Holiday::GoodFriday),
        (shifted(easter, 1), Holiday::EasterMonday),
        (day(year, 5, 1), Holiday::LabourDay),
        (shifted(easter, 39), Holiday::Ascension),
        (shifted(easter, 50), Holiday::WhitMonday),
        (shifted(easter, 60), Holiday::CorpusChristi),
        (day(year, 10, 3), Holiday::GermanUnity),
        (day(year, 11, 1), Holiday::AllSaints),
        (day(year, 12, 25), Holiday::ChristmasDay),
        (day(year, 12, 26), Holiday::SecondChristmasDay),
    ];
    if year == 2017 {
        days.push((day(year, 10, 31), Holiday::Reformation));
    }
    days.sort_by_key(|(date, _)| *date);
    days
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MAX)
}
