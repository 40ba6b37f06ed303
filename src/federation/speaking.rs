//! In whose name a post is said. Two voices: the houses speak and the Verbund shares, or the Verbund
//! speaks and names the houses.
use serde::Deserialize;

use super::actor::Actor;
use super::{store_actor, store_spoken};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::{Channel, Network, store as channel_store};
use crate::consortium::{Consortium, ConsortiumId};
use crate::institution::{self, Institution, InstitutionId};
use crate::post::PostId;

/// Who says what a Verbund publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The house whose post it is says it, and the Verbund shares it: readers see whose it is.
    #[default]
    Houses,
    /// The Verbund says it and names the houses.
    Verbund,
}

impl Voice {
    /// The code under which a voice is kept.
    pub fn code(self) -> &'static str {
        match self {
            Voice::Houses => "houses",
            Voice::Verbund => "verbund",
        }
    }

    pub fn from_code(code: &str) -> Option<Voice> {
        [Voice::Houses, Voice::Verbund].into_iter().find(|voice| voice.code() == code)
    }
}

/// What members decide about the channel, as `channel.settings` keeps it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Settings {
    voice: Voice,
}

/// Who says a post, and who shares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speakers {
    pub speaker: Actor,
    /// The Verbund, where a house speaks.
    pub sharer: Option<Actor>,
}

impl Speakers {
    /// Gives the Verbund's actor: it is the group in which the post stands, whoever says it.
    pub fn group(&self) -> &Actor {
        self.sharer.as_ref().unwrap_or(&self.speaker)
    }
}

/// Reads the voice out of a channel's settings; what cannot be read is the usual one.
pub fn voice(settings: &str) -> Voice {
    serde_json::from_str::<Settings>(settings).unwrap_or_default().voice
}

/// Gives the channel by which a Verbund speaks in the Fediverse now, if it does.
pub async fn channel_of(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Option<Channel>> {
    let channels = channel_store::of_consortium(conn, id).await?;
    Ok(channels.into_iter().find(|it| it.network() == Network::Fediverse && it.is_on(now)))
}

/// Gives who says a post, and writes it down the first time: it stays so, whatever voice is chosen
/// later and whichever houses a correction names. In a transaction of the Verbund.
pub async fn speakers(
    conn: &mut Conn,
    consortium: &Consortium,
    channel: &Channel,
    post: &PostId,
    byline: &[InstitutionId],
    now: Instant,
) -> Result<Speakers> {
    if let Some(known) = store_spoken::of_post(conn, post).await? {
        return Ok(known);
    }
    let verbund = store_actor::ensure_for_consortium(conn, consortium, now).await?;
    let house = match voice(&channel.settings) {
        Voice::Houses => first_house(conn, consortium, byline).await?,
        Voice::Verbund => None,
    };
    let speakers = match house {
        Some(house) => {
            let speaker = store_actor::ensure_for_house(conn, consortium, &house, now).await?;
            Speakers { speaker, sharer: Some(verbund) }
        }
        None => Speakers { speaker: verbund, sharer: None },
    };
    store_spoken::remember(conn, post, &speakers, now).await?;
    Ok(speakers)
}

async fn first_house(
    conn: &mut Conn,
    consortium: &Consortium,
    byline: &[InstitutionId],
) -> Result<Option<Institution>> {
    let houses = institution::store::of_consortium(conn, &consortium.id).await?;
    Ok(byline.iter().find_map(|id| houses.iter().find(|house| house.id == *id)).cloned())
}
