//! What happens by itself when the last day of a Verbund is over.
use super::store;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::post::signoff::step::{Act, Step};
use crate::post::store_dossier;

/// The kind of job that ends what is still open in a Verbund. Its payload is the Verbund's id.
pub const END: &str = "verbund-end";

/// Comes back when the last day is over.
pub(super) async fn plan(conn: &mut Conn, it: &Consortium, ends_at: Instant) -> Result<()> {
    job::enqueue_once(conn, END, &format!("{END}:{}", it.id), it.id.as_str(), ends_at).await
}

/// Ends the questions that nobody can answer any more: proposals of posts and of another mode. An
/// ending that was called off or moved meanwhile ends nothing, and a second run finds nothing open.
pub async fn end(app: &App, payload: &str) -> Result<()> {
    let id = ConsortiumId::from(payload);
    let mut tx = app.db.begin(id.as_str()).await?;
    let now = app.clock.now();
    match consortium_store::by_id(&mut tx, &id).await {
        Ok(it) if it.has_ended(now) => {}
        Ok(_) | Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    }
    for mut dossier in store::proposed(&mut tx, &id, now).await? {
        let step = Step::by_clock(now, Act::Retracted);
        store_dossier::add(&mut tx, &mut dossier, step, now).await?;
    }
    for proposal in store::proposals(&mut tx, &id).await?.iter().filter(|it| it.ended_at.is_none()) {
        store::end_proposal(&mut tx, &proposal.id, None, now).await?;
    }
    app.commit(tx, id.as_str()).await
}
