//! The key with which an actor signs: made on first use, sealed in the database, replaced without
//! losing followers.
use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;

use super::actor::Actor;
use super::store_key::{self, KeyRow};
use super::{noting, store_actor, telling};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::id::new_id;
use crate::member::PersonId;
use crate::signature::PrivateKey;

/// How many opened keys a process holds: opening and reading one costs more than signing with it.
const OPENED_MOST: usize = 512;

static OPENED: LazyLock<Cache<String, Arc<PrivateKey>>> = LazyLock::new(|| Cache::new(OPENED_MOST));

/// Gives the key of an actor and the name under which others know it; the first use makes it.
pub async fn signing_key(app: &App, actor: &Actor) -> Result<(String, Arc<PrivateKey>)> {
    let row = current(app, actor).await?;
    let name = actor.key_id(&app.config);
    if let Some(key) = OPENED.get(&row.id) {
        return Ok((name, key));
    }
    let pem = app.seal.open(&place(&row.id), &row.secret)?;
    let key = Arc::new(PrivateKey::from_pkcs8_pem(&pem).map_err(|error| Error::Broken(error.into()))?);
    OPENED.insert(row.id, key.clone());
    Ok((name, key))
}

/// Gives the public half of an actor's key, as its document shows it.
pub async fn public_pem(app: &App, actor: &Actor) -> Result<String> {
    Ok(current(app, actor).await?.public_pem)
}

/// Replaces the key of an actor. Servers that hold the old one read the actor's document again when
/// a signature does not verify; `telling::say` tells those who follow beforehand.
pub async fn rotate(app: &App, actor: &Actor, by: Option<&PersonId>) -> Result<()> {
    let fresh = make(app).await?;
    let mut tx = app.db.begin(actor.id.as_str()).await?;
    store_key::replace(&mut tx, &actor.id, &fresh, app.clock.now()).await?;
    noting::note(&mut tx, app, actor, by, "fediverse-key", "").await?;
    match &actor.consortium_id {
        Some(consortium) => app.commit(tx, consortium.as_str()).await,
        None => tx.commit().await,
    }
}

/// Replaces the keys of all actors, as after somebody may have read the database and the key file, and
/// tells their followers; gives how many there are. Broken off, it is simply begun again.
pub async fn rotate_all(app: &App) -> Result<usize> {
    let actors = store_actor::all(&mut *app.db.read().await?).await?;
    for actor in &actors {
        rotate(app, actor, None).await?;
        let Some(consortium) = &actor.consortium_id else { continue };
        telling::say(app, consortium, &actor.id).await?;
    }
    Ok(actors.len())
}

async fn current(app: &App, actor: &Actor) -> Result<KeyRow> {
    if let Some(row) = store_key::current(&mut *app.db.read().await?, &actor.id).await? {
        return Ok(row);
    }
    let fresh = make(app).await?;
    let mut tx = app.db.begin(actor.id.as_str()).await?;
    // Somebody else may have been quicker while the key was made.
    if let Some(row) = store_key::current(&mut tx, &actor.id).await? {
        return Ok(row);
    }
    store_key::replace(&mut tx, &actor.id, &fresh, app.clock.now()).await?;
    tx.commit().await?;
    Ok(fresh)
}

/// Makes a key beside the threads that answer requests: it takes a tenth of a second.
async fn make(app: &App) -> Result<KeyRow> {
    let key = tokio::task::spawn_blocking(PrivateKey::generate).await.map_err(anyhow::Error::from)?;
    let id = new_id();
    let pem = key.to_pkcs8_pem();
    let secret = app.seal.close(&place(&id), &pem)?;
    let public_pem = key.public_pem();
    Ok(KeyRow { id, secret, public_pem })
}

fn place(key: &str) -> String {
    format!("actor-key:{key}")
}
