//! How a post's history is remembered, and what it comes to.
use super::dossier::{Dossier, roster};
use super::signoff::roster::Roster;
use super::signoff::state::Halt;
use super::signoff::step::{Act, Step};
use super::{Post, PostId, store};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::{ConsortiumId, store as consortium_store};
use crate::institution::{InstitutionId, store as institution_store};
use crate::member::{PersonId, store as member_store};

/// Opens the dossier of a post. Within a transaction, what it says stays true until the commit.
pub async fn open(conn: &mut Conn, post: Post, now: Instant) -> Result<Dossier> {
    let steps = steps(conn, &post.id).await?;
    let id = &post.consortium_id;
    let halts = halts(conn, id).await?;
    let roster = read_roster(conn, id, now).await?;
    Ok(Dossier::new(post, steps, halts, roster))
}

/// Reads the houses and people of a Verbund as sign-off has to see them.
pub async fn read_roster(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Roster> {
    let houses = institution_store::of_consortium(conn, id).await?;
    let people = member_store::people_in(conn, id).await?;
    let memberships = member_store::memberships_in(conn, id).await?;
    let asked = store::last_asked(conn, id).await?;
    Ok(roster(&houses, &people, &memberships, &asked, now))
}

/// Reads the times in which a Verbund publishes nothing new: its halts, and what comes after its end.
pub async fn halts(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Halt>> {
    let rows = consortium_store::halts(conn, id).await?;
    let end = consortium_store::by_id(conn, id).await?.ends_at;
    let halts = rows.into_iter().map(|row| Halt { from: row.from_at, until: row.until_at });
    Ok(halts.chain(end.map(|from| Halt { from, until: None })).collect())
}

/// Reads the history of a post, oldest first.
pub async fn steps(conn: &mut Conn, post: &PostId) -> Result<Vec<Step>> {
    type Row = (Instant, Option<PersonId>, Option<InstitutionId>, String);
    let rows: Vec<Row> =
        sqlx::query_as("SELECT at, person_id, institution_id, act FROM step WHERE post_id = $1 ORDER BY seq")
            .bind(post)
            .fetch_all(conn)
            .await?;
    rows.into_iter()
        .map(|(at, by, house, act)| Ok(Step { at, by, house, act: serde_json::from_str::<Act>(&act)? }))
        .collect()
}

/// Writes down a fact and what follows from it, in the caller's transaction.
pub async fn add(conn: &mut Conn, dossier: &mut Dossier, step: Step, now: Instant) -> Result<()> {
    insert_step(conn, &dossier.post.id, dossier.steps.len(), &step).await?;
    note_ask(conn, &dossier.post, &step).await?;
    dossier.add(step);
    project(conn, dossier, now).await
}

/// Lets the newest fact be the text as it is now, while one person goes on typing: a hundred saves
/// of one sitting are one fact.
pub async fn replace_last(conn: &mut Conn, dossier: &mut Dossier, step: Step, now: Instant) -> Result<()> {
    let last = dossier.steps.len().saturating_sub(1);
    sqlx::query("DELETE FROM step WHERE post_id = $1 AND seq = $2")
        .bind(&dossier.post.id)
        .bind(last as i64)
        .execute(&mut *conn)
        .await?;
    dossier.steps.truncate(last);
    add(conn, dossier, step, now).await
}

async fn insert_step(conn: &mut Conn, post: &PostId, seq: usize, step: &Step) -> Result<()> {
    sqlx::query(
        "INSERT INTO step (id, post_id, seq, at, person_id, institution_id, act)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new_id())
    .bind(post)
    .bind(seq as i64)
    .bind(step.at)
    .bind(&step.by)
    .bind(&step.house)
    .bind(serde_json::to_string(&step.act)?)
    .execute(conn)
    .await?;
    Ok(())
}

async fn note_ask(conn: &mut Conn, post: &Post, step: &Step) -> Result<()> {
    if !matches!(step.act, Act::Written { .. }) {
        sqlx::query("UPDATE ask SET ended_at = $1 WHERE post_id = $2 AND ended_at IS NULL")
            .bind(step.at)
            .bind(&post.id)
            .execute(&mut *conn)
            .await?;
    }
    if let Act::Asked { house, person, until } = &step.act {
        sqlx::query(
            "INSERT INTO ask (id, consortium_id, post_id, institution_id, person_id, asked_at, until_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(new_id())
        .bind(&post.consortium_id)
        .bind(&post.id)
        .bind(house)
        .bind(person)
        .bind(step.at)
        .bind(until)
        .execute(conn)
        .await?;
    }
    Ok(())
}

/// Writes what the history comes to into the columns that lists and public pages read.
pub async fn project(conn: &mut Conn, dossier: &mut Dossier, now: Instant) -> Result<()> {
    let it = dossier.project(now);
    let standing = &dossier.standing;
    let live = standing.live_text(now).map(|text| text.revision.clone());
    let next = standing.signed().map(|signed| signed.text.revision.clone()).filter(|_| it.opens_at.is_some());
    dossier.post = sqlx::query_as(
        "UPDATE post SET state = $1, turns_at = $2, turns_to = $3, due_at = $4, live_revision_id = $5,
           next_revision_id = $6, opens_at = $7, first_public_at = $8, hidden_at = $9, archived_at = $10,
           changed_at = $11 WHERE id = $12 RETURNING *",
    )
    .bind(it.state.code())
    .bind(it.turns.map(|(at, _)| at))
    .bind(it.turns.map(|(_, to)| to.code()))
    .bind(standing.due(now))
    .bind(live)
    .bind(next)
    .bind(it.opens_at)
    .bind(standing.first_public_at(now))
    .bind(it.hidden_at)
    .bind(standing.archived_at())
    .bind(now)
    .bind(&dossier.post.id)
    .fetch_one(&mut *conn)
    .await?;
    if standing.proposal().is_none() {
        sqlx::query("UPDATE ask SET ended_at = $1 WHERE post_id = $2 AND ended_at IS NULL")
            .bind(now)
            .bind(&dossier.post.id)
            .execute(conn)
            .await?;
    }
    Ok(())
}
