//! How the rules of a Verbund are remembered: proposals to change its mode, posts to look at again.
use super::missing::{self, Facts, Missing};
use crate::barrier::store_statement;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::{Consortium, ConsortiumId, store_imprint};
use crate::institution::Institution;
use crate::member::PersonId;
use crate::post::dossier::Dossier;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::mode::ModeChange;
use crate::post::{Post, store_dossier};

pub use crate::post::store_dossier::read_roster as roster;

/// A proposal to change the mode, with what became of it.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub id: String,
    pub change: ModeChange,
    pub agreed_by: Option<PersonId>,
    pub ended_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct ProposalRow {
    id: String,
    to_mode: String,
    proposed_by: PersonId,
    proposed_houses: String,
    proposed_at: Instant,
    agreed_by: Option<PersonId>,
    ended_at: Option<Instant>,
}

/// Gives the proposals to change the mode, the newest first; one without an end waits.
pub async fn proposals(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Proposal>> {
    let rows: Vec<ProposalRow> = sqlx::query_as(
        "SELECT id, to_mode, proposed_by, proposed_houses, proposed_at, agreed_by, ended_at FROM mode_change
         WHERE consortium_id = $1 ORDER BY proposed_at DESC, id DESC LIMIT 20",
    )
    .bind(id)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let change = ModeChange {
                to: Mode::from_code(&row.to_mode).unwrap_or_default(),
                proposed_by: row.proposed_by,
                proposed_houses: serde_json::from_str(&row.proposed_houses)?,
                at: row.proposed_at,
            };
            Ok(Proposal { id: row.id, change, agreed_by: row.agreed_by, ended_at: row.ended_at })
        })
        .collect()
}

pub async fn insert_proposal(conn: &mut Conn, id: &ConsortiumId, change: &ModeChange) -> Result<()> {
    sqlx::query(
        "INSERT INTO mode_change (id, consortium_id, to_mode, proposed_by, proposed_houses, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(new_id())
    .bind(id)
    .bind(change.to.code())
    .bind(&change.proposed_by)
    .bind(serde_json::to_string(&change.proposed_houses)?)
    .bind(change.at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends a proposal; `agreed_by` names who agreed to it, nobody where it was rejected or taken back.
pub async fn end_proposal(
    conn: &mut Conn,
    proposal: &str,
    agreed_by: Option<&PersonId>,
    now: Instant,
) -> Result<()> {
    sqlx::query(
        "UPDATE mode_change SET agreed_by = $1, agreed_at = $2, ended_at = $3
         WHERE id = $4 AND ended_at IS NULL",
    )
    .bind(agreed_by)
    .bind(agreed_by.map(|_| now))
    .bind(now)
    .bind(proposal)
    .execute(conn)
    .await?;
    Ok(())
}

/// Opens the dossiers of all posts that a halt can keep back: approved texts that have not become
/// public yet.
pub async fn waiting(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Vec<Dossier>> {
    let posts: Vec<Post> = sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND archived_at IS NULL
           AND (opens_at > $2 OR (opens_at IS NULL AND state = 'planned')) ORDER BY due_at, number",
    )
    .bind(id)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let roster = roster(conn, id, now).await?;
    let halts = store_dossier::halts(conn, id).await?;
    let mut waiting = Vec::new();
    for post in posts {
        let steps = store_dossier::steps(conn, &post.id).await?;
        waiting.push(Dossier::new(post, steps, halts.clone(), roster.clone()));
    }
    Ok(waiting)
}

/// Lists what a Verbund still needs before strangers may see its page.
pub async fn missing(
    conn: &mut Conn,
    it: &Consortium,
    houses: &[Institution],
    now: Instant,
) -> Result<Vec<Missing>> {
    let roster = roster(conn, &it.id, now).await?;
    let imprint = store_imprint::imprint(conn, &it.id).await?;
    let statement = store_statement::statement(conn, &it.id).await?;
    let facts = Facts {
        consortium: it,
        imprint: &imprint,
        statement: statement.as_ref(),
        houses,
        roster: &roster,
        now,
    };
    Ok(missing::missing(&facts))
}

/// Opens the dossiers of all posts that are proposed and not decided about.
pub async fn proposed(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Vec<Dossier>> {
    let posts: Vec<Post> = sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND state IN ('proposed', 'missed') ORDER BY number",
    )
    .bind(id)
    .fetch_all(&mut *conn)
    .await?;
    let mut open = Vec::new();
    for post in posts {
        let dossier = store_dossier::open(conn, post, now).await?;
        if dossier.standing.proposal().is_some() {
            open.push(dossier);
        }
    }
    Ok(open)
}

/// Writes anew what the histories of all waiting posts come to, after a halt began or ended; posts
/// for which nothing changes are left alone.
pub async fn project_waiting(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<()> {
    for mut dossier in waiting(conn, id, now).await? {
        let next = dossier.project(now);
        let post = &dossier.post;
        let turns = post.turns_at.zip(post.turns_to.as_deref());
        let same = post.opens_at == next.opens_at
            && post.state == next.state.code()
            && turns == next.turns.map(|(at, to)| (at, to.code()));
        if !same {
            store_dossier::project(conn, &mut dossier, now).await?;
        }
    }
    Ok(())
}
