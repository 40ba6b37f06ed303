//! How our actors are remembered. They are made on first use and never deleted.
use super::actor::{Actor, ActorId, INSTALLATION_HANDLE, Kind};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::consortium::{Consortium, ConsortiumId};
use crate::institution::{Institution, InstitutionId};

/// Finds an actor by its id.
pub async fn by_id(conn: &mut Conn, id: &ActorId) -> Result<Actor> {
    Ok(sqlx::query_as("SELECT * FROM actor WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds the actor that has or had a handle.
pub async fn by_handle(conn: &mut Conn, handle: &str) -> Result<Option<Actor>> {
    Ok(sqlx::query_as("SELECT a.* FROM actor a JOIN handle h ON h.actor_id = a.id WHERE h.name = $1")
        .bind(handle)
        .fetch_optional(conn)
        .await?)
}

/// Gives the actor as which a Verbund speaks now.
pub async fn of_consortium(conn: &mut Conn, id: &ConsortiumId) -> Result<Option<Actor>> {
    Ok(sqlx::query_as(
        "SELECT * FROM actor WHERE consortium_id = $1 AND kind = 'consortium' AND successor_id IS NULL
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?)
}

/// Gives the actor as which a house speaks now.
pub async fn of_house(conn: &mut Conn, id: &InstitutionId) -> Result<Option<Actor>> {
    Ok(sqlx::query_as(
        "SELECT * FROM actor WHERE institution_id = $1 AND kind = 'house' AND successor_id IS NULL
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?)
}

/// Gives all actors of a Verbund and of its houses, those that were followed by others too.
pub async fn all_of(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Actor>> {
    Ok(sqlx::query_as("SELECT * FROM actor WHERE consortium_id = $1 ORDER BY created_at, id")
        .bind(id)
        .fetch_all(conn)
        .await?)
}

/// Gives all actors there are, whoever they stand for.
pub async fn all(conn: &mut Conn) -> Result<Vec<Actor>> {
    Ok(sqlx::query_as("SELECT * FROM actor ORDER BY created_at, id").fetch_all(conn).await?)
}

/// Gives the actor that stands for the installation.
pub async fn instance(conn: &mut Conn) -> Result<Option<Actor>> {
    Ok(sqlx::query_as("SELECT * FROM actor WHERE kind = 'installation' ORDER BY created_at LIMIT 1")
        .fetch_optional(conn)
        .await?)
}

/// Gives the actor of a Verbund, made now if there is none, in a transaction of the Verbund. Its
/// handle is the slug of this moment; a later slug does not change it.
pub async fn ensure_for_consortium(conn: &mut Conn, it: &Consortium, now: Instant) -> Result<Actor> {
    match of_consortium(conn, &it.id).await? {
        Some(actor) => Ok(actor),
        None => make(conn, Kind::Consortium, Some(&it.id), None, &it.slug, now).await,
    }
}

/// Gives the actor of a house, made now if there is none, in a transaction of its Verbund.
pub async fn ensure_for_house(
    conn: &mut Conn,
    consortium: &Consortium,
    house: &Institution,
    now: Instant,
) -> Result<Actor> {
    if let Some(actor) = of_house(conn, &house.id).await? {
        return Ok(actor);
    }
    let verbund = ensure_for_consortium(conn, consortium, now).await?;
    let handle = format!("{}.{}", verbund.handle, house.slug);
    make(conn, Kind::House, Some(&consortium.id), Some(&house.id), &handle, now).await
}

/// Gives the actor that stands for the installation, made now if there is none.
pub async fn ensure_instance(conn: &mut Conn, now: Instant) -> Result<Actor> {
    match instance(conn).await? {
        Some(actor) => Ok(actor),
        None => make(conn, Kind::Installation, None, None, INSTALLATION_HANDLE, now).await,
    }
}

/// Puts a new actor in the place of one that gets another handle. `old` and `new` are the addresses
/// of both, by which each names the other; the new one is given before it exists, by its id.
pub async fn succeed(
    conn: &mut Conn,
    old: &Actor,
    handle: &str,
    addresses: impl Fn(&ActorId) -> String,
    now: Instant,
) -> Result<Actor> {
    let (consortium, house) = (old.consortium_id.as_ref(), old.institution_id.as_ref());
    let mut new = make(conn, old.kind(), consortium, house, handle, now).await?;
    new.also_known_as = serde_json::to_string(&[addresses(&old.id)])?;
    set_also_known_as(conn, &new.id, &new.also_known_as).await?;
    sqlx::query("UPDATE actor SET moved_to = $2, moved_at = $3, successor_id = $4 WHERE id = $1")
        .bind(&old.id)
        .bind(addresses(&new.id))
        .bind(now)
        .bind(&new.id)
        .execute(conn)
        .await?;
    Ok(new)
}

/// Writes down that an actor's followers were sent to an account on another server; an empty address
/// takes it back.
pub async fn set_moved_to(conn: &mut Conn, id: &ActorId, to: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE actor SET moved_to = $2, moved_at = $3 WHERE id = $1")
        .bind(id)
        .bind(to)
        .bind(Some(now).filter(|_| !to.is_empty()))
        .execute(conn)
        .await?;
    Ok(())
}

/// Writes down which accounts elsewhere are the same (JSON).
pub async fn set_also_known_as(conn: &mut Conn, id: &ActorId, addresses: &str) -> Result<()> {
    sqlx::query("UPDATE actor SET also_known_as = $2 WHERE id = $1")
        .bind(id)
        .bind(addresses)
        .execute(conn)
        .await?;
    Ok(())
}

/// Writes down what the followers of an actor were last told about it.
pub async fn set_told(conn: &mut Conn, id: &ActorId, told: &str) -> Result<()> {
    sqlx::query("UPDATE actor SET told = $2 WHERE id = $1").bind(id).bind(told).execute(conn).await?;
    Ok(())
}

async fn make(
    conn: &mut Conn,
    kind: Kind,
    consortium: Option<&ConsortiumId>,
    house: Option<&InstitutionId>,
    wanted: &str,
    now: Instant,
) -> Result<Actor> {
    let id = ActorId::new();
    sqlx::query(
        "INSERT INTO actor (id, kind, consortium_id, institution_id, handle, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&id)
    .bind(kind.code())
    .bind(consortium)
    .bind(house)
    .bind(wanted)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    let handle = take_handle(conn, &id, wanted, now).await?;
    sqlx::query("UPDATE actor SET handle = $2 WHERE id = $1")
        .bind(&id)
        .bind(&handle)
        .execute(&mut *conn)
        .await?;
    by_id(conn, &id).await
}

/// How many actors may want the same handle, as after many moves there and back.
const SAME: usize = 1000;

/// Takes a handle for an actor, with a number behind it where it was ever given out.
async fn take_handle(conn: &mut Conn, actor: &ActorId, wanted: &str, now: Instant) -> Result<String> {
    for n in 1..SAME {
        let name = if n == 1 { wanted.to_owned() } else { format!("{wanted}-{n}") };
        let taken = sqlx::query(
            "INSERT INTO handle (name, actor_id, taken_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
        )
        .bind(&name)
        .bind(actor)
        .bind(now)
        .execute(&mut *conn)
        .await?;
        if taken.rows_affected() == 1 {
            return Ok(name);
        }
    }
    Err(Error::Broken(anyhow::anyhow!("no handle like {wanted} is free")))
}
