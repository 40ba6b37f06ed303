//! What a visitor is told about today, the week, and the next two weeks.
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
use serde_json::{Value, json};

use super::hours::{DAY, Day, Holidays, Hours, Span, clock, instant, spoken};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// How far ahead the next opening is looked for, in days: a rebuilding year is still found.
const AHEAD: i64 = 400;

/// A span that ends later than noon of the next day is told as "until midnight".
const NOON: u16 = DAY / 2;

/// What a visitor is told about today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Today {
    /// Open now, and again later today.
    Open { until: u16, again: Vec<Span> },
    /// Open all day and night.
    Always,
    /// Closed now, opens later today.
    Later(Vec<Span>),
    /// Closed for the rest of today.
    Closed { was_open: bool, next: Option<Next> },
    /// No fixed hours, but a way to come in.
    Request(String),
    /// It depends on school holidays that nobody knows yet.
    Uncertain,
    /// No hours are known.
    Unknown,
}

/// The next opening: how many days from today, on which date, at which minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    pub days: i64,
    pub date: Date,
    pub at: u16,
}

impl Today {
    /// Tells what holds at an instant, and the instant at which something else may have to be said.
    ///
    /// Where hours are unknown nothing changes by itself: there is no such instant.
    pub fn at(
        hours: Option<&Hours>,
        now: Instant,
        zone: &TimeZone,
        holidays: &Holidays,
    ) -> (Self, Option<Instant>) {
        let Some(hours) = hours else { return (Today::Unknown, None) };
        let local = now.zoned(zone);
        let date = local.date();
        let midnight = instant(date, DAY, zone);
        let today = hours.day(date, holidays);
        if !today.certain {
            return (Today::Uncertain, midnight);
        }
        if today.spans == [Span { from: 0, to: DAY }] && hours.days(date, 7, holidays).iter().all(all_day) {
            return (Today::Always, midnight);
        }
        let spans = past_midnight(today.spans.clone(), hours, date, holidays);
        // Compared as instants, so that the hour that comes twice in autumn is counted twice.
        let when = |minute| instant(date, minute, zone).unwrap_or(now);
        if let Some(open) = spans.iter().find(|span| when(span.from) <= now && now < when(span.to)) {
            let again = spans.iter().filter(|span| span.from > open.to).copied().collect();
            return (Today::Open { until: open.to, again }, Some(when(open.to)));
        }
        let later: Vec<Span> = spans.iter().filter(|span| when(span.from) > now).copied().collect();
        if let Some(first) = later.first() {
            let changes = when(first.from);
            return (Today::Later(later), Some(changes));
        }
        (closed(hours, &today, holidays), midnight)
    }

    /// Puts it into words.
    pub fn sentence(&self) -> Sentence {
        match self {
            Today::Open { until, again } if again.is_empty() => {
                timed(Sentence::new("institution-today-open"), "until", "until_clock", *until)
            }
            Today::Open { until, again } => {
                let sentence = Sentence::new("institution-today-open-again")
                    .with("spans", spans(again, spoken))
                    .with("spans_clock", spans(again, clock));
                timed(sentence, "until", "until_clock", *until)
            }
            Today::Always => Sentence::new("institution-today-always"),
            Today::Later(later) => match later[..] {
                [span] => {
                    let sentence =
                        timed(Sentence::new("institution-today-later"), "from", "from_clock", span.from);
                    timed(sentence, "to", "to_clock", span.to)
                }
                _ => Sentence::new("institution-today-later-several")
                    .with("spans", spans(later, spoken))
                    .with("spans_clock", spans(later, clock)),
            },
            Today::Closed { was_open, next } => {
                let key = match next {
                    None => "institution-today-closed",
                    Some(Next { days: 1, .. }) => "institution-today-closed-tomorrow",
                    Some(Next { days: 2..=6, .. }) => "institution-today-closed-weekday",
                    Some(_) => "institution-today-closed-date",
                };
                let sentence = Sentence::new(key).with("since", if *was_open { "now" } else { "today" });
                let Some(next) = next else { return sentence };
                dated(timed(sentence, "at", "at_clock", next.at), next.date)
            }
            Today::Request(how) => Sentence::new("institution-today-request").with("how", how),
            Today::Uncertain => Sentence::new("institution-today-uncertain"),
            Today::Unknown => Sentence::new("institution-today-unknown"),
        }
    }
}

fn all_day(day: &Day) -> bool {
    day.spans == [Span { from: 0, to: DAY }]
}

