//! How the list of all posts of a Verbund is gathered.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::writing::sought::patterns;
use crate::post::{Post, PostId};

/// Which posts are looked for; empty words are no wish.
#[derive(Debug)]
pub struct Search<'a> {
    pub consortium: &'a ConsortiumId,
    /// Who looks: a post that somebody has opened and not written into is nobody else's business.
    pub person: &'a PersonId,
    pub now: Instant,
    pub words: &'a str,
    pub state: &'a str,
    pub house: &'a str,
    pub topic: &'a str,
}

/// What is looked for, in one place, by `$1` to `$10` in the order of [`sought!`].
macro_rules! matching {
    ($what:literal, $more:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM post p WHERE p.consortium_id = $1 AND (p.head_revision_id IS NOT NULL OR p.created_by = $2)
              AND ($3 = '' OR CASE WHEN p.turns_at <= $4 THEN p.turns_to ELSE p.state END = $3)
              AND ($5 = '' OR EXISTS (SELECT 1 FROM revision_house h
                   WHERE h.revision_id = p.head_revision_id AND h.institution_id = $5))
              AND ($6 = '' OR EXISTS (SELECT 1 FROM revision r
                   WHERE r.id = p.head_revision_id AND r.topic_id = $6))
              AND p.sought LIKE $7 ESCAPE '!' AND p.sought LIKE $8 ESCAPE '!'
              AND p.sought LIKE $9 ESCAPE '!' AND p.sought LIKE $10 ESCAPE '!' ",
            $more
        )
    };
}

/// Binds what [`matching!`] asks for.
macro_rules! sought {
    ($query:expr, $search:expr) => {{
        let [one, two, three, four] = patterns($search.words);
        $query
            .bind($search.consortium)
            .bind($search.person)
            .bind($search.state)
            .bind($search.now)
            .bind($search.house)
            .bind($search.topic)
            .bind(one)
            .bind(two)
            .bind(three)
            .bind(four)
    }};
}

/// Counts the posts that are looked for.
pub async fn count(conn: &mut Conn, search: &Search<'_>) -> Result<i64> {
    let query = sqlx::query_as(matching!("CAST(COUNT(*) AS BIGINT)", ""));
    let (count,): (i64,) = sought!(query, search).fetch_one(conn).await?;
    Ok(count)
}

/// Gives the posts that are looked for, those that were changed last first: a page of the list.
pub async fn page(conn: &mut Conn, search: &Search<'_>, first: i64, limit: i64) -> Result<Vec<Post>> {
    let query =
        sqlx::query_as(matching!("*", "ORDER BY p.changed_at DESC, p.number DESC LIMIT $11 OFFSET $12"));
    Ok(sought!(query, search).bind(limit).bind(first).fetch_all(conn).await?)
}

/// Names the houses of a post's newest version.
pub async fn byline(conn: &mut Conn, post: &Post) -> Result<Vec<InstitutionId>> {
    let houses: Vec<(InstitutionId,)> =
        sqlx::query_as("SELECT institution_id FROM revision_house WHERE revision_id = $1")
            .bind(&post.head_revision_id)
            .fetch_all(conn)
            .await?;
    Ok(houses.into_iter().map(|(house,)| house).collect())
}

/// Tells whether a Verbund has any post that a person may see in the list.
pub async fn is_empty(conn: &mut Conn, consortium: &ConsortiumId, person: &PersonId) -> Result<bool> {
    let found: Option<(PostId,)> = sqlx::query_as(
        "SELECT id FROM post WHERE consortium_id = $1 AND (head_revision_id IS NOT NULL OR created_by = $2) LIMIT 1",
    )
    .bind(consortium)
    .bind(person)
    .fetch_optional(conn)
    .await?;
    Ok(found.is_none())
}

/// Finds a post that a person has begun and never written into.
pub async fn untouched(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    person: &PersonId,
) -> Result<Option<Post>> {
    Ok(sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND created_by = $2 AND head_revision_id IS NULL
           AND archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM message m WHERE m.post_id = post.id)
         ORDER BY number DESC LIMIT 1",
    )
    .bind(consortium)
    .bind(person)
    .fetch_optional(conn)
    .await?)
}
