//! Where a post stands, derived from its steps and the clock.
use std::collections::{BTreeMap, BTreeSet};

use super::approval::Mode;
use super::step::Fingerprint;
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

pub use super::folding::fold;

/// Where the newest text of a post stands. Of a public post with a correction under way it says
/// where the correction stands; what the public sees is `Standing::public_revision`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    Draft,
    Proposed,
    /// Approved, its time still ahead.
    Planned,
    Public,
    Returned,
    OnHold,
    /// Its time passed without an approval; it is never published by itself.
    Missed,
    Withdrawn,
    Archived,
}

impl State {
    /// Gives the word for the state.
    pub fn sentence(self) -> Sentence {
        Sentence::new(match self {
            State::Draft => "post-state-draft",
            State::Proposed => "post-state-proposed",
            State::Planned => "post-state-planned",
            State::Public => "post-state-public",
            State::Returned => "post-state-returned",
            State::OnHold => "post-state-on-hold",
            State::Missed => "post-state-missed",
            State::Withdrawn => "post-state-withdrawn",
            State::Archived => "post-state-archived",
        })
    }

    /// The name under which the database knows the state.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Proposed => "proposed",
            State::Planned => "planned",
            State::Public => "public",
            State::Returned => "returned",
            State::OnHold => "on_hold",
            State::Missed => "missed",
            State::Withdrawn => "withdrawn",
            State::Archived => "archived",
        }
    }

    /// Reads such a name.
    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Every state, in the order of a post's life.
    pub const ALL: [State; 9] = [
        State::Draft,
        State::Proposed,
        State::Planned,
        State::Public,
        State::Returned,
        State::OnHold,
        State::Missed,
        State::Withdrawn,
        State::Archived,
    ];
}

/// A time in which the whole Verbund publishes nothing new ("hold everything"). What is public
/// stays; what becomes due meanwhile is public when the halt ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halt {
    pub from: Instant,
    /// None while it lasts.
    pub until: Option<Instant>,
}

/// Somebody who wrote, with the houses they belonged to while writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writer {
    pub person: Option<PersonId>,
    pub houses: BTreeSet<InstitutionId>,
}

/// A text: one revision and what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub revision: RevisionId,
    pub fingerprint: Fingerprint,
}

/// An open question to the other houses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub text: Text,
    pub at: Instant,
    pub by: Option<PersonId>,
    pub due: Option<Instant>,
    pub mode: Mode,
    pub chosen: Option<InstitutionId>,
    /// Who was asked since the proposal, or since its missed time was moved, in this order.
    pub asked: Vec<Asked>,
    /// Nobody was left to be asked, and that was said.
    pub nobody_left_at: Option<Instant>,
}

/// One house asked to sign off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub house: InstitutionId,
    pub person: Option<PersonId>,
    pub at: Instant,
    pub until: Instant,
}

/// An approval that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub text: Text,
    pub by: Option<PersonId>,
    pub house: Option<InstitutionId>,
    pub due: Instant,
    /// It cannot be shown before this: the approval, or its last move.
    pub earliest: Instant,
}

/// What the public sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    pub text: Text,
    pub since: Instant,
}

/// A dated mark with its reason: held, withdrawn, archived, returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub at: Instant,
    pub by: Option<PersonId>,
    pub reason: String,
}

/// Where the newest text is on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// `promised`: it had been proposed or approved for this time before the text was changed.
    Draft {
        due: Option<Instant>,
        promised: bool,
    },
    Proposed(Proposal),
    Returned {
        mark: Mark,
        due: Option<Instant>,
    },
    Approved(Signed),
}

impl Way {
    pub(super) fn due(&self) -> Option<Instant> {
        match self {
            Way::Draft { due, .. } | Way::Returned { due, .. } => *due,
            Way::Proposed(proposal) => proposal.due,
            Way::Approved(signed) => Some(signed.due),
        }
    }
}

/// A post as its steps left it; with the clock it tells everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub(super) way: Way,
    pub(super) text: Option<Text>,
    pub(super) known: BTreeMap<RevisionId, Fingerprint>,
    pub(super) writers: Vec<Writer>,
    pub(super) signed_writers: Vec<Writer>,
    pub(super) live: Option<Live>,
    pub(super) first_public_at: Option<Instant>,
    pub(super) held: Option<Mark>,
    pub(super) withdrawn: Option<Mark>,
    pub(super) archived: Option<Mark>,
    pub(super) missed_told: Option<Instant>,
    pub(super) halts: Vec<Halt>,
}

impl Standing {
    /// Says where the newest text stands at an instant.
    pub fn state(&self, now: Instant) -> State {
        let then = self.settled(now);
        if then.withdrawn.is_some() {
            return State::Withdrawn;
        }
        if then.held.is_some() {
            return State::OnHold;
        }
        if then.archived.is_some() {
            return State::Archived;
        }
        let passed = |due: &Option<Instant>| due.is_some_and(|due| due <= now);
        match &then.way {
            Way::Draft { .. } | Way::Approved(_) if then.is_unchanged() => State::Public,
            Way::Draft { due, promised: true } if passed(due) => State::Missed,
            Way::Draft { .. } => State::Draft,
            Way::Proposed(proposal) if passed(&proposal.due) => State::Missed,
            Way::Proposed(_) => State::Proposed,
            Way::Returned { .. } => State::Returned,
            Way::Approved(_) => State::Planned,
        }
    }

    /// Names what the public sees at an instant: the last approved revision whose time had come,
    /// also while a correction of it is under way; nothing while the post is held or withdrawn.
    /// An archived post stays readable.
    pub fn public_revision(&self, now: Instant) -> Option<RevisionId> {
        self.shown(now).map(|live| live.text.revision)
    }

