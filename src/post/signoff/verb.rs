//! What a person may do with a post where it stands.
use super::approval::may_sign;
use super::due::may_move;
use super::roster::{Member, Part, Roster};
use super::state::{Standing, State};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::member::PersonId;

/// A thing to do with a post; its label is the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    Approve,
    /// Approve after the time was missed: now, or for a new time.
    ApproveNow,
    Propose,
    Release,
    Restore,
    Reopen,
    Edit,
    Return,
    Retract,
    Move,
    Hold,
    Withdraw,
    Archive,
}

impl Verb {
    /// Every verb, the ones that move a post forward first.
    pub const ALL: [Verb; 13] = [
        Verb::Approve,
        Verb::ApproveNow,
        Verb::Propose,
        Verb::Release,
        Verb::Restore,
        Verb::Reopen,
        Verb::Edit,
        Verb::Return,
        Verb::Retract,
        Verb::Move,
        Verb::Hold,
        Verb::Withdraw,
        Verb::Archive,
    ];

    /// Gives the words of the button.
    pub fn label(self) -> Sentence {
        Sentence::new(match self {
            Verb::Approve => "post-verb-approve",
            Verb::ApproveNow => "post-verb-approve-now",
            Verb::Propose => "post-verb-propose",
            Verb::Release => "post-verb-release",
            Verb::Restore => "post-verb-restore",
            Verb::Reopen => "post-verb-reopen",
            Verb::Edit => "post-verb-edit",
            Verb::Return => "post-verb-return",
            Verb::Retract => "post-verb-retract",
            Verb::Move => "post-verb-move",
            Verb::Hold => "post-verb-hold",
            Verb::Withdraw => "post-verb-withdraw",
            Verb::Archive => "post-verb-archive",
        })
    }

    /// Tells whether the person has to say why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Verb::Return | Verb::Withdraw)
    }
}

/// Lists what a person may do now; the first is the main button.
pub fn verbs(standing: &Standing, roster: &Roster, person: &PersonId, now: Instant) -> Vec<Verb> {
    Verb::ALL.into_iter().filter(|verb| may(*verb, standing, roster, person, now).is_ok()).collect()
}

/// Decides whether a person may do a thing now, or says why not.
///
/// What makes a post less public needs nobody's agreement: anybody who may write can hold or
/// withdraw. Only who wrote cannot release what somebody else has held. `Approve` is decided
/// finally, with the text that was read and the time, by `approval::may_approve`.
pub fn may(
    verb: Verb,
    standing: &Standing,
    roster: &Roster,
    person: &PersonId,
    now: Instant,
) -> Result<(), Sentence> {
    let state = standing.state(now);
    let member = roster.member(person).ok_or_else(|| Sentence::new("post-refused-no-right"))?;
    if !roster.may_edit(member) {
        return Err(Sentence::new(match member.part {
            Part::Coach => "post-refused-coach",
            Part::Reader => "post-refused-no-right",
            Part::Coordinator | Part::Editor | Part::Writer => "post-refused-house-inactive",
        }));
    }
    if !fits(verb, standing, state, now) {
        return Err(Sentence::new("post-refused-state"));
    }
    match verb {
        Verb::Approve | Verb::ApproveNow => {
            let mode = standing.proposal().map(|proposal| proposal.mode).unwrap_or_default();
            may_sign(standing, roster, member, mode).map(|_| ())
        }
        Verb::Return if standing.is_author(person) => Err(Sentence::new("post-refused-own-text")),
        Verb::Retract if !may_retract(standing, member) => Err(Sentence::new("post-refused-author-only")),
        Verb::Release if !may_release(standing, member) => Err(Sentence::new("post-refused-release")),
        _ => Ok(()),
    }
}

/// Tells whether a verb makes sense where the post stands, whoever asks.
fn fits(verb: Verb, standing: &Standing, state: State, now: Instant) -> bool {
    use State::*;
    let asked = standing.proposal().is_some();
    match verb {
        Verb::Approve => state == Proposed,
        Verb::ApproveNow => state == Missed && asked,
        Verb::Propose => {
            standing.text().is_some() && (matches!(state, Draft | Returned) || state == Missed && !asked)
        }
        Verb::Release => state == OnHold,
        Verb::Restore => state == Withdrawn,
        Verb::Reopen => state == Archived,
        Verb::Edit => !matches!(state, Withdrawn | Archived),
        Verb::Return => matches!(state, Proposed | Planned) || state == Missed && asked,
        Verb::Retract => matches!(state, Proposed | Missed) && asked,
        Verb::Move => state != OnHold && may_move(standing, now.plus_minutes(1), now).is_ok(),
        Verb::Hold => matches!(state, Proposed | Planned | Public) || is_correction(standing, state, now),
        Verb::Withdraw => matches!(state, Planned | Public | OnHold) || is_correction(standing, state, now),
        Verb::Archive => matches!(state, Draft | Returned | Missed | Public),
    }
}

fn is_correction(standing: &Standing, state: State, now: Instant) -> bool {
    let closed = matches!(state, State::OnHold | State::Withdrawn | State::Archived);
    !closed && standing.is_correction(now)
}

fn may_retract(standing: &Standing, member: &Member) -> bool {
    let proposed = standing.proposal().is_some_and(|proposal| proposal.by.as_ref() == Some(&member.id));
    proposed || standing.is_author(&member.id) || member.part == Part::Coordinator
}

fn may_release(standing: &Standing, member: &Member) -> bool {
    let held = standing.mark().is_some_and(|mark| mark.by.as_ref() == Some(&member.id));
    held || !standing.is_author(&member.id) || member.part == Part::Coordinator
}

#[cfg(test)]
#[path = "verb_tests.rs"]
mod tests;
