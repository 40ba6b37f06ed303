//! The words of German opening hours, one by one: weekdays, times, "geschlossen".

/// A word and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// What a word means for opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A weekday, 0 is Monday.
    Day(usize),
    /// Every day.
    Daily,
    /// "1." before a weekday, -1 is the last one.
    Nth(i8),
    /// A time in minutes.
    Time(u16),
    Dash,
    Comma,
    And,
    Semicolon,
    Colon,
    Open,
    Close,
    Closed,
    /// "Uhr"
    Clock,
    PublicHolidays,
    SchoolHolidays,
    /// A month, 0 is January.
    Month(usize),
    /// "im Monat"
    OfMonth,
    Only,
    /// A word that adds nothing, as "von" or "ist".
    Filler,
    /// Anything else: it is never passed over in silence.
    Other,
}

/// Takes a text apart; every sign that is not a space belongs to a word.
pub fn lex(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let last = words.last().map(|word| word.kind);
        let (kind, length) = match c {
            '\n' | ';' => (Some(Kind::Semicolon), 1),
            c if c.is_whitespace() => (None, c.len_utf8()),
            c if c.is_ascii_digit() => number(rest, last),
            c if c.is_alphabetic() => letters(rest),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => (Some(Kind::Dash), c.len_utf8()),
            ',' => (Some(Kind::Comma), 1),
            '+' | '&' | '/' => (Some(Kind::And), 1),
            ':' => (Some(Kind::Colon), 1),
            '(' | '[' => (Some(Kind::Open), 1),
            ')' | ']' => (Some(Kind::Close), 1),
            // A full stop ends a sentence; within abbreviations and times it is taken above.
            '.' if !matches!(last, Some(Kind::Other)) => (Some(Kind::Semicolon), 1),
            c => (Some(Kind::Other), c.len_utf8()),
        };
        words.extend(kind.map(|kind| Word { kind, start: at, end: at + length }));
        at += length;
    }
    words
}

/// A time ("9", "14.30", "9:30"), or "1." before a weekday.
fn number(rest: &str, last: Option<Kind>) -> (Option<Kind>, usize) {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u16 = rest[..digits].parse().unwrap_or(u16::MAX);
    let after = &rest[digits..];
    let minutes: usize = after.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    if after.starts_with(['.', ':']) && minutes == 2 {
        let minute: u16 = after[1..3].parse().unwrap_or(u16::MAX);
        return (Some(time(hour, minute)), digits + 3);
    }
    let word_follows = after.strip_prefix('.').is_some_and(|after| {
        after.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '+' | '&' | '/' | ','))
    });
    if word_follows && (1..=5).contains(&hour) && last != Some(Kind::Dash) {
        return (i8::try_from(hour).ok().map(Kind::Nth), digits + 1);
    }
    (Some(time(hour, 0)), digits)
}

fn time(hour: u16, minute: u16) -> Kind {
    match (hour, minute) {
        (0..=23, 0..=59) | (24, 0) => Kind::Time(hour * 60 + minute),
        _ => Kind::Other,
    }
}

fn letters(rest: &str) -> (Option<Kind>, usize) {
    let length: usize = rest.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let word = rest[..length].to_lowercase();
    let stop = usize::from(rest[length..].starts_with('.'));
    if word == "sonn" && rest[length..].starts_with('-') {
        return (Some(Kind::Day(6)), length + 1);
    }
    let kind = meaning(&word);
    // The full stop belongs to what is usually cut short: "Mo.", "u.", "n.", "Aug.".
    let cut = word.chars().count() <= 3 || word == "geschl" || word == "gesetzl";
    (Some(kind), if cut { length + stop } else { length })
}

fn meaning(word: &str) -> Kind {
    if let Some(day) = weekday(word) {
        return Kind::Day(day);
    }
    if let Some(month) = month(word) {
        return Kind::Month(month);
    }
    match word {
        "täglich" => Kind::Daily,
        "bis" => Kind::Dash,
        "u" | "und" | "sowie" => Kind::And,
        "uhr" | "h" => Kind::Clock,
        "geschlossen" | "geschl" | "zu" | "ruhetag" => Kind::Closed,
        "feiertag" | "feiertage" | "feiertagen" | "feiertags" => Kind::PublicHolidays,
        "ferien" | "schulferien" => Kind::SchoolHolidays,
        "monat" | "monats" => Kind::OfMonth,
        "nur" => Kind::Only,
        "ersten" | "erster" => Kind::Nth(1),
        "zweiten" | "zweiter" => Kind::Nth(2),
        "dritten" | "dritter" => Kind::Nth(3),
        "vierten" | "vierter" => Kind::Nth(4),
        "letzten" | "letzter" => Kind::Nth(-1),
        "von" | "im" | "in" | "den" | "der" | "des" | "die" | "an" | "am" | "jeden" | "jeder" | "jedes"
        | "ist" | "sind" | "geöffnet" | "offen" | "öffnungszeiten" | "gesetzlichen" | "gesetzl" => {
            Kind::Filler
        }
        _ => Kind::Other,
    }
}

fn weekday(word: &str) -> Option<usize> {
    let names = [
        &["mo", "montag", "montags"][..],
        &["di", "dienstag", "dienstags"],
        &["mi", "mittwoch", "mittwochs"],
        &["do", "donnerstag", "donnerstags"],
        &["fr", "freitag", "freitags"],
        &["sa", "samstag", "samstags", "sonnabend", "sonnabends"],
        &["so", "sonntag", "sonntags"],
    ];
    names.iter().position(|names| names.contains(&word))
}

fn month(word: &str) -> Option<usize> {
    let names = [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ];
    names.iter().position(|name| *name == word)
}
