//! What a Verbund says about its own accessibility, with the parts that § 10b BGG NRW asks for.
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::calendar::local::{Local, parse_date};
use crate::page::form::{Faults, Form};

/// How long one answer may be, in characters.
const LONGEST: usize = 600;

/// How far the pages meet the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conformity {
    Full,
    Partly,
    Not,
}

impl Conformity {
    pub const ALL: [Conformity; 3] = [Self::Full, Self::Partly, Self::Not];

    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partly => "partly",
            Self::Not => "not",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How that was found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assessed {
    /// By those who make the page.
    Ourselves,
    /// By somebody from outside.
    Outside,
}

impl Assessed {
    pub const ALL: [Assessed; 2] = [Self::Ourselves, Self::Outside];

    pub fn code(self) -> &'static str {
        match self {
            Self::Ourselves => "ourselves",
            Self::Outside => "outside",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Why a part is not accessible, as far as the law knows reasons.
pub const REASONS: [&str; 3] = ["unfinished", "burden", "exempt"];

/// A part that is not accessible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub what: String,
    /// One of [`REASONS`].
    pub reason: String,
    /// What there is instead, empty where there is nothing.
    pub instead: String,
}

/// The statement, as coordination keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub conformity: Conformity,
    pub assessed: Assessed,
    pub gaps: Vec<Gap>,
    /// The office for those who get no good answer; empty where it is that of North Rhine-Westphalia.
    pub office: String,
    /// The first instant of the local day on which it was made, and last gone through.
    pub made_at: Instant,
    pub reviewed_at: Instant,
}

impl Statement {
    /// Tells whether nobody has gone through it for more than a year.
    pub fn is_review_due(&self, local: &Local<'_>) -> bool {
        local.day(self.reviewed_at).checked_add(1.years()).is_ok_and(|until| local.today() > until)
    }

    /// Reads a statement as it was typed; there is one only where nothing is wrong.
    pub fn read(form: &Form, local: &Local<'_>) -> Result<Statement, Faults> {
        let mut faults = Faults::default();
        let conformity = Conformity::from_code(&form.text("conformity"));
        let assessed = Assessed::from_code(&form.text("assessed"));
        if conformity.is_none() {
            faults.add("conformity", Sentence::new("barrier-choose-conformity"));
        }
        if assessed.is_none() {
            faults.add("assessed", Sentence::new("barrier-choose-assessed"));
        }
        let gaps = gaps(form);
        if let Some(why) = wrong_gaps(conformity, &gaps) {
            faults.add("gaps", why);
        }
        let office = form.text("office");
        if office.chars().count() > LONGEST {
            faults.add("office", Sentence::new("barrier-too-long").with("n", LONGEST));
        }
        let made_at = faults.take("made_on", day(form, "made_on", local));
        let reviewed_at = faults.take("reviewed_on", day(form, "reviewed_on", local));
        if let (Some(made), Some(reviewed)) = (made_at, reviewed_at)
            && reviewed < made
        {
            faults.add("reviewed_on", Sentence::new("barrier-reviewed-before-made"));
        }
        match (conformity, assessed, made_at, reviewed_at, faults.is_empty()) {
            (Some(conformity), Some(assessed), Some(made_at), Some(reviewed_at), true) => {
                Ok(Statement { conformity, assessed, gaps, office, made_at, reviewed_at })
            }
            _ => Err(faults),
        }
    }
}

/// Reads the lines of the list; empty ones are left out.
pub fn gaps(form: &Form) -> Vec<Gap> {
    let (reasons, instead) = (form.all("gap-reason"), form.all("gap-instead"));
    let nth = |list: &[String], n: usize| list.get(n).map_or(String::new(), |text| text.trim().to_owned());
    let lines = form.all("gap-what").into_iter().enumerate().map(|(n, what)| Gap {
        what: what.trim().to_owned(),
        reason: nth(&reasons, n),
        instead: nth(&instead, n),
    });
    lines.filter(|gap| !gap.what.is_empty() || !gap.instead.is_empty()).collect()
}

fn wrong_gaps(conformity: Option<Conformity>, gaps: &[Gap]) -> Option<Sentence> {
    let long = |gap: &Gap| gap.what.chars().count() > LONGEST || gap.instead.chars().count() > LONGEST;
    if gaps.iter().any(|gap| gap.what.is_empty() || !REASONS.contains(&gap.reason.as_str())) {
        return Some(Sentence::new("barrier-gap-incomplete"));
    }
    if gaps.iter().any(long) {
        return Some(Sentence::new("barrier-too-long").with("n", LONGEST));
    }
    match conformity {
        Some(Conformity::Full) if !gaps.is_empty() => Some(Sentence::new("barrier-full-with-gaps")),
        Some(Conformity::Partly | Conformity::Not) if gaps.is_empty() => {
            Some(Sentence::new("barrier-gaps-missing"))
        }
        _ => None,
    }
}

/// Reads a day that is not ahead.
fn day(form: &Form, field: &str, local: &Local<'_>) -> Result<Option<Instant>, Sentence> {
    let date = parse_date(&form.text(field))?;
    if date > local.today() {
        return Err(Sentence::new("barrier-day-ahead"));
    }
    Ok(Some(local.start_of(date)))
}
