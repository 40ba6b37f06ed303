//! What of our actors and posts strangers may read, as the database knows it.
use super::actor::ActorId;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::post::{Post, PostId};

/// The figures of the installation, as NodeInfo tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// People who can sign in to a Verbund.
    pub people: i64,
    /// Posts that the public can read.
    pub posts: i64,
}

/// Counts people and public posts.
pub async fn figures(conn: &mut Conn, now: Instant) -> Result<Figures> {
    let (people,): (i64,) =
        sqlx::query_as("SELECT COUNT(DISTINCT person_id) FROM membership WHERE ended_at IS NULL")
            .fetch_one(&mut *conn)
            .await?;
    let (posts,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM post p JOIN consortium c ON c.id = p.consortium_id
         WHERE c.public_at <= $1 AND p.hidden_at IS NULL
           AND COALESCE(p.first_public_at, p.opens_at) <= $1",
    )
    .bind(now)
    .fetch_one(conn)
    .await?;
    Ok(Figures { people, posts })
}

/// Counts the public posts that an actor says or shares.
pub async fn count_said(conn: &mut Conn, actor: &ActorId, now: Instant) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM spoken s JOIN post p ON p.id = s.post_id
         WHERE (s.speaker_id = $1 OR s.sharer_id = $1) AND p.hidden_at IS NULL
           AND COALESCE(p.first_public_at, p.opens_at) <= $2",
    )
    .bind(actor)
    .bind(now)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Gives the public posts that an actor says or shares, the newest first.
pub async fn said(
    conn: &mut Conn,
    actor: &ActorId,
    now: Instant,
    limit: i64,
    offset: i64,
) -> Result<Vec<Post>> {
    Ok(sqlx::query_as(
        "SELECT p.* FROM spoken s JOIN post p ON p.id = s.post_id
         WHERE (s.speaker_id = $1 OR s.sharer_id = $1) AND p.hidden_at IS NULL
           AND COALESCE(p.first_public_at, p.opens_at) <= $2
         ORDER BY COALESCE(p.first_public_at, p.opens_at) DESC, p.number DESC LIMIT $3 OFFSET $4",
    )
    .bind(actor)
    .bind(now)
    .bind(limit)
    .bind(offset)
    .fetch_all(conn)
    .await?)
}

/// Counts the followers of an actor.
pub async fn count_followers(conn: &mut Conn, actor: &ActorId) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM follower WHERE actor_id = $1")
        .bind(actor)
        .fetch_one(conn)
        .await?;
    Ok(count)
}

/// Counts what strangers answered to a post and have not taken back.
pub async fn count_replies(conn: &mut Conn, post: &PostId) -> Result<i64> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM remote_object WHERE post_id = $1 AND kind = 'reply'")
            .bind(post)
            .fetch_one(conn)
            .await?;
    Ok(count)
}
