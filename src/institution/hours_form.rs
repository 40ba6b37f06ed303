//! Opening hours as people enter them: a week, holidays, exceptions, a remark.
use jiff::civil::Date;

use super::hours::{DAY, Span, clock, spoken};
use super::hours_today::spans as list;
use super::hours_words::{Kind, lex};
use crate::base::error::FieldError;
use crate::base::sentence::Sentence;

/// Most spans a day: morning, afternoon, evening.
pub const SPANS_A_DAY: usize = 3;

/// Spans for Monday to Sunday.
pub type Week = [Vec<Span>; 7];

/// What holds in school holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SchoolHolidays {
    #[default]
    AsUsual,
    Closed,
    Other(Week),
}

/// Hours on the n-th weekday of every month, in place of the usual ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monthly {
    /// 0 is Monday.
    pub weekday: usize,
    /// 1 to 5 from the start of the month, -1 is the last one.
    pub nth: i8,
    pub spans: Vec<Span>,
}

/// A day or a period with other hours, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub from: Date,
    pub to: Date,
    pub spans: Vec<Span>,
    pub note: String,
}

/// The hours of a house as the form shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    pub week: Week,
    pub monthly: Vec<Monthly>,
    pub school: SchoolHolidays,
    pub closed_on_public_holidays: bool,
    pub exceptions: Vec<Exception>,
    pub note: String,
    /// OSM rules that the form cannot express, word for word.
    pub raw: String,
}

impl Form {
    /// Says that something is kept which the form cannot show.
    pub fn kept(&self) -> Option<Sentence> {
        (!self.raw.is_empty()).then(|| Sentence::new("institution-hours-kept").with("raw", &self.raw))
    }
}

/// The form as it was typed: shown again as it is when something has to be corrected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// "9–12, 14.30–18 Uhr" for each weekday from Monday; empty is closed.
    pub week: [String; 7],
    pub monthly: Vec<MonthlyInput>,
    pub school: SchoolInput,
    pub school_week: [String; 7],
    pub closed_on_public_holidays: bool,
    pub exceptions: Vec<ExceptionInput>,
    pub note: String,
    pub raw: String,
}

/// What was chosen for school holidays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SchoolInput {
    #[default]
    AsUsual,
    Closed,
    Other,
}

/// One line "1st Saturday of the month": weekday from 0, `nth` as in [`Monthly`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MonthlyInput {
    pub weekday: usize,
    pub nth: i8,
    pub hours: String,
}

/// One line of the exceptions; `to` may stay empty for a single day, `hours` for closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExceptionInput {
    pub from: String,
    pub to: String,
    pub hours: String,
    pub note: String,
}

/// The fields of the week, by which errors are named.
pub const WEEK_FIELDS: [&str; 7] =
    ["hours-mo", "hours-tu", "hours-we", "hours-th", "hours-fr", "hours-sa", "hours-su"];

/// The fields of the week in school holidays.
pub const SCHOOL_FIELDS: [&str; 7] =
    ["school-mo", "school-tu", "school-we", "school-th", "school-fr", "school-sa", "school-su"];

impl Input {
    /// Reads the form, or says for every wrong field what is wrong with it.
    pub fn read(&self) -> Result<Form, Vec<FieldError>> {
        let mut errors = Vec::new();
        let week = week_of(&self.week, WEEK_FIELDS, &mut errors);
        let school = match self.school {
            SchoolInput::AsUsual => SchoolHolidays::AsUsual,
            SchoolInput::Closed => SchoolHolidays::Closed,
            SchoolInput::Other => {
                SchoolHolidays::Other(week_of(&self.school_week, SCHOOL_FIELDS, &mut errors))
            }
        };
        let mut form = Form { week, school, note: self.note.trim().to_owned(), ..Form::default() };
        form.closed_on_public_holidays = self.closed_on_public_holidays;
        for line in self.monthly.iter().filter(|line| !line.hours.trim().is_empty()) {
            match (read_spans(&line.hours), line.weekday < 7 && matches!(line.nth, -1 | 1..=5)) {
                (Ok(spans), true) => {
                    form.monthly.push(Monthly { weekday: line.weekday, nth: line.nth, spans });
                }
                (Err(why), _) => errors.push(FieldError { field: "monthly", why }),
                (_, false) => errors
                    .push(FieldError { field: "monthly", why: Sentence::new("institution-hours-monthly") }),
            }
        }
        for line in self.exceptions.iter().filter(|line| **line != ExceptionInput::default()) {
            match line.read() {
                Ok(exception) => form.exceptions.push(exception),
                Err(why) => errors.push(FieldError { field: "exceptions", why }),
            }
        }
        form.exceptions.sort_by_key(|exception| (exception.from, exception.to));
        match super::hours::Hours::parse(&self.raw) {
            Ok(_) => form.raw = self.raw.trim().to_owned(),
            Err(why) => errors.push(FieldError { field: "raw", why }),
        }
        if errors.is_empty() { Ok(form) } else { Err(errors) }
    }
}

