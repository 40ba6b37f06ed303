//! The form of the hours as an OSM `opening_hours` text, and back.
use jiff::civil::Date;

use super::hours::{DAY, Span, clock};
use super::hours_form::{Exception, Form, Monthly, SchoolHolidays, Week, orderly};
use super::hours_rule::{Rule, WEEKDAYS, split};

/// The months of OSM.
pub const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Form {
    /// Writes the form as OSM text. Later rules win, so it goes from the usual to the exceptional:
    /// week, n-th weekdays, school holidays, public holidays, what is kept, exceptions, remark.
    pub fn osm(&self) -> String {
        let mut rules = week(&self.week, "");
        rules.extend(self.monthly.iter().map(|monthly| {
            format!("{}[{}] {}", WEEKDAYS[monthly.weekday], monthly.nth, open(&monthly.spans))
        }));
        match &self.school {
            SchoolHolidays::AsUsual => {}
            SchoolHolidays::Closed => rules.push("SH off".to_owned()),
            SchoolHolidays::Other(other) => {
                rules.push("SH off".to_owned());
                rules.extend(week(other, "SH "));
            }
        }
        if self.closed_on_public_holidays && !(rules.is_empty() && self.raw.is_empty()) {
            rules.push("PH off".to_owned());
        }
        rules.extend(Some(self.raw.clone()).filter(|raw| !raw.is_empty()));
        rules.extend(self.exceptions.iter().map(exception_text));
        let text = rules.join("; ");
        match (remark(&self.note), text.is_empty()) {
            (None, _) => text,
            (Some(note), true) => format!("unknown {note}"),
            (Some(note), false) => format!("{text} || unknown {note}"),
        }
    }

    /// Fills the form from OSM text. Rules that it cannot express are kept word for word in `raw`;
    /// where their place among the others matters, the whole text is.
    pub fn from_osm(osm: &str) -> Form {
        let rules = split(osm);
        let (mut form, mut last, mut kept) = (Form::default(), Place::Week, Vec::new());
        for rule in &rules {
            let place = form.take(rule).unwrap_or_else(|| {
                kept.push(rule.text.clone());
                Place::Kept
            });
            let out_of_order = place < last || (rule.fallback && place != Place::Remark);
            if out_of_order || (last == Place::Remark) {
                return Form { raw: osm.trim().to_owned(), ..Form::default() };
            }
            last = place;
        }
        form.raw = kept.join("; ");
        form
    }

    fn take(&mut self, rule: &Rule) -> Option<Place> {
        let text = rule.text.as_str();
        if rule.fallback || text.starts_with(['"', 'u']) {
            let note = quoted(text.strip_prefix("unknown").unwrap_or(text).trim())?;
            self.note = note;
            return Some(Place::Remark);
        }
        if matches!(text, "PH off" | "PH closed") {
            self.closed_on_public_holidays = true;
            return Some(Place::Public);
        }
        if let Some(rest) = text.strip_prefix("SH ") {
            return self.take_school(rest);
        }
        if let Some(exception) = exception(text) {
            self.exceptions.push(exception);
            return Some(Place::Exception);
        }
        let (days, spans) = text.split_once(' ')?;
        let spans = spans_of(spans)?;
        if let Some(monthly) = nth(days, &spans) {
            self.monthly.push(monthly);
            return Some(Place::Monthly);
        }
        fill(&mut self.week, days_of(days)?, &spans);
        Some(Place::Week)
    }

    fn take_school(&mut self, rest: &str) -> Option<Place> {
        if matches!(rest, "off" | "closed") {
            self.school = SchoolHolidays::Closed;
            return Some(Place::School);
        }
        let (days, spans) = rest.split_once(' ')?;
        let (days, spans) = (days_of(days)?, spans_of(spans)?);
        // Without "SH off" before it the other days stay as usual, n-th weekdays too: no week can say that.
        let mut week = match &self.school {
            SchoolHolidays::Other(week) => week.clone(),
            SchoolHolidays::Closed => Week::default(),
            SchoolHolidays::AsUsual if self.monthly.is_empty() => self.week.clone(),
            SchoolHolidays::AsUsual => return None,
        };
        fill(&mut week, days, &spans);
        self.school = SchoolHolidays::Other(week);
        Some(Place::School)
    }
}

/// Where a rule stands in the order in which the form writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Week,
    Monthly,
    School,
    Public,
    Kept,
    Exception,
    Remark,
}

fn fill(week: &mut Week, days: [bool; 7], spans: &[Span]) {
    for (day, _) in week.iter_mut().zip(days).filter(|(_, meant)| *meant) {
        *day = spans.to_vec();
    }
}

