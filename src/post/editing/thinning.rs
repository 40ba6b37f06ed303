//! A day later, of the many versions of one sitting only the last is kept.
use super::sitting::sittings;
use super::{store_revision, store_thinning};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::{job, kill};
use crate::post::signoff::step::Act;
use crate::post::{PostId, RevisionId, store, store_dossier};

/// The kind of the job; its payload is the id of the post.
pub const JOB: &str = "thin-revisions";

/// How long every single version stays, in hours.
const KEPT_HOURS: i64 = 24;

/// Writes down, in the transaction of a save, that its versions are thinned out a day later.
pub async fn plan(conn: &mut Conn, post: &PostId, now: Instant) -> Result<()> {
    let at = now.plus_hours(KEPT_HOURS).plus_minutes(1);
    job::enqueue_once(conn, JOB, &format!("{JOB}:{post}"), post.as_str(), at).await
}

/// Thins out the versions of a post. What a step, an unmerged copy or the post itself points to
/// stays, and the last of every sitting; who comes after a version that goes, comes after the one
/// before it.
pub async fn run(app: &App, payload: &str) -> Result<()> {
    let now = app.clock.now();
    let id = PostId::from(payload);
    let post = match store::by_id(&mut *app.db.read().await?, &id).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    let mut tx = app.db.begin(post.consortium_id.as_str()).await?;
    let post = store::by_id(&mut tx, &id).await?;
    let mut needed: Vec<RevisionId> = store_dossier::steps(&mut tx, &id)
        .await?
        .into_iter()
        .filter_map(|step| match step.act {
            Act::Written { revision, .. } | Act::Proposed { revision, .. } => Some(revision),
            Act::Approved(approval) => Some(approval.revision().clone()),
            _ => None,
        })
        .collect();
    needed.extend(store_thinning::bases_of_open_copies(&mut tx, &id).await?);
    needed
        .extend([post.head_revision_id, post.live_revision_id, post.next_revision_id].into_iter().flatten());
    let old = now.plus_hours(-KEPT_HOURS);
    for sitting in sittings(store_revision::all(&mut tx, &id).await?) {
        let before_last = sitting.iter().rev().skip(1);
        for version in
            before_last.filter(|version| version.created_at <= old && !needed.contains(&version.id))
        {
            store_thinning::drop_one(&mut tx, version).await?;
            kill::point("post.thin.after_one");
        }
    }
    kill::point("post.thin.before_commit");
    tx.commit().await
}
