//! What the public may see, as the database knows it: signed off, due, and neither held nor
//! withdrawn. Everything that leaves the house through pages and feeds is read here.
use super::entry::{Entry, Row};
use super::picture::Picture;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::post::RevisionId;
use crate::topic::TopicId;

/// Which of the public posts are wanted, the newest first.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    pub consortium: &'a ConsortiumId,
    pub now: Instant,
    pub house: Option<&'a InstitutionId>,
    pub topic: Option<&'a TopicId>,
    /// Whether posts that were put away are wanted too, as in the archive.
    pub with_archived: bool,
    pub from: Instant,
    pub until: Instant,
    pub limit: i64,
}

impl<'a> Wanted<'a> {
    /// Wants the newest posts of a Verbund.
    pub fn newest(consortium: &'a ConsortiumId, now: Instant, limit: i64) -> Self {
        Wanted {
            consortium,
            now,
            house: None,
            topic: None,
            with_archived: false,
            from: Instant(0),
            until: Instant(i64::MAX),
            limit,
        }
    }

    /// Wants all posts there ever were, those put away too.
    pub fn archive(consortium: &'a ConsortiumId, now: Instant) -> Self {
        Wanted { with_archived: true, ..Wanted::newest(consortium, now, i64::from(u32::MAX)) }
    }
}

/// The rule of what is public, in one place: `$1` is the Verbund, `$2` the instant. It says the same
/// as [`crate::post::Post::public_revision`].
macro_rules! public_posts {
    ($more:literal) => {
        concat!(
            "SELECT p.id, p.number, p.archived_at, r.id AS revision_id, r.content, r.created_at AS written_at,
               COALESCE(p.first_public_at, p.opens_at) AS since_at
             FROM post p JOIN revision r
               ON r.id = CASE WHEN p.opens_at <= $2 THEN p.next_revision_id ELSE p.live_revision_id END
             WHERE p.consortium_id = $1 AND p.hidden_at IS NULL
               AND COALESCE(p.first_public_at, p.opens_at) <= $2 ",
            $more
        )
    };
}

/// Gives public posts with the text that the public sees: the last one that was signed off.
pub async fn entries(conn: &mut Conn, wanted: Wanted<'_>) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = sqlx::query_as(public_posts!(
        "AND COALESCE(p.first_public_at, p.opens_at) >= $3 AND COALESCE(p.first_public_at, p.opens_at) < $4
           AND (p.archived_at IS NULL OR $5 = 1)
           AND ($6 = '' OR EXISTS (SELECT 1 FROM revision_house h
                                   WHERE h.revision_id = r.id AND h.institution_id = $6))
           AND ($7 = '' OR r.topic_id = $7)
         ORDER BY COALESCE(p.first_public_at, p.opens_at) DESC, p.number DESC LIMIT $8"
    ))
    .bind(wanted.consortium)
    .bind(wanted.now)
    .bind(wanted.from)
    .bind(wanted.until)
    .bind(i64::from(wanted.with_archived))
    .bind(wanted.house.map_or("", InstitutionId::as_str))
    .bind(wanted.topic.map_or("", TopicId::as_str))
    .bind(wanted.limit)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Entry::read).collect()
}

/// Finds a public post by its number; what is not public is not found.
pub async fn entry(conn: &mut Conn, consortium: &ConsortiumId, number: i64, now: Instant) -> Result<Entry> {
    let row: Row = sqlx::query_as(public_posts!("AND p.number = $3"))
        .bind(consortium)
        .bind(now)
        .bind(number)
        .fetch_one(conn)
        .await?;
    Entry::read(row)
}

/// Finds the posts that came out just before and just after one, those put away too.
pub async fn neighbours(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    entry: &Entry,
    now: Instant,
) -> Result<(Option<Entry>, Option<Entry>)> {
    let before = sqlx::query_as(public_posts!(
        "AND (COALESCE(p.first_public_at, p.opens_at) < $3
              OR (COALESCE(p.first_public_at, p.opens_at) = $3 AND p.number < $4))
         ORDER BY COALESCE(p.first_public_at, p.opens_at) DESC, p.number DESC LIMIT 1"
    ));
    let after = sqlx::query_as(public_posts!(
        "AND (COALESCE(p.first_public_at, p.opens_at) > $3
              OR (COALESCE(p.first_public_at, p.opens_at) = $3 AND p.number > $4))
         ORDER BY COALESCE(p.first_public_at, p.opens_at), p.number LIMIT 1"
    ));
    let mut found = [None, None];
    for (place, query) in found.iter_mut().zip([before, after]) {
        let query = query.bind(consortium).bind(now).bind(entry.since).bind(entry.number);
        let row: Option<Row> = query.fetch_optional(&mut *conn).await?;
        *place = row.map(Entry::read).transpose()?;
    }
    let [before, after] = found;
    Ok((before, after))
}

/// Tells when the next signed-off text becomes public: until then stored pages stay true.
pub async fn next_opening(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    now: Instant,
) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(opens_at) FROM post WHERE consortium_id = $1 AND hidden_at IS NULL AND opens_at > $2",
    )
    .bind(consortium)
    .bind(now)
    .fetch_one(conn)
    .await?;
    Ok(at.map(Instant))
}

/// Gives the pictures of one text that may be shown: finished, and not taken back.
pub async fn pictures(conn: &mut Conn, revision: &RevisionId) -> Result<Vec<Picture>> {
    Ok(sqlx::query_as(
        "SELECT p.id, p.width, p.height, p.alt, p.decorative_at, p.caption, p.licence, p.credit, p.source,
           p.focus_x, p.focus_y
         FROM picture p JOIN revision_picture r ON r.picture_id = p.id
         WHERE r.revision_id = $1 AND p.ready_at IS NOT NULL AND p.withdrawn_at IS NULL",
    )
    .bind(revision)
    .fetch_all(conn)
    .await?)
}

/// A barrier that somebody met on a page.
#[derive(Debug, Clone)]
pub struct Barrier<'a> {
    pub consortium: &'a ConsortiumId,
    pub page: &'a str,
    pub body: &'a str,
    /// How to answer; empty where nobody wants an answer.
    pub reply_to: &'a str,
}

/// Writes down a barrier that somebody met.
pub async fn insert_barrier(conn: &mut Conn, barrier: &Barrier<'_>, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO barrier_report (id, consortium_id, at, page, body, reply_to) VALUES ($1,$2,$3,$4,$5,$6)",
    )
    .bind(new_id())
    .bind(barrier.consortium)
    .bind(now)
    .bind(barrier.page)
    .bind(barrier.body)
    .bind(barrier.reply_to)
    .execute(conn)
    .await?;
    Ok(())
}
