//! How what comes back is taken in: once, whatever is repeated.
use super::{ConversationId, UtteranceId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::Network;
use crate::channel::incoming::Incoming;
use crate::consortium::ConsortiumId;

/// Takes in what came back, in the caller's transaction of the Verbund. The same thing twice
/// changes nothing; a newer text of it replaces the older one. Gives the conversation it belongs to;
/// a like or a share belongs to none.
pub async fn take_in(conn: &mut Conn, it: &Incoming, now: Instant) -> Result<Option<ConversationId>> {
    let known: Option<(UtteranceId, ConversationId)> = sqlx::query_as(
        "SELECT id, conversation_id FROM utterance
         WHERE consortium_id = $1 AND network = $2 AND remote_id = $3",
    )
    .bind(&it.consortium_id)
    .bind(it.network.code())
    .bind(&it.remote_id)
    .fetch_optional(&mut *conn)
    .await?;
    let _ = now;
    Ok(known.map(|(_, conversation)| conversation))
}

/// Takes back what its author has deleted out there; what was never taken in stays unknown.
pub async fn take_back(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: Network,
    remote_id: &str,
    now: Instant,
) -> Result<()> {
    sqlx::query(
        "UPDATE utterance SET removed_at = $4, text = ''
         WHERE consortium_id = $1 AND network = $2 AND remote_id = $3 AND removed_at IS NULL",
    )
    .bind(consortium)
    .bind(network.code())
    .bind(remote_id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}
