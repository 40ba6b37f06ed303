//! How actors of other servers, and whom of us they follow, are remembered.
use super::actor::ActorId;
use super::remote::RemoteActor;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Finds an actor by its id.
pub async fn by_id(conn: &mut Conn, id: &str) -> Result<Option<RemoteActor>> {
    Ok(sqlx::query_as("SELECT * FROM remote_actor WHERE id = $1").bind(id).fetch_optional(conn).await?)
}

/// Finds an actor by the name of its key.
pub async fn by_key(conn: &mut Conn, key_id: &str) -> Result<Option<RemoteActor>> {
    Ok(sqlx::query_as("SELECT * FROM remote_actor WHERE key_id = $1 LIMIT 1")
        .bind(key_id)
        .fetch_optional(conn)
        .await?)
}

/// Writes down an actor as it was just read; one that was gone is there again.
pub async fn save(conn: &mut Conn, it: &RemoteActor) -> Result<()> {
    sqlx::query(
        "INSERT INTO remote_actor (id, host, handle, name, url, inbox, shared_inbox, key_id, public_pem,
           moved_to, read_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET host = excluded.host, handle = excluded.handle, name = excluded.name,
           url = excluded.url, inbox = excluded.inbox, shared_inbox = excluded.shared_inbox,
           key_id = excluded.key_id, public_pem = excluded.public_pem, moved_to = excluded.moved_to,
           read_at = excluded.read_at, gone_at = NULL",
    )
    .bind(&it.id)
    .bind(&it.host)
    .bind(&it.handle)
    .bind(&it.name)
    .bind(&it.url)
    .bind(&it.inbox)
    .bind(&it.shared_inbox)
    .bind(&it.key_id)
    .bind(&it.public_pem)
    .bind(&it.moved_to)
    .bind(it.read_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down where an actor is now found.
pub async fn set_moved(conn: &mut Conn, id: &str, to: &str) -> Result<()> {
    sqlx::query("UPDATE remote_actor SET moved_to = $2 WHERE id = $1")
        .bind(id)
        .bind(to)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends everything of an actor that is gone: it follows nobody any more, and only that it was there
/// and is gone is still known.
pub async fn end(conn: &mut Conn, id: &str, now: Instant) -> Result<()> {
    sqlx::query("DELETE FROM follower WHERE remote_id = $1").bind(id).execute(&mut *conn).await?;
    sqlx::query(
        "UPDATE remote_actor SET gone_at = $2, name = '', handle = '', url = '', key_id = '', public_pem = ''
         WHERE id = $1",
    )
    .bind(id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down that somebody follows; the same again changes nothing but the name of the Follow.
pub async fn follow(conn: &mut Conn, of: &ActorId, who: &str, follow_id: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO follower (actor_id, remote_id, follow_id, since_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (actor_id, remote_id) DO UPDATE SET follow_id = excluded.follow_id",
    )
    .bind(of)
    .bind(who)
    .bind(follow_id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends a following.
pub async fn unfollow(conn: &mut Conn, of: &ActorId, who: &str) -> Result<()> {
    sqlx::query("DELETE FROM follower WHERE actor_id = $1 AND remote_id = $2")
        .bind(of)
        .bind(who)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a following by the name of its Follow; tells of whom, if there was one.
pub async fn unfollow_by_id(conn: &mut Conn, who: &str, follow_id: &str) -> Result<Option<ActorId>> {
    let row: Option<(ActorId,)> =
        sqlx::query_as("DELETE FROM follower WHERE remote_id = $1 AND follow_id = $2 RETURNING actor_id")
            .bind(who)
            .bind(follow_id)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Tells whether somebody follows.
pub async fn follows(conn: &mut Conn, of: &ActorId, who: &str) -> Result<bool> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM follower WHERE actor_id = $1 AND remote_id = $2")
            .bind(of)
            .bind(who)
            .fetch_one(conn)
            .await?;
    Ok(count > 0)
}
