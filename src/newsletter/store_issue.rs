//! How a sending is remembered: what it is the sending of, its posts, and to whom it goes.
use super::{IssueId, Rhythm};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::{Channel, ChannelId, Network};
use crate::consortium::ConsortiumId;
use crate::post::{PostId, RevisionId};

/// A sending, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Issue {
    pub id: IssueId,
    pub consortium_id: ConsortiumId,
    pub channel_id: ChannelId,
    pub rhythm: String,
    pub occasion: String,
    /// The last words of a Verbund that ends, instead of posts; else empty.
    pub farewell: String,
    pub created_at: Instant,
    pub collected_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
}

impl Issue {
    /// A sending that has not been written down yet.
    pub fn new(channel: &Channel, rhythm: &str, occasion: String, now: Instant) -> Issue {
        Issue {
            id: IssueId::new(),
            consortium_id: channel.consortium_id.clone(),
            channel_id: channel.id.clone(),
            rhythm: rhythm.to_owned(),
            occasion,
            farewell: String::new(),
            created_at: now,
            collected_at: None,
            withdrawn_at: None,
        }
    }

    pub fn rhythm(&self) -> Rhythm {
        Rhythm::from_code(&self.rhythm).unwrap_or(Rhythm::Digest)
    }
}

/// A post of a sending.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub post_id: PostId,
    pub number: i64,
    pub wording: Option<String>,
}

/// Writes a sending down; one of the same occasion is there once. Tells whether it is new.
pub async fn insert(conn: &mut Conn, it: &Issue) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO newsletter_issue (id, consortium_id, channel_id, rhythm, occasion, created_at, farewell)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (occasion) DO NOTHING",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.channel_id)
    .bind(&it.rhythm)
    .bind(&it.occasion)
    .bind(it.created_at)
    .bind(&it.farewell)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

pub async fn by_id(conn: &mut Conn, id: &IssueId) -> Result<Issue> {
    Ok(sqlx::query_as("SELECT * FROM newsletter_issue WHERE id = $1").bind(id).fetch_one(conn).await?)
}

pub async fn of_occasion(conn: &mut Conn, occasion: &str) -> Result<Option<Issue>> {
    Ok(sqlx::query_as("SELECT * FROM newsletter_issue WHERE occasion = $1")
        .bind(occasion)
        .fetch_optional(conn)
        .await?)
}

/// Adds a post to a sending, or gives it its newer text.
pub async fn put_item(
    conn: &mut Conn,
    issue: &IssueId,
    post: &PostId,
    revision: &RevisionId,
    wording: Option<&str>,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO newsletter_item (issue_id, post_id, revision_id, wording) VALUES ($1, $2, $3, $4)
         ON CONFLICT (issue_id, post_id) DO UPDATE SET revision_id = excluded.revision_id, wording = excluded.wording",
    )
    .bind(issue)
    .bind(post)
    .bind(revision)
    .bind(wording)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives the posts of a sending, the newest first.
pub async fn items(conn: &mut Conn, issue: &IssueId) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT i.post_id, p.number, i.wording FROM newsletter_item i JOIN post p ON p.id = i.post_id
         WHERE i.issue_id = $1 ORDER BY COALESCE(p.first_public_at, p.opens_at) DESC, p.number DESC",
    )
    .bind(issue)
    .fetch_all(conn)
    .await?)
}

/// The rhythm of last words: they go to everybody.
pub const FAREWELL: &str = "farewell";