/// Writes a week with as few rules as it has different days, "Mo-We,Fr 09:00-12:00".
fn week(week: &Week, prefix: &str) -> Vec<String> {
    let mut rules = Vec::new();
    for (first, spans) in week.iter().enumerate().filter(|(_, spans)| !spans.is_empty()) {
        if week[..first].contains(spans) {
            continue;
        }
        let alike: Vec<usize> = (first..7).filter(|day| week[*day] == *spans).collect();
        let runs: Vec<String> = alike
            .chunk_by(|a, b| a + 1 == *b)
            .map(|run| match run {
                [one] => WEEKDAYS[*one].to_owned(),
                [one, .., end] => format!("{}-{}", WEEKDAYS[*one], WEEKDAYS[*end]),
                [] => String::new(),
            })
            .collect();
        rules.push(format!("{prefix}{} {}", runs.join(","), open(spans)));
    }
    rules
}

/// Writes spans, or that it is closed.
pub fn open(spans: &[Span]) -> String {
    if spans.is_empty() {
        return "off".to_owned();
    }
    let written: Vec<String> =
        spans.iter().map(|span| format!("{}-{}", clock(span.from), clock(span.to))).collect();
    written.join(",")
}

fn exception_text(exception: &Exception) -> String {
    let day = |date: Date| {
        format!("{} {} {:02}", date.year(), MONTHS[usize::from(date.month().unsigned_abs()) - 1], date.day())
    };
    let mut text = day(exception.from);
    if exception.to != exception.from {
        text = format!("{text}-{}", day(exception.to));
    }
    text = format!("{text} {}", open(&exception.spans));
    remark(&exception.note).map(|note| format!("{text} {note}")).unwrap_or(text)
}

/// Puts a remark in quotation marks; its own ones become apostrophes, line breaks spaces.
fn remark(note: &str) -> Option<String> {
    let said = note.replace('"', "’").split_whitespace().collect::<Vec<_>>().join(" ");
    (!said.is_empty()).then(|| format!("\"{said}\""))
}

fn quoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"') && !inner.trim().is_empty()).then(|| inner.trim().to_owned())
}

fn days_of(text: &str) -> Option<[bool; 7]> {
    let day = |name: &str| WEEKDAYS.iter().position(|day| *day == name);
    let mut days = [false; 7];
    for part in text.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (day(from)?, day(to)?);
        (0..=(to + 7 - from) % 7).for_each(|n| days[(from + n) % 7] = true);
    }
    Some(days)
}

fn nth(text: &str, spans: &[Span]) -> Option<Monthly> {
    let (day, nth) = text.strip_suffix(']')?.split_once('[')?;
    let weekday = WEEKDAYS.iter().position(|name| *name == day)?;
    let nth = nth.parse().ok().filter(|nth| matches!(nth, -1 | 1..=5))?;
    Some(Monthly { weekday, nth, spans: spans.to_vec() })
}

/// Reads "09:00-12:00,14:30-18:00" or "off"; what would come out differently is not read.
fn spans_of(text: &str) -> Option<Vec<Span>> {
    if matches!(text, "off" | "closed") {
        return Some(Vec::new());
    }
    let minute = |text: &str| -> Option<u16> {
        let (hour, minute) = text.split_once(':')?;
        let plain = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let read = |part: &str| Some(part).filter(|part| plain(part))?.parse::<u16>().ok();
        Some(read(hour)? * 60 + read(minute).filter(|minute| *minute < 60)?)
    };
    let mut spans = Vec::new();
    for part in text.split(',') {
        let (from, to) = part.split_once('-')?;
        let (from, to) = (minute(from)?, minute(to)?);
        let to = if to <= from { to + DAY } else { to };
        spans.push(Some(Span { from, to }).filter(|span| span.from < DAY && span.to < span.from + DAY)?);
    }
    orderly(spans).ok().filter(|spans| !spans.is_empty())
}

/// Reads "2026 Dec 24-2027 Jan 02 off "…"" with year, month and day at both ends.
fn exception(text: &str) -> Option<Exception> {
    let (rule, note) = match text.split_once('"') {
        Some((rule, rest)) => (rule.trim(), quoted(&format!("\"{rest}"))?),
        None => (text, String::new()),
    };
    let (dates, spans) = rule.rsplit_once(' ')?;
    let (from, to) = dates.split_once('-').unwrap_or((dates, dates));
    let (from, to) = (date(from)?, date(to)?);
    Some(Exception { from, to, spans: spans_of(spans)?, note }).filter(|exception| from <= exception.to)
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace();
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let name = parts.next()?;
    let month = i8::try_from(MONTHS.iter().position(|month| *month == name)?).ok()? + 1;
    let day = parts.next()?.parse().ok()?;
    Date::new(year, month, day).ok().filter(|_| parts.next().is_none())
}
