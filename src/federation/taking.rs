//! What follows from an activity whose sender is known: followers, conversations, endings.
use sha2::{Digest, Sha256};
use url::Url;

use super::activity::{self, Activity};
use super::actor::{Actor, ActorId};
use super::deed::{self, Deed};
use super::note::{self, Note};
use super::outgoing::{self, fetch::Missing};
use super::remote::{self, RemoteActor};
use super::standing::{Found, Shown, find};
use super::store_returned::{self, Returned};
use super::{gathering, object, store_actor, store_remote};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::channel::Network;
use crate::channel::incoming::Kind;
use crate::conversation::store_intake;

/// How many things of one actor are taken back when it is gone.
const TAKEN_BACK_MOST: i64 = 10_000;

/// Lets an activity take effect; gives in a word what became of it. Doing it again changes nothing.
pub async fn take(app: &App, it: &Activity, sender: &RemoteActor) -> Result<&'static str> {
    let now = app.clock.now();
    match deed::read(&app.config, it, now) {
        Deed::Follow(of) => follow(app, &of, sender, &it.id).await,
        Deed::Unfollow(of) => unfollow(app, &of, sender).await,
        Deed::Block(of) => unfollow(app, &of, sender).await,
        Deed::Say(note) => gathering::say(app, &note, sender).await,
        Deed::SaySomething(address) => match fetch_note(app, &address, sender).await? {
            Some(note) => gathering::say(app, &note, sender).await,
            None => Ok("ignored: what was said cannot be read"),
        },
        Deed::Like(post) => gathering::mark(app, it, &post, sender, Kind::Like).await,
        Deed::Share(post) => gathering::mark(app, it, &post, sender, Kind::Share).await,
        Deed::Report { posts, actors, others } => {
            gathering::report(app, it, sender, &posts, &actors, &others).await
        }
        Deed::TakeBack(id) => take_back(app, &id, sender).await,
        Deed::Change(document) => {
            if let Some(new) = remote::read(&document, None, now).filter(|new| new.id == sender.id) {
                let mut tx = app.db.begin(super::work::SCOPE).await?;
                store_remote::save(&mut tx, &new).await?;
                tx.commit().await?;
            }
            Ok("taken")
        }
        Deed::Leave => {
            take_everything_back(app, &sender.id).await?;
            let mut tx = app.db.begin(super::work::SCOPE).await?;
            store_remote::end(&mut tx, &sender.id, now).await?;
            tx.commit().await?;
            Ok("taken")
        }
        Deed::Move(to) => moved(app, sender, &to).await,
        Deed::Noted => Ok("noted"),
        Deed::Ignored(_) => Ok("ignored"),
    }
}

/// Lets somebody follow, and says yes: the Accept is written in the same transaction.
async fn follow(app: &App, of: &ActorId, who: &RemoteActor, follow_id: &str) -> Result<&'static str> {
    let now = app.clock.now();
    let Some(shown) = here(app, of).await? else { return Ok("ignored: this actor speaks no more") };
    if shown.actor.successor_id.is_some() {
        return Ok("ignored: this actor has another handle now");
    }
    let scope = scope(&shown.actor);
    let mut tx = app.db.begin(&scope).await?;
    if gathering::is_blocked(&mut tx, shown.consortium.as_ref().map(|it| &it.id), &who.id).await? {
        return Ok("refused: blocked");
    }
    store_remote::follow(&mut tx, of, &who.id, follow_id, now).await?;
    let accept = object::accept(&app.config, &shown.actor, follow_id, &who.id, &mark_of(follow_id));
    outgoing::send_to(&mut tx, &shown.actor, &who.inbox, &accept, now).await?;
    app.commit(tx, &scope).await?;
    Ok("taken")
}

async fn unfollow(app: &App, of: &ActorId, who: &RemoteActor) -> Result<&'static str> {
    let actor = match store_actor::by_id(&mut *app.db.read().await?, of).await {
        Err(Error::NotFound) => return Ok("ignored: there is no such actor"),
        found => found?,
    };
    let scope = scope(&actor);
    let mut tx = app.db.begin(&scope).await?;
    store_remote::unfollow(&mut tx, of, &who.id).await?;
    app.commit(tx, &scope).await?;
    Ok("taken")
}

