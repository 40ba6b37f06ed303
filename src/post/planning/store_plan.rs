//! What the first screen and the plan ask of the database: whole Verbünde at once.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::{InstitutionId, store as institution_store};
use crate::member::{PersonId, store as member_store};
use crate::post::dossier::{Dossier, roster};
use crate::post::signoff::step::{Act, Step};
use crate::post::writing::content::Content;
use crate::post::{Post, PostId, RevisionId, store, store_dossier};

/// Opens the dossiers of all posts that are not yet where they are going: drafts, proposals,
/// planned and held ones, in the order in which their time comes.
pub async fn unfinished(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Vec<Dossier>> {
    let posts: Vec<Post> = sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND archived_at IS NULL
           AND state IN ('draft', 'proposed', 'planned', 'returned', 'on_hold', 'missed')
           AND (turns_to IS NULL OR turns_to <> 'public' OR turns_at > $2)
         ORDER BY CASE WHEN due_at IS NULL THEN 1 ELSE 0 END, due_at, number",
    )
    .bind(id)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    type Row = (PostId, Instant, Option<PersonId>, Option<InstitutionId>, String);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT s.post_id, s.at, s.person_id, s.institution_id, s.act FROM step s
         JOIN post p ON p.id = s.post_id
         WHERE p.consortium_id = $1 AND p.archived_at IS NULL
           AND p.state IN ('draft', 'proposed', 'planned', 'returned', 'on_hold', 'missed')
           AND (p.turns_to IS NULL OR p.turns_to <> 'public' OR p.turns_at > $2)
         ORDER BY s.post_id, s.seq",
    )
    .bind(id)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let mut steps = std::collections::BTreeMap::<PostId, Vec<Step>>::new();
    for (post, at, by, house, act) in rows {
        let act = serde_json::from_str::<Act>(&act)?;
        steps.entry(post).or_default().push(Step { at, by, house, act });
    }
    let halts = store_dossier::halts(conn, id).await?;
    let houses = institution_store::of_consortium(conn, id).await?;
    let people = member_store::people_in(conn, id).await?;
    let memberships = member_store::memberships_in(conn, id).await?;
    let asked = store::last_asked(conn, id).await?;
    let roster = roster(&houses, &people, &memberships, &asked, now);
    let open = |post: Post| {
        let steps = steps.remove(&post.id).unwrap_or_default();
        Dossier::new(post, steps, halts.clone(), roster.clone())
    };
    Ok(posts.into_iter().map(open).collect())
}

/// A post in the plan, with what its newest text says.
#[derive(Debug, Clone)]
pub struct Entry {
    pub post: Post,
    pub at: Instant,
    pub content: Content,
}

/// Gives the posts whose time lies in a span, with their newest texts.
pub async fn entries(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    from: Instant,
    until: Instant,
) -> Result<Vec<Entry>> {
    let posts = store::between(conn, consortium, from, until).await?;
    let rows: Vec<(RevisionId, String)> = sqlx::query_as(
        "SELECT r.id, r.content FROM revision r JOIN post p ON p.head_revision_id = r.id
         WHERE p.consortium_id = $1 AND p.archived_at IS NULL
           AND COALESCE(p.first_public_at, p.opens_at, p.due_at) >= $2
           AND COALESCE(p.first_public_at, p.opens_at, p.due_at) < $3",
    )
    .bind(consortium)
    .bind(from)
    .bind(until)
    .fetch_all(conn)
    .await?;
    let mut contents = std::collections::BTreeMap::new();
    for (id, content) in rows {
        contents.insert(id, serde_json::from_str::<Content>(&content)?);
    }
    let entry = |post: Post| {
        let at = post.first_public_at.or(post.opens_at).or(post.due_at)?;
        let content = post.head_revision_id.as_ref().and_then(|id| contents.remove(id));
        Some(Entry { at, content: content.unwrap_or_default(), post })
    };
    Ok(posts.into_iter().filter_map(entry).collect())
}

/// Gives the times of all posts in a span but one.
pub async fn times(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    from: Instant,
    until: Instant,
    but: &PostId,
) -> Result<Vec<Instant>> {
    let posts = store::between(conn, consortium, from, until).await?;
    let others = posts.into_iter().filter(|post| post.id != *but);
    Ok(others.filter_map(|post| post.first_public_at.or(post.opens_at).or(post.due_at)).collect())
}

/// Gives the newest texts of some posts.
pub async fn contents(conn: &mut Conn, posts: &[&Post]) -> Result<Vec<Content>> {
    let mut contents = Vec::with_capacity(posts.len());
    for post in posts {
        let row: Option<(String,)> = sqlx::query_as("SELECT content FROM revision WHERE id = $1")
            .bind(&post.head_revision_id)
            .fetch_optional(&mut *conn)
            .await?;
        contents.push(match row {
            Some((content,)) => serde_json::from_str(&content)?,
            None => Content::default(),
        });
    }
    Ok(contents)
}

/// A place in a conversation where somebody called for a person.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Mention {
    pub number: i64,
    pub title: String,
    pub written_by: String,
    pub at: Instant,
    pub body: String,
}

/// Gives the mentions that a person has not seen, newest first.
pub async fn mentions(conn: &mut Conn, consortium: &ConsortiumId, person: &PersonId) -> Result<Vec<Mention>> {
    Ok(sqlx::query_as(
        "SELECT p.number AS number, p.title AS title, w.name AS written_by, m.at AS at, m.body AS body
         FROM mention n JOIN message m ON m.id = n.message_id JOIN post p ON p.id = m.post_id
         JOIN person w ON w.id = m.person_id
         WHERE p.consortium_id = $1 AND n.person_id = $2 AND n.seen_at IS NULL AND m.removed_at IS NULL
         ORDER BY m.at DESC, m.id",
    )
    .bind(consortium)
    .bind(person)
    .fetch_all(conn)
    .await?)
}

/// Gives the posts beside which something lies that a person typed and has not merged.
pub async fn unmerged(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    person: &PersonId,
) -> Result<Vec<(i64, String)>> {
    Ok(sqlx::query_as(
        "SELECT DISTINCT p.number, p.title FROM side_copy c JOIN post p ON p.id = c.post_id
         WHERE p.consortium_id = $1 AND c.person_id = $2 AND c.merged_at IS NULL ORDER BY p.number",
    )
    .bind(consortium)
    .bind(person)
    .fetch_all(conn)
    .await?)
}

/// A change of what a Verbund asks for, waiting for another house.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenModeChange {
    pub to_mode: String,
    pub proposed_by: PersonId,
    pub proposed_houses: String,
    pub proposed_at: Instant,
}

/// Gives the change of mode that waits for another house.
pub async fn mode_change(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Option<OpenModeChange>> {
    Ok(sqlx::query_as(
        "SELECT to_mode, proposed_by, proposed_houses, proposed_at FROM mode_change
         WHERE consortium_id = $1 AND agreed_at IS NULL AND ended_at IS NULL ORDER BY proposed_at DESC, id",
    )
    .bind(consortium)
    .fetch_optional(conn)
    .await?)
}

/// Counts the posts of a Verbund, so that an empty one can be told what to begin with.
pub async fn count(conn: &mut Conn, consortium: &ConsortiumId) -> Result<i64> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT CAST(COUNT(*) AS BIGINT) FROM post WHERE consortium_id = $1")
            .bind(consortium)
            .fetch_one(conn)
            .await?;
    Ok(count)
}
