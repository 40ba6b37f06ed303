//! How pictures are remembered.
use super::made::Made;
use super::{Picture, PictureId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::job;
use crate::consortium::ConsortiumId;

pub use super::store_consented::{obstacles, obstacles_of};
pub use super::store_shown::lines;

/// How many pictures one page of the list shows.
pub const PAGE: i64 = 36;

/// The last page that is looked for; nobody has more than three million pictures.
pub const LAST_PAGE: i64 = 100_000;

/// Writes a picture that was just taken in.
pub async fn insert(conn: &mut Conn, it: &Picture) -> Result<()> {
    sqlx::query(
        "INSERT INTO picture (id, consortium_id, uploaded_by, institution_id, created_at, file_name, original,
           width, height, colour, sizes, alt, decorative_at, caption, licence, credit, source, focus_x, focus_y,
           persons_at, ready_at, withdrawn_at)
         VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.uploaded_by)
    .bind(&it.institution_id)
    .bind(it.created_at)
    .bind(&it.file_name)
    .bind(&it.original)
    .bind(it.width)
    .bind(it.height)
    .bind(&it.colour)
    .bind(&it.sizes)
    .bind(&it.alt)
    .bind(it.decorative_at)
    .bind(&it.caption)
    .bind(&it.licence)
    .bind(&it.credit)
    .bind(&it.source)
    .bind(it.focus_x)
    .bind(it.focus_y)
    .bind(it.persons_at)
    .bind(it.ready_at)
    .bind(it.withdrawn_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn by_id(conn: &mut Conn, id: &PictureId) -> Result<Picture> {
    Ok(sqlx::query_as("SELECT * FROM picture WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds a picture of a Verbund; one of another Verbund is not found.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId, id: &PictureId) -> Result<Picture> {
    Ok(sqlx::query_as("SELECT * FROM picture WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Which pictures of a Verbund a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    All,
    /// Neither described nor said to be decorative.
    Undescribed,
    /// People can be recognised on them.
    Persons,
    Withdrawn,
}

impl Filter {
    pub const ALL: [Filter; 4] = [Filter::All, Filter::Undescribed, Filter::Persons, Filter::Withdrawn];

    pub fn code(self) -> &'static str {
        match self {
            Filter::All => "all",
            Filter::Undescribed => "undescribed",
            Filter::Persons => "persons",
            Filter::Withdrawn => "withdrawn",
        }
    }

    pub fn from_code(code: &str) -> Filter {
        Filter::ALL.into_iter().find(|filter| filter.code() == code).unwrap_or(Filter::All)
    }
}

/// Gives one page of a Verbund's pictures, the newest first, and one more if there is a next page.
pub async fn page(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    filter: Filter,
    page: i64,
) -> Result<Vec<Picture>> {
    Ok(sqlx::query_as(
        "SELECT * FROM picture WHERE consortium_id = $1
           AND ($2 = 'all' OR ($2 = 'undescribed' AND alt = '' AND decorative_at IS NULL AND withdrawn_at IS NULL)
             OR ($2 = 'persons' AND persons_at IS NOT NULL)
             OR ($2 = 'withdrawn' AND withdrawn_at IS NOT NULL))
         ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4",
    )
    .bind(consortium)
    .bind(filter.code())
    .bind(PAGE + 1)
    .bind(page.clamp(0, LAST_PAGE) * PAGE)
    .fetch_all(conn)
    .await?)
}

/// Writes what people say of a picture: description, credit, focus, persons.
pub async fn update(conn: &mut Conn, it: &Picture) -> Result<()> {
    sqlx::query(
        "UPDATE picture SET alt = $1, decorative_at = $2, caption = $3, licence = $4, credit = $5,
           source = $6, focus_x = $7, focus_y = $8, persons_at = $9 WHERE id = $10",
    )
    .bind(&it.alt)
    .bind(it.decorative_at)
    .bind(&it.caption)
    .bind(&it.licence)
    .bind(&it.credit)
    .bind(&it.source)
    .bind(it.focus_x)
    .bind(it.focus_y)
    .bind(it.persons_at)
    .bind(&it.id)
    .execute(&mut *conn)
    .await?;
    match it.persons_at {
        Some(at) => look_again(conn, &it.id, at).await,
        None => Ok(()),
    }
}

/// Notes which files there are now; not if the focus was moved meanwhile, for then they are made
/// again.
pub async fn set_made(conn: &mut Conn, it: &Picture, made: &Made, colour: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE picture SET sizes = $1, colour = $2, ready_at = $3
         WHERE id = $4 AND focus_x = $5 AND focus_y = $6",
    )
    .bind(made.write())
    .bind(colour)
    .bind(now)
    .bind(&it.id)
    .bind(it.focus_x)
    .bind(it.focus_y)
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes a picture down; one that is down already keeps its instant.
pub async fn withdraw(conn: &mut Conn, id: &PictureId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE picture SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(&mut *conn)
        .await?;
    look_again(conn, id, now).await
}

/// The job that looks where a picture was sent that may no longer be shown; its payload is the
/// picture's id.
pub const GONE: &str = "picture-gone";

/// Lets somebody look where a picture was sent, after whatever may have ended that it is shown there.
pub async fn look_again(conn: &mut Conn, id: &PictureId, now: Instant) -> Result<()> {
    job::enqueue(conn, GONE, id.as_str(), now).await
}

/// Puts a picture back.
pub async fn restore(conn: &mut Conn, id: &PictureId) -> Result<()> {
    sqlx::query("UPDATE picture SET withdrawn_at = NULL WHERE id = $1").bind(id).execute(conn).await?;
    Ok(())
}

/// Gives every picture there is with its original's ending and its sizes, for the sweeping.
pub async fn all_files(conn: &mut Conn) -> Result<Vec<(PictureId, String, String)>> {
    Ok(sqlx::query_as("SELECT id, original, sizes FROM picture").fetch_all(conn).await?)
}
