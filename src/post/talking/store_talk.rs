//! How the conversation about a post is remembered.
use super::talk::Message;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::member::PersonId;
use crate::post::PostId;

/// Writes a message and whom it speaks to.
pub async fn insert(conn: &mut Conn, it: &Message, spoken_to: &[PersonId]) -> Result<()> {
    sqlx::query("INSERT INTO message (id, post_id, person_id, at, body) VALUES ($1, $2, $3, $4, $5)")
        .bind(&it.id)
        .bind(&it.post_id)
        .bind(&it.person_id)
        .bind(it.at)
        .bind(&it.body)
        .execute(&mut *conn)
        .await?;
    for person in spoken_to {
        sqlx::query("INSERT INTO mention (message_id, person_id) VALUES ($1, $2)")
            .bind(&it.id)
            .bind(person)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Gives the conversation about a post, oldest first.
pub async fn of_post(conn: &mut Conn, post: &PostId) -> Result<Vec<Message>> {
    Ok(sqlx::query_as(
        "SELECT id, post_id, person_id, at, body, removed_at FROM message WHERE post_id = $1 ORDER BY at, id",
    )
    .bind(post)
    .fetch_all(conn)
    .await?)
}

/// Takes the words of a person's own message away; that there was one stays. Tells whether there
/// was such a message.
pub async fn remove(conn: &mut Conn, post: &PostId, id: &str, by: &PersonId, now: Instant) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE message SET body = '', removed_at = $1
         WHERE id = $2 AND post_id = $3 AND person_id = $4 AND removed_at IS NULL",
    )
    .bind(now)
    .bind(id)
    .bind(post)
    .bind(by)
    .execute(&mut *conn)
    .await?;
    sqlx::query("DELETE FROM mention WHERE message_id IN (SELECT id FROM message WHERE id = $1 AND removed_at IS NOT NULL)")
        .bind(id)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Notes that somebody has seen where they were spoken to; tells whether there was anything new.
pub async fn note_seen(conn: &mut Conn, post: &PostId, person: &PersonId, now: Instant) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE mention SET seen_at = $1 WHERE person_id = $2 AND seen_at IS NULL
           AND message_id IN (SELECT id FROM message WHERE post_id = $3)",
    )
    .bind(now)
    .bind(person)
    .bind(post)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Tells whether somebody was spoken to in a post and has not looked yet.
pub async fn is_waiting(conn: &mut Conn, post: &PostId, person: &PersonId) -> Result<bool> {
    let found: Option<(String,)> = sqlx::query_as(
        "SELECT m.message_id FROM mention m JOIN message g ON g.id = m.message_id
         WHERE g.post_id = $1 AND m.person_id = $2 AND m.seen_at IS NULL LIMIT 1",
    )
    .bind(post)
    .bind(person)
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}
