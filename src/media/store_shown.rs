//! Where pictures are shown, and to whom.
use super::licence::Licence;
use super::made::Made;
use super::shown::Shown;
use super::{Picture, PictureId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// Gives pictures as pages show them, in the order asked for; unknown ones are left out. One whose
/// consent no longer holds at the instant counts as withdrawn, whether or not a job has run.
pub async fn lines(conn: &mut Conn, ids: &[PictureId], at: Instant) -> Result<Vec<Shown>> {
    let mut found: Vec<(Picture, bool)> = Vec::new();
    for part in ids.chunks(8) {
        // The list of a query has a fixed length: what is missing is asked for as nothing.
        let nth = |n: usize| part.get(n).map_or("", PictureId::as_str);
        let rows: Vec<(PictureId, i64)> = sqlx::query_as(
            "SELECT p.id, CAST((SELECT COUNT(*) FROM consent_picture cp JOIN consent c ON c.id = cp.consent_id
                 WHERE cp.picture_id = p.id AND (c.withdrawn_at <= $9 OR c.ends_at <= $9)) AS BIGINT)
             FROM picture p WHERE p.id IN ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(nth(0))
        .bind(nth(1))
        .bind(nth(2))
        .bind(nth(3))
        .bind(nth(4))
        .bind(nth(5))
        .bind(nth(6))
        .bind(nth(7))
        .bind(at)
        .fetch_all(&mut *conn)
        .await?;
        let pictures: Vec<Picture> =
            sqlx::query_as("SELECT * FROM picture WHERE id IN ($1, $2, $3, $4, $5, $6, $7, $8)")
                .bind(nth(0))
                .bind(nth(1))
                .bind(nth(2))
                .bind(nth(3))
                .bind(nth(4))
                .bind(nth(5))
                .bind(nth(6))
                .bind(nth(7))
                .fetch_all(&mut *conn)
                .await?;
        found.extend(pictures.into_iter().map(|picture| {
            let lapsed = rows.iter().any(|(id, count)| *id == picture.id && *count > 0);
            (picture, lapsed)
        }));
    }
    Ok(ids
        .iter()
        .filter_map(|id| found.iter().find(|(picture, _)| picture.id == *id))
        .map(|(picture, lapsed)| shown(picture, *lapsed))
        .collect())
}

/// Gives a picture as pages show it; `lapsed` when one of its consents no longer holds.
pub fn shown(picture: &Picture, lapsed: bool) -> Shown {
    Shown {
        id: picture.id.clone(),
        alt: picture.alt.clone(),
        decorative: picture.decorative_at.is_some(),
        caption: picture.caption.clone(),
        credit: picture.credit.clone(),
        source: picture.source.clone(),
        licence: Licence::from_code(&picture.licence),
        width: picture.width,
        height: picture.height,
        colour: picture.colour.clone(),
        sizes: Made::read(&picture.sizes),
        ready: picture.ready_at.is_some(),
        withdrawn: picture.withdrawn_at.is_some() || lapsed,
    }
}

/// What has to be known to hand out a file: read anew for every request, so that a picture taken
/// down is gone at once in every process.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Delivery {
    pub consortium_id: ConsortiumId,
    pub sizes: String,
    pub ready_at: Option<Instant>,
    /// How many of its consents no longer hold.
    pub lapsed: i64,
    pub withdrawn_at: Option<Instant>,
    /// In how many public posts it is shown now.
    pub public_posts: i64,
}

