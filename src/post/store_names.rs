//! How the names that a post's pages say are looked up.
use super::names::Names;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::store as institution_store;
use crate::media::PictureId;
use crate::member::store as member_store;

/// Reads everything in a Verbund that a post can point to.
pub async fn read(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Names> {
    let topics =
        sqlx::query_as("SELECT id, title, ended_at FROM topic WHERE consortium_id = $1 ORDER BY title, id")
            .bind(consortium)
            .fetch_all(&mut *conn)
            .await?;
    let series =
        sqlx::query_as("SELECT id, title, ended_at FROM series WHERE consortium_id = $1 ORDER BY title, id")
            .bind(consortium)
            .fetch_all(&mut *conn)
            .await?;
    let channels = sqlx::query_as(
        "SELECT id, name, network, ended_at FROM channel WHERE consortium_id = $1 ORDER BY created_at, id",
    )
    .bind(consortium)
    .fetch_all(&mut *conn)
    .await?;
    Ok(Names {
        houses: institution_store::of_consortium(conn, consortium).await?,
        people: member_store::people_in(conn, consortium).await?,
        topics,
        series,
        channels,
    })
}

/// Keeps those of the pictures that belong to a Verbund, in their order, each with its description.
pub async fn pictures(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    wanted: &[PictureId],
) -> Result<Vec<(PictureId, String)>> {
    let mut found = Vec::with_capacity(wanted.len());
    for id in wanted {
        let row: Option<(PictureId, String)> =
            sqlx::query_as("SELECT id, alt FROM picture WHERE consortium_id = $1 AND id = $2")
                .bind(consortium)
                .bind(id)
                .fetch_optional(&mut *conn)
                .await?;
        found.extend(row);
    }
    Ok(found)
}
