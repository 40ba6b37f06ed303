//! Reads opening hours that somebody pasted in one line, as a suggestion for the form.
use super::hours::Span;
use super::hours_form::{Form, Monthly, SchoolHolidays, Week, orderly, span};
use super::hours_osm::{MONTHS, open};
use super::hours_rule::WEEKDAYS;
use super::hours_words::{Kind, Word, lex};
use crate::base::sentence::Sentence;

/// What could be read, and what could not: nothing is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestion {
    pub form: Form,
    pub unread: Vec<Unread>,
}

/// A part of the text that was not understood, word for word, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub part: String,
    pub why: Sentence,
}

/// Words that make a part a remark for people rather than hours.
const REMARKS: [&str; 8] =
    ["vereinbarung", "n. v", "n.v", "hochamt", "gottesdienst", "messe", "anmeldung", "anfrage"];

/// Fills the form from a pasted line and lists what was not understood.
pub fn suggest(text: &str) -> Suggestion {
    let mut reader = Reader { text, words: lex(text), ..Reader::default() };
    while reader.at < reader.words.len() {
        if reader.separator() {
            continue;
        }
        let start = reader.at;
        if reader.item().is_none() {
            reader.give_up(start);
        }
    }
    reader.finish()
}

/// What the hours that come next are about, until a sentence ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum About {
    #[default]
    Week,
    School,
    Month(usize),
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    words: Vec<Word>,
    at: usize,
    about: About,
    form: Form,
    /// In school holidays only these days, with their usual hours.
    only: [bool; 7],
    remarks: Vec<String>,
    unread: Vec<Unread>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<Kind> {
        self.words.get(self.at).map(|word| word.kind)
    }

    fn next_if(&mut self, wanted: impl Fn(Kind) -> bool) -> Option<Kind> {
        let kind = self.peek().filter(|kind| wanted(*kind))?;
        self.at += 1;
        Some(kind)
    }

    fn skip(&mut self, wanted: impl Fn(Kind) -> bool) {
        while self.next_if(&wanted).is_some() {}
    }

    fn separator(&mut self) -> bool {
        let ends = |kind| matches!(kind, Kind::Semicolon | Kind::Open | Kind::Close);
        if self.next_if(ends).is_some() {
            self.about = About::Week;
            return true;
        }
        self.next_if(|kind| matches!(kind, Kind::Comma | Kind::And)).is_some()
    }

    /// One statement: which days, and when or that it is closed. Nothing is changed unless it is whole.
    fn item(&mut self) -> Option<()> {
        self.skip(|kind| kind == Kind::Filler);
        if let Some(Kind::Month(month)) = self.next_if(|kind| matches!(kind, Kind::Month(_))) {
            self.about = About::Month(month);
            self.skip(|kind| matches!(kind, Kind::Filler | Kind::Colon));
        }
        if self.next_if(|kind| kind == Kind::SchoolHolidays).is_some() {
            self.about = About::School;
            self.skip(|kind| matches!(kind, Kind::Filler | Kind::Colon));
        }
        let nths = self.nths();
        if !nths.is_empty() {
            return self.monthly(&nths);
        }
        let only = self.next_if(|kind| kind == Kind::Only).is_some();
        let (days, public) = self.days();
        if only && self.about == About::School && self.at_end_of_item() && days.contains(&true) && !public {
            (0..7).for_each(|day| self.only[day] |= days[day]);
            return Some(());
        }
        let spans = self.hours()?;
        match self.about {
            _ if public => self.public(days, spans),
            About::Week if days.contains(&true) => put(&mut self.form.week, days, &spans),
            About::Week => None,
            About::School => self.school(days, spans),
            About::Month(month) => self.keep(format!("{}{}", MONTHS[month], among(days)), &spans),
        }
    }

    fn at_end_of_item(&self) -> bool {
        self.peek().is_none_or(|kind| {
            matches!(kind, Kind::Comma | Kind::Semicolon | Kind::And | Kind::Open | Kind::Close)
        })
    }

    fn public(&mut self, days: [bool; 7], spans: Vec<Span>) -> Option<()> {
        if self.about != About::Week {
            return None;
        }
        if days.contains(&true) {
            put(&mut self.form.week, days, &spans)?;
        }
        if spans.is_empty() {
            self.form.closed_on_public_holidays = true;
            return Some(());
        }
        self.keep("PH".to_owned(), &spans)
    }

    fn school(&mut self, days: [bool; 7], spans: Vec<Span>) -> Option<()> {
        if !days.contains(&true) {
            // Hours without a day could be meant for any; only "closed" is plain.
            return spans.is_empty().then(|| self.form.school = SchoolHolidays::Closed);
        }
        if spans.is_empty() {
            return None;
        }
        let mut week = match std::mem::take(&mut self.form.school) {
            SchoolHolidays::Other(week) => week,
            _ => Week::default(),
        };
        let put = put(&mut week, days, &spans);
        self.form.school = SchoolHolidays::Other(week);
        put
    }

    fn keep(&mut self, days: String, spans: &[Span]) -> Option<()> {
        let rule = format!("{days} {}", open(spans));
        let raw = &mut self.form.raw;
        *raw = if raw.is_empty() { rule } else { format!("{raw}; {rule}") };
        Some(())
    }

    fn nths(&mut self) -> Vec<i8> {
        let mut nths = Vec::new();
        while let Some(Kind::Nth(nth)) = self.next_if(|kind| matches!(kind, Kind::Nth(_))) {
            nths.push(nth);
            let more = matches!(self.words.get(self.at + 1).map(|word| word.kind), Some(Kind::Nth(_)));
            if more {
                self.next_if(|kind| matches!(kind, Kind::And | Kind::Comma));
            }
        }
        nths
    }

    fn monthly(&mut self, nths: &[i8]) -> Option<()> {
        let Some(Kind::Day(weekday)) = self.next_if(|kind| matches!(kind, Kind::Day(_))) else { return None };
        self.skip(|kind| matches!(kind, Kind::Filler | Kind::OfMonth));
        let spans = self.hours()?;
        if self.about != About::Week {
            return None;
        }
        self.form.monthly.extend(nths.iter().map(|nth| Monthly { weekday, nth: *nth, spans: spans.clone() }));
        Some(())
    }

    /// "Mo–Fr", "Di + Do", "So und feiertags".
    fn days(&mut self) -> ([bool; 7], bool) {
        let (mut days, mut public) = ([false; 7], false);
        loop {
            let before = self.at;
            self.skip(|kind| matches!(kind, Kind::And | Kind::Comma | Kind::Filler | Kind::Only));
            match self.peek() {
                Some(Kind::Day(from)) => {
                    self.at += 1;
                    let to = match (self.peek(), self.words.get(self.at + 1).map(|word| word.kind)) {
                        (Some(Kind::Dash), Some(Kind::Day(to))) => {
                            self.at += 2;
                            to
                        }
                        _ => from,
                    };
                    (0..=(to + 7 - from) % 7).for_each(|n| days[(from + n) % 7] = true);
                }
                Some(Kind::Daily) => {
                    self.at += 1;
                    days = [true; 7];
                }
                Some(Kind::PublicHolidays) => {
                    self.at += 1;
                    public = true;
                }
                _ => {
                    self.at = before;
                    return (days, public);
                }
            }
        }
    }

    /// "9–12 u. 14.30–18 Uhr", or nothing at all for "geschlossen".
    fn hours(&mut self) -> Option<Vec<Span>> {
        self.skip(|kind| matches!(kind, Kind::Colon | Kind::Clock | Kind::Filler));
        if self.next_if(|kind| kind == Kind::Closed).is_some() {
            return Some(Vec::new());
        }
        let mut spans = Vec::new();
        loop {
            let before = self.at;
            if !spans.is_empty() {
                self.skip(|kind| matches!(kind, Kind::Comma | Kind::And | Kind::Filler));
            }
            let Some((from, to)) = self.two_times() else {
                self.at = before;
                break;
            };
            spans.push(span(from, to).ok()?);
        }
        orderly(spans).ok().filter(|spans| !spans.is_empty())
    }

    fn two_times(&mut self) -> Option<(u16, u16)> {
        let Some(Kind::Time(from)) = self.next_if(|kind| matches!(kind, Kind::Time(_))) else { return None };
        self.skip(|kind| kind == Kind::Clock);
        self.next_if(|kind| kind == Kind::Dash)?;
        let Some(Kind::Time(to)) = self.next_if(|kind| matches!(kind, Kind::Time(_))) else { return None };
        self.skip(|kind| kind == Kind::Clock);
        Some((from, to))
    }

    /// Sets a part aside that is no whole statement, up to where the next one can begin.
    fn give_up(&mut self, start: usize) {
        self.at = self.at.max(start + 1);
        while !self.at_end_of_item() || self.peek() == Some(Kind::And) {
            self.at += 1;
        }
        let part = self.text[self.words[start].start..self.words[self.at - 1].end].trim().to_owned();
        if REMARKS.iter().any(|remark| part.to_lowercase().contains(remark)) {
            self.remarks.push(part);
            return;
        }
        let dayless = matches!(self.words[start].kind, Kind::Time(_)) && self.about == About::Week;
        let key = if dayless { "institution-hours-unread-day" } else { "institution-hours-unread" };
        let why = Sentence::new(key).with("part", &part);
        self.unread.push(Unread { part, why });
    }

    fn finish(mut self) -> Suggestion {
        if self.only.contains(&true) {
            let mut week = match std::mem::take(&mut self.form.school) {
                SchoolHolidays::Other(week) => week,
                _ => Week::default(),
            };
            for day in (0..7).filter(|day| self.only[*day]) {
                week[day] = self.form.week[day].clone();
            }
            self.form.school = SchoolHolidays::Other(week);
        }
        self.form.note = self.remarks.join("; ");
        Suggestion { form: self.form, unread: self.unread }
    }
}

/// Puts hours on days. A day named twice keeps both where they fit beside each other
/// ("Mo–Fr 9–12, Mo 14–18"); where they do not, the later and more particular one holds.
fn put(week: &mut Week, days: [bool; 7], spans: &[Span]) -> Option<()> {
    for day in (0..7).filter(|day| days[*day]) {
        let both = orderly([&week[day][..], spans].concat());
        week[day] = if spans.is_empty() { Vec::new() } else { both.unwrap_or_else(|_| spans.to_vec()) };
    }
    Some(())
}

fn among(days: [bool; 7]) -> String {
    let names: Vec<&str> = (0..7).filter(|day| days[*day]).map(|day| WEEKDAYS[day]).collect();
    if names.is_empty() { String::new() } else { format!(" {}", names.join(",")) }
}

#[cfg(test)]
#[path = "tests/hours_paste.rs"]
mod tests;
