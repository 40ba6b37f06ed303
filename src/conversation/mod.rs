//! The Eingang: what people answer anywhere becomes a conversation, with a house it concerns, a
//! person who answers, and a time to answer by.
use crate::base::clock::Instant;
use crate::channel::{ChannelId, Network};
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::PostId;

pub mod answering;
pub mod asking;
pub mod desk;
pub mod due;
pub mod moderating;
pub mod routing;
pub mod store;
pub mod store_act;
pub mod store_answer;
pub mod store_block;
pub mod store_intake;
pub mod store_route;
pub mod store_thread;
pub mod taking;
pub mod telling;
pub mod today;

crate::ids! {
    /// A conversation with somebody out there.
    ConversationId,
    /// One thing said in a conversation, by them or by us.
    UtteranceId,
    /// A refusal to take anything in from an author or a host.
    BlockId,
}

/// The kind of the job that sends an answer of ours; its payload is the id of the utterance.
pub const ANSWER: &str = "net-answer";

/// Where a conversation takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Begun by the form on the Verbund's own pages; we answer by mail.
    Site,
    Network(Network),
}

impl Origin {
    /// The code under which an origin is kept and by which texts choose.
    pub fn code(self) -> &'static str {
        match self {
            Origin::Site => "site",
            Origin::Network(network) => network.code(),
        }
    }

    pub fn from_code(code: &str) -> Origin {
        Network::from_code(code).map_or(Origin::Site, Origin::Network)
    }
}

/// A conversation, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Conversation {
    pub id: ConversationId,
    pub consortium_id: ConsortiumId,
    pub number: i64,
    pub network: String,
    pub channel_id: Option<ChannelId>,
    pub kind: String,
    pub post_id: Option<PostId>,
    /// Below what it stands there, as its network calls it.
    pub root: String,
    pub author_id: String,
    /// The house it concerns; none is the Verbund itself.
    pub institution_id: Option<InstitutionId>,
    pub routed_by: String,
    pub person_id: Option<PersonId>,
    pub due_at: Option<Instant>,
    pub half_at: Option<Instant>,
    pub half_told_for: Option<Instant>,
    pub due_told_for: Option<Instant>,
    pub told_at: Option<Instant>,
    pub begun_at: Instant,
    pub heard_at: Instant,
    pub changed_at: Instant,
    /// How much more came than is kept.
    pub unkept: i64,
    pub closed_at: Option<Instant>,
    pub closed_by: Option<PersonId>,
    pub joined_to: Option<ConversationId>,
    pub forgotten_at: Option<Instant>,
}

impl Conversation {
    /// A conversation that begins now: without a number, which it gets when it is written down, and
    /// with nobody in charge yet.
    pub fn begun(consortium: &ConsortiumId, network: &str, kind: &str, now: Instant) -> Conversation {
        Conversation {
            id: ConversationId::new(),
            consortium_id: consortium.clone(),
            number: 0,
            network: network.to_owned(),
            channel_id: None,
            kind: kind.to_owned(),
            post_id: None,
            root: String::new(),
            author_id: String::new(),
            institution_id: None,
            routed_by: String::new(),
            person_id: None,
            due_at: None,
            half_at: None,
            half_told_for: None,
            due_told_for: None,
            told_at: None,
            begun_at: now,
            heard_at: now,
            changed_at: now,
            unkept: 0,
            closed_at: None,
            closed_by: None,
            joined_to: None,
            forgotten_at: None,
        }
    }

    pub fn origin(&self) -> Origin {
        Origin::from_code(&self.network)
    }

    pub fn is_open(&self) -> bool {
        self.closed_at.is_none() && self.joined_to.is_none()
    }

    pub fn is_overdue(&self, now: Instant) -> bool {
        self.is_open() && self.due_at.is_some_and(|due| due <= now)
    }
}

/// Something said, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Utterance {
    pub id: UtteranceId,
    pub conversation_id: ConversationId,
    pub consortium_id: ConsortiumId,
    pub network: String,
    pub kind: String,
    pub remote_id: String,
    pub remote_url: String,
    pub in_reply_to: String,
    pub handle: String,
    pub author_id: String,
    pub author_name: String,
    pub author_handle: String,
    pub author_url: String,
    pub author_host: String,
    pub person_id: Option<PersonId>,
    pub institution_id: Option<InstitutionId>,
    pub answers_id: Option<UtteranceId>,
    pub letter_id: Option<String>,
    pub state: String,
    pub why: String,
    pub next_at: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub text: String,
    pub cut: i64,
    pub language: String,
    pub at: Instant,
    pub taken_at: Instant,
    pub edited_at: Option<Instant>,
    pub removed_at: Option<Instant>,
    pub hidden_at: Option<Instant>,
    pub hidden_by: Option<PersonId>,
    pub hidden_why: String,
}

impl Utterance {
    /// Something of which nothing is known yet but when it came.
    pub fn empty(now: Instant) -> Utterance {
        Utterance {
            id: UtteranceId::new(),
            conversation_id: ConversationId(String::new()),
            consortium_id: ConsortiumId(String::new()),
            network: String::new(),
            kind: String::new(),
            remote_id: String::new(),
            remote_url: String::new(),
            in_reply_to: String::new(),
            handle: String::new(),
            author_id: String::new(),
            author_name: String::new(),
            author_handle: String::new(),
            author_url: String::new(),
            author_host: String::new(),
            person_id: None,
            institution_id: None,
            answers_id: None,
            letter_id: None,
            state: String::new(),
            why: String::new(),
            next_at: None,
            sent_at: None,
            text: String::new(),
            cut: 0,
            language: String::new(),
            at: now,
            taken_at: now,
            edited_at: None,
            removed_at: None,
            hidden_at: None,
            hidden_by: None,
            hidden_why: String::new(),
        }
    }
}

/// The kind of an utterance that is ours.
pub const OURS: &str = "answer";

impl Utterance {
    pub fn is_ours(&self) -> bool {
        self.kind == OURS
    }

    /// Tells whether there is something of theirs that can be answered.
    pub fn is_answerable(&self) -> bool {
        !self.is_ours() && self.removed_at.is_none()
    }
}
