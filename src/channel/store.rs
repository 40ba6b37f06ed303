//! How channels are remembered.
use std::sync::LazyLock;

use super::{Channel, ChannelId, Network};
use crate::base::app::App;
use crate::base::columns;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// What is remembered about a channel, in the order in which `bound` gives it; last what tells which
/// channel it is.
const COLUMNS: [&str; 26] = [
    "network",
    "name",
    "account",
    "account_url",
    "server",
    "settings",
    "secret",
    "limits",
    "limits_at",
    "purpose",
    "responsible",
    "alternative",
    "review_at",
    "created_by",
    "created_at",
    "on_at",
    "ended_at",
    "expires_at",
    "warned_for",
    "broken_at",
    "broken_why",
    "checked_at",
    "heard",
    "heard_at",
    "consortium_id",
    "id",
];
const KEYS: usize = 2;

static INSERT: LazyLock<String> = LazyLock::new(|| columns::insert("channel", &COLUMNS));
static UPDATE: LazyLock<String> = LazyLock::new(|| columns::update("channel", &COLUMNS, KEYS));

/// Gives the values of all columns to a statement.
fn bound<'q>(sql: &'static str, it: &'q Channel) -> columns::Statement<'q> {
    sqlx::query(sql)
        .bind(&it.network)
        .bind(&it.name)
        .bind(&it.account)
        .bind(&it.account_url)
        .bind(&it.server)
        .bind(&it.settings)
        .bind(&it.secret)
        .bind(&it.limits)
        .bind(it.limits_at)
        .bind(&it.purpose)
        .bind(&it.responsible)
        .bind(&it.alternative)
        .bind(it.review_at)
        .bind(&it.created_by)
        .bind(it.created_at)
        .bind(it.on_at)
        .bind(it.ended_at)
        .bind(it.expires_at)
        .bind(it.warned_for)
        .bind(it.broken_at)
        .bind(&it.broken_why)
        .bind(it.checked_at)
        .bind(&it.heard)
        .bind(it.heard_at)
        .bind(&it.consortium_id)
        .bind(&it.id)
}

/// Writes a new channel.
pub async fn insert(conn: &mut Conn, it: &Channel) -> Result<()> {
    bound(&INSERT, it).execute(conn).await?;
    Ok(())
}

/// Writes down everything about a channel.
pub async fn save(conn: &mut Conn, it: &Channel) -> Result<()> {
    bound(&UPDATE, it).execute(conn).await?;
    Ok(())
}

/// Gives the channels of a Verbund that have not been taken away, the oldest first.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Channel>> {
    Ok(sqlx::query_as(
        "SELECT * FROM channel WHERE consortium_id = $1 AND ended_at IS NULL ORDER BY created_at, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Finds a channel of a Verbund; one of another Verbund is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &ChannelId) -> Result<Channel> {
    Ok(sqlx::query_as("SELECT * FROM channel WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Names the Verbund of a channel in addresses.
pub async fn slug_of(conn: &mut Conn, id: &ChannelId) -> Result<String> {
    let (slug,): (String,) = sqlx::query_as(
        "SELECT c.slug FROM channel h JOIN consortium c ON c.id = h.consortium_id WHERE h.id = $1",
    )
    .bind(id)
    .fetch_one(conn)
    .await?;
    Ok(slug)
}

/// Gives the channels of all Verbünde in a network that have not been taken away.
pub async fn of_network(conn: &mut Conn, network: Network) -> Result<Vec<Channel>> {
    Ok(sqlx::query_as("SELECT * FROM channel WHERE network = $1 AND ended_at IS NULL ORDER BY id")
        .bind(network.code())
        .fetch_all(conn)
        .await?)
}

/// Writes down under which name visitors find a channel, where that has changed.
pub async fn call(app: &App, channel: &Channel, account: &str, url: &str) -> Result<()> {
    if channel.account == account && channel.account_url == url {
        return Ok(());
    }
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    sqlx::query("UPDATE channel SET account = $2, account_url = $3 WHERE id = $1")
        .bind(&channel.id)
        .bind(account)
        .bind(url)
        .execute(&mut *tx)
        .await?;
    app.commit(tx, channel.consortium_id.as_str()).await
}
