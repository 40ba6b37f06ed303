//! Moving: to another handle here, to an account elsewhere, or here from an account elsewhere.
use serde_json::Value;

use super::activity::ids_of;
use super::actor::{Actor, Kind};
use super::noting::note;
use super::outgoing::send_to_followers;
use super::{naming, object, store_actor, telling};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::consortium::{self, Consortium, address};
use crate::member::PersonId;

/// How many accounts elsewhere an actor may name as its own.
const ALIASES_MOST: usize = 20;

/// Gives a Verbund or a house another handle: a new actor takes the place of the old one, and the
/// servers of its followers are told to follow the new one.
pub async fn take_handle(
    app: &App,
    it: &Consortium,
    by: &PersonId,
    old: &Actor,
    typed: &str,
) -> Result<Actor> {
    let (config, now) = (&app.config, app.clock.now());
    let other =
        || Error::from(Sentence::new("federation-handle-elsewhere").with("host", config.public_host()));
    let handle = read_handle(old.kind(), &naming::own_handle(config, typed).ok_or_else(other)?)?;
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let old = present(&mut tx, old).await?;
    if is_taken(&mut tx, it, &handle).await? {
        return Err(Sentence::new("federation-handle-taken").with("handle", handle).into());
    }
    let address = |id: &super::actor::ActorId| format!("{}/ap/actor/{id}", config.public_url);
    let new = store_actor::succeed(&mut tx, &old, &handle, address, now).await?;
    let moved = object::move_actor(config, &old, &new.url(config), now);
    send_to_followers(&mut tx, &old, &moved, now).await?;
    note(&mut tx, app, &old, Some(by), "fediverse-handle", &new.full_handle(config)).await?;
    kill::point("federation.handle");
    app.commit(tx, it.id.as_str()).await?;
    Ok(new)
}

/// Reads a handle. That of a house may have that of its Verbund before a dot, as those we give have.
fn read_handle(kind: Kind, typed: &str) -> Result<String> {
    match typed.split_once('.') {
        Some((verbund, house)) if kind == Kind::House => {
            Ok(format!("{}.{}", address::read_slug(verbund)?, address::read_slug(house)?))
        }
        _ => Ok(address::read_slug(typed)?),
    }
}

/// Tells whether a handle was ever given out, or is what another Verbund will be found under.
async fn is_taken(conn: &mut Conn, it: &Consortium, handle: &str) -> Result<bool> {
    if store_actor::by_handle(conn, handle).await?.is_some() {
        return Ok(true);
    }
    let stem = handle.split_once('.').map_or(handle, |(stem, _)| stem);
    let owner = consortium::store::slug_owner(conn, stem).await?;
    Ok(owner.is_some_and(|owner| owner != it.id))
}

/// Sends the followers of an actor to an account elsewhere, and gives its address. That account has
/// to name this one first, else their servers would not follow.
pub async fn move_out(
    app: &App,
    it: &Consortium,
    by: &PersonId,
    actor: &Actor,
    typed: &str,
) -> Result<String> {
    let own = actor.url(&app.config);
    let (to, document) = elsewhere(app, actor, typed).await?;
    if !ids_of(&document["alsoKnownAs"]).contains(&own) {
        return Err(Sentence::new("federation-move-unknown").with("own", own).into());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let actor = present(&mut tx, actor).await?;
    store_actor::set_moved_to(&mut tx, &actor.id, &to, now).await?;
    let moved = object::move_actor(&app.config, &actor, &to, now);
    send_to_followers(&mut tx, &actor, &moved, now).await?;
    note(&mut tx, app, &actor, Some(by), "fediverse-moved-out", &to).await?;
    app.commit(tx, it.id.as_str()).await?;
    Ok(to)
}

/// Finds an account that is not the actor itself: its address and its document.
async fn elsewhere(app: &App, actor: &Actor, typed: &str) -> Result<(String, Value)> {
    let document = naming::find(app, typed).await?;
    let address = document["id"].as_str().unwrap_or_default().to_owned();
    if address == actor.url(&app.config) {
        return Err(Sentence::new("federation-move-itself").into());
    }
    Ok((address, document))
}

/// Takes back that an actor has moved: it is followed again, and those who still follow it are told.
/// Who followed it to the other account stays there.
pub async fn stay(app: &App, it: &Consortium, by: &PersonId, actor: &Actor) -> Result<()> {
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let actor = present(&mut tx, actor).await?;
    if actor.moved_to.is_empty() {
        return Err(Error::Stale);
    }
    store_actor::set_moved_to(&mut tx, &actor.id, "", app.clock.now()).await?;
    note(&mut tx, app, &actor, Some(by), "fediverse-stayed", &actor.moved_to).await?;
    app.commit(tx, it.id.as_str()).await?;
    telling::say(app, &it.id, &actor.id).await
}

/// Lets an actor name an account elsewhere as its own, so that its followers may be sent here; gives
/// its address.
pub async fn know_as(
    app: &App,
    it: &Consortium,
    by: &PersonId,
    actor: &Actor,
    typed: &str,
) -> Result<String> {
    let (address, _) = elsewhere(app, actor, typed).await?;
    change_aliases(app, it, actor, (by, "fediverse-alias", &address), |all| {
        if !all.contains(&address) {
            all.push(address.clone());
        }
        if all.len() > ALIASES_MOST {
            return Err(Sentence::new("federation-alias-most").with("n", ALIASES_MOST).into());
        }
        Ok(())
    })
    .await?;
    Ok(address)
}

/// Lets an actor no longer name an account elsewhere as its own.
pub async fn forget_as(
    app: &App,
    it: &Consortium,
    by: &PersonId,
    actor: &Actor,
    address: &str,
) -> Result<()> {
    change_aliases(app, it, actor, (by, "fediverse-alias-removed", address), |all| {
        all.retain(|one| one != address);
        Ok(())
    })
    .await
}

async fn change_aliases(
    app: &App,
    it: &Consortium,
    actor: &Actor,
    (by, act, address): (&PersonId, &str, &str),
    change: impl FnOnce(&mut Vec<String>) -> Result<()>,
) -> Result<()> {
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let actor = store_actor::by_id(&mut tx, &actor.id).await?;
    let mut all = actor.also_known_as();
    change(&mut all)?;
    store_actor::set_also_known_as(&mut tx, &actor.id, &serde_json::to_string(&all)?).await?;
    note(&mut tx, app, &actor, Some(by), act, address).await?;
    app.commit(tx, it.id.as_str()).await
}

/// Reads an actor as it is when nobody else writes; one that another has followed speaks no more.
async fn present(conn: &mut Conn, actor: &Actor) -> Result<Actor> {
    let actor = store_actor::by_id(conn, &actor.id).await?;
    if actor.successor_id.is_some() { Err(Error::Stale) } else { Ok(actor) }
}
