//! What an activity means for us.
use serde_json::Value;

use super::activity::{Activity, id_of, kind_of};
use super::actor::{ActorId, own_actor};
use super::note::{self, Note};
use super::object::own_post;
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::post::PostId;

/// What somebody did to us, or to what we know of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// They follow one of our actors.
    Follow(ActorId),
    Unfollow(ActorId),
    /// They wrote something, or wrote it anew.
    Say(Box<Note>),
    /// They wrote something, and only its address came.
    SaySomething(String),
    Like(PostId),
    Share(PostId),
    /// They take something back: what they wrote, liked, shared, or that they follow.
    TakeBack(String),
    /// They themselves have changed; or are gone.
    Change(Value),
    Leave,
    /// They are now found elsewhere.
    Move(String),
    /// They report something of ours, or something on our pages.
    Report {
        posts: Vec<PostId>,
        actors: Vec<ActorId>,
        others: Vec<String>,
    },
    /// They want to see and hear nothing more of one of our actors.
    Block(ActorId),
    /// What they did to something we did; nothing follows from it.
    Noted,
    /// It does not concern us.
    Ignored(&'static str),
}

/// The types of actors.
const ACTORS: [&str; 5] = ["Person", "Group", "Organization", "Service", "Application"];

/// How many things of one report are named.
const REPORTED_MOST: usize = 20;

/// Reads what an activity means.
pub fn read(config: &Config, it: &Activity, now: Instant) -> Deed {
    let object = id_of(&it.object);
    let own = |id: Option<&String>| id.and_then(|id| own_actor(config, id));
    let post = || object.as_deref().and_then(|id| own_post(config, id));
    let foreign = Deed::Ignored("it is about nothing of ours");
    match it.kind.as_str() {
        "Follow" => own(object.as_ref()).map_or(foreign, Deed::Follow),
        "Block" => own(object.as_ref()).map_or(foreign, Deed::Block),
        "Like" | "EmojiReact" => post().map_or(foreign, Deed::Like),
        "Announce" => post().map_or(foreign, Deed::Share),
        "Undo" => undo(config, it, object),
        "Create" | "Update" => said(config, it, object, now),
        "Delete" => match object {
            Some(id) if id == it.actor => Deed::Leave,
            Some(id) => Deed::TakeBack(id),
            None => Deed::Ignored("nothing is named that is to go"),
        },
        "Move" => match &it.target {
            Some(target) if object.as_ref() == Some(&it.actor) => Deed::Move(target.clone()),
            _ => Deed::Ignored("nobody may move somebody else"),
        },
        "Flag" => report(config, it),
        "Accept" | "Reject" | "TentativeAccept" => Deed::Noted,
        _ => Deed::Ignored("an activity of this type means nothing here"),
    }
}

fn undo(config: &Config, it: &Activity, id: Option<String>) -> Deed {
    let inner = &it.object;
    // Whoever takes something back has done it: what names another actor is not theirs.
    if id_of(&inner["actor"]).is_some_and(|actor| actor != it.actor) {
        return Deed::Ignored("nobody may take back what another did");
    }
    if kind_of(inner).as_deref() == Some("Follow")
        && let Some(actor) = id_of(&inner["object"]).and_then(|id| own_actor(config, &id))
    {
        return Deed::Unfollow(actor);
    }
    id.map_or(Deed::Ignored("nothing is named that is taken back"), Deed::TakeBack)
}

fn said(config: &Config, it: &Activity, id: Option<String>, now: Instant) -> Deed {
    let Some(id) = id else { return Deed::Ignored("nothing is named that was said") };
    if it.object.is_string() {
        return Deed::SaySomething(id);
    }
    if kind_of(&it.object).is_some_and(|kind| ACTORS.contains(&kind.as_str())) {
        return if id == it.actor {
            Deed::Change(it.object.clone())
        } else {
            Deed::Ignored("it is about others")
        };
    }
    if !note::is_note(&it.object) {
        return Deed::Ignored("an object of this type means nothing here");
    }
    match note::read(&it.object, &config.public_url, now) {
        Some(note) if note.author == it.actor => Deed::Say(Box::new(note)),
        Some(_) => Deed::Ignored("nobody may speak for another"),
        None => Deed::Ignored("the object has no id or no author"),
    }
}

fn report(config: &Config, it: &Activity) -> Deed {
    let (mut posts, mut actors, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for id in it.objects.iter().take(REPORTED_MOST) {
        if let Some(post) = own_post(config, id) {
            posts.push(post);
        } else if let Some(actor) = own_actor(config, id) {
            actors.push(actor);
        } else {
            others.push(id.clone());
        }
    }
    if posts.is_empty() && actors.is_empty() {
        return Deed::Ignored("it reports nothing of ours");
    }
    Deed::Report { posts, actors, others }
}

#[cfg(test)]
#[path = "deed_tests.rs"]
mod tests;
