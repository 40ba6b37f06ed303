//! How the sendings are found that people see at the desk.
use super::state::Delivery;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::ChannelId;
use crate::consortium::ConsortiumId;

/// How many are shown at once.
const MOST: i64 = 100;

/// What tells how a post stands on a channel, with the post it is about.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Told {
    #[sqlx(flatten)]
    pub row: Delivery,
    pub number: i64,
    pub title: String,
}

/// Gives the newest sending of each post on each channel, the newest first; `state` is the code of
/// one, `open` for those that wait for a person, or empty for all.
pub async fn told(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    channel: Option<&ChannelId>,
    state: &str,
) -> Result<Vec<Told>> {
    Ok(sqlx::query_as(
        "SELECT d.*, p.number, p.title FROM delivery d JOIN post p ON p.id = d.post_id
         JOIN channel c ON c.id = d.channel_id
         WHERE d.consortium_id = $1 AND ($2 = '' OR d.channel_id = $2)
           AND d.turn = (SELECT MAX(o.turn) FROM delivery o
                         WHERE o.post_id = d.post_id AND o.channel_id = d.channel_id)
           AND ($3 = '' OR d.state = $3 OR ($3 = 'open' AND c.ended_at IS NULL
             AND (d.state IN ('refused', 'reconnect', 'lapsed', 'by_hand')
               OR (d.state = 'unconfirmed' AND d.next_at IS NULL))))
         ORDER BY d.changed_at DESC, d.id LIMIT $4",
    )
    .bind(consortium)
    .bind(channel.map_or("", ChannelId::as_str))
    .bind(state)
    .bind(MOST)
    .fetch_all(conn)
    .await?)
}
