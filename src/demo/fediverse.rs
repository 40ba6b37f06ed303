//! The Fediverse of the demo: a channel that is on, and people on servers that do not exist. They can be
//! answered; what is said to them leaves the program for nowhere.
use super::days::Days;
use super::ground::Ground;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::incoming::Author;
use crate::channel::{Channel, ChannelId, Network, store as channel_store, work as channel_work};
use crate::federation::remote::RemoteActor;
use crate::federation::store_remote;

/// Switches it on for a Verbund.
pub async fn enter(conn: &mut Conn, ground: &Ground, days: &Days) -> Result<ChannelId> {
    let begun = days.at(-45, 8, 0);
    let channel = Channel {
        purpose: "Menschen erreichen, die offene Netze benutzen.".into(),
        responsible: "Wer gerade koordiniert, vertreten vom Haus des Tages".into(),
        alternative: "Dieselben Beiträge stehen auf unserer Seite und in ihren Feeds.".into(),
        review_at: Some(days.at(300, 9, 0)),
        // What was public before does not follow.
        on_at: Some(days.now),
        ..Channel::new(&ground.consortium.id, Network::Fediverse, "Fediverse", begun)
    };
    channel_store::insert(conn, &channel).await?;
    channel_work::plan_review(conn, &channel).await?;
    Ok(channel.id)
}

/// Lets somebody be known, so that nobody has to be asked where they are reached.
pub async fn know(conn: &mut Conn, author: &Author, host: &str, at: Instant) -> Result<()> {
    let somebody = RemoteActor {
        id: author.id.clone(),
        host: host.to_owned(),
        handle: author.handle.clone(),
        name: author.name.clone(),
        url: author.url.clone(),
        inbox: format!("{}/inbox", author.id),
        shared_inbox: String::new(),
        key_id: String::new(),
        public_pem: String::new(),
        moved_to: String::new(),
        read_at: at,
        gone_at: None,
    };
    store_remote::save(conn, &somebody).await
}
