//! How it is remembered in whose name a post was said.
use super::actor::ActorId;
use super::speaking::Speakers;
use super::store_actor;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::post::PostId;

/// Tells in whose name a post was said, if it ever was.
pub async fn of_post(conn: &mut Conn, post: &PostId) -> Result<Option<Speakers>> {
    let row: Option<(ActorId, Option<ActorId>)> =
        sqlx::query_as("SELECT speaker_id, sharer_id FROM spoken WHERE post_id = $1")
            .bind(post)
            .fetch_optional(&mut *conn)
            .await?;
    let Some((speaker, sharer)) = row else { return Ok(None) };
    let sharer = match sharer {
        Some(id) => Some(store_actor::by_id(conn, &id).await?),
        None => None,
    };
    Ok(Some(Speakers { speaker: store_actor::by_id(conn, &speaker).await?, sharer }))
}

/// Writes down in whose name a post is said; what was written first stays.
pub async fn remember(conn: &mut Conn, post: &PostId, speakers: &Speakers, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO spoken (post_id, speaker_id, sharer_id, since_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (post_id) DO NOTHING",
    )
    .bind(post)
    .bind(&speakers.speaker.id)
    .bind(speakers.sharer.as_ref().map(|actor| &actor.id))
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}
