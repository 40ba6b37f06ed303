//! How sendings are remembered.
use std::sync::LazyLock;

use super::state::Delivery;
use super::wanted::Choice;
use super::{DeliveryId, plan::Turn};
use crate::base::clock::Instant;
use crate::base::columns;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::ChannelId;
use crate::consortium::ConsortiumId;
use crate::post::PostId;

/// What is remembered about a sending, in the order in which `bound` gives it; last its id.
const COLUMNS: [&str; 25] = [
    "consortium_id",
    "post_id",
    "channel_id",
    "turn",
    "revision_id",
    "act",
    "state",
    "due_at",
    "next_at",
    "tries",
    "looks",
    "lost",
    "leased_by",
    "lease_until",
    "remote",
    "remote_url",
    "why",
    "pictures",
    "without",
    "decided_by",
    "picture_gone_at",
    "created_at",
    "changed_at",
    "sent_at",
    "id",
];

static INSERT: LazyLock<String> = LazyLock::new(|| {
    // Two processes may plan at once; what one has written down already is not planned twice.
    format!("{} ON CONFLICT DO NOTHING", columns::insert("delivery", &COLUMNS))
});
static UPDATE: LazyLock<String> = LazyLock::new(|| columns::update("delivery", &COLUMNS, 1));

/// Gives the values of all columns to a statement.
fn bound<'q>(sql: &'static str, it: &'q Delivery) -> columns::Statement<'q> {
    sqlx::query(sql)
        .bind(&it.consortium_id)
        .bind(&it.post_id)
        .bind(&it.channel_id)
        .bind(it.turn)
        .bind(&it.revision_id)
        .bind(&it.act)
        .bind(&it.state)
        .bind(it.due_at)
        .bind(it.next_at)
        .bind(it.tries)
        .bind(it.looks)
        .bind(it.lost)
        .bind(&it.leased_by)
        .bind(it.lease_until)
        .bind(&it.remote)
        .bind(&it.remote_url)
        .bind(&it.why)
        .bind(&it.pictures)
        .bind(it.without)
        .bind(&it.decided_by)
        .bind(it.picture_gone_at)
        .bind(it.created_at)
        .bind(it.changed_at)
        .bind(it.sent_at)
        .bind(&it.id)
}

/// Writes a new sending.
pub async fn insert(conn: &mut Conn, it: &Delivery) -> Result<()> {
    bound(&INSERT, it).execute(conn).await?;
    Ok(())
}

/// Writes down everything about a sending.
pub async fn save(conn: &mut Conn, it: &Delivery) -> Result<()> {
    bound(&UPDATE, it).execute(conn).await?;
    Ok(())
}

/// Removes a sending of which nothing went out, with the steps that it never took.
pub async fn delete(conn: &mut Conn, id: &DeliveryId) -> Result<()> {
    sqlx::query("DELETE FROM sending_step WHERE sending_id = $1").bind(id).execute(&mut *conn).await?;
    sqlx::query("DELETE FROM delivery WHERE id = $1").bind(id).execute(conn).await?;
    Ok(())
}

/// Finds a sending of a Verbund; one of another Verbund is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &DeliveryId) -> Result<Delivery> {
    Ok(sqlx::query_as("SELECT * FROM delivery WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Gives the whole history of a post on all channels, the oldest first.
pub async fn of_post(conn: &mut Conn, post: &PostId) -> Result<Vec<Turn>> {
    let rows: Vec<Delivery> =
        sqlx::query_as("SELECT * FROM delivery WHERE post_id = $1 ORDER BY channel_id, turn")
            .bind(post)
            .fetch_all(&mut *conn)
            .await?;
    let begun: Vec<(DeliveryId,)> = sqlx::query_as(
        "SELECT DISTINCT d.id FROM delivery d JOIN sending_step s ON s.sending_id = d.id WHERE d.post_id = $1",
    )
    .bind(post)
    .fetch_all(conn)
    .await?;
    let has_begun = |row: &Delivery| begun.iter().any(|(id,)| *id == row.id);
    let turn = |row: Delivery| Turn { has_begun: has_begun(&row), has_gone_picture: false, row };
    Ok(rows.into_iter().map(turn).collect())
}

/// Gives the history of a post on one channel, the oldest first.
pub async fn turns(conn: &mut Conn, post: &PostId, channel: &ChannelId) -> Result<Vec<Turn>> {
    let all = of_post(conn, post).await?;
    Ok(all.into_iter().filter(|turn| turn.row.channel_id == *channel).collect())
}

/// Forgets the steps of a sending that were begun and never answered: a person has looked, and they
/// did not arrive.
pub async fn forget_begun(conn: &mut Conn, id: &DeliveryId) -> Result<()> {
    sqlx::query("DELETE FROM sending_step WHERE sending_id = $1 AND ended_at IS NULL")
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives what people decided about a post, channel by channel.
pub async fn choices(conn: &mut Conn, post: &PostId) -> Result<Vec<(ChannelId, Choice)>> {
    let rows: Vec<(ChannelId, String)> =
        sqlx::query_as("SELECT channel_id, choice FROM delivery_choice WHERE post_id = $1")
            .bind(post)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().filter_map(|(channel, code)| Some((channel, Choice::from_code(&code)?))).collect())
}

/// Writes down what a person decided about a post on a channel; the last word holds.
pub async fn choose(
    conn: &mut Conn,
    post: &PostId,
    channel: &ChannelId,
    choice: Choice,
    by: &str,
    now: Instant,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO delivery_choice (post_id, channel_id, choice, person_id, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (post_id, channel_id) DO UPDATE
           SET choice = excluded.choice, person_id = excluded.person_id, at = excluded.at",
    )
    .bind(post)
    .bind(channel)
    .bind(choice.code())
    .bind(by)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Finds the post that stands on a channel under an id of its network.
pub async fn post_under(conn: &mut Conn, channel: &ChannelId, id: &str) -> Result<Option<PostId>> {
    // What would be a sign of its own in a pattern stands in no id; the wildcard _ only finds more.
    if id.is_empty() || id.contains(['%', '\\', '"']) {
        return Ok(None);
    }
    let rows: Vec<Delivery> =
        sqlx::query_as("SELECT * FROM delivery WHERE channel_id = $1 AND remote LIKE $2 ORDER BY turn DESC")
            .bind(channel)
            .bind(format!("%\"{id}\"%"))
            .fetch_all(conn)
            .await?;
    let is_it = |row: &Delivery| row.remote().is_some_and(|remote| remote.ids.iter().any(|one| one == id));
    Ok(rows.into_iter().find(is_it).map(|row| row.post_id))
}
