//! How people and their memberships are remembered.
use super::{Membership, MembershipId, Person, PersonId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

pub async fn insert(conn: &mut Conn, it: &Person) -> Result<()> {
    sqlx::query(
        "INSERT INTO person (id, name, sign_in_name, email, email_confirmed_at, language, password_hash,
           away_until, operator_since, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&it.id)
    .bind(&it.name)
    .bind(&it.sign_in_name)
    .bind(&it.email)
    .bind(it.email_confirmed_at)
    .bind(&it.language)
    .bind(&it.password_hash)
    .bind(it.away_until)
    .bind(it.operator_since)
    .bind(it.created_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn by_id(conn: &mut Conn, id: &PersonId) -> Result<Person> {
    Ok(sqlx::query_as("SELECT * FROM person WHERE id = $1").bind(id).fetch_one(conn).await?)
}

pub async fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Person>> {
    Ok(sqlx::query_as("SELECT * FROM person WHERE email = $1 AND ended_at IS NULL")
        .bind(email.trim().to_lowercase())
        .fetch_optional(conn)
        .await?)
}

/// Finds a person by what they type to sign in: an e-mail address or a name of their own choice.
pub async fn by_sign_in(conn: &mut Conn, typed: &str) -> Result<Option<Person>> {
    Ok(sqlx::query_as("SELECT * FROM person WHERE (email = $1 OR sign_in_name = $1) AND ended_at IS NULL")
        .bind(typed.trim().to_lowercase())
        .fetch_optional(conn)
        .await?)
}

pub async fn insert_membership(conn: &mut Conn, it: &Membership) -> Result<()> {
    sqlx::query(
        "INSERT INTO membership (id, person_id, consortium_id, institution_id, role, since_at, until_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&it.id)
    .bind(&it.person_id)
    .bind(&it.consortium_id)
    .bind(&it.institution_id)
    .bind(&it.role)
    .bind(it.since_at)
    .bind(it.until_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends a membership; an ended one keeps the day on which it ended.
pub async fn end_membership(conn: &mut Conn, id: &MembershipId, at: Instant) -> Result<()> {
    sqlx::query("UPDATE membership SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL")
        .bind(at)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds a membership in a Verbund; one of another Verbund is not found.
pub async fn membership(conn: &mut Conn, consortium: &ConsortiumId, id: &MembershipId) -> Result<Membership> {
    Ok(sqlx::query_as("SELECT * FROM membership WHERE id = $1 AND consortium_id = $2")
        .bind(id)
        .bind(consortium)
        .fetch_one(conn)
        .await?)
}

/// Gives a person's memberships, ended ones too.
pub async fn memberships_of(conn: &mut Conn, person: &PersonId) -> Result<Vec<Membership>> {
    Ok(sqlx::query_as("SELECT * FROM membership WHERE person_id = $1 ORDER BY since_at, id")
        .bind(person)
        .fetch_all(conn)
        .await?)
}

/// Gives all memberships of a Verbund, ended ones too.
pub async fn memberships_in(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Membership>> {
    Ok(sqlx::query_as("SELECT * FROM membership WHERE consortium_id = $1 ORDER BY since_at, id")
        .bind(consortium)
        .fetch_all(conn)
        .await?)
}

/// Gives everybody who belongs or belonged to a Verbund.
pub async fn people_in(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Person>> {
    Ok(sqlx::query_as(
        "SELECT p.* FROM person p WHERE p.id IN (SELECT person_id FROM membership WHERE consortium_id = $1)
         ORDER BY p.name, p.id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Counts the conversations in which somebody out there waits for an answer of this person.
pub async fn waiting(conn: &mut Conn, consortium: &ConsortiumId, person: &PersonId) -> Result<usize> {
    let (n,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM conversation WHERE consortium_id = $1 AND person_id = $2 AND closed_at IS NULL
           AND joined_to IS NULL AND due_at IS NOT NULL",
    )
    .bind(consortium)
    .bind(person)
    .fetch_one(conn)
    .await?;
    Ok(usize::try_from(n).unwrap_or(0))
}