/// Writes one letter for everybody who wants it this way and whom one of its posts concerns: one
/// statement, so that all are there or none.
pub async fn address(conn: &mut Conn, it: &Issue, now: Instant) -> Result<u64> {
    let done = sqlx::query(
        "INSERT INTO newsletter_letter (issue_id, subscriber_id, consortium_id, due_at)
         SELECT $1, s.id, s.consortium_id, CAST($2 AS BIGINT) FROM subscriber s
         WHERE s.consortium_id = $3 AND (s.rhythm = $4 OR $4 = 'farewell') AND s.confirmed_at IS NOT NULL AND s.ended_at IS NULL
           AND ($4 = 'farewell' OR NOT EXISTS (SELECT 1 FROM subscriber_choice c WHERE c.subscriber_id = s.id)
                OR EXISTS (SELECT 1 FROM subscriber_choice c
                           JOIN newsletter_item i ON i.issue_id = $1
                           JOIN revision r ON r.id = i.revision_id
                           LEFT JOIN revision_house h ON h.revision_id = r.id
                           WHERE c.subscriber_id = s.id
                             AND (c.target_id = h.institution_id OR c.target_id = r.topic_id)))
         ON CONFLICT (issue_id, subscriber_id) DO NOTHING",
    )
    .bind(&it.id)
    .bind(now)
    .bind(&it.consortium_id)
    .bind(&it.rhythm)
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Gives the posts of a channel that wait to be collected, with their texts.
pub async fn uncollected(
    conn: &mut Conn,
    channel: &ChannelId,
) -> Result<Vec<(IssueId, PostId, i64, Option<String>)>> {
    Ok(sqlx::query_as(
        "SELECT n.id, i.post_id, p.number, i.wording FROM newsletter_issue n
         JOIN newsletter_item i ON i.issue_id = n.id JOIN post p ON p.id = i.post_id
         WHERE n.channel_id = $1 AND n.rhythm = 'each' AND n.collected_at IS NULL AND n.withdrawn_at IS NULL
         ORDER BY n.created_at, n.id",
    )
    .bind(channel)
    .fetch_all(conn)
    .await?)
}

pub async fn mark_collected(conn: &mut Conn, id: &IssueId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE newsletter_issue SET collected_at = $2 WHERE id = $1 AND collected_at IS NULL")
        .bind(id)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes a sending back as far as it has not gone out: letters that wait are dropped, and nothing of
/// it is collected any more.
pub async fn withdraw(conn: &mut Conn, id: &IssueId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE newsletter_issue SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL")
        .bind(id)
        .bind(now)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "UPDATE newsletter_letter SET done_at = $2, outcome = 'dropped'
         WHERE issue_id = $1 AND begun_at IS NULL AND done_at IS NULL",
    )
    .bind(id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts the letters with a post that went out, or may have: at once and collected.
pub async fn gone_out(conn: &mut Conn, channel: &ChannelId, post: &PostId) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM newsletter_letter l JOIN newsletter_issue n ON n.id = l.issue_id
         JOIN newsletter_item i ON i.issue_id = n.id
         WHERE n.channel_id = $1 AND i.post_id = $2 AND l.begun_at IS NOT NULL
           AND l.outcome IN ('sent', 'unconfirmed', '')",
    )
    .bind(channel)
    .bind(post)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Gives the channels by which newsletters go out now.
pub async fn channels(conn: &mut Conn, now: Instant) -> Result<Vec<Channel>> {
    Ok(sqlx::query_as(
        "SELECT * FROM channel WHERE network = $1 AND on_at <= $2 AND ended_at IS NULL ORDER BY created_at, id",
    )
    .bind(Network::Newsletter.code())
    .bind(now)
    .fetch_all(conn)
    .await?)
}

/// Gives the rhythm of a channel and until when its posts were collected.
pub async fn rhythm(conn: &mut Conn, channel: &ChannelId) -> Result<Option<(String, Instant)>> {
    Ok(sqlx::query_as("SELECT slot, collected_until FROM newsletter_rhythm WHERE channel_id = $1")
        .bind(channel)
        .fetch_optional(conn)
        .await?)
}

/// Writes the rhythm of a channel; what was collected stays collected.
pub async fn set_rhythm(conn: &mut Conn, channel: &ChannelId, slot: &str, since: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO newsletter_rhythm (channel_id, slot, collected_until) VALUES ($1, $2, $3)
         ON CONFLICT (channel_id) DO UPDATE SET slot = excluded.slot, collected_until = excluded.collected_until",
    )
    .bind(channel)
    .bind(slot)
    .bind(since)
    .execute(conn)
    .await?;
    Ok(())
}
