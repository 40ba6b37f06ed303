//! Moving: to another handle here, to an account elsewhere, or here from an account elsewhere.
use serde_json::Value;
use url::Url;

use super::activity::ids_of;
use super::actor::Actor;
use super::outgoing::{self, fetch::Missing, send_to_followers};
use super::{object, store_actor};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::{Consortium, address};

/// Gives a Verbund another handle: a new actor takes the place of the old one, and the servers of its
/// followers are told to follow the new one.
pub async fn take_handle(app: &App, it: &Consortium, old: &Actor, handle: &str) -> Result<Actor> {
    let handle = address::read_slug(handle)?;
    let (config, now) = (&app.config, app.clock.now());
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let address = |id: &super::actor::ActorId| format!("{}/ap/actor/{id}", config.public_url);
    let new = store_actor::succeed(&mut tx, old, &handle, address, now).await?;
    let moved = object::move_actor(config, old, &new.url(config));
    send_to_followers(&mut tx, old, &moved, now).await?;
    app.commit(tx, it.id.as_str()).await?;
    Ok(new)
}

/// Sends the followers of an actor to an account elsewhere. That account has to name this one first,
/// else their servers would not follow.
pub async fn move_out(app: &App, it: &Consortium, actor: &Actor, to: &str) -> Result<()> {
    let own = actor.url(&app.config);
    let document = document(app, to).await?;
    if !ids_of(&document["alsoKnownAs"]).contains(&own) {
        return Err(Sentence::new("federation-move-unknown").with("own", own).into());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin(it.id.as_str()).await?;
    store_actor::set_moved_to(&mut tx, &actor.id, to, now).await?;
    let moved = object::move_actor(&app.config, actor, to);
    send_to_followers(&mut tx, actor, &moved, now).await?;
    app.commit(tx, it.id.as_str()).await
}

/// Lets an actor name accounts elsewhere as its own, so that their followers may be sent here.
pub async fn know_as(app: &App, it: &Consortium, actor: &Actor, addresses: &[String]) -> Result<()> {
    for address in addresses {
        document(app, address).await?;
    }
    let mut tx = app.db.begin(it.id.as_str()).await?;
    store_actor::set_also_known_as(&mut tx, &actor.id, &serde_json::to_string(addresses)?).await?;
    app.commit(tx, it.id.as_str()).await
}

/// Reads an account elsewhere.
async fn document(app: &App, address: &str) -> Result<Value> {
    let unknown = || Error::from(Sentence::new("federation-move-nobody").with("address", address));
    let url = Url::parse(address).map_err(|_| unknown())?;
    match outgoing::fetch(app, &url).await {
        Ok(document) if document["id"].as_str() == Some(address) => Ok(document),
        Err(Missing::Broken(error)) => Err(error),
        _ => Err(unknown()),
    }
}
