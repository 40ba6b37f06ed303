//! How Verbünde are remembered.
use super::{Consortium, ConsortiumId, HaltRow};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Writes a new Verbund and its first slug.
pub async fn insert(conn: &mut Conn, it: &Consortium) -> Result<()> {
    sqlx::query(
        "INSERT INTO consortium (id, slug, domain, name, claim, about, about_simple, netiquette, imprint,
           privacy, barrier, accent, zone, languages, mode, created_at, public_at, ends_at, end_reason)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)",
    )
    .bind(&it.id)
    .bind(&it.slug)
    .bind(&it.domain)
    .bind(&it.name)
    .bind(&it.claim)
    .bind(&it.about)
    .bind(&it.about_simple)
    .bind(&it.netiquette)
    .bind(&it.imprint)
    .bind(&it.privacy)
    .bind(&it.barrier)
    .bind(&it.accent)
    .bind(&it.zone)
    .bind(&it.languages)
    .bind(&it.mode)
    .bind(it.created_at)
    .bind(it.public_at)
    .bind(it.ends_at)
    .bind(&it.end_reason)
    .execute(&mut *conn)
    .await?;
    claim_slug(conn, &it.id, &it.slug, it.created_at).await
}

/// Lets a slug lead to a Verbund forever; taken by another one, this fails.
pub async fn claim_slug(conn: &mut Conn, id: &ConsortiumId, slug: &str, at: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO consortium_slug (slug, consortium_id, since_at) VALUES ($1, $2, $3)
         ON CONFLICT (slug) DO NOTHING",
    )
    .bind(slug)
    .bind(id)
    .bind(at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn by_id(conn: &mut Conn, id: &ConsortiumId) -> Result<Consortium> {
    Ok(sqlx::query_as("SELECT * FROM consortium WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds a Verbund by a slug that it has or ever had.
pub async fn by_slug(conn: &mut Conn, slug: &str) -> Result<Consortium> {
    Ok(sqlx::query_as(
        "SELECT c.* FROM consortium c JOIN consortium_slug s ON s.consortium_id = c.id WHERE s.slug = $1",
    )
    .bind(slug)
    .fetch_one(conn)
    .await?)
}

pub async fn all(conn: &mut Conn) -> Result<Vec<Consortium>> {
    Ok(sqlx::query_as("SELECT * FROM consortium ORDER BY name, id").fetch_all(conn).await?)
}

/// Gives slug and domain of each Verbund that has a domain of its own.
pub async fn domains(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    Ok(sqlx::query_as("SELECT domain, slug FROM consortium WHERE domain IS NOT NULL").fetch_all(conn).await?)
}

/// Gives the times in which nothing new became public, oldest first.
pub async fn halts(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<HaltRow>> {
    Ok(sqlx::query_as("SELECT * FROM halt WHERE consortium_id = $1 ORDER BY from_at, id")
        .bind(id)
        .fetch_all(conn)
        .await?)
}