/// Takes back what an actor said, liked or shared, or that it follows.
async fn take_back(app: &App, id: &str, who: &RemoteActor) -> Result<&'static str> {
    let known = store_returned::by_id(&mut *app.db.read().await?, id).await?;
    let own: Vec<Returned> = known.into_iter().filter(|it| it.actor == who.id).collect();
    if own.is_empty() {
        let mut tx = app.db.begin(super::work::SCOPE).await?;
        let ended = store_remote::unfollow_by_id(&mut tx, &who.id, id).await?;
        tx.commit().await?;
        return Ok(if ended.is_some() { "taken" } else { "ignored: it was never known" });
    }
    for it in &own {
        take_one_back(app, it).await?;
    }
    Ok("taken")
}

/// Takes back everything that an actor said, liked and shared.
pub async fn take_everything_back(app: &App, who: &str) -> Result<()> {
    let all = store_returned::of_actor(&mut *app.db.read().await?, who, TAKEN_BACK_MOST).await?;
    for it in &all {
        take_one_back(app, it).await?;
    }
    Ok(())
}

async fn take_one_back(app: &App, it: &Returned) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium_id.as_str()).await?;
    store_intake::take_back(&mut tx, &it.consortium_id, Network::Fediverse, &it.id, now).await?;
    store_returned::forget(&mut tx, &it.consortium_id, &it.id).await?;
    app.commit(tx, it.consortium_id.as_str()).await
}

/// Notes where somebody is found now, if the new account says that it is the same: then what is
/// answered to them goes there, and whom they follow is theirs to say anew.
async fn moved(app: &App, who: &RemoteActor, to: &str) -> Result<&'static str> {
    let Ok(url) = Url::parse(to) else { return Ok("ignored: the new address is none") };
    let document = match outgoing::fetch(app, &url).await {
        Ok(document) => document,
        Err(Missing::Broken(error)) => return Err(error),
        Err(_) => return Ok("ignored: the new account cannot be read"),
    };
    if !activity::ids_of(&document["alsoKnownAs"]).contains(&who.id) {
        return Ok("refused: the new account does not know the old one");
    }
    let Some(new) = remote::read(&document, None, app.clock.now()).filter(|new| new.id == to) else {
        return Ok("ignored: the new account cannot be read");
    };
    let mut tx = app.db.begin(super::work::SCOPE).await?;
    store_remote::save(&mut tx, &new).await?;
    store_remote::set_moved(&mut tx, &who.id, to).await?;
    tx.commit().await?;
    Ok("taken")
}

/// Reads what somebody said and sent only the address of; from their own server, and said by them.
async fn fetch_note(app: &App, address: &str, who: &RemoteActor) -> Result<Option<Note>> {
    if activity::host(address).as_ref() != Some(&who.host) {
        return Ok(None);
    }
    let Ok(url) = Url::parse(address) else { return Ok(None) };
    let document = match outgoing::fetch(app, &url).await {
        Ok(document) => document,
        Err(Missing::Broken(error)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let note =
        note::is_note(&document).then(|| note::read(&document, &app.config.public_url, app.clock.now()));
    Ok(note.flatten().filter(|note| note.author == who.id && note.id == address))
}

async fn here(app: &App, id: &ActorId) -> Result<Option<Shown>> {
    match find(&mut *app.db.read().await?, id, app.clock.now()).await {
        Ok(Found::Here(shown)) => Ok(Some(*shown)),
        Ok(Found::Gone(_)) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Names the answer to a Follow: the same Follow is answered once, however often it is read.
fn mark_of(follow_id: &str) -> String {
    hex::encode(&Sha256::digest(follow_id)[..16])
}

fn scope(actor: &Actor) -> String {
    actor.consortium_id.as_ref().map_or_else(|| "installation".to_owned(), ToString::to_string)
}
