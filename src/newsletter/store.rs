//! How it is remembered who gets the newsletter, and by which proof.
use super::{Choice, Ended, Subscriber, SubscriberId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::store_mail;
use crate::consortium::ConsortiumId;

/// Writes somebody down who has asked.
pub async fn insert(conn: &mut Conn, it: &Subscriber) -> Result<()> {
    sqlx::query(
        "INSERT INTO subscriber (id, consortium_id, address, address_mark, language, rhythm, secret_hash,
           confirm_hash, confirm_until, text_mark, asked_at, confirmed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.address)
    .bind(&it.address_mark)
    .bind(&it.language)
    .bind(&it.rhythm)
    .bind(&it.secret_hash)
    .bind(&it.confirm_hash)
    .bind(it.confirm_until)
    .bind(&it.text_mark)
    .bind(it.asked_at)
    .bind(it.confirmed_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down that somebody has asked again before they confirmed: what they said last holds.
pub async fn ask_again(conn: &mut Conn, it: &Subscriber) -> Result<()> {
    sqlx::query(
        "UPDATE subscriber SET address = $2, language = $3, rhythm = $4, confirm_hash = $5,
           confirm_until = $6, text_mark = $7, asked_at = $8
         WHERE id = $1 AND confirmed_at IS NULL AND ended_at IS NULL",
    )
    .bind(&it.id)
    .bind(&it.address)
    .bind(&it.language)
    .bind(&it.rhythm)
    .bind(&it.confirm_hash)
    .bind(it.confirm_until)
    .bind(&it.text_mark)
    .bind(it.asked_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Finds whoever has an address in a Verbund and has not ended it.
pub async fn live(conn: &mut Conn, consortium: &ConsortiumId, mark: &str) -> Result<Option<Subscriber>> {
    Ok(sqlx::query_as(
        "SELECT * FROM subscriber WHERE consortium_id = $1 AND address_mark = $2 AND ended_at IS NULL",
    )
    .bind(consortium)
    .bind(mark)
    .fetch_optional(conn)
    .await?)
}

/// Gives all that is known of an address in a Verbund, the newest first: also what has ended.
pub async fn known(conn: &mut Conn, consortium: &ConsortiumId, mark: &str) -> Result<Vec<Subscriber>> {
    Ok(sqlx::query_as(
        "SELECT * FROM subscriber WHERE consortium_id = $1 AND address_mark = $2 ORDER BY asked_at DESC, id DESC",
    )
    .bind(consortium)
    .bind(mark)
    .fetch_all(conn)
    .await?)
}

pub async fn by_id(conn: &mut Conn, id: &SubscriberId) -> Result<Subscriber> {
    Ok(sqlx::query_as("SELECT * FROM subscriber WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds whom a link belongs to; after the end too.
pub async fn by_secret(conn: &mut Conn, hash: &str) -> Result<Subscriber> {
    Ok(sqlx::query_as("SELECT * FROM subscriber WHERE secret_hash = $1").bind(hash).fetch_one(conn).await?)
}

/// Finds whom a confirmation belongs to, while it holds.
pub async fn by_confirmation(conn: &mut Conn, hash: &str, now: Instant) -> Result<Subscriber> {
    Ok(sqlx::query_as(
        "SELECT * FROM subscriber WHERE confirm_hash = $1 AND ended_at IS NULL
           AND (confirm_until > $2 OR confirmed_at IS NOT NULL)",
    )
    .bind(hash)
    .bind(now)
    .fetch_one(conn)
    .await?)
}

/// Writes down that an address was confirmed; the first time counts.
pub async fn confirm(conn: &mut Conn, id: &SubscriberId, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE subscriber SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL AND ended_at IS NULL",
    )
    .bind(id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Changes how somebody gets it.
pub async fn change(conn: &mut Conn, id: &SubscriberId, rhythm: &str, language: &str) -> Result<()> {
    sqlx::query("UPDATE subscriber SET rhythm = $2, language = $3 WHERE id = $1 AND ended_at IS NULL")
        .bind(id)
        .bind(rhythm)
        .bind(language)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends it: the address goes at once, and so does what they wanted. Of an address that was never
/// confirmed nothing stays. Letters that have not been begun are not sent any more.
pub async fn end(conn: &mut Conn, it: &Subscriber, why: Ended, now: Instant) -> Result<()> {
    store_mail::forget_stranger(conn, it.consortium_id.as_str(), &it.address).await?;
    sqlx::query("DELETE FROM subscriber_choice WHERE subscriber_id = $1")
        .bind(&it.id)
        .execute(&mut *conn)
        .await?;
    if it.confirmed_at.is_none() {
        sqlx::query("DELETE FROM subscriber WHERE id = $1").bind(&it.id).execute(conn).await?;
        return Ok(());
    }
    sqlx::query(
        "DELETE FROM newsletter_letter WHERE subscriber_id = $1 AND begun_at IS NULL AND done_at IS NULL",
    )
    .bind(&it.id)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "UPDATE subscriber SET address = '', confirm_hash = NULL, confirm_until = NULL, ended_at = $2, ended_why = $3
         WHERE id = $1 AND ended_at IS NULL",
    )
    .bind(&it.id)
    .bind(now)
    .bind(why.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down what somebody wants instead of what they wanted before.
pub async fn choose(conn: &mut Conn, id: &SubscriberId, choices: &[Choice]) -> Result<()> {
    sqlx::query("DELETE FROM subscriber_choice WHERE subscriber_id = $1")
        .bind(id)
        .execute(&mut *conn)
        .await?;
    for choice in choices {
        sqlx::query(
            "INSERT INTO subscriber_choice (subscriber_id, kind, target_id) VALUES ($1, $2, $3)
             ON CONFLICT (subscriber_id, target_id) DO NOTHING",
        )
        .bind(id)
        .bind(&choice.kind)
        .bind(&choice.target_id)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

pub async fn choices(conn: &mut Conn, id: &SubscriberId) -> Result<Vec<Choice>> {
    Ok(sqlx::query_as(
        "SELECT kind, target_id FROM subscriber_choice WHERE subscriber_id = $1 ORDER BY kind, target_id",
    )
    .bind(id)
    .fetch_all(conn)
    .await?)
}

/// Keeps a text that people agree to, once.
pub async fn keep_text(conn: &mut Conn, mark: &str, language: &str, words: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO subscriber_text (mark, language, words, since_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (mark) DO NOTHING",
    )
    .bind(mark)
    .bind(language)
    .bind(words)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives the text that somebody agreed to, word for word.
pub async fn text(conn: &mut Conn, mark: &str) -> Result<String> {
    let row: Option<(String,)> = sqlx::query_as("SELECT words FROM subscriber_text WHERE mark = $1")
        .bind(mark)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|(words,)| words).unwrap_or_default())
}

/// Ends it for everybody in a Verbund that ended before an instant: there is nothing to write any more.
pub async fn end_over(conn: &mut Conn, before: Instant, now: Instant) -> Result<()> {
    sqlx::query(
        "DELETE FROM subscriber_choice WHERE subscriber_id IN
           (SELECT s.id FROM subscriber s JOIN consortium c ON c.id = s.consortium_id
            WHERE c.ends_at < $1 AND s.ended_at IS NULL)",
    )
    .bind(before)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "UPDATE subscriber SET address = '', confirm_hash = NULL, confirm_until = NULL, ended_at = $2, ended_why = 'over'
         WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
           AND consortium_id IN (SELECT id FROM consortium WHERE ends_at < $1)",
    )
    .bind(before)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Removes who never confirmed, proofs that nobody can ask for any more, and old letters.
pub async fn forget(conn: &mut Conn, unconfirmed: Instant, proof: Instant, letters: Instant) -> Result<()> {
    let old = [
        ("DELETE FROM newsletter_letter WHERE done_at < $1", letters),
        (
            "DELETE FROM subscriber_choice WHERE subscriber_id IN
           (SELECT id FROM subscriber WHERE confirmed_at IS NULL AND asked_at < $1)",
            unconfirmed,
        ),
        // The letter that asked them knows the address too.
        (
            "DELETE FROM mail WHERE person_id IS NULL AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)
           AND EXISTS (SELECT 1 FROM subscriber s WHERE s.consortium_id = mail.consortium_id
             AND s.address = mail.recipient AND s.confirmed_at IS NULL AND s.asked_at < $1)",
            unconfirmed,
        ),
        ("DELETE FROM subscriber WHERE confirmed_at IS NULL AND asked_at < $1", unconfirmed),
        (
            "DELETE FROM newsletter_letter WHERE subscriber_id IN (SELECT id FROM subscriber WHERE ended_at < $1)",
            proof,
        ),
        ("DELETE FROM subscriber WHERE ended_at < $1", proof),
    ];
    for (sql, before) in old {
        sqlx::query(sql).bind(before).execute(&mut *conn).await?;
    }
    Ok(())
}
