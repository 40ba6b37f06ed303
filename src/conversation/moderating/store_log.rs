//! How it is remembered who hid or blocked what, and why.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::ConsortiumId;
use crate::conversation::{ConversationId, UtteranceId};
use crate::member::PersonId;

/// One line of the log.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// None is the whole installation.
    pub consortium: Option<ConsortiumId>,
    pub person: Option<PersonId>,
    pub act: &'static str,
    pub conversation: Option<ConversationId>,
    pub utterance: Option<UtteranceId>,
    /// Whom it concerned, and where it stood.
    pub subject: String,
    pub remote_url: String,
    /// As it was kept, to be said in the reader's language.
    pub reason: String,
}

/// A line of the log as it is read.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub at: Instant,
    pub act: String,
    pub name: Option<String>,
    pub number: Option<i64>,
    pub subject: String,
    pub remote_url: String,
    pub reason: String,
}

/// Writes a line, in the transaction in which it happens.
pub async fn write(conn: &mut Conn, it: &Entry, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO moderation (id, consortium_id, at, person_id, act, conversation_id, utterance_id,
           subject, remote_url, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(new_id())
    .bind(&it.consortium)
    .bind(now)
    .bind(&it.person)
    .bind(it.act)
    .bind(&it.conversation)
    .bind(&it.utterance)
    .bind(&it.subject)
    .bind(&it.remote_url)
    .bind(&it.reason)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives the log of a Verbund, newest first.
pub async fn of(conn: &mut Conn, consortium: &ConsortiumId, most: i64) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT m.at, m.act, p.name, c.number, m.subject, m.remote_url, m.reason FROM moderation m
         LEFT JOIN person p ON p.id = m.person_id LEFT JOIN conversation c ON c.id = m.conversation_id
         WHERE m.consortium_id = $1 ORDER BY m.at DESC, m.id DESC LIMIT $2",
    )
    .bind(consortium)
    .bind(most)
    .fetch_all(conn)
    .await?)
}
