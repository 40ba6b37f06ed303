//! Who follows is told when an actor has a new name, picture or key; whatever changed it, once.
use sha2::{Digest, Sha256};

use super::actor::Actor;
use super::outgoing::send_to_followers;
use super::standing::{Found, Presence, find, of_consortium};
use super::{key, object, profile, store_actor};
use crate::base::app::App;
use crate::base::error::Result;
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
    let now = app.clock.now();
    let found = find(&mut *app.db.read().await?, &actor.id, now).await?;
    let Found::Here(shown) = found else { return Ok(()) };
    let pem = key::public_pem(app, actor).await?;
    let document = profile::document(&app.config, actor, &shown.profile(app), &pem);
    let mark = hex::encode(Sha256::digest(document.to_string()));
    if mark == actor.told {
        return Ok(());
    }
    let mut tx = app.db.begin(consortium.as_str()).await?;
    store_actor::set_told(&mut tx, &actor.id, &mark).await?;
    // The first time nobody knows it otherwise.
    if !actor.told.is_empty() {
        let update = object::update_actor(&app.config, actor, &document, now);
        send_to_followers(&mut tx, actor, &update, now).await?;
    }
    app.commit(tx, consortium.as_str()).await
}