    /// Names what the public sees, and since when this text is shown.
    pub fn shown(&self, now: Instant) -> Option<Live> {
        let then = self.settled(now);
        if then.held.is_some() || then.withdrawn.is_some() { None } else { then.live }
    }

    /// Names the text that was last public, also while the post is held or withdrawn.
    pub fn live_text(&self, now: Instant) -> Option<Text> {
        self.settled(now).live.map(|live| live.text)
    }

    /// Says when the post was put away.
    pub fn archived_at(&self) -> Option<Instant> {
        self.archived.as_ref().map(|mark| mark.at)
    }

    /// Tells whether the post is shown among the news, which an archived one is not.
    pub fn is_news(&self, now: Instant) -> bool {
        self.archived.is_none() && self.shown(now).is_some()
    }

    /// Says when the post was first public; corrections and holds do not change it.
    pub fn first_public_at(&self, now: Instant) -> Option<Instant> {
        self.settled(now).first_public_at
    }

    /// Tells whether the newest text is a change to one that is public.
    pub fn is_correction(&self, now: Instant) -> bool {
        let then = self.settled(now);
        then.live.is_some() && !then.is_unchanged()
    }

    /// Says when the approved text becomes public by itself, if it is not yet.
    pub fn opens_at(&self, now: Instant) -> Option<Instant> {
        let then = self.settled(now);
        match &then.way {
            Way::Approved(signed) if !then.is_unchanged() && !then.is_hidden() => then.opening(signed),
            _ => None,
        }
    }

    /// Tells whether a halt of the whole Verbund keeps the approved text back at an instant, so
    /// that whoever ends the halt can be told what will appear at once.
    pub fn is_halted(&self, now: Instant) -> bool {
        let then = self.settled(now);
        match &then.way {
            Way::Approved(signed) => !then.is_unchanged() && !then.is_hidden() && signed.due <= now,
            _ => false,
        }
    }

    /// The time for which the newest text is meant, approved or not; none once it is public.
    pub fn due(&self, now: Instant) -> Option<Instant> {
        let then = self.settled(now);
        if then.is_unchanged() { None } else { then.way.due() }
    }

    /// The newest text.
    pub fn text(&self) -> Option<&Text> {
        self.text.as_ref()
    }

    /// The proposal that waits for an answer, also when its time has passed.
    pub fn proposal(&self) -> Option<&Proposal> {
        match &self.way {
            Way::Proposed(proposal) => Some(proposal),
            _ => None,
        }
    }

    /// The approval that the newest text has.
    pub fn signed(&self) -> Option<&Signed> {
        match &self.way {
            Way::Approved(signed) => Some(signed),
            _ => None,
        }
    }

    /// Tells whether the text was changed after it had been proposed or approved, and was not
    /// proposed again.
    pub fn is_lapsed(&self) -> bool {
        matches!(self.way, Way::Draft { promised: true, .. })
    }

    /// Who wrote or changed the text since the last approval.
    pub fn writers(&self) -> &[Writer] {
        &self.writers
    }

    /// Tells whether a person wrote since the last approval, or wrote what it approved.
    pub fn is_author(&self, person: &PersonId) -> bool {
        let wrote = |writer: &Writer| writer.person.as_ref() == Some(person);
        self.writers.iter().any(wrote) || self.signed_writers.iter().any(wrote)
    }

    /// Why the post was returned, put on hold or withdrawn, whichever counts now.
    pub fn mark(&self) -> Option<&Mark> {
        let returned = match &self.way {
            Way::Returned { mark, .. } => Some(mark),
            _ => None,
        };
        self.withdrawn.as_ref().or(self.held.as_ref()).or(returned)
    }

    /// The missed time of which nobody has been told yet.
    pub fn missed_untold(&self, now: Instant) -> Option<Instant> {
        let due = self.way.due()?;
        (self.state(now) == State::Missed && self.missed_told != Some(due)).then_some(due)
    }

    /// Gives the post as it is when the clock has come to `now`.
    pub(super) fn settled(&self, now: Instant) -> Standing {
        let mut then = self.clone();
        then.settle(now);
        then
    }

    /// Lets an approved text whose time has come be the one that is shown.
    pub(super) fn settle(&mut self, now: Instant) {
        let Way::Approved(signed) = &self.way else { return };
        if self.is_hidden() || self.is_unchanged() {
            return;
        }
        if let Some(since) = self.opening(signed).filter(|opening| *opening <= now) {
            self.live = Some(Live { text: signed.text.clone(), since });
            self.first_public_at.get_or_insert(since);
        }
    }

    /// The first instant at which an approved text may be shown: due, and in no halt.
    fn opening(&self, signed: &Signed) -> Option<Instant> {
        let mut at = signed.due.max(signed.earliest);
        let mut halts: Vec<&Halt> = self.halts.iter().collect();
        halts.sort_by_key(|halt| halt.from);
        for halt in halts.into_iter().filter(|halt| halt.until.is_none_or(|until| until > halt.from)) {
            if halt.from <= at && halt.until.is_none_or(|until| at < until) {
                at = halt.until?;
            }
        }
        Some(at)
    }

    fn is_hidden(&self) -> bool {
        self.held.is_some() || self.withdrawn.is_some() || self.archived.is_some()
    }

    /// Tells whether the newest text is the one that the public has.
    pub(super) fn is_unchanged(&self) -> bool {
        match (&self.live, &self.text) {
            (Some(live), Some(text)) => live.text.fingerprint == text.fingerprint,
            _ => false,
        }
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
