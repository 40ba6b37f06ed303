//! How blocks are written, listed and taken back.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::conversation::BlockId;
use crate::member::PersonId;

/// A block, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Block {
    pub id: BlockId,
    /// None is the whole installation.
    pub consortium_id: Option<ConsortiumId>,
    pub network: String,
    pub author_id: String,
    pub author_handle: String,
    /// A whole host; then no author is named.
    pub host: String,
    pub reason: String,
    pub list_id: Option<String>,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
}

impl Block {
    /// Says whom it concerns.
    pub fn subject(&self) -> &str {
        [&self.host, &self.author_handle, &self.author_id]
            .into_iter()
            .find(|name| !name.is_empty())
            .map_or("", String::as_str)
    }
}

/// Writes a block.
pub async fn insert(conn: &mut Conn, it: &Block) -> Result<()> {
    sqlx::query(
        "INSERT INTO block (id, consortium_id, network, author_id, author_handle, host, reason, list_id,
           created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.network)
    .bind(&it.author_id)
    .bind(&it.author_handle)
    .bind(&it.host)
    .bind(&it.reason)
    .bind(&it.list_id)
    .bind(&it.created_by)
    .bind(it.created_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives the blocks of a Verbund that hold, or those of the whole installation.
pub async fn of(conn: &mut Conn, consortium: Option<&ConsortiumId>) -> Result<Vec<Block>> {
    let whose = consortium.map(ConsortiumId::as_str).unwrap_or_default();
    Ok(sqlx::query_as(
        "SELECT id, consortium_id, network, author_id, author_handle, host, reason, list_id, created_by, created_at
         FROM block WHERE COALESCE(consortium_id, '') = $1 AND ended_at IS NULL ORDER BY created_at DESC, host, id",
    )
    .bind(whose)
    .fetch_all(conn)
    .await?)
}

/// Ends a block, or all that came with one list; tells whom they concerned.
pub async fn end(
    conn: &mut Conn,
    consortium: Option<&ConsortiumId>,
    (id, list): (&str, &str),
    by: &PersonId,
    now: Instant,
) -> Result<Vec<Block>> {
    let ending: Vec<Block> = of(conn, consortium)
        .await?
        .into_iter()
        .filter(|it| it.id.as_str() == id || (!list.is_empty() && it.list_id.as_deref() == Some(list)))
        .collect();
    for it in &ending {
        sqlx::query("UPDATE block SET ended_at = $2, ended_by = $3 WHERE id = $1")
            .bind(&it.id)
            .bind(now)
            .bind(by)
            .execute(&mut *conn)
            .await?;
    }
    Ok(ending)
}
