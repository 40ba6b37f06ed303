//! A post: drafted, proposed, signed off by another house, public when due.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;

pub mod acting;
pub mod dossier;
pub mod editing;
pub mod names;
pub mod planning;
pub mod showing;
pub mod signoff;
pub mod store;
pub mod store_dossier;
pub mod store_names;
pub mod talking;
pub mod today;
pub mod writing;

#[cfg(test)]
mod desk_tests;
#[cfg(test)]
mod editor_tests;
#[cfg(test)]
mod dossier_tests;
#[cfg(test)]
pub(crate) mod play_tests;
#[cfg(test)]
mod web_tests;

use signoff::state::State;

crate::ids! {
    /// A post.
    PostId,
    /// One version of a post's text; it never changes.
    RevisionId,
}

/// A post as lists need it: what its history comes to. Read `dossier` for the whole.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Post {
    pub id: PostId,
    pub consortium_id: ConsortiumId,
    /// The number by which people and addresses name the post within its Verbund.
    pub number: i64,
    pub created_by: Option<String>,
    pub created_at: Instant,
    pub changed_at: Instant,
    pub head_revision_id: Option<RevisionId>,
    /// The newest title, empty in a draft that has none.
    pub title: String,
    pub state: String,
    pub turns_at: Option<Instant>,
    pub turns_to: Option<String>,
    pub due_at: Option<Instant>,
    pub live_revision_id: Option<RevisionId>,
    pub next_revision_id: Option<RevisionId>,
    pub opens_at: Option<Instant>,
    pub first_public_at: Option<Instant>,
    pub hidden_at: Option<Instant>,
    pub archived_at: Option<Instant>,
}

impl Post {
    /// Says where the newest text stands at an instant; nothing has to run for it to be true.
    pub fn state(&self, now: Instant) -> State {
        let code = match (&self.turns_to, self.turns_at) {
            (Some(then), Some(at)) if at <= now => then,
            _ => &self.state,
        };
        State::from_code(code).unwrap_or(State::Draft)
    }

    /// Names what the public sees at an instant.
    pub fn public_revision(&self, now: Instant) -> Option<&RevisionId> {
        if self.hidden_at.is_some() {
            return None;
        }
        let opened = self.opens_at.is_some_and(|at| at <= now);
        if opened { self.next_revision_id.as_ref() } else { self.live_revision_id.as_ref() }
    }

    /// Says since when the public has seen the post, corrections apart; none before.
    pub fn public_since(&self, now: Instant) -> Option<Instant> {
        self.public_revision(now)?;
        self.first_public_at.or(self.opens_at)
    }
}
