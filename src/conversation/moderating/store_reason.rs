//! How the reasons are remembered for which something may be hidden.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::ConsortiumId;

/// The reasons of a Verbund that has not chosen its own; they follow the usual house rules.
const USUAL: [&str; 7] = [
    "conversation-reason-insult",
    "conversation-reason-hate",
    "conversation-reason-private",
    "conversation-reason-unlawful",
    "conversation-reason-advertising",
    "conversation-reason-repeated",
    "conversation-reason-elsewhere",
];

/// A reason: one of the usual ones, or what a Verbund has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    Usual(&'static str),
    Own(String),
}

impl Reason {
    pub fn said(&self, w: Lang) -> String {
        match self {
            Reason::Usual(key) => w.t(key),
            Reason::Own(name) => name.clone(),
        }
    }

    /// Writes it down so that it can be said later, whatever becomes of the list.
    pub fn keep(&self) -> String {
        match self {
            Reason::Usual(key) => Sentence::new(key).keep(),
            Reason::Own(name) => name.clone(),
        }
    }
}

/// Gives the reasons of a Verbund, in their order.
pub async fn of(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Reason>> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM hiding_reason WHERE consortium_id = $1 AND ended_at IS NULL ORDER BY place",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?;
    if rows.is_empty() {
        return Ok(USUAL.into_iter().map(Reason::Usual).collect());
    }
    Ok(rows.into_iter().map(|(name,)| Reason::Own(name)).collect())
}

/// Replaces the reasons of a Verbund; none at all means the usual ones.
pub async fn decide(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    names: &[String],
    now: Instant,
) -> Result<()> {
    sqlx::query("UPDATE hiding_reason SET ended_at = $2 WHERE consortium_id = $1 AND ended_at IS NULL")
        .bind(consortium)
        .bind(now)
        .execute(&mut *conn)
        .await?;
    for (name, place) in names.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO hiding_reason (id, consortium_id, name, place) VALUES ($1, $2, $3, $4)")
            .bind(new_id())
            .bind(consortium)
            .bind(name)
            .bind(place)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}
