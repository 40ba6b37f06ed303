//! How is found what has to be planned, and what goes out next.
use super::state::Delivery;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::{Channel, ChannelId};
use crate::consortium::{Consortium, ConsortiumId};
use crate::media::PictureId;
use crate::post::{Post, PostId};

/// Gives the Verbünde that have, or had, a channel, with their version.
pub async fn speaking(conn: &mut Conn) -> Result<Vec<(ConsortiumId, i64)>> {
    Ok(sqlx::query_as(
        "SELECT id, version FROM consortium
         WHERE id IN (SELECT consortium_id FROM channel) ORDER BY id",
    )
    .fetch_all(conn)
    .await?)
}

/// Gives the posts of a Verbund for which something may have changed since an instant: they were
/// changed, their time has come, or a sending of theirs is open.
pub async fn moved(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    since: Instant,
    now: Instant,
) -> Result<Vec<Post>> {
    Ok(sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1
           AND ((changed_at >= $2 AND COALESCE(first_public_at, opens_at) <= $3)
             OR (opens_at >= $2 AND opens_at <= $3)
             OR id IN (SELECT post_id FROM delivery WHERE consortium_id = $1
                        AND state IN ('waiting', 'retry', 'reconnect'))
             OR id IN (SELECT c.post_id FROM delivery_choice c WHERE c.at >= $2))
         ORDER BY COALESCE(first_public_at, opens_at), number",
    )
    .bind(consortium)
    .bind(since)
    .bind(now)
    .fetch_all(conn)
    .await?)
}

/// Tells when the next post of a Verbund becomes public, or a channel of it begins, or it ends.
pub async fn turns_at(conn: &mut Conn, it: &Consortium, now: Instant) -> Result<Option<Instant>> {
    let (opens,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(opens_at) FROM post WHERE consortium_id = $1 AND hidden_at IS NULL AND opens_at > $2",
    )
    .bind(&it.id)
    .bind(now)
    .fetch_one(&mut *conn)
    .await?;
    let (begins,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(on_at) FROM channel WHERE consortium_id = $1 AND ended_at IS NULL AND on_at > $2",
    )
    .bind(&it.id)
    .bind(now)
    .fetch_one(conn)
    .await?;
    let ahead = [opens.map(Instant), begins.map(Instant), it.public_at, it.ends_at];
    Ok(ahead.into_iter().flatten().filter(|at| *at > now).min())
}

/// Tells when the last halt of a Verbund ended; none while one holds, or where there was none.
pub async fn lifted_at(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) = sqlx::query_as("SELECT MAX(until_at) FROM halt WHERE consortium_id = $1")
        .bind(consortium)
        .fetch_one(conn)
        .await?;
    Ok(at.map(Instant))
}

/// What may go out, and what may be looked for, as far as channel and Verbund are concerned: the
/// channel is there and its access holds; it is on and nothing is held, except to take back a post or
/// a picture.
macro_rules! open {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM delivery d JOIN channel c ON c.id = d.channel_id JOIN consortium k ON k.id = d.consortium_id
             WHERE d.state IN ('waiting', 'retry', 'unconfirmed') AND d.next_at IS NOT NULL
               AND c.ended_at IS NULL AND c.broken_at IS NULL
               AND (d.act = 'withdraw' OR d.state = 'unconfirmed' OR d.picture_gone_at IS NOT NULL
                 OR (c.on_at <= $1 AND k.public_at <= $1 AND (k.ends_at IS NULL OR k.ends_at > $1)
                     AND NOT EXISTS (SELECT 1 FROM halt h
                                     WHERE h.consortium_id = d.consortium_id AND h.until_at IS NULL))) ",
            $rest
        )
    };
}

/// Gives what is due on channels on which nobody is sending, the longest due first.
pub async fn due(conn: &mut Conn, now: Instant) -> Result<Vec<Delivery>> {
    let sql = open!(
        "d.*",
        "AND d.next_at <= $1
         AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.channel_id = d.channel_id AND o.lease_until > $1)
         ORDER BY d.next_at, d.turn, d.id LIMIT 200"
    );
    Ok(sqlx::query_as(sql).bind(now).fetch_all(conn).await?)
}

/// Tells when the next sending is due or the lease of a dead process runs out.
pub async fn next_at(conn: &mut Conn, now: Instant) -> Result<Option<Instant>> {
    let sql = open!(
        "MIN(CASE WHEN d.lease_until IS NOT NULL AND d.lease_until > d.next_at THEN d.lease_until ELSE d.next_at END)",
        ""
    );
    let (at,): (Option<i64>,) = sqlx::query_as(sql).bind(now).fetch_one(conn).await?;
    Ok(at.map(Instant))
}