pub async fn delivery(conn: &mut Conn, id: &PictureId, now: Instant) -> Result<Delivery> {
    Ok(sqlx::query_as(
        "SELECT p.consortium_id, p.sizes, p.ready_at, p.withdrawn_at,
           CAST((SELECT COUNT(*) FROM consent_picture cp JOIN consent c ON c.id = cp.consent_id
                 WHERE cp.picture_id = p.id AND (c.withdrawn_at <= $2 OR c.ends_at <= $2)) AS BIGINT) AS lapsed,
           CAST((SELECT COUNT(*) FROM revision_picture rp JOIN revision r ON r.id = rp.revision_id
                 JOIN post o ON o.id = r.post_id JOIN consortium v ON v.id = o.consortium_id
                 WHERE rp.picture_id = p.id AND o.consortium_id = p.consortium_id AND v.public_at <= $2
                   AND o.hidden_at IS NULL
                   AND r.id = CASE WHEN o.opens_at <= $2 THEN o.next_revision_id ELSE o.live_revision_id END
                ) AS BIGINT) AS public_posts
         FROM picture p WHERE p.id = $1",
    )
    .bind(id)
    .bind(now)
    .fetch_one(conn)
    .await?)
}

/// Tells whether a picture stands in a text that everybody sees, or will see; also in a post that
/// is hidden just now.
pub async fn is_for_all(conn: &mut Conn, picture: &PictureId) -> Result<bool> {
    let (posts,): (i64,) = sqlx::query_as(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM revision_picture rp JOIN revision r ON r.id = rp.revision_id
           JOIN post o ON o.id = r.post_id
         WHERE rp.picture_id = $1 AND (r.id = o.live_revision_id OR r.id = o.next_revision_id)",
    )
    .bind(picture)
    .fetch_one(conn)
    .await?;
    Ok(posts > 0)
}

/// A post that uses a picture in its newest, its public or its planned text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub picture: PictureId,
    pub number: i64,
    pub title: String,
    pub stage: Stage,
}

/// Who sees the picture in a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Only those inside.
    Draft,
    /// Everybody, once its time has come.
    Planned,
    /// Everybody, now.
    Public,
}

impl Stage {
    pub fn code(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Planned => "planned",
            Stage::Public => "public",
        }
    }
}

#[derive(sqlx::FromRow)]
struct UseRow {
    number: i64,
    title: String,
    revision_id: String,
    live_revision_id: Option<String>,
    next_revision_id: Option<String>,
    opens_at: Option<Instant>,
    hidden_at: Option<Instant>,
}

impl UseRow {
    fn stage(&self, now: Instant) -> Stage {
        let is = |id: &Option<String>| id.as_deref() == Some(self.revision_id.as_str());
        let opened = self.opens_at.is_some_and(|at| at <= now);
        match self.hidden_at {
            Some(_) => Stage::Draft,
            None if opened && is(&self.next_revision_id) => Stage::Public,
            None if !opened && is(&self.live_revision_id) => Stage::Public,
            None if !opened && self.opens_at.is_some() && is(&self.next_revision_id) => Stage::Planned,
            None => Stage::Draft,
        }
    }
}

/// Gives the posts that use a picture, what everybody sees first.
pub async fn uses(conn: &mut Conn, picture: &PictureId, now: Instant) -> Result<Vec<Use>> {
    let rows: Vec<UseRow> = sqlx::query_as(
        "SELECT o.number, o.title, r.id AS revision_id, o.live_revision_id, o.next_revision_id, o.opens_at,
           o.hidden_at
         FROM revision_picture rp JOIN revision r ON r.id = rp.revision_id JOIN post o ON o.id = r.post_id
         WHERE rp.picture_id = $1
           AND (r.id = o.head_revision_id OR r.id = o.live_revision_id OR r.id = o.next_revision_id)
         ORDER BY o.number DESC",
    )
    .bind(picture)
    .fetch_all(conn)
    .await?;
    let mut uses: Vec<Use> = Vec::new();
    for row in rows {
        let stage = row.stage(now);
        match uses.iter_mut().find(|there| there.number == row.number) {
            Some(there) => there.stage = there.stage.max(stage),
            None => {
                uses.push(Use { picture: picture.clone(), number: row.number, title: row.title, stage });
            }
        }
    }
    uses.sort_by_key(|it| std::cmp::Reverse(it.stage));
    Ok(uses)
}
