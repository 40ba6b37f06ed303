//! How a Verbund's statement on its accessibility is remembered.
use super::statement::{Assessed, Conformity, Statement};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

#[derive(sqlx::FromRow)]
struct Row {
    conformity: String,
    assessed: String,
    gaps: String,
    office: String,
    made_at: Instant,
    reviewed_at: Instant,
}

/// Gives the statement, if there is one.
pub async fn statement(conn: &mut Conn, id: &ConsortiumId) -> Result<Option<Statement>> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT conformity, assessed, gaps, office, made_at, reviewed_at FROM barrier_statement
         WHERE consortium_id = $1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Statement {
        conformity: Conformity::from_code(&row.conformity).unwrap_or(Conformity::Not),
        assessed: Assessed::from_code(&row.assessed).unwrap_or(Assessed::Ourselves),
        gaps: serde_json::from_str(&row.gaps)?,
        office: row.office,
        made_at: row.made_at,
        reviewed_at: row.reviewed_at,
    }))
}

/// Writes the statement in the place of the one before.
pub async fn save(conn: &mut Conn, id: &ConsortiumId, it: &Statement) -> Result<()> {
    sqlx::query(
        "INSERT INTO barrier_statement (consortium_id, conformity, assessed, gaps, office, made_at, reviewed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (consortium_id) DO UPDATE SET conformity = excluded.conformity,
           assessed = excluded.assessed, gaps = excluded.gaps, office = excluded.office,
           made_at = excluded.made_at, reviewed_at = excluded.reviewed_at",
    )
    .bind(id)
    .bind(it.conformity.code())
    .bind(it.assessed.code())
    .bind(serde_json::to_string(&it.gaps)?)
    .bind(&it.office)
    .bind(it.made_at)
    .bind(it.reviewed_at)
    .execute(conn)
    .await?;
    Ok(())
}
