//! How versions that nobody needs any more are forgotten.
use super::store_revision::Revision;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::post::{PostId, RevisionId};

/// Names the versions from which somebody started what is not merged yet.
pub async fn bases_of_open_copies(conn: &mut Conn, post: &PostId) -> Result<Vec<RevisionId>> {
    let rows: Vec<(RevisionId,)> = sqlx::query_as(
        "SELECT base_revision_id FROM side_copy
         WHERE post_id = $1 AND merged_at IS NULL AND base_revision_id IS NOT NULL",
    )
    .bind(post)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Forgets a version; what came after it now comes after the one before it.
pub async fn drop_one(conn: &mut Conn, version: &Revision) -> Result<()> {
    // Read anew: the one before may have gone a moment ago.
    sqlx::query(
        "UPDATE revision SET parent_id = (SELECT gone.parent_id FROM revision gone WHERE gone.id = $1)
         WHERE post_id = $2 AND parent_id = $1",
    )
    .bind(&version.id)
    .bind(&version.post_id)
    .execute(&mut *conn)
    .await?;
    sqlx::query("DELETE FROM revision_house WHERE revision_id = $1")
        .bind(&version.id)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM revision_picture WHERE revision_id = $1")
        .bind(&version.id)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM revision WHERE id = $1").bind(&version.id).execute(conn).await?;
    Ok(())
}
