//! How houses are remembered.
use super::{Institution, InstitutionId};
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// Writes a new house and its first slug.
pub async fn insert(conn: &mut Conn, it: &Institution) -> Result<()> {
    sqlx::query(
        "INSERT INTO institution (id, consortium_id, slug, kind, official_name, display_name, short_name,
           isil, dbs, gnd, qid, carrier_kind, carrier_name, regime, mark, colour, street, postcode, place,
           lat, lon, accessibility, phone, email, website, opening, opening_note, about, capacity_minutes,
           joined_at, paused_at, left_at)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,
                 $26,$27,$28,$29,$30,$31,$32)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
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
    .execute(&mut *conn)
    .await?;
    claim_slug(conn, it).await
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
