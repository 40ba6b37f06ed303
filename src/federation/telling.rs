//! Who follows is told when an actor has a new name, picture or key; whatever changed it, once.
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::actor::{Actor, ActorId};
use super::outgoing::send_to_followers;
use super::standing::{Found, Presence, find, of_consortium};
use super::{key, object, profile, store_actor};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::consortium::{self, ConsortiumId};

/// The kind of the timer that looks whether an actor presents itself otherwise than its followers know.
pub const JOB: &str = "actor-profiles";

/// How long a new name may take until followers are told, in minutes.
const EVERY_MINUTES: i64 = 10;

/// Looks at all actors and tells what has changed; sets itself for the next time.
pub async fn look(app: &App) -> Result<()> {
    let now = app.clock.now();
    let all = consortium::store::all(&mut *app.db.read().await?).await?;
    for it in &all {
        let mut conn = app.db.read().await?;
        if !matches!(of_consortium(&mut conn, &it.id, now).await?, Presence::Speaks(..)) {
            continue;
        }
        let actors = store_actor::all_of(&mut conn, &it.id).await?;
        drop(conn);
        for actor in actors.iter().filter(|actor| actor.successor_id.is_none()) {
            tell(app, &it.id, actor).await?;
        }
    }
    let mut tx = app.db.begin("timers").await?;
    job::enqueue_once(&mut tx, JOB, JOB, "", now.plus_minutes(EVERY_MINUTES)).await?;
    tx.commit().await
}

/// Tells the followers of an actor how it presents itself now, if they know it otherwise.
async fn tell(app: &App, consortium: &ConsortiumId, actor: &Actor) -> Result<()> {
    let Some((document, mark)) = document(app, actor).await? else { return Ok(()) };
    if mark == actor.told {
        return Ok(());
    }
    let mut tx = app.db.begin(consortium.as_str()).await?;
    store_actor::set_told(&mut tx, &actor.id, &mark).await?;
    // The first time nobody knows it otherwise.
    if !actor.told.is_empty() {
        let now = app.clock.now();
        let update = object::update_actor(&app.config, actor, &document, now);
        send_to_followers(&mut tx, actor, &update, now).await?;
    }
    app.commit(tx, consortium.as_str()).await
}

/// Tells the followers of an actor at once how it presents itself now: after a new key, say. Where
/// that is not reached, the timer tells it.
pub async fn say(app: &App, consortium: &ConsortiumId, id: &ActorId) -> Result<()> {
    let actor = store_actor::by_id(&mut *app.db.read().await?, id).await?;
    let Some((document, mark)) = document(app, &actor).await? else { return Ok(()) };
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    store_actor::set_told(&mut tx, &actor.id, &mark).await?;
    let update = object::update_actor(&app.config, &actor, &document, now);
    send_to_followers(&mut tx, &actor, &update, now).await?;
    app.commit(tx, consortium.as_str()).await
}

/// Gives the document of an actor and a mark by which it is known again; none while it is not to be
/// found.
async fn document(app: &App, actor: &Actor) -> Result<Option<(Value, String)>> {
    let found = find(&mut *app.db.read().await?, &actor.id, app.clock.now()).await;
    let shown = match found {
        Ok(Found::Here(shown)) => shown,
        Ok(Found::Gone(_)) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let pem = key::public_pem(app, actor).await?;
    let document = profile::document(&app.config, actor, &shown.profile(app), &pem);
    let mark = hex::encode(Sha256::digest(document.to_string()));
    Ok(Some((document, mark)))
}
