//! A series: posts that return at a fixed time, as „Freitagsfrage, jeden Freitag um 10 Uhr“.
use jiff::civil::{Date, Weekday};

use super::SeriesId;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::Region;
use crate::calendar::local::parse_time;
use crate::calendar::slot::{Rhythm, Skip, Slot};
use crate::consortium::ConsortiumId;
use crate::page::form::{Faults, Form};

/// The longest title of a series, in characters.
const TITLE_MAX: usize = 80;

/// A series, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Series {
    pub id: SeriesId,
    pub consortium_id: ConsortiumId,
    pub title: String,
    /// The rule by which it returns, as `Slot::to_text` writes it; empty where there is none.
    pub slot: String,
    pub created_at: Instant,
    pub ended_at: Option<Instant>,
}

impl Series {
    /// Gives the rule by which the series returns; a series may do without.
    pub fn slot(&self) -> Option<Slot> {
        Slot::from_text(&self.slot).ok()
    }

    pub fn is_running(&self) -> bool {
        self.ended_at.is_none()
    }
}

/// What the form of a series says: a title and a rule as people say one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub title: String,
    pub slot: Option<Slot>,
}

/// Reads the form. `today` is the day from which "every second week" is counted when the form says
/// no other.
pub fn read(form: &Form, today: Date) -> Result<Draft> {
    let mut faults = Faults::default();
    let title = form.text("title");
    if title.is_empty() {
        faults.add("title", Sentence::new("topic-series-title-missing"));
    }
    let over = title.chars().count().saturating_sub(TITLE_MAX);
    if over > 0 {
        faults.add("title", Sentence::new("topic-series-title-long").with("n", over).with("max", TITLE_MAX));
    }
    let rhythm = form.text("rhythm");
    if rhythm == "none" {
        faults.check()?;
        return Ok(Draft { title, slot: None });
    }
    let on = form.text("weekday").parse().ok().and_then(|day| Weekday::from_monday_one_offset(day).ok());
    if on.is_none() {
        faults.add("weekday", Sentence::new("topic-series-weekday-missing"));
    }
    let on = on.unwrap_or(Weekday::Friday);
    let at = faults.take("time", parse_time(&form.text("time")));
    let since = form.text("since").parse().unwrap_or(today);
    let rhythm = match rhythm.as_str() {
        "weeks" => Rhythm::Weeks { on, every: form.text("every").parse().unwrap_or(0), since },
        "monthly" => Rhythm::Monthly { on, nth: form.text("nth").parse().unwrap_or(0) },
        _ => Rhythm::Weekly { on },
    };
    let field = if matches!(rhythm, Rhythm::Monthly { .. }) { "nth" } else { "every" };
    let mut except = Vec::new();
    if form.has("except-holiday") {
        except.push(Skip::Holiday);
    }
    if form.has("except-vacation") {
        except.push(Skip::Vacation);
    }
    let slot = Slot { at, rhythm, except, region: Region::default() };
    match slot.checked() {
        Ok(slot) => {
            faults.check()?;
            Ok(Draft { title, slot: Some(slot) })
        }
        Err(why) => {
            faults.add(field, why);
            Err(Error::Invalid(faults.0))
        }
    }
}

/// Fills the form from a series, so that editing begins with what holds.
pub fn filled(series: &Series) -> Form {
    let mut form = usual();
    form.set("title", &series.title);
    let Some(slot) = series.slot() else {
        form.set("rhythm", "none");
        return form;
    };
    form.set("time", slot.at.strftime("%H:%M").to_string());
    let (rhythm, on) = match slot.rhythm {
        Rhythm::Weekly { on } => ("weekly", on),
        Rhythm::Weeks { on, every, since } => {
            form.set("every", every.to_string());
            form.set("since", since.to_string());
            ("weeks", on)
        }
        Rhythm::Monthly { on, nth } => {
            form.set("nth", nth.to_string());
            ("monthly", on)
        }
    };
    form.set("rhythm", rhythm);
    form.set("weekday", on.to_monday_one_offset().to_string());
    for skip in &slot.except {
        let field = if *skip == Skip::Holiday { "except-holiday" } else { "except-vacation" };
        form.set(field, "1");
    }
    form
}

/// Gives the form of a new series: every week, Friday at ten, not on holidays.
pub fn fresh() -> Form {
    let mut form = usual();
    form.set("except-holiday", "1");
    form
}

/// What stands in the fields that a rule does not use.
fn usual() -> Form {
    let mut form = Form::default();
    for (name, value) in
        [("rhythm", "weekly"), ("weekday", "5"), ("time", "10:00"), ("every", "2"), ("nth", "1")]
    {
        form.set(name, value);
    }
    form
}
