//! How the versions of a post's text are remembered.
use super::{sitting, thinning};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::base::kill;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::dossier::Dossier;
use crate::post::signoff::step::{Act, Fingerprint, Step};
use crate::post::signoff::typing;
use crate::post::writing::content::Content;
use crate::post::writing::sought::sought;
use crate::post::{PostId, RevisionId, store_dossier};

/// A version, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Revision {
    pub id: RevisionId,
    pub post_id: PostId,
    pub seq: i64,
    pub parent_id: Option<RevisionId>,
    /// The open page from which it was saved, so that a page never collides with itself.
    pub client: String,
    pub content: String,
    pub fingerprint: String,
    pub written_by: Option<PersonId>,
    pub created_at: Instant,
}

impl Revision {
    pub fn content(&self) -> Result<Content> {
        Ok(serde_json::from_str(&self.content)?)
    }
}

/// Who saves, and from where.
#[derive(Debug, Clone)]
pub struct Saving<'a> {
    pub by: &'a PersonId,
    /// All houses of the writer, whatever the byline says.
    pub houses: Vec<InstitutionId>,
    /// The version from which the writer started; none for a new post.
    pub base: Option<&'a RevisionId>,
    /// The open page from which it comes; empty for a form without script.
    pub client: &'a str,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is the newest version now.
    Newest(RevisionId),
    /// Somebody else had saved: what was typed is kept beside, under this id.
    Beside(String),
}

const COLUMNS_OF_ONE: &str = "SELECT id, post_id, seq, parent_id, client, content, fingerprint, written_by, \
     created_at FROM revision WHERE post_id = $1 AND id = $2";

pub async fn by_id(conn: &mut Conn, post: &PostId, id: &RevisionId) -> Result<Revision> {
    Ok(sqlx::query_as(COLUMNS_OF_ONE).bind(post).bind(id).fetch_one(conn).await?)
}

/// Gives the newest version; a post that was just begun has none.
pub async fn head(conn: &mut Conn, dossier: &Dossier) -> Result<Option<Revision>> {
    match &dossier.post.head_revision_id {
        Some(id) => Ok(Some(by_id(conn, &dossier.post.id, id).await?)),
        None => Ok(None),
    }
}

/// Gives all versions of a post, newest first.
pub async fn all(conn: &mut Conn, post: &PostId) -> Result<Vec<Revision>> {
    Ok(sqlx::query_as(
        "SELECT id, post_id, seq, parent_id, client, content, fingerprint, written_by, created_at
         FROM revision WHERE post_id = $1 ORDER BY seq DESC",
    )
    .bind(post)
    .fetch_all(conn)
    .await?)
}

/// Saves what somebody wrote: as the newest version, or beside it when another one was quicker.
/// The same text sent twice is one version; so is what one open page sends again because it never
/// got its answer.
pub async fn save(
    conn: &mut Conn,
    dossier: &mut Dossier,
    saving: Saving<'_>,
    content: Content,
    now: Instant,
) -> Result<Saved> {
    let content = content.tidied();
    let fingerprint = content.fingerprint();
    let head = head(conn, dossier).await?;
    if let Some(head) = &head {
        if head.fingerprint == fingerprint {
            return Ok(Saved::Newest(head.id.clone()));
        }
        let same_page = !saving.client.is_empty() && head.client == saving.client;
        if saving.base != Some(&head.id) && !same_page {
            return keep_beside(conn, dossier, saving, &content, now).await;
        }
    }
    let id = insert(conn, dossier, &saving, &content, &fingerprint, head.as_ref(), now).await?;
    kill::point("post.save.after_revision");
    let goes_on = typing::goes_on(&dossier.steps, &dossier.halts, saving.by, now);
    let before = dossier.steps.last().filter(|_| goes_on);
    let houses = typing::houses(before, saving.houses.clone());
    let act = Act::Written { revision: id.clone(), fingerprint: Fingerprint(fingerprint), houses };
    let step = Step::of(now, saving.by.clone(), saving.houses.first().cloned(), act);
    if goes_on {
        store_dossier::replace_last(conn, dossier, step, now).await?;
    } else {
        store_dossier::add(conn, dossier, step, now).await?;
    }
    kill::point("post.save.after_step");
    if head.is_some_and(|head| sitting::goes_on(&head, Some(saving.by), now)) {
        thinning::plan(conn, &dossier.post.id, now).await?;
    }
    Ok(Saved::Newest(id))
}

