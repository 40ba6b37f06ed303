//! One sending, and where it stands.
use super::DeliveryId;
use crate::base::clock::Instant;
use crate::channel::ChannelId;
use crate::channel::outcome::Remote;
use crate::consortium::ConsortiumId;
use crate::media::PictureId;
use crate::post::{PostId, RevisionId};

/// What is to be done with a post on a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    Publish,
    Correct,
    Withdraw,
}

impl Act {
    pub const ALL: [Act; 3] = [Act::Publish, Act::Correct, Act::Withdraw];

    pub fn code(self) -> &'static str {
        match self {
            Act::Publish => "publish",
            Act::Correct => "correct",
            Act::Withdraw => "withdraw",
        }
    }

    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// Where a sending stands; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It goes out at `next_at`.
    Waiting,
    /// It is there, corrected, or taken back.
    Sent,
    /// Surely nothing went out yet; it is tried again at `next_at`.
    Retry,
    /// It may have arrived and nobody knows. Until `next_at` is none, the program looks by itself.
    Unconfirmed,
    Refused,
    /// The channel has to be connected anew; then it goes on by itself.
    Reconnect,
    /// Of a publication: it is not there any more, or never went out and will not.
    Withdrawn,
    /// Its time passed while nothing ran; a person says whether it still goes out.
    Lapsed,
    /// It waits for a person to carry it there.
    ByHand,
}

impl State {
    pub const ALL: [State; 9] = [
        State::Waiting,
        State::Sent,
        State::Retry,
        State::Unconfirmed,
        State::Refused,
        State::Reconnect,
        State::Withdrawn,
        State::Lapsed,
        State::ByHand,
    ];

    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sent => "sent",
            State::Retry => "retry",
            State::Unconfirmed => "unconfirmed",
            State::Refused => "refused",
            State::Reconnect => "reconnect",
            State::Withdrawn => "withdrawn",
            State::Lapsed => "lapsed",
            State::ByHand => "by_hand",
        }
    }

    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Tells whether surely nothing is out, and it is still to go.
    pub fn is_ahead(self) -> bool {
        matches!(self, State::Waiting | State::Retry | State::Reconnect)
    }

    /// Tells whether nothing more will come of it by itself or by anybody.
    pub fn is_over(self) -> bool {
        matches!(self, State::Sent | State::Withdrawn)
    }
}

/// A sending, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    pub id: DeliveryId,
    pub consortium_id: ConsortiumId,
    pub post_id: PostId,
    pub channel_id: ChannelId,
    /// Its place in the history of this post on this channel, from 1.
    pub turn: i64,
    pub revision_id: RevisionId,
    pub act: String,
    pub state: String,
    pub due_at: Instant,
    pub next_at: Option<Instant>,
    pub tries: i64,
    pub looks: i64,
    pub lost: i64,
    pub leased_by: Option<String>,
    pub lease_until: Option<Instant>,
    pub remote: String,
    pub remote_url: String,
    pub why: String,
    pub pictures: String,
    pub without: i64,
    pub decided_by: Option<String>,
    /// Of a correction: since when a picture that stands there may not be shown any more. Such a one
    /// goes out like a withdrawal, whatever is switched off or held.
    pub picture_gone_at: Option<Instant>,
    pub created_at: Instant,
    pub changed_at: Instant,
    pub sent_at: Option<Instant>,
}

impl Delivery {
    /// A sending that has not been written down yet.
    pub fn new(of: &Delivered<'_>, turn: i64, act: Act, revision: &RevisionId, now: Instant) -> Delivery {
        Delivery {
            id: DeliveryId::new(),
            consortium_id: of.consortium.clone(),
            post_id: of.post.clone(),
            channel_id: of.channel.clone(),
            turn,
            revision_id: revision.clone(),
            act: act.code().into(),
            state: State::Waiting.code().into(),
            due_at: now,
            next_at: Some(now),
            tries: 0,
            looks: 0,
            lost: 0,
            leased_by: None,
            lease_until: None,
            remote: String::new(),
            remote_url: String::new(),
            why: String::new(),
            pictures: "[]".into(),
            without: 0,
            decided_by: None,
            picture_gone_at: None,
            created_at: now,
            changed_at: now,
            sent_at: None,
        }
    }

    pub fn act(&self) -> Act {
        Act::from_code(&self.act).unwrap_or(Act::Publish)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Unconfirmed)
    }

    pub fn stand(&mut self, state: State, now: Instant) {
        self.state = state.code().into();
        self.changed_at = now;
    }

    /// Tells whether a process has it in hand.
    pub fn is_in_hand(&self, now: Instant) -> bool {
        self.lease_until.is_some_and(|until| until > now)
    }

    /// Gives the pictures that went along, or may have.
    pub fn carried(&self) -> Vec<PictureId> {
        serde_json::from_str(&self.pictures).unwrap_or_default()
    }

    /// Gives where it stands in its network; none where nothing was ever told.
    pub fn remote(&self) -> Option<Remote> {
        serde_json::from_str(&self.remote).ok()
    }
}

/// Which post on which channel a sending is about.
#[derive(Debug, Clone, Copy)]
pub struct Delivered<'a> {
    pub consortium: &'a ConsortiumId,
    pub post: &'a PostId,
    pub channel: &'a ChannelId,
}
