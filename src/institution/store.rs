//! How houses are remembered.
use std::sync::LazyLock;

use super::{Institution, InstitutionId};
use crate::base::columns;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// What is remembered about a house, in the order in which `bound` gives it; last what tells which
/// house it is.
const COLUMNS: [&str; 32] = [
    "slug",
    "kind",
    "official_name",
    "display_name",
    "short_name",
    "isil",
    "dbs",
    "gnd",
    "qid",
    "carrier_kind",
    "carrier_name",
    "regime",
    "mark",
    "colour",
    "street",
    "postcode",
    "place",
    "lat",
    "lon",
    "accessibility",
    "phone",
    "email",
    "website",
    "opening",
    "opening_note",
    "about",
    "capacity_minutes",
    "joined_at",
    "paused_at",
    "left_at",
    "consortium_id",
    "id",
];
const KEYS: usize = 2;

static INSERT: LazyLock<String> = LazyLock::new(|| columns::insert("institution", &COLUMNS));
static UPDATE: LazyLock<String> = LazyLock::new(|| columns::update("institution", &COLUMNS, KEYS));

/// Gives the values of all columns to a statement.
fn bound<'q>(sql: &'static str, it: &'q Institution) -> columns::Statement<'q> {
    sqlx::query(sql)
        .bind(&it.slug)
        .bind(&it.kind)
        .bind(&it.official_name)
        .bind(&it.display_name)
        .bind(&it.short_name)
        .bind(&it.isil)
        .bind(&it.dbs)
        .bind(&it.gnd)
        .bind(&it.qid)
        .bind(&it.carrier_kind)
        .bind(&it.carrier_name)
        .bind(&it.regime)
        .bind(&it.mark)
        .bind(&it.colour)
        .bind(&it.street)
        .bind(&it.postcode)
        .bind(&it.place)
        .bind(it.lat)
        .bind(it.lon)
        .bind(&it.accessibility)
        .bind(&it.phone)
        .bind(&it.email)
        .bind(&it.website)
        .bind(&it.opening)
        .bind(&it.opening_note)
        .bind(&it.about)
        .bind(it.capacity_minutes)
        .bind(it.joined_at)
        .bind(it.paused_at)
        .bind(it.left_at)
        .bind(&it.consortium_id)
        .bind(&it.id)
}

/// Writes a new house and its first slug.
pub async fn insert(conn: &mut Conn, it: &Institution) -> Result<()> {
    bound(&INSERT, it).execute(&mut *conn).await?;
    claim_slug(conn, it).await
}

/// Writes down everything about a house; a new slug leads to it from now on, and the old one still
/// does. Whether the slug is free is to be asked first, in the same transaction.
pub async fn save(conn: &mut Conn, it: &Institution) -> Result<()> {
    bound(&UPDATE, it).execute(&mut *conn).await?;
    claim_slug(conn, it).await
}

/// Tells which house of a Verbund a slug leads to or ever led to.
pub async fn slug_owner(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    slug: &str,
) -> Result<Option<InstitutionId>> {
    let row: Option<(InstitutionId,)> =
        sqlx::query_as("SELECT institution_id FROM institution_slug WHERE consortium_id = $1 AND slug = $2")
            .bind(consortium)
            .bind(slug)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Lets the house's slug lead to it forever within its Verbund.
pub async fn claim_slug(conn: &mut Conn, it: &Institution) -> Result<()> {
    sqlx::query(
        "INSERT INTO institution_slug (consortium_id, slug, institution_id) VALUES ($1, $2, $3)
         ON CONFLICT (consortium_id, slug) DO NOTHING",
    )
    .bind(&it.consortium_id)
    .bind(&it.slug)
    .bind(&it.id)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives all houses a Verbund has or had, in the order in which they joined.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Institution>> {
    Ok(sqlx::query_as(
        "SELECT * FROM institution WHERE consortium_id = $1 ORDER BY joined_at, short_name, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Finds a house by a slug that it has or ever had.
pub async fn by_slug(conn: &mut Conn, consortium: &ConsortiumId, slug: &str) -> Result<Institution> {
    Ok(sqlx::query_as(
        "SELECT i.* FROM institution i JOIN institution_slug s ON s.institution_id = i.id
         WHERE s.consortium_id = $1 AND s.slug = $2",
    )
    .bind(consortium)
    .bind(slug)
    .fetch_one(conn)
    .await?)
}

/// Finds a house of a Verbund; one of another Verbund is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &InstitutionId) -> Result<Institution> {
    Ok(sqlx::query_as("SELECT * FROM institution WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}
