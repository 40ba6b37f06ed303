//! What one actor of ours says to another on the same installation: it is taken as what other servers
//! send is taken, only that nothing has to be sent or proved.
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::actor::{ActorId, shared_inbox};
use super::remote::RemoteActor;
use super::standing::{Found, find};
use super::{activity, key, store_remote, taking, work};
use crate::base::app::App;
use crate::base::error::{Error, Result};

/// Lets an activity of ours take effect at home; gives in a word what became of it.
///
/// Boxed, because taking may fetch, fetching knocks, and what is sent may be taken at home.
pub fn take<'a>(app: &'a App, signer: &'a ActorId, body: &'a [u8]) -> BoxFuture<'a, Result<&'static str>> {
    take_it(app, signer, body).boxed()
}

async fn take_it(app: &App, signer: &ActorId, body: &[u8]) -> Result<&'static str> {
    let Ok(activity) = activity::read(body) else { return Ok("ignored: no activity") };
    let Some(sender) = sender(app, signer).await? else { return Ok("ignored: nobody says it any more") };
    let mut tx = app.db.begin(work::SCOPE).await?;
    store_remote::save(&mut tx, &sender).await?;
    tx.commit().await?;
    taking::take(app, &activity, &sender).await
}

/// Gives an actor of ours as another server would know it.
async fn sender(app: &App, id: &ActorId) -> Result<Option<RemoteActor>> {
    let found = match find(&mut *app.db.read().await?, id, app.clock.now()).await {
        Ok(Found::Here(shown)) => *shown,
        Ok(Found::Gone(_)) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let (config, profile) = (&app.config, found.profile(app));
    let actor = found.actor;
    Ok(Some(RemoteActor {
        id: actor.url(config),
        host: config.public_host().to_owned(),
        handle: actor.handle.clone(),
        name: profile.name,
        url: profile.url,
        inbox: actor.inbox_url(config),
        shared_inbox: shared_inbox(config),
        key_id: actor.key_id(config),
        public_pem: key::public_pem(app, &actor).await?,
        moved_to: actor.moved_to,
        read_at: app.clock.now(),
        gone_at: None,
    }))
}
