//! When what has come together goes out, and which of it concerns whom.
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

use super::Choice;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::parse_time;
use crate::calendar::slot::Slot;
use crate::channel::order::Farewell;
use crate::channel::piece::Piece;
use crate::page::form::{Faults, Form};
use crate::topic::TopicId;

/// A post in a sending, with the topic it belongs to.
#[derive(Debug, Clone)]
pub struct Item {
    pub piece: Piece,
    pub topic: Option<TopicId>,
}

/// The last words of a Verbund that ends, as they are kept with their sending.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LastWords {
    pub text: String,
    pub language: String,
    pub url: String,
}

impl LastWords {
    pub fn of(words: &Farewell) -> LastWords {
        LastWords { text: words.text.clone(), language: words.language.clone(), url: words.url.clone() }
    }

    pub fn keep(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    pub fn read(kept: &str) -> Result<LastWords> {
        Ok(serde_json::from_str(kept)?)
    }
}

/// The slot that holds until somebody chooses another one: before the weekend.
pub fn usual_slot() -> Slot {
    Slot::weekly(Weekday::Thursday, Time::constant(16, 0, 0, 0))
}

/// Tells whether a time of the slot has come since what was collected last, and the latest such
/// time: after a long standstill everything goes out once, not week by week.
pub fn came(slot: &Slot, zone: &TimeZone, collected_until: Instant, now: Instant) -> Option<Instant> {
    slot.after(collected_until, zone).map(|(_, at)| at).take_while(|at| *at <= now).last()
}

/// Gives the posts that somebody wants, in their order.
pub fn wanted<'a>(items: &'a [Item], choices: &[Choice]) -> Vec<&'a Piece> {
    let concerns = |item: &&Item| {
        let is_of = |id: &str| {
            item.piece.houses.iter().any(|house| house.id.as_str() == id)
                || item.topic.as_ref().is_some_and(|topic| topic.as_str() == id)
        };
        choices.is_empty() || choices.iter().any(|choice| is_of(&choice.target_id))
    };
    items.iter().filter(concerns).map(|item| &item.piece).collect()
}

/// Reads weekday and time of a form.
pub fn slot_of(form: &Form) -> (Slot, Faults) {
    let mut faults = Faults::default();
    let day = form.text("day").parse().ok().and_then(|day: i8| Weekday::from_monday_one_offset(day).ok());
    let day = day.unwrap_or_else(|| {
        faults.add("day", Sentence::new("newsletter-day-missing"));
        Weekday::Thursday
    });
    let at = faults.take("time", parse_time(&form.text("time")));
    (Slot::weekly(day, at), faults)
}