/// Takes a sending in hand for one process, if nobody sends on its channel. A lease that is still
/// there has run out: who had it died, and the sending is lost once more.
pub async fn claim(conn: &mut Conn, it: &Delivery, worker: &str, now: Instant) -> Result<Option<Delivery>> {
    Ok(sqlx::query_as(
        "UPDATE delivery SET leased_by = $2, lease_until = $3, tries = tries + 1,
           lost = lost + CASE WHEN lease_until IS NULL THEN 0 ELSE 1 END
         WHERE id = $1 AND next_at <= $4 AND state IN ('waiting', 'retry', 'unconfirmed')
           AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.channel_id = $5 AND o.lease_until > $4)
         RETURNING *",
    )
    .bind(&it.id)
    .bind(worker)
    .bind(now.plus_seconds(super::LEASE_SECONDS))
    .bind(now)
    .bind(&it.channel_id)
    .fetch_optional(conn)
    .await?)
}

/// Writes down which pictures a sending is about to carry, before anything goes out, and how many
/// stay behind. What an earlier try may have carried is not forgotten. Tells whether this process
/// still has it.
pub async fn carry(
    conn: &mut Conn,
    it: &Delivery,
    worker: &str,
    pictures: &[PictureId],
    without: i64,
) -> Result<bool> {
    let mut all = if it.tries > 1 { it.carried() } else { Vec::new() };
    all.extend(pictures.iter().filter(|id| !all.contains(id)).cloned().collect::<Vec<_>>());
    let done =
        sqlx::query("UPDATE delivery SET pictures = $1, without = $2 WHERE id = $3 AND leased_by = $4")
            .bind(serde_json::to_string(&all)?)
            .bind(without)
            .bind(&it.id)
            .bind(worker)
            .execute(conn)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives the posts with which a picture may have gone out.
pub async fn carried(conn: &mut Conn, picture: &PictureId) -> Result<Vec<(ConsortiumId, PostId)>> {
    Ok(sqlx::query_as("SELECT DISTINCT consortium_id, post_id FROM delivery WHERE pictures LIKE $1")
        .bind(format!("%\"{picture}\"%"))
        .fetch_all(conn)
        .await?)
}

/// Holds a sending that this process still has for another while; tells whether it still has it.
pub async fn renew(conn: &mut Conn, it: &Delivery, worker: &str, now: Instant) -> Result<bool> {
    let done = sqlx::query("UPDATE delivery SET lease_until = $1 WHERE id = $2 AND leased_by = $3")
        .bind(now.plus_seconds(super::LEASE_SECONDS))
        .bind(&it.id)
        .bind(worker)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Hands back at once what a process that goes down has not begun.
pub async fn hand_back(conn: &mut Conn, worker: &str) -> Result<()> {
    sqlx::query("UPDATE delivery SET lease_until = NULL, leased_by = NULL WHERE leased_by = $1")
        .bind(worker)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives the channels of a post's history that have been taken away, with those that are there.
pub async fn channels(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Channel>> {
    Ok(sqlx::query_as(
        "SELECT * FROM channel WHERE consortium_id = $1
           AND (ended_at IS NULL OR id IN (SELECT channel_id FROM delivery WHERE consortium_id = $1))
         ORDER BY created_at, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Gives the sendings of a channel that are not over.
pub async fn open_of_channel(conn: &mut Conn, channel: &ChannelId) -> Result<Vec<Delivery>> {
    Ok(sqlx::query_as(
        "SELECT * FROM delivery WHERE channel_id = $1 AND state NOT IN ('sent', 'withdrawn') ORDER BY turn, id",
    )
    .bind(channel)
    .fetch_all(conn)
    .await?)
}

/// Gives the channels of a Verbund that were taken away and still have tokens or a queue.
pub async fn unfinished(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Channel>> {
    Ok(sqlx::query_as(
        "SELECT * FROM channel WHERE consortium_id = $1 AND ended_at IS NOT NULL
           AND (secret <> '' OR id IN (
             SELECT channel_id FROM delivery WHERE consortium_id = $1
               AND (state IN ('waiting', 'retry', 'reconnect', 'by_hand', 'refused')
                 OR (state = 'unconfirmed' AND next_at IS NOT NULL))))",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}
