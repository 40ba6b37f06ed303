//! What is done to a name in the Fediverse stands in the trail of its Verbund, in the transaction in
//! which it is done.
use super::actor::Actor;
use crate::base::app::App;
use crate::base::audit;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::member::PersonId;

/// Writes down what was done to an actor, and by whom; nobody is named where the operator did it by
/// command. The actor of the installation has no trail.
pub async fn note(
    conn: &mut Conn,
    app: &App,
    actor: &Actor,
    by: Option<&PersonId>,
    act: &str,
    detail: &str,
) -> Result<()> {
    let Some(consortium) = &actor.consortium_id else { return Ok(()) };
    let entry = audit::Entry {
        consortium: Some(consortium.as_str()),
        at: app.clock.now(),
        person: by.map(PersonId::as_str),
        act,
        subject: &actor.full_handle(&app.config),
        detail,
    };
    audit::write(conn, entry).await
}