async fn insert(
    conn: &mut Conn,
    dossier: &mut Dossier,
    saving: &Saving<'_>,
    content: &Content,
    fingerprint: &str,
    head: Option<&Revision>,
    now: Instant,
) -> Result<RevisionId> {
    let id = RevisionId::new();
    let post = dossier.post.id.clone();
    sqlx::query(
        "INSERT INTO revision (id, post_id, seq, parent_id, client, content, fingerprint, topic_id, written_by,
           created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&id)
    .bind(&post)
    .bind(head.map_or(1, |head| head.seq + 1))
    .bind(head.map(|head| head.id.clone()))
    .bind(saving.client)
    .bind(serde_json::to_string(content)?)
    .bind(fingerprint)
    .bind(&content.topic)
    .bind(saving.by)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    for house in &content.byline {
        sqlx::query("INSERT INTO revision_house (revision_id, institution_id) VALUES ($1, $2)")
            .bind(&id)
            .bind(house)
            .execute(&mut *conn)
            .await?;
    }
    for picture in &content.pictures {
        sqlx::query("INSERT INTO revision_picture (revision_id, picture_id) VALUES ($1, $2)")
            .bind(&id)
            .bind(picture)
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query("UPDATE post SET head_revision_id = $1, title = $2, sought = $3 WHERE id = $4")
        .bind(&id)
        .bind(&content.title)
        .bind(sought(content))
        .bind(&post)
        .execute(conn)
        .await?;
    dossier.post.head_revision_id = Some(id.clone());
    dossier.post.title.clone_from(&content.title);
    Ok(id)
}

/// What was typed while somebody else saved.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SideCopy {
    pub id: String,
    pub post_id: PostId,
    pub person_id: PersonId,
    pub base_revision_id: Option<RevisionId>,
    pub content: String,
    pub changed_at: Instant,
    pub merged_at: Option<Instant>,
}

async fn keep_beside(
    conn: &mut Conn,
    dossier: &Dossier,
    saving: Saving<'_>,
    content: &Content,
    now: Instant,
) -> Result<Saved> {
    let text = serde_json::to_string(content)?;
    // One open page goes on typing into one copy.
    let there: Option<(String,)> = sqlx::query_as(
        "UPDATE side_copy SET content = $1, changed_at = $2
         WHERE post_id = $3 AND person_id = $4 AND client = $5 AND client <> '' AND merged_at IS NULL
         RETURNING id",
    )
    .bind(&text)
    .bind(now)
    .bind(&dossier.post.id)
    .bind(saving.by)
    .bind(saving.client)
    .fetch_optional(&mut *conn)
    .await?;
    if let Some((id,)) = there {
        return Ok(Saved::Beside(id));
    }
    // A form without script that is sent twice, or sent again after going back, is one copy.
    if let Some((id,)) = same_copy(conn, dossier, saving.by, &text).await? {
        return Ok(Saved::Beside(id));
    }
    let id = new_id();
    sqlx::query(
        "INSERT INTO side_copy (id, post_id, person_id, client, base_revision_id, content, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(&id)
    .bind(&dossier.post.id)
    .bind(saving.by)
    .bind(saving.client)
    .bind(saving.base)
    .bind(text)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(Saved::Beside(id))
}

async fn same_copy(
    conn: &mut Conn,
    dossier: &Dossier,
    by: &PersonId,
    text: &str,
) -> Result<Option<(String,)>> {
    Ok(sqlx::query_as(
        "SELECT id FROM side_copy WHERE post_id = $1 AND person_id = $2 AND content = $3 AND merged_at IS NULL",
    )
    .bind(&dossier.post.id)
    .bind(by)
    .bind(text)
    .fetch_optional(conn)
    .await?)
}

/// Gives what a person typed beside this post and has not merged yet.
pub async fn side_copies(conn: &mut Conn, post: &PostId, person: &PersonId) -> Result<Vec<SideCopy>> {
    Ok(sqlx::query_as(
        "SELECT id, post_id, person_id, base_revision_id, content, changed_at, merged_at FROM side_copy
         WHERE post_id = $1 AND person_id = $2 AND merged_at IS NULL ORDER BY changed_at DESC, id",
    )
    .bind(post)
    .bind(person)
    .fetch_all(conn)
    .await?)
}

/// Notes that a copy was merged, or given up by whoever typed it.
pub async fn close_side_copy(conn: &mut Conn, id: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE side_copy SET merged_at = $1 WHERE id = $2").bind(now).bind(id).execute(conn).await?;
    Ok(())
}

/// Finds one copy of a person beside this post, merged or not.
pub async fn side_copy(conn: &mut Conn, post: &PostId, person: &PersonId, id: &str) -> Result<SideCopy> {
    Ok(sqlx::query_as(
        "SELECT id, post_id, person_id, base_revision_id, content, changed_at, merged_at FROM side_copy
         WHERE post_id = $1 AND person_id = $2 AND id = $3",
    )
    .bind(post)
    .bind(person)
    .bind(id)
    .fetch_one(conn)
    .await?)
}
