//! The steps of a post: dated facts, each with a name, from which everything else is derived.
use serde::{Deserialize, Serialize};

use super::approval::{Approval, Mode};
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

/// One fact in the history of a post: who did what, when, and for which house.
///
/// Steps are only ever added, in the order in which they happened. They are shown inside the
/// Verbund and never outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub at: Instant,
    /// Nobody where the system acted because time had passed.
    pub by: Option<PersonId>,
    /// The house for which the person acted; none for a coordination without a house.
    pub house: Option<InstitutionId>,
    pub act: Act,
}

impl Step {
    /// A step of a person, for a house if there is one.
    pub fn of(at: Instant, by: PersonId, house: Option<InstitutionId>, act: Act) -> Self {
        Step { at, by: Some(by), house, act }
    }

    /// A step of the system, by the clock.
    pub fn by_clock(at: Instant, act: Act) -> Self {
        Step { at, by: None, house: None, act }
    }
}

/// What tells two texts apart: a digest of everything a reader gets to see of a revision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl From<&str> for Fingerprint {
    fn from(digest: &str) -> Self {
        Fingerprint(digest.to_owned())
    }
}

/// What can happen to a post.
///
/// That an approval lapsed, that a post became public and that its time was missed are no acts:
/// they follow from these and from the clock, so nothing has to run for them to be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// The text was saved. `houses` are all houses of the writer at that time, whatever the
    /// byline says. A text with the fingerprint of the one before counts as no change.
    Written { revision: RevisionId, fingerprint: Fingerprint, houses: Vec<InstitutionId> },
    /// Sign-off was asked for. The mode is the Verbund's at this moment and stays with the
    /// proposal. Without a due time the post is public as soon as it is approved.
    Proposed { revision: RevisionId, due: Option<Instant>, mode: Mode, chosen: Option<InstitutionId> },
    /// The author took the proposal back.
    Retracted,
    /// A house, or one person of it, was asked to sign off by an instant.
    Asked { house: InstitutionId, person: Option<PersonId>, until: Instant },
    /// Nobody is left who could be asked; coordinator and author were told.
    NobodyLeft,
    /// Signed off; only `approval::may_approve` makes one.
    Approved(Approval),
    /// Given back to the author, also after an approval as long as the post is not public.
    Returned { reason: String },
    /// Stopped: nothing of the post is shown until it is released.
    Held { reason: Option<String> },
    /// The stop was ended. What became due meanwhile is public from here, or from the instant given.
    Released { due: Option<Instant> },
    /// Coordinator and author were told that this due time passed without an approval.
    Missed { due: Instant },
    /// The time was changed.
    Moved { due: Instant },
    /// Taken from the public; needs nobody's agreement.
    Withdrawn { reason: String },
    /// Made a draft again after a withdrawal; it needs a new approval to be shown.
    Restored,
    /// Put away: readable in the archive if it was public, but on no front page and in no plan.
    Archived,
    /// Taken out of the archive.
    Reopened,
}
