//! What only the demo writes at once: its marker and what people would enter one by one.
use super::ground::Drawing;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::ConsortiumId;
use crate::member::PersonId;
use crate::post::PostId;
use crate::topic::{SeriesId, TopicId};

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

/// Writes a topic: slug, title, introduction.
pub async fn insert_topic(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    (slug, title, intro): (&str, &str, &str),
    at: Instant,
) -> Result<TopicId> {
    let id = TopicId::new();
    sqlx::query(
        "INSERT INTO topic (id, consortium_id, slug, title, intro, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&id)
    .bind(consortium)
    .bind(slug)
    .bind(title)
    .bind(intro)
    .bind(at)
    .execute(conn)
    .await?;
    Ok(id)
}

/// Writes a series with the slot at which it returns.
pub async fn insert_series(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    title: &str,
    slot: &str,
    at: Instant,
) -> Result<SeriesId> {
    let id = SeriesId::new();
    sqlx::query(
        "INSERT INTO series (id, consortium_id, title, slot, created_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(&id)
    .bind(consortium)
    .bind(title)
    .bind(slot)
    .bind(at)
    .execute(conn)
    .await?;
    Ok(id)
}

/// Writes a picture that is still to be drawn.
pub async fn insert_picture(conn: &mut Conn, it: &Drawing) -> Result<()> {
    sqlx::query(
        "INSERT INTO picture (id, consortium_id, created_at, file_name, width, height, alt, caption, licence, credit)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(it.created_at)
    .bind(&it.file_name)
    .bind(it.width)
    .bind(it.height)
    .bind(&it.alt)
    .bind(&it.caption)
    .bind(&it.licence)
    .bind(&it.credit)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down what somebody said about a post, and whom they named.
pub async fn insert_message(
    conn: &mut Conn,
    post: &PostId,
    by: &PersonId,
    at: Instant,
    (body, named): (&str, &[PersonId]),
) -> Result<()> {
    let id = new_id();
    sqlx::query("INSERT INTO message (id, post_id, person_id, at, body) VALUES ($1, $2, $3, $4, $5)")
        .bind(&id)
        .bind(post)
        .bind(by)
        .bind(at)
        .bind(body)
        .execute(&mut *conn)
        .await?;
    for person in named {
        sqlx::query("INSERT INTO mention (message_id, person_id) VALUES ($1, $2)")
            .bind(&id)
            .bind(person)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}
