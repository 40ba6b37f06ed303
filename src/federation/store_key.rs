//! How the keys of our actors are remembered.
use super::actor::ActorId;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// A key of an actor, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KeyRow {
    pub id: String,
    pub secret: String,
    pub public_pem: String,
}

/// Gives the key with which an actor signs now.
pub async fn current(conn: &mut Conn, actor: &ActorId) -> Result<Option<KeyRow>> {
    Ok(sqlx::query_as(
        "SELECT id, secret, public_pem FROM actor_key WHERE actor_id = $1 AND retired_at IS NULL
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(actor)
    .fetch_optional(conn)
    .await?)
}

/// Writes a new key; from now on the actor signs with it. The secret half of the one before it is
/// forgotten.
pub async fn replace(conn: &mut Conn, actor: &ActorId, key: &KeyRow, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE actor_key SET retired_at = $2, secret = '' WHERE actor_id = $1 AND retired_at IS NULL",
    )
    .bind(actor)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "INSERT INTO actor_key (id, actor_id, secret, public_pem, created_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(&key.id)
    .bind(actor)
    .bind(&key.secret)
    .bind(&key.public_pem)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}
