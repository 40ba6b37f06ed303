//! The form of the opening hours as it is sent, and as it is shown again.
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::institution::hours_form::{
    ExceptionInput, Input, MonthlyInput, SCHOOL_FIELDS, SchoolInput, WEEK_FIELDS,
};
use crate::page::form::{Faults, Form};

/// Empty lines that are offered below those that are filled.
const SPARE_LINES: usize = 2;

/// One day of a week in the form.
#[derive(Debug, Clone)]
pub struct DayLine {
    pub field: &'static str,
    pub weekday: String,
    pub value: String,
    pub fault: Option<String>,
}

/// One line "1st Saturday of the month".
#[derive(Debug, Clone)]
pub struct MonthlyLine {
    pub weekdays: Vec<(usize, String, bool)>,
    pub nths: Vec<(i8, String, bool)>,
    pub hours: String,
}

/// Reads what was sent, without judging it.
pub fn typed(form: &Form) -> Input {
    let week = |fields: [&'static str; 7]| fields.map(|field| form.raw(field));
    let (weekdays, nths, hours) =
        (form.all("monthly-weekday"), form.all("monthly-nth"), form.all("monthly-hours"));
    let monthly = weekdays.iter().zip(&nths).zip(&hours).map(|((weekday, nth), hours)| MonthlyInput {
        weekday: weekday.parse().unwrap_or(7),
        nth: nth.parse().unwrap_or(0),
        hours: hours.trim().to_owned(),
    });
    let exceptions = form.all("exception-from").into_iter().enumerate().map(|(n, from)| {
        let nth = |name: &str| form.all(name).get(n).map_or(String::new(), |text| text.trim().to_owned());
        ExceptionInput {
            from: from.trim().to_owned(),
            to: nth("exception-to"),
            hours: nth("exception-hours"),
            note: nth("exception-note"),
        }
    });
    Input {
        week: week(WEEK_FIELDS),
        monthly: monthly.filter(|line| !line.hours.is_empty()).collect(),
        school: match form.text("school").as_str() {
            "closed" => SchoolInput::Closed,
            "other" => SchoolInput::Other,
            _ => SchoolInput::AsUsual,
        },
        school_week: week(SCHOOL_FIELDS),
        closed_on_public_holidays: form.has("public"),
        exceptions: exceptions.filter(|line| *line != ExceptionInput::default()).collect(),
        note: form.text("note"),
        raw: form.text("raw"),
    }
}

/// The days of a week with what stands there and what is wrong with it.
pub fn days(fields: [&'static str; 7], values: &[String; 7], faults: &Faults, w: Lang) -> Vec<DayLine> {
    let lines = fields.into_iter().zip(values).zip(1_i64..);
    lines
        .map(|((field, value), number)| DayLine {
            field,
            weekday: weekday(number, w),
            value: value.clone(),
            fault: faults.of(field, w),
        })
        .collect()
}

fn weekday(number: i64, w: Lang) -> String {
    w.say(&Sentence::new("institution-weekday-long").with("weekday", number))
}

/// The monthly lines with their choices, and some empty ones.
pub fn monthly(lines: &[MonthlyInput], w: Lang) -> Vec<MonthlyLine> {
    let spare = MonthlyInput { weekday: 5, nth: 1, hours: String::new() };
    let all = lines.iter().chain(std::iter::repeat_n(&spare, SPARE_LINES));
    all.map(|line| MonthlyLine {
        weekdays: (0..7).map(|day| (day, weekday(day as i64 + 1, w), day == line.weekday)).collect(),
        nths: [1, 2, 3, 4, 5, -1]
            .map(|nth: i8| {
                let text = w.say(&Sentence::new("charter-hours-nth").with("n", i64::from(nth)));
                (nth, text, nth == line.nth)
            })
            .to_vec(),
        hours: line.hours.clone(),
    })
    .collect()
}

/// The exceptions, and some empty lines.
pub fn exceptions(lines: &[ExceptionInput]) -> Vec<ExceptionInput> {
    lines.iter().cloned().chain(std::iter::repeat_n(ExceptionInput::default(), SPARE_LINES)).collect()
}
