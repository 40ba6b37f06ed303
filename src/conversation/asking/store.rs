//! How a question is remembered, and forgotten.
use sha2::{Digest, Sha256};

use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::conversation::{ConversationId, OURS};

/// What belongs to a question, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Question {
    pub conversation_id: ConversationId,
    pub consortium_id: ConsortiumId,
    pub email: String,
    pub secret_hash: String,
    pub consent_version: String,
    pub consent_text: String,
    pub consented_at: Instant,
    pub withdrawn_at: Option<Instant>,
}

/// Makes of the secret in an address what is kept of it.
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

pub async fn insert(conn: &mut Conn, it: &Question) -> Result<()> {
    sqlx::query(
        "INSERT INTO question (conversation_id, consortium_id, email, secret_hash, consent_version,
           consent_text, consented_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&it.conversation_id)
    .bind(&it.consortium_id)
    .bind(&it.email)
    .bind(&it.secret_hash)
    .bind(&it.consent_version)
    .bind(&it.consent_text)
    .bind(it.consented_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn by_conversation(conn: &mut Conn, id: &ConversationId) -> Result<Option<Question>> {
    Ok(sqlx::query_as("SELECT * FROM question WHERE conversation_id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?)
}

/// Finds a question of a Verbund by the secret that only its asker knows.
pub async fn by_secret(conn: &mut Conn, consortium: &ConsortiumId, secret: &str) -> Result<Question> {
    Ok(sqlx::query_as("SELECT * FROM question WHERE consortium_id = $1 AND secret_hash = $2")
        .bind(consortium)
        .bind(hash(secret))
        .fetch_one(conn)
        .await?)
}

/// Notes that the asker has taken the question back.
pub async fn withdraw(conn: &mut Conn, id: &ConversationId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE question SET withdrawn_at = $2 WHERE conversation_id = $1")
        .bind(id)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets a conversation: all texts, names and addresses go, that there was one stays.
pub async fn forget(conn: &mut Conn, id: &ConversationId, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE utterance SET text = '', cut = 0, author_id = '', author_name = '', author_handle = '',
           author_url = '', author_host = '', handle = '', remote_url = '', removed_at = COALESCE(removed_at, $2)
         WHERE conversation_id = $1 AND kind <> $3",
    )
    .bind(id)
    .bind(now)
    .bind(OURS)
    .execute(&mut *conn)
    .await?;
    sqlx::query("UPDATE utterance SET text = '' WHERE conversation_id = $1 AND kind = $2")
        .bind(id)
        .bind(OURS)
        .execute(&mut *conn)
        .await?;
    sqlx::query("UPDATE conversation_act SET word = '' WHERE conversation_id = $1")
        .bind(id)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM answer_draft WHERE conversation_id = $1").bind(id).execute(&mut *conn).await?;
    sqlx::query(
        "UPDATE mail SET recipient = '', body = '' WHERE id IN
                   (SELECT letter_id FROM utterance WHERE conversation_id = $1 AND letter_id IS NOT NULL)
                 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)",
    )
    .bind(id)
    .execute(&mut *conn)
    .await?;
    sqlx::query("UPDATE question SET email = '' WHERE conversation_id = $1")
        .bind(id)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "UPDATE conversation SET forgotten_at = $2, closed_at = COALESCE(closed_at, $2), author_id = '',
           due_at = NULL, half_at = NULL WHERE id = $1",
    )
    .bind(id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Lists what was closed before these instants and is not forgotten yet: questions asked on our
/// pages, and conversations of the networks.
pub async fn over(conn: &mut Conn, asked: Instant, others: Instant) -> Result<Vec<ConversationId>> {
    let rows: Vec<(ConversationId,)> = sqlx::query_as(
        "SELECT id FROM conversation WHERE forgotten_at IS NULL AND closed_at IS NOT NULL
           AND ((network = 'site' AND closed_at < $1) OR closed_at < $2) LIMIT 500",
    )
    .bind(asked)
    .bind(others)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Forgets marks that have done their work, and what the log of moderation no longer needs.
pub async fn forget_marks(conn: &mut Conn, traces: Instant, log: Instant) -> Result<()> {
    sqlx::query("DELETE FROM trace WHERE kind IN ('gone', 'unkept') AND at < $1")
        .bind(traces)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM moderation WHERE at < $1").bind(log).execute(conn).await?;
    Ok(())
}
