//! How it is kept what somebody has typed and not sent.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::conversation::ConversationId;
use crate::member::PersonId;

/// Keeps what somebody has typed; nothing typed keeps nothing.
pub async fn keep(
    conn: &mut Conn,
    conversation: &ConversationId,
    person: &PersonId,
    text: &str,
    now: Instant,
) -> Result<()> {
    if text.trim().is_empty() {
        return forget(conn, conversation, person).await;
    }
    sqlx::query(
        "INSERT INTO answer_draft (conversation_id, person_id, text, saved_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (conversation_id, person_id)
         DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
    )
    .bind(conversation)
    .bind(person)
    .bind(text)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn forget(conn: &mut Conn, conversation: &ConversationId, person: &PersonId) -> Result<()> {
    sqlx::query("DELETE FROM answer_draft WHERE conversation_id = $1 AND person_id = $2")
        .bind(conversation)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives everybody's drafts in a conversation, newest first.
pub async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<(PersonId, String, Instant)>> {
    Ok(sqlx::query_as(
        "SELECT person_id, text, saved_at FROM answer_draft WHERE conversation_id = $1 ORDER BY saved_at DESC",
    )
    .bind(conversation)
    .fetch_all(conn)
    .await?)
}
