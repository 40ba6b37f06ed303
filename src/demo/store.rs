//! What only the demo writes at once: its marker and what people would enter one by one.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Says when this database was filled with the demo; none where it holds anything else.
pub async fn filled_at(conn: &mut Conn) -> Result<Option<Instant>> {
    let row: Option<(Instant,)> = sqlx::query_as("SELECT filled_at FROM demo").fetch_optional(conn).await?;
    Ok(row.map(|(at,)| at))
}

/// Tells whether anybody or anything is in the database.
pub async fn is_inhabited(conn: &mut Conn) -> Result<bool> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM consortium UNION ALL SELECT id FROM person UNION ALL SELECT id FROM invitation LIMIT 1",
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
}

/// Says that the contents of this database are the demo's.
pub async fn mark_filled(conn: &mut Conn, at: Instant) -> Result<()> {
    sqlx::query("INSERT INTO demo (filled_at) VALUES ($1)").bind(at).execute(conn).await?;
    Ok(())
}

/// Gives who runs the installation: identity and name.
pub async fn operators(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    Ok(sqlx::query_as("SELECT id, name FROM person WHERE operator_since IS NOT NULL ORDER BY name, id")
        .fetch_all(conn)
        .await?)
}
