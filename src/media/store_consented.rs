//! Which consents belong to which pictures, and what stands in the way of showing them.
use super::{Picture, PictureId, store, store_shown};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consent::rule::{Channel, Consent};
use crate::consent::{ConsentId, store as consent_store};
use crate::consortium::ConsortiumId;

/// Gives the consents of everybody who can be recognised on a picture.
pub async fn consents_of(conn: &mut Conn, picture: &PictureId) -> Result<Vec<Consent>> {
    let ids: Vec<(ConsentId,)> =
        sqlx::query_as("SELECT consent_id FROM consent_picture WHERE picture_id = $1 ORDER BY consent_id")
            .bind(picture)
            .fetch_all(&mut *conn)
            .await?;
    let mut consents = Vec::new();
    for (id,) in ids {
        consents.push(consent_store::by_id(conn, &id).await?.rule()?);
    }
    Ok(consents)
}

/// Gives the pictures that a consent covers, the newest first.
pub async fn pictures_of(conn: &mut Conn, consent: &ConsentId) -> Result<Vec<Picture>> {
    Ok(sqlx::query_as(
        "SELECT p.* FROM picture p JOIN consent_picture cp ON cp.picture_id = p.id
         WHERE cp.consent_id = $1 ORDER BY p.created_at DESC, p.id DESC",
    )
    .bind(consent)
    .fetch_all(conn)
    .await?)
}

/// Lets a consent cover a picture; the picture then shows people who can be recognised.
pub async fn attach(conn: &mut Conn, consent: &ConsentId, picture: &PictureId, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO consent_picture (consent_id, picture_id) VALUES ($1, $2)
         ON CONFLICT (consent_id, picture_id) DO NOTHING",
    )
    .bind(consent)
    .bind(picture)
    .execute(&mut *conn)
    .await?;
    sqlx::query("UPDATE picture SET persons_at = $1 WHERE id = $2 AND persons_at IS NULL")
        .bind(now)
        .bind(picture)
        .execute(&mut *conn)
        .await?;
    // It may have gone where this consent does not reach.
    store::look_again(conn, picture, now).await
}

pub async fn detach(conn: &mut Conn, consent: &ConsentId, picture: &PictureId, now: Instant) -> Result<()> {
    sqlx::query("DELETE FROM consent_picture WHERE consent_id = $1 AND picture_id = $2")
        .bind(consent)
        .bind(picture)
        .execute(&mut *conn)
        .await?;
    store::look_again(conn, picture, now).await
}

/// Takes down every picture that a consent covers, and gives those that were still up.
pub async fn take_down(conn: &mut Conn, consent: &ConsentId, now: Instant) -> Result<Vec<PictureId>> {
    let down: Vec<(PictureId,)> = sqlx::query_as(
        "UPDATE picture SET withdrawn_at = $1 WHERE withdrawn_at IS NULL
           AND id IN (SELECT picture_id FROM consent_picture WHERE consent_id = $2) RETURNING id",
    )
    .bind(now)
    .bind(consent)
    .fetch_all(&mut *conn)
    .await?;
    for (id,) in &down {
        store::look_again(conn, id, now).await?;
    }
    Ok(down.into_iter().map(|(id,)| id).collect())
}

/// Takes a picture down that is public, or is to be, although somebody on it has not agreed; tells
/// whether it did.
pub async fn take_down_unagreed(conn: &mut Conn, picture: &Picture, now: Instant) -> Result<bool> {
    let consents = consents_of(conn, &picture.id).await?;
    let agreed = picture.facts(consents).problems_of_persons(Channel::Website, now).is_empty();
    if agreed || picture.withdrawn_at.is_some() || !store_shown::is_for_all(conn, &picture.id).await? {
        return Ok(false);
    }
    store::withdraw(conn, &picture.id, now).await?;
    Ok(true)
}

/// Says everything that stands between pictures and the joint page at an instant. Pictures of
/// another Verbund are refused as if they did not exist.
pub async fn obstacles(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    ids: &[PictureId],
    at: Instant,
) -> Result<Vec<Sentence>> {
    let each = obstacles_of(conn, consortium, ids, at).await?;
    let mut all: Vec<Sentence> = Vec::new();
    for sentence in each.into_iter().flat_map(|(_, sentences)| sentences) {
        if !all.contains(&sentence) {
            all.push(sentence);
        }
    }
    Ok(all)
}

/// The same, picture by picture: only those that have something in their way.
pub async fn obstacles_of(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    ids: &[PictureId],
    at: Instant,
) -> Result<Vec<(PictureId, Vec<Sentence>)>> {
    let mut all = Vec::new();
    for id in ids {
        let sentences = match store::of_consortium(conn, consortium, id).await {
            Ok(picture) => of_picture(conn, &picture, at).await?,
            Err(Error::NotFound) => vec![Sentence::new("media-not-here")],
            Err(other) => return Err(other),
        };
        if !sentences.is_empty() {
            all.push((id.clone(), sentences));
        }
    }
    Ok(all)
}

/// Says what stands between one picture and the joint page.
pub async fn of_picture(conn: &mut Conn, picture: &Picture, at: Instant) -> Result<Vec<Sentence>> {
    let consents = consents_of(conn, &picture.id).await?;
    let mut sentences = picture.facts(consents).problems_before_publication(Channel::Website, at);
    if picture.withdrawn_at.is_some() && sentences.is_empty() {
        sentences.push(Sentence::new("media-taken-down"));
    }
    Ok(sentences)
}