impl From<&Form> for Input {
    fn from(form: &Form) -> Self {
        let written = |week: &Week| week.each_ref().map(|spans| list(spans, spoken));
        let (school, school_week) = match &form.school {
            SchoolHolidays::AsUsual => (SchoolInput::AsUsual, Default::default()),
            SchoolHolidays::Closed => (SchoolInput::Closed, Default::default()),
            SchoolHolidays::Other(week) => (SchoolInput::Other, written(week)),
        };
        let monthly = form.monthly.iter().map(|line| MonthlyInput {
            weekday: line.weekday,
            nth: line.nth,
            hours: if line.spans.is_empty() { "geschlossen".to_owned() } else { list(&line.spans, spoken) },
        });
        let exceptions = form.exceptions.iter().map(|exception| ExceptionInput {
            from: exception.from.to_string(),
            to: Some(exception.to)
                .filter(|to| *to != exception.from)
                .map(|to| to.to_string())
                .unwrap_or_default(),
            hours: list(&exception.spans, spoken),
            note: exception.note.clone(),
        });
        Input {
            week: written(&form.week),
            monthly: monthly.collect(),
            school,
            school_week,
            closed_on_public_holidays: form.closed_on_public_holidays,
            exceptions: exceptions.collect(),
            note: form.note.clone(),
            raw: form.raw.clone(),
        }
    }
}

impl ExceptionInput {
    fn read(&self) -> Result<Exception, Sentence> {
        let from = read_date(&self.from)?;
        let to = if self.to.trim().is_empty() { from } else { read_date(&self.to)? };
        if to < from {
            return Err(Sentence::new("institution-hours-period").with("value", self.to.trim()));
        }
        Ok(Exception { from, to, spans: read_spans(&self.hours)?, note: self.note.trim().to_owned() })
    }
}

fn week_of(typed: &[String; 7], fields: [&'static str; 7], errors: &mut Vec<FieldError>) -> Week {
    let mut week = Week::default();
    for ((typed, spans), field) in typed.iter().zip(&mut week).zip(fields) {
        match read_spans(typed) {
            Ok(read) => *spans = read,
            Err(why) => errors.push(FieldError { field, why }),
        }
    }
    week
}

/// Reads "2026-12-24" as date fields send it, or "24.12.2026" as people write it.
fn read_date(typed: &str) -> Result<Date, Sentence> {
    let wrong = || Sentence::new("institution-hours-date").with("value", typed.trim());
    if let Ok(date) = typed.trim().parse() {
        return Ok(date);
    }
    let parts: Vec<i16> = typed.split('.').filter_map(|part| part.trim().parse().ok()).collect();
    match parts[..] {
        [day, month, year] => {
            let (day, month) = (i8::try_from(day), i8::try_from(month));
            let (day, month) = day.ok().zip(month.ok()).ok_or_else(wrong)?;
            Date::new(year, month, day).map_err(|_| wrong())
        }
        _ => Err(wrong()),
    }
}

/// Reads the hours of one day, "9–12 und 14.30–18 Uhr"; empty or "geschlossen" is closed.
pub fn read_spans(typed: &str) -> Result<Vec<Span>, Sentence> {
    let wrong = || Sentence::new("institution-hours-span").with("value", typed.trim());
    let words: Vec<Kind> =
        lex(typed).into_iter().map(|word| word.kind).filter(|kind| *kind != Kind::Clock).collect();
    if words.is_empty() || matches!(words[..], [Kind::Closed | Kind::Dash]) {
        return Ok(Vec::new());
    }
    let mut spans = Vec::new();
    for part in words.split(|kind| matches!(kind, Kind::Comma | Kind::And | Kind::Semicolon)) {
        match part {
            [] => {}
            [Kind::Time(from), Kind::Dash, Kind::Time(to)] => spans.push(span(*from, *to)?),
            [Kind::Time(from)] | [Kind::Time(from), Kind::Dash] => {
                return Err(Sentence::new("institution-hours-end").with("from", spoken(*from)));
            }
            _ => return Err(wrong()),
        }
    }
    orderly(spans)
}

/// Makes a span of two clock times; an end in the small hours is that of the next day.
pub fn span(from: u16, to: u16) -> Result<Span, Sentence> {
    const SMALL_HOURS: u16 = 6 * 60;
    match to {
        _ if from < to && from < DAY => Ok(Span { from, to }),
        _ if to < from && to <= SMALL_HOURS && from < DAY => Ok(Span { from, to: DAY + to }),
        _ => {
            Err(Sentence::new("institution-hours-backwards").with("from", clock(from)).with("to", clock(to)))
        }
    }
}

/// Puts spans in order; too many, or two at once, are refused.
pub fn orderly(mut spans: Vec<Span>) -> Result<Vec<Span>, Sentence> {
    spans.sort();
    if let Some(pair) = spans.windows(2).find(|pair| pair[1].from < pair[0].to) {
        return Err(Sentence::new("institution-hours-overlap")
            .with("first", list(&pair[..1], clock))
            .with("second", list(&pair[1..], clock)));
    }
    if spans.len() > SPANS_A_DAY {
        return Err(Sentence::new("institution-hours-many").with("n", SPANS_A_DAY));
    }
    // Two that touch are one: "9–12, 12–18".
    spans.dedup_by(|next, last| {
        let touch = next.from == last.to;
        last.to = if touch { next.to } else { last.to };
        touch
    });
    Ok(spans)
}

#[cfg(test)]
#[path = "tests/hours_form.rs"]
mod tests;