/// Lets the last span of a day run on into the night, as people think of it.
fn past_midnight(mut spans: Vec<Span>, hours: &Hours, date: Date, holidays: &Holidays) -> Vec<Span> {
    let Some(last) = spans.last_mut().filter(|last| last.to == DAY) else { return spans };
    let Ok(tomorrow) = date.tomorrow() else { return spans };
    if let Some(night) = hours.day(tomorrow, holidays).spans.first().filter(|s| s.from == 0 && s.to <= NOON) {
        last.to = DAY + night.to;
    }
    spans
}

fn closed(hours: &Hours, today: &Day, holidays: &Holidays) -> Today {
    let mut request = today.request.clone();
    for days in 1..=AHEAD {
        let Ok(date) = today.date.checked_add(days.days()) else { break };
        let day = hours.day(date, holidays);
        request = request.or(day.request);
        if !day.certain {
            return Today::Closed { was_open: !today.spans.is_empty(), next: None };
        }
        if let Some(first) = day.spans.first() {
            let next = Some(Next { days, date, at: first.from });
            return Today::Closed { was_open: !today.spans.is_empty(), next };
        }
    }
    match request {
        Some(how) => Today::Request(how),
        None => Today::Closed { was_open: !today.spans.is_empty(), next: None },
    }
}

/// Adds a time twice, as German says it and as a clock shows it; the text takes the one it needs.
fn timed(sentence: Sentence, name: &'static str, clock_name: &'static str, minute: u16) -> Sentence {
    sentence.with(name, spoken(minute)).with(clock_name, clock(minute))
}

/// Adds a date as numbers, which the text turns into words.
pub fn dated(sentence: Sentence, date: Date) -> Sentence {
    sentence
        .with("weekday", i64::from(date.weekday().to_monday_one_offset()))
        .with("day", i64::from(date.day()))
        .with("month", i64::from(date.month()))
}

/// Writes spans as a list, "10–12, 15–18": the same in every language.
pub fn spans(spans: &[Span], write: fn(u16) -> String) -> String {
    let written: Vec<String> =
        spans.iter().map(|span| format!("{}–{}", write(span.from), write(span.to))).collect();
    written.join(", ")
}

/// One row of the table of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub day: Day,
    pub public_holiday: bool,
    /// "Donnerstag", as a sentence of its own.
    pub weekday: Sentence,
    /// "9–12, 14:30–18 Uhr", "geschlossen", or that it is not yet known.
    pub hours: Sentence,
}

/// The week from Monday to Sunday in which a date falls, holidays and exceptions included.
pub fn week(hours: &Hours, date: Date, holidays: &Holidays) -> Vec<Row> {
    let since = i64::from(date.weekday().to_monday_zero_offset());
    let Ok(monday) = date.checked_sub(since.days()) else { return Vec::new() };
    hours.days(monday, 7, holidays).into_iter().map(|day| row(day, holidays)).collect()
}

fn row(day: Day, holidays: &Holidays) -> Row {
    let said = match (day.certain, day.spans.is_empty()) {
        (false, _) => Sentence::new("institution-row-uncertain"),
        (true, true) => Sentence::new("institution-row-closed"),
        (true, false) => Sentence::new("institution-row-open")
            .with("spans", spans(&day.spans, spoken))
            .with("spans_clock", spans(&day.spans, clock)),
    };
    let number = i64::from(day.date.weekday().to_monday_one_offset());
    let weekday = Sentence::new("institution-weekday-long").with("weekday", number);
    Row { public_holiday: (holidays.public)(day.date), weekday, hours: said, day }
}

/// The next fourteen days as `openingHoursSpecification` of schema.org, one entry a span.
///
/// A closed day is an entry without `opens`; an uncertain one is left out rather than guessed.
/// Source: <https://schema.org/OpeningHoursSpecification>.
pub fn schema_org(hours: &Hours, from: Date, holidays: &Holidays) -> Value {
    let mut entries = Vec::new();
    for day in hours.days(from, 14, holidays).iter().filter(|day| day.certain) {
        let entry = json!({
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": format!("https://schema.org/{:?}", day.date.weekday()),
            "validFrom": day.date.to_string(),
            "validThrough": day.date.to_string(),
        });
        for span in &day.spans {
            let mut open = entry.clone();
            open["opens"] = json!(clock(span.from));
            // The end of the day is written so that it does not read as its beginning.
            open["closes"] = json!(if span.to == DAY { "23:59".to_owned() } else { clock(span.to) });
            entries.push(open);
        }
        if day.spans.is_empty() {
            entries.push(entry);
        }
    }
    Value::Array(entries)
}
