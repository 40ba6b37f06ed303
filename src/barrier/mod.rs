//! Barriers: what somebody could not read, hear or operate, and the case that follows until they
//! have an answer; and what the Verbund itself says about its accessibility.
//!
//! The times are those of § 5 BITVNRW: an answer within two weeks, within six at most, and word in
//! between where it takes more than two.
use jiff::ToSpan;
use jiff::civil::Date;

use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::seat::Seat;
use crate::member::{PersonId, Role, door};

pub mod statement;
pub mod store;
pub mod store_statement;
pub mod telling;
pub mod upkeep;
pub mod work;

#[cfg(test)]
mod tests;

/// Within how many days there is an answer, or word that it takes longer.
pub const ANSWER_DAYS: i32 = 14;
/// Within how many days there is an answer in any case.
pub const LATEST_DAYS: i32 = 42;
/// How many days before the first and the last of these days those responsible are reminded.
pub const WARNING_DAYS: [i32; 2] = [3, 7];
/// How many days after the answer the reporter's address is deleted: long enough to ask back, and
/// for the ombuds office to take the case up.
pub const KEPT_DAYS: i64 = 90;

crate::ids! {
    /// A report about a barrier.
    BarrierId,
}

/// A barrier that somebody met, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Report {
    pub id: BarrierId,
    pub consortium_id: ConsortiumId,
    /// Counts from 1 within a Verbund; what reporter and houses call it by.
    pub number: i64,
    pub received_at: Instant,
    /// The language in which it was reported, as a code: the answer is written in it.
    pub language: String,
    pub page: String,
    pub body: String,
    /// How to answer; empty where nobody wants an answer, or where it has been deleted.
    pub reply_to: String,
    /// The house or the person who looks after it, where that is settled.
    pub institution_id: Option<InstitutionId>,
    pub person_id: Option<PersonId>,
    pub begun_at: Option<Instant>,
    /// When the reporter was told that it takes longer.
    pub interim_at: Option<Instant>,
    pub answered_at: Option<Instant>,
    pub answered_by: Option<PersonId>,
    pub answer: String,
    /// What was done about it, for those inside.
    pub note: String,
    pub reminders: i64,
    pub forgotten_at: Option<Instant>,
}

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    New,
    Working,
    Answered,
}

impl Standing {
    /// The text that names it inside.
    pub fn key(self) -> &'static str {
        match self {
            Standing::New => "barrier-standing-new",
            Standing::Working => "barrier-standing-working",
            Standing::Answered => "barrier-standing-answered",
        }
    }
}

impl Report {
    /// A report that has just come in.
    pub fn received(consortium: &ConsortiumId, language: Lang, at: Instant) -> Report {
        Report {
            id: BarrierId::new(),
            consortium_id: consortium.clone(),
            number: 0,
            received_at: at,
            language: language.code().to_owned(),
            page: String::new(),
            body: String::new(),
            reply_to: String::new(),
            institution_id: None,
            person_id: None,
            begun_at: None,
            interim_at: None,
            answered_at: None,
            answered_by: None,
            answer: String::new(),
            note: String::new(),
            reminders: 0,
            forgotten_at: None,
        }
    }

    pub fn standing(&self) -> Standing {
        match (self.answered_at, self.begun_at) {
            (Some(_), _) => Standing::Answered,
            (None, Some(_)) => Standing::Working,
            (None, None) => Standing::New,
        }
    }

    /// The language in which the reporter reads.
    pub fn reader(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }

    /// The last day on which the next word is in time: after two weeks, or after six once the
    /// reporter knows that it takes longer.
    pub fn due(&self, local: &Local<'_>) -> Date {
        let days = if self.interim_at.is_some() { LATEST_DAYS } else { ANSWER_DAYS };
        self.day_after(days, local)
    }

    /// The local day so many days after the report came.
    pub fn day_after(&self, days: i32, local: &Local<'_>) -> Date {
        let day = local.day(self.received_at);
        day.checked_add(days.days()).unwrap_or(day)
    }

    /// Says how long there is still time, or for how long there has been none.
    pub fn time_left(&self, local: &Local<'_>) -> Sentence {
        let hours = self.due(local).duration_since(local.today()).as_hours();
        match hours / 24 {
            left if left >= 0 => Sentence::new("barrier-days-left").with("n", left),
            over => Sentence::new("barrier-days-over").with("n", -over),
        }
    }

    /// Gives the address to which a letter can go; a telephone number or a street is none.
    pub fn reply_email(&self) -> Option<String> {
        door::email(&self.reply_to).ok()
    }

    /// Tells whether somebody may look after it: coordination, the heads of the houses, whoever it
    /// was given to, and the staff of the house it was given to. Coaches read and change nothing.
    /// Who may also reads how the reporter can be reached.
    pub fn may_act(&self, seat: &Seat) -> bool {
        let mine = seat.memberships.iter().filter(|it| it.role() != Role::Coach);
        mine.clone().any(|it| match it.role() {
            Role::Coordinator | Role::Head => true,
            Role::Staff => it.institution_id.is_some() && it.institution_id == self.institution_id,
            Role::Volunteer | Role::SigningVolunteer | Role::Coach => false,
        }) || (mine.count() > 0 && self.person_id.as_ref() == Some(&seat.person.id))
    }

    /// Tells whether somebody is expected to look after it, and not only allowed to.
    pub fn waits_for(&self, seat: &Seat) -> bool {
        let given = self.person_id.is_some() || self.institution_id.is_some();
        let to_me = self.person_id.as_ref() == Some(&seat.person.id);
        let to_my_house = self.person_id.is_none()
            && seat.memberships.iter().any(|it| {
                matches!(it.role(), Role::Head | Role::Staff)
                    && it.institution_id.is_some()
                    && it.institution_id == self.institution_id
            });
        self.answered_at.is_none() && (to_me || to_my_house || (!given && seat.is_coordinator()))
    }
}

/// Gives the beginning of a text on one line, in at most so many characters, up to a word.
pub fn beginning(text: &str, chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(chars) {
        Some((at, _)) => {
            let whole = &line[..at];
            format!("{} …", whole.rsplit_once(' ').map_or(whole, |(words, _)| words))
        }
        None => line,
    }
}
