//! An actor of ours: under which addresses it is found, and by which handle people name it.
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;

crate::ids! {
    /// An actor of ours.
    ActorId,
}

/// The handle of the actor that stands for the installation: no Verbund can have this slug.
pub const INSTALLATION_HANDLE: &str = "verbund";

/// What an actor stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Consortium,
    House,
    Installation,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Consortium => "consortium",
            Kind::House => "house",
            Kind::Installation => "installation",
        }
    }

    /// Gives the type under which networks know such an actor. A house is an Organization and not
    /// a Service, because Mastodon marks services as robots.
    pub fn activity_type(self) -> &'static str {
        match self {
            Kind::Consortium => "Group",
            Kind::House => "Organization",
            Kind::Installation => "Application",
        }
    }
}

/// An actor, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Actor {
    pub id: ActorId,
    pub kind: String,
    pub consortium_id: Option<ConsortiumId>,
    pub institution_id: Option<InstitutionId>,
    pub handle: String,
    /// Addresses of accounts elsewhere that are the same (JSON).
    pub also_known_as: String,
    /// Where its followers were sent; empty while it speaks.
    pub moved_to: String,
    pub moved_at: Option<Instant>,
    pub successor_id: Option<ActorId>,
    pub told: String,
    pub created_at: Instant,
}

impl Actor {
    pub fn kind(&self) -> Kind {
        match self.kind.as_str() {
            "consortium" => Kind::Consortium,
            "house" => Kind::House,
            _ => Kind::Installation,
        }
    }

    /// Gives the id by which other servers know the actor; it holds no name, so it never changes.
    pub fn url(&self, config: &Config) -> String {
        format!("{}/ap/actor/{}", config.public_url, self.id)
    }

    pub fn inbox_url(&self, config: &Config) -> String {
        self.below(config, "inbox")
    }

    pub fn outbox_url(&self, config: &Config) -> String {
        self.below(config, "outbox")
    }

    pub fn followers_url(&self, config: &Config) -> String {
        self.below(config, "followers")
    }

    pub fn following_url(&self, config: &Config) -> String {
        self.below(config, "following")
    }

    pub fn featured_url(&self, config: &Config) -> String {
        self.below(config, "featured")
    }

    /// Names the key with which the actor signs.
    pub fn key_id(&self, config: &Config) -> String {
        format!("{}#main-key", self.url(config))
    }

    /// Gives the handle as people write it: `@muebi@verbund.example`.
    pub fn full_handle(&self, config: &Config) -> String {
        format!("@{}@{}", self.handle, config.public_host())
    }

    /// Gives the addresses of accounts elsewhere that are the same.
    pub fn also_known_as(&self) -> Vec<String> {
        serde_json::from_str(&self.also_known_as).unwrap_or_default()
    }

    fn below(&self, config: &Config, name: &str) -> String {
        format!("{}/{name}", self.url(config))
    }
}

/// Gives the one inbox for all actors of the installation.
pub fn shared_inbox(config: &Config) -> String {
    format!("{}/ap/inbox", config.public_url)
}

/// Reads which actor of ours an address is; none if it is somebody else's or not an actor.
pub fn own_actor(config: &Config, url: &str) -> Option<ActorId> {
    own(config, url, "/ap/actor/").map(ActorId)
}

/// Reads the id behind an address of ours: exactly one piece after `below`.
pub(super) fn own(config: &Config, url: &str, below: &str) -> Option<String> {
    let id = url.strip_prefix(&config.public_url)?.strip_prefix(below)?;
    let is_id = !id.is_empty() && id.len() <= 64;
    (is_id && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')).then(|| id.to_owned())
}
