//! How Verbünde are remembered.
use std::sync::LazyLock;

use super::arrangement::{Arrangement, Party};
use super::{Consortium, ConsortiumId, HaltRow};
use crate::base::clock::Instant;
use crate::base::columns;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;

/// What people can change about a Verbund, in the order in which `bound` gives it; last its id. The
/// number of its last post and its version are counted where they change.
const COLUMNS: [&str; 21] = [
    "slug",
    "domain",
    "name",
    "claim",
    "about",
    "about_simple",
    "netiquette",
    "imprint",
    "privacy",
    "barrier",
    "accent",
    "zone",
    "languages",
    "mode",
    "created_at",
    "public_at",
    "ends_at",
    "end_reason",
    "about_at",
    "about_simple_at",
    "id",
];
const KEYS: usize = 1;

static INSERT: LazyLock<String> = LazyLock::new(|| columns::insert("consortium", &COLUMNS));
static UPDATE: LazyLock<String> = LazyLock::new(|| columns::update("consortium", &COLUMNS, KEYS));

/// Gives the values of all columns to a statement.
fn bound<'q>(sql: &'static str, it: &'q Consortium) -> columns::Statement<'q> {
    sqlx::query(sql)
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
        .bind(it.about_at)
        .bind(it.about_simple_at)
        .bind(&it.id)
}

/// Writes a new Verbund and its first slug.
pub async fn insert(conn: &mut Conn, it: &Consortium) -> Result<()> {
    bound(&INSERT, it).execute(&mut *conn).await?;
    claim_slug(conn, &it.id, &it.slug, it.created_at).await
}

/// Writes down what people can change about a Verbund; a new slug leads to it from now on, and the
/// old one still does. Whether both are free is to be asked first, in the same transaction.
pub async fn save(conn: &mut Conn, it: &Consortium, now: Instant) -> Result<()> {
    bound(&UPDATE, it).execute(&mut *conn).await?;
    claim_slug(conn, &it.id, &it.slug, now).await
}

/// Tells which Verbund a slug leads to or ever led to.
pub async fn slug_owner(conn: &mut Conn, slug: &str) -> Result<Option<ConsortiumId>> {
    let row: Option<(ConsortiumId,)> =
        sqlx::query_as("SELECT consortium_id FROM consortium_slug WHERE slug = $1")
            .bind(slug)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Gives every slug a Verbund has or had, oldest first.
pub async fn slugs(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT slug FROM consortium_slug WHERE consortium_id = $1 ORDER BY since_at, slug")
            .bind(id)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().map(|(slug,)| slug).collect())
}

/// Tells which Verbund has a domain.
pub async fn domain_owner(conn: &mut Conn, domain: &str) -> Result<Option<ConsortiumId>> {
    let row: Option<(ConsortiumId,)> = sqlx::query_as("SELECT id FROM consortium WHERE domain = $1")
        .bind(domain)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Lets a slug lead to a Verbund forever; one that leads somewhere already is left as it is.
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

/// Gives the versions of the arrangement about who answers for the joint page, the newest first.
pub async fn arrangements(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Arrangement>> {
    let rows: Vec<(i64, Instant, String)> = sqlx::query_as(
        "SELECT version, at, members FROM arrangement WHERE consortium_id = $1 ORDER BY version DESC",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(version, at, members)| {
            Ok(Arrangement { version, at, members: serde_json::from_str(&members)? })
        })
        .collect()
}

/// Writes the next version of the arrangement; the same members as before make none.
pub async fn write_arrangement(
    conn: &mut Conn,
    id: &ConsortiumId,
    members: &[Party],
    now: Instant,
) -> Result<()> {
    let last = arrangements(conn, id).await?.into_iter().next();
    if last.as_ref().is_some_and(|last| last.members == members) {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO arrangement (id, consortium_id, version, at, members) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(new_id())
    .bind(id)
    .bind(last.map_or(1, |last| last.version + 1))
    .bind(now)
    .bind(serde_json::to_string(members)?)
    .execute(conn)
    .await?;
    Ok(())
}
