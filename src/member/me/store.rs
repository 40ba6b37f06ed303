//! How a person's own settings are remembered.
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::ConsortiumId;
use crate::member::PersonId;

/// Tells whether a sign-in name or address belongs to somebody else.
pub async fn is_taken(conn: &mut Conn, name: &str, but: &PersonId) -> Result<bool> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT id FROM person WHERE (sign_in_name = $1 OR email = $1) AND id <> $2")
            .bind(name)
            .bind(but)
            .fetch_optional(conn)
            .await?;
    Ok(row.is_some())
}

/// Claims a name to sign in with, in a transaction of the scope `NAMES`; a taken one is refused.
pub async fn claim_name(conn: &mut Conn, person: &PersonId, name: &str) -> Result<()> {
    if is_taken(conn, name, person).await? {
        return Err(Error::field("sign_in_name", Sentence::new("member-sign-in-name-taken")));
    }
    crate::member::door::store::set_sign_in_name(conn, person, Some(name)).await
}

pub async fn set_facts(conn: &mut Conn, person: &PersonId, name: &str, language: &str) -> Result<()> {
    sqlx::query("UPDATE person SET name = $1, language = $2 WHERE id = $3")
        .bind(name)
        .bind(language)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

pub async fn set_away(conn: &mut Conn, person: &PersonId, until: Option<Instant>) -> Result<()> {
    sqlx::query("UPDATE person SET away_until = $1 WHERE id = $2")
        .bind(until)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets a confirmed address, or removes it.
pub async fn set_email(
    conn: &mut Conn,
    person: &PersonId,
    email: Option<&str>,
    at: Option<Instant>,
) -> Result<()> {
    sqlx::query("UPDATE person SET email = $1, email_confirmed_at = $2 WHERE id = $3")
        .bind(email)
        .bind(at)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives the Verbünde a person belongs to now.
pub async fn consortia_of(conn: &mut Conn, person: &PersonId) -> Result<Vec<ConsortiumId>> {
    let rows: Vec<(ConsortiumId,)> = sqlx::query_as(
        "SELECT DISTINCT consortium_id FROM membership WHERE person_id = $1 AND ended_at IS NULL ORDER BY 1",
    )
    .bind(person)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Notes what a person did about their own sign-in. It belongs to no Verbund: nobody's colleagues
/// need to know.
pub async fn note(conn: &mut Conn, app: &App, person: &PersonId, act: &str) -> Result<()> {
    let at = app.clock.now();
    let entry = Entry { consortium: None, at, person: Some(person.as_str()), act, subject: "", detail: "" };
    audit::write(conn, entry).await
}
