//! What happens next with a post, as one sentence for whoever looks at it.
use super::approval::{may_sign, who_may};
use super::asking::{after, waits_for};
use super::roster::Roster;
use super::state::{Standing, State};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::member::PersonId;

/// Who looks at the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Wrote the text or a part of it.
    Author,
    /// May sign it off now.
    Signer,
    Other,
}

impl Viewer {
    pub const ALL: [Viewer; 3] = [Viewer::Author, Viewer::Signer, Viewer::Other];

    /// Says what a person is to a post.
    pub fn of(standing: &Standing, roster: &Roster, person: &PersonId) -> Viewer {
        let mode = standing.proposal().map(|proposal| proposal.mode);
        let may = |member| mode.is_some_and(|mode| may_sign(standing, roster, member, mode).is_ok());
        if standing.is_author(person) {
            Viewer::Author
        } else if roster.member(person).is_some_and(may) {
            Viewer::Signer
        } else {
            Viewer::Other
        }
    }
}

/// Where a post stands, as finely as the sentence has to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    Draft,
    /// Changed after it was proposed or approved.
    Lapsed,
    /// A house is asked, another comes after it.
    Waiting,
    /// The last house is asked.
    WaitingLast,
    /// The next house is just about to be asked.
    Asking,
    /// All were asked and were silent.
    Silent,
    /// Nobody may sign it off.
    NobodyCan,
    Planned,
    /// Approved, kept back by a halt of the whole Verbund.
    Halted,
    Public,
    Returned,
    OnHold,
    /// Missed, the proposal still open.
    Missed,
    /// Missed because the text was changed and not proposed again.
    MissedLapsed,
    Withdrawn,
    Archived,
}

impl Situation {
    pub const ALL: [Situation; 16] = [
        Situation::Draft,
        Situation::Lapsed,
        Situation::Waiting,
        Situation::WaitingLast,
        Situation::Asking,
        Situation::Silent,
        Situation::NobodyCan,
        Situation::Planned,
        Situation::Halted,
        Situation::Public,
        Situation::Returned,
        Situation::OnHold,
        Situation::Missed,
        Situation::MissedLapsed,
        Situation::Withdrawn,
        Situation::Archived,
    ];

    /// Says where a post stands at an instant.
    pub fn of(standing: &Standing, roster: &Roster, now: Instant) -> Situation {
        match standing.state(now) {
            State::Draft if standing.is_lapsed() => Situation::Lapsed,
            State::Draft => Situation::Draft,
            State::Proposed => Situation::of_question(standing, roster, now),
            State::Planned if standing.is_halted(now) => Situation::Halted,
            State::Planned => Situation::Planned,
            State::Public => Situation::Public,
            State::Returned => Situation::Returned,
            State::OnHold => Situation::OnHold,
            State::Missed if standing.proposal().is_some() => Situation::Missed,
            State::Missed => Situation::MissedLapsed,
            State::Withdrawn => Situation::Withdrawn,
            State::Archived => Situation::Archived,
        }
    }

    fn of_question(standing: &Standing, roster: &Roster, now: Instant) -> Situation {
        let waits = standing.proposal().and_then(|proposal| waits_for(proposal, now)).is_some();
        let another = after(standing, roster, now).is_some();
        match (waits, another) {
            _ if who_may(standing, roster).is_empty() => Situation::NobodyCan,
            (true, true) => Situation::Waiting,
            (true, false) => Situation::WaitingLast,
            (false, true) => Situation::Asking,
            (false, false) => Situation::Silent,
        }
    }
}

/// The words to put into the sentence, already in the reader's language and local time.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The house or person that is asked.
    pub asked: String,
    /// Until when they have time.
    pub until: String,
    /// The house that is asked after them.
    pub after: String,
    /// When the post is due, or since when it is public.
    pub due: String,
    /// Why it was returned, held or withdrawn.
    pub reason: String,
}

/// Says what happens next: for each situation and viewer one sentence.
pub fn sentence(situation: Situation, viewer: Viewer, words: &Words) -> Sentence {
    use Viewer::{Author, Signer};
    let key = match (situation, viewer) {
        (Situation::Draft, Author) => "post-next-draft-author",
        (Situation::Draft, _) => "post-next-draft",
        (Situation::Lapsed, Author) => "post-next-lapsed-author",
        (Situation::Lapsed, _) => "post-next-lapsed",
        (Situation::Waiting, Signer) => "post-next-waiting-signer",
        (Situation::Waiting, _) => "post-next-waiting",
        (Situation::WaitingLast, Signer) => "post-next-waiting-last-signer",
        (Situation::WaitingLast, _) => "post-next-waiting-last",
        (Situation::Asking, Signer) => "post-next-asking-signer",
        (Situation::Asking, _) => "post-next-asking",
        (Situation::Silent, Signer) => "post-next-silent-signer",
        (Situation::Silent, _) => "post-next-silent",
        (Situation::NobodyCan, _) => "post-next-nobody",
        (Situation::Planned, _) => "post-next-planned",
        (Situation::Halted, _) => "post-next-halted",
        (Situation::Public, Author) => "post-next-public-author",
        (Situation::Public, _) => "post-next-public",
        (Situation::Returned, Author) => "post-next-returned-author",
        (Situation::Returned, _) => "post-next-returned",
        (Situation::OnHold, _) => "post-next-on-hold",
        (Situation::Missed, Author) => "post-next-missed-author",
        (Situation::Missed, Signer) => "post-next-missed-signer",
        (Situation::Missed, _) => "post-next-missed",
        (Situation::MissedLapsed, Author) => "post-next-missed-lapsed-author",
        (Situation::MissedLapsed, _) => "post-next-missed-lapsed",
        (Situation::Withdrawn, _) => "post-next-withdrawn",
        (Situation::Archived, _) => "post-next-archived",
    };
    Sentence::new(key)
        .with("asked", &words.asked)
        .with("until", &words.until)
        .with("after", &words.after)
        .with("due", &words.due)
        .with("reason", &words.reason)
}

/// Says of a correction that the public still sees the text before it.
pub fn correction_note(standing: &Standing, now: Instant) -> Option<Sentence> {
    let shown = standing.shown(now).is_some() && standing.is_correction(now);
    shown.then(|| Sentence::new("post-next-correction"))
}

#[cfg(test)]
#[path = "next_tests.rs"]
mod tests;
