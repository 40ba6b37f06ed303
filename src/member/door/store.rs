//! How ways in are remembered: passkeys, one-time codes, and what was begun and not yet finished.
use super::passkey::Stored;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::member::{PasskeyId, Person, PersonId};

/// Remembers something that was begun, under the name by which it will be finished.
pub async fn begin(
    conn: &mut Conn,
    id: &str,
    kind: &str,
    person: Option<&PersonId>,
    state: &str,
    expires_at: Instant,
) -> Result<()> {
    sqlx::query("INSERT INTO ceremony (id, kind, person_id, state, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(kind)
        .bind(person)
        .bind(state)
        .bind(expires_at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Looks at what was begun, without finishing it.
pub async fn begun(
    conn: &mut Conn,
    id: &str,
    kind: &str,
    now: Instant,
) -> Result<Option<(Option<PersonId>, String)>> {
    Ok(sqlx::query_as(
        "SELECT person_id, state FROM ceremony WHERE id = $1 AND kind = $2 AND expires_at > $3",
    )
    .bind(id)
    .bind(kind)
    .bind(now)
    .fetch_optional(conn)
    .await?)
}

/// Finishes what was begun: it can be finished once, by whichever process.
pub async fn finish(
    conn: &mut Conn,
    id: &str,
    kind: &str,
    now: Instant,
) -> Result<Option<(Option<PersonId>, String)>> {
    Ok(sqlx::query_as(
        "DELETE FROM ceremony WHERE id = $1 AND kind = $2 AND expires_at > $3 RETURNING person_id, state",
    )
    .bind(id)
    .bind(kind)
    .bind(now)
    .fetch_optional(conn)
    .await?)
}

/// Forgets everything of a kind that a person has begun.
pub async fn drop_begun(conn: &mut Conn, person: &PersonId, kind: &str) -> Result<()> {
    sqlx::query("DELETE FROM ceremony WHERE person_id = $1 AND kind = $2")
        .bind(person)
        .bind(kind)
        .execute(conn)
        .await?;
    Ok(())
}

/// Writes a one-time code of a kind (`link`, `rescue`); those issued before for the same are void.
pub async fn insert_code(
    conn: &mut Conn,
    person: &PersonId,
    kind: &str,
    hash: &str,
    created_by: Option<&PersonId>,
    (now, expires_at): (Instant, Instant),
) -> Result<()> {
    void_codes(conn, person, kind, now).await?;
    sqlx::query(
        "INSERT INTO sign_in_code (id, person_id, kind, code_hash, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new_id())
    .bind(person)
    .bind(kind)
    .bind(hash)
    .bind(created_by)
    .bind(now)
    .bind(expires_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn void_codes(conn: &mut Conn, person: &PersonId, kind: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE sign_in_code SET used_at = $1 WHERE person_id = $2 AND kind = $3 AND used_at IS NULL",
    )
    .bind(now)
    .bind(person)
    .bind(kind)
    .execute(conn)
    .await?;
    Ok(())
}

/// Tells whose open code this is, without using it.
pub async fn owner_of_code(conn: &mut Conn, kind: &str, hash: &str, now: Instant) -> Result<Option<Person>> {
    Ok(sqlx::query_as(
        "SELECT p.* FROM person p JOIN sign_in_code c ON c.person_id = p.id
         WHERE c.code_hash = $1 AND c.kind = $2 AND c.used_at IS NULL AND c.expires_at > $3 AND p.ended_at IS NULL",
    )
    .bind(hash)
    .bind(kind)
    .bind(now)
    .fetch_optional(conn)
    .await?)
}

/// Tells who issued a code, if a person did.
pub async fn issuer_of_code(conn: &mut Conn, kind: &str, hash: &str) -> Result<Option<Person>> {
    Ok(sqlx::query_as(
        "SELECT p.* FROM person p JOIN sign_in_code c ON c.created_by = p.id
         WHERE c.code_hash = $1 AND c.kind = $2",
    )
    .bind(hash)
    .bind(kind)
    .fetch_optional(conn)
    .await?)
}

/// Closes every way in that a person has: passkeys, password, second factor, open codes and links,
/// and whatever was begun.
pub async fn void_ways(conn: &mut Conn, person: &PersonId, now: Instant) -> Result<()> {
    sqlx::query("DELETE FROM passkey WHERE person_id = $1").bind(person).execute(&mut *conn).await?;
    set_password(conn, person, None).await?;
    set_second_factor(conn, person, None, None).await?;
    void_begun(conn, person, now).await
}

/// Voids the codes and links that are under way to a person, and everything begun and not finished.
pub async fn void_begun(conn: &mut Conn, person: &PersonId, now: Instant) -> Result<()> {
    sqlx::query("DELETE FROM ceremony WHERE person_id = $1").bind(person).execute(&mut *conn).await?;
    sqlx::query("UPDATE sign_in_code SET used_at = $1 WHERE person_id = $2 AND used_at IS NULL")
        .bind(now)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Uses a code, which works once; gives whose it is.
pub async fn use_code(conn: &mut Conn, kind: &str, hash: &str, now: Instant) -> Result<Option<PersonId>> {
    let row: Option<(PersonId,)> = sqlx::query_as(
        "UPDATE sign_in_code SET used_at = $1
         WHERE code_hash = $2 AND kind = $3 AND used_at IS NULL AND expires_at > $1 RETURNING person_id",
    )
    .bind(now)
    .bind(hash)
    .bind(kind)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(person,)| person))
}

pub async fn insert_passkey(conn: &mut Conn, it: &Stored) -> Result<()> {
    sqlx::query(
        "INSERT INTO passkey (id, person_id, name, credential, created_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(&it.id)
    .bind(&it.person_id)
    .bind(&it.name)
    .bind(&it.credential)
    .bind(it.created_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a person's passkeys, the oldest first.
pub async fn passkeys_of(conn: &mut Conn, person: &PersonId) -> Result<Vec<Stored>> {
    Ok(sqlx::query_as("SELECT * FROM passkey WHERE person_id = $1 ORDER BY created_at, id")
        .bind(person)
        .fetch_all(conn)
        .await?)
}

/// Notes that a passkey was used, and how it counts since.
pub async fn use_passkey(conn: &mut Conn, it: &Stored, now: Instant) -> Result<()> {
    sqlx::query("UPDATE passkey SET credential = $1, last_used_at = $2 WHERE id = $3")
        .bind(&it.credential)
        .bind(now)
        .bind(&it.id)
        .execute(conn)
        .await?;
    Ok(())
}

pub async fn name_passkey(conn: &mut Conn, person: &PersonId, id: &PasskeyId, name: &str) -> Result<()> {
    sqlx::query("UPDATE passkey SET name = $1 WHERE id = $2 AND person_id = $3")
        .bind(name)
        .bind(id)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

pub async fn remove_passkey(conn: &mut Conn, person: &PersonId, id: &PasskeyId) -> Result<()> {
    sqlx::query("DELETE FROM passkey WHERE id = $1 AND person_id = $2")
        .bind(id)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets or removes a person's password.
pub async fn set_password(conn: &mut Conn, person: &PersonId, hash: Option<&str>) -> Result<()> {
    sqlx::query("UPDATE person SET password_hash = $1 WHERE id = $2")
        .bind(hash)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets the name to sign in with.
pub async fn set_sign_in_name(conn: &mut Conn, person: &PersonId, name: Option<&str>) -> Result<()> {
    sqlx::query("UPDATE person SET sign_in_name = $1 WHERE id = $2")
        .bind(name)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets or removes a person's second factor.
pub async fn set_second_factor(
    conn: &mut Conn,
    person: &PersonId,
    secret: Option<&str>,
    step: Option<i64>,
) -> Result<()> {
    sqlx::query("UPDATE person SET totp_secret = $1, totp_last_step = $2 WHERE id = $3")
        .bind(secret)
        .bind(step)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Uses a step of the second factor; tells whether nobody else has used it meanwhile.
pub async fn use_step(conn: &mut Conn, person: &PersonId, step: i64) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE person SET totp_last_step = $1
         WHERE id = $2 AND totp_secret IS NOT NULL AND (totp_last_step IS NULL OR totp_last_step < $1)",
    )
    .bind(step)
    .bind(person)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Somebody whom the demo lets in with one click: who, as what, where.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DemoDoor {
    pub id: PersonId,
    pub name: String,
    pub role: String,
    pub consortium: String,
    pub house: String,
}

/// Gives everybody the demo lets in, by role.
pub async fn demo_doors(conn: &mut Conn) -> Result<Vec<DemoDoor>> {
    Ok(sqlx::query_as(
        "SELECT p.id, p.name, m.role, c.name AS consortium, COALESCE(i.short_name, '') AS house
         FROM membership m JOIN person p ON p.id = m.person_id JOIN consortium c ON c.id = m.consortium_id
           LEFT JOIN institution i ON i.id = m.institution_id
         WHERE m.ended_at IS NULL AND p.ended_at IS NULL AND (c.ends_at IS NULL)
         UNION ALL
         SELECT p.id, p.name, 'operator', '', '' FROM person p WHERE p.operator_since IS NOT NULL
         ORDER BY 4, 3, 5, 2",
    )
    .fetch_all(conn)
    .await?)
}
