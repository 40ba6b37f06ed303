//! How it is found to which conversation something belongs, also when the answer came before the
//! question.
use super::{Conversation, ConversationId, Utterance};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// Finds what was said by what its network calls it.
pub async fn by_remote(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    remote_id: &str,
) -> Result<Option<Utterance>> {
    if remote_id.is_empty() {
        return Ok(None);
    }
    Ok(sqlx::query_as("SELECT * FROM utterance WHERE consortium_id = $1 AND network = $2 AND remote_id = $3")
        .bind(consortium)
        .bind(network)
        .bind(remote_id)
        .fetch_optional(conn)
        .await?)
}

/// Finds the newest conversation that began below the same thing, with the same author.
pub async fn by_root(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    root: &str,
    author: &str,
) -> Result<Option<Conversation>> {
    Ok(sqlx::query_as(
        "SELECT * FROM conversation WHERE consortium_id = $1 AND network = $2 AND root = $3 AND author_id = $4
           AND joined_to IS NULL AND forgotten_at IS NULL ORDER BY number DESC LIMIT 1",
    )
    .bind(consortium)
    .bind(network)
    .bind(root)
    .bind(author)
    .fetch_optional(conn)
    .await?)
}

/// Finds the newest open conversation among us and one author alone.
pub async fn direct(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    author: &str,
) -> Result<Option<Conversation>> {
    Ok(sqlx::query_as(
        "SELECT * FROM conversation WHERE consortium_id = $1 AND network = $2 AND author_id = $3
           AND kind = 'direct' AND joined_to IS NULL AND closed_at IS NULL ORDER BY number DESC LIMIT 1",
    )
    .bind(consortium)
    .bind(network)
    .bind(author)
    .fetch_optional(conn)
    .await?)
}

/// Lists the conversations that wait for something to arrive below which they began.
pub async fn waiting_for(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    remote_id: &str,
) -> Result<Vec<Conversation>> {
    Ok(sqlx::query_as(
        "SELECT * FROM conversation WHERE consortium_id = $1 AND network = $2 AND root = $3
           AND joined_to IS NULL ORDER BY number",
    )
    .bind(consortium)
    .bind(network)
    .bind(remote_id)
    .fetch_all(conn)
    .await?)
}

/// Joins a conversation to the one it turned out to be a part of: everything in it moves there, and
/// its own page leads there.
pub async fn join(conn: &mut Conn, from: &ConversationId, to: &ConversationId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE utterance SET conversation_id = $2 WHERE conversation_id = $1")
        .bind(from)
        .bind(to)
        .execute(&mut *conn)
        .await?;
    sqlx::query("UPDATE conversation_act SET conversation_id = $2 WHERE conversation_id = $1")
        .bind(from)
        .bind(to)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "INSERT INTO answer_draft (conversation_id, person_id, text, saved_at)
         SELECT $2, person_id, text, saved_at FROM answer_draft WHERE conversation_id = $1
         ON CONFLICT (conversation_id, person_id)
         DO UPDATE SET text = answer_draft.text || ' ' || excluded.text",
    )
    .bind(from)
    .bind(to)
    .execute(&mut *conn)
    .await?;
    sqlx::query("DELETE FROM answer_draft WHERE conversation_id = $1").bind(from).execute(&mut *conn).await?;
    sqlx::query(
        "UPDATE conversation SET joined_to = $2, person_id = NULL, due_at = NULL, half_at = NULL, changed_at = $3
         WHERE id = $1",
    )
    .bind(from)
    .bind(to)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts what of an author, and of a host, was taken in since an instant.
pub async fn taken_since(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    author: &str,
    host: &str,
    since: Instant,
) -> Result<(i64, i64)> {
    let (of_author,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM utterance WHERE consortium_id = $1 AND author_id = $2 AND taken_at > $3",
    )
    .bind(consortium)
    .bind(author)
    .bind(since)
    .fetch_one(&mut *conn)
    .await?;
    if host.is_empty() {
        return Ok((of_author, 0));
    }
    let (of_host,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM utterance WHERE consortium_id = $1 AND author_host = $2 AND taken_at > $3",
    )
    .bind(consortium)
    .bind(host)
    .bind(since)
    .fetch_one(conn)
    .await?;
    Ok((of_author, of_host))
}

/// Finds the newest conversation with an author, else with anybody of a host.
pub async fn newest_of(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    author: &str,
    host: &str,
) -> Result<Option<ConversationId>> {
    let row: Option<(ConversationId,)> = sqlx::query_as(
        "SELECT conversation_id FROM utterance WHERE consortium_id = $1 AND (author_id = $2 OR author_host = $3)
         ORDER BY CASE WHEN author_id = $2 THEN 0 ELSE 1 END, taken_at DESC LIMIT 1",
    )
    .bind(consortium)
    .bind(author)
    .bind(host)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}
