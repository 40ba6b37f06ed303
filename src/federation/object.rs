//! A post as an object of the Fediverse, and the activities around it. All ids follow from the post:
//! the same activity has the same id however often it is sent.
use serde_json::{Value, json};

use super::actor::Actor;
use super::content;
use super::speaking::Speakers;
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::channel::piece::{Piece, PiecePicture};
use crate::post::PostId;

/// Everybody.
pub const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// The words that our documents use.
pub fn context() -> Value {
    json!([
        "https://www.w3.org/ns/activitystreams",
        {
            "Hashtag": "as:Hashtag",
            "sensitive": "as:sensitive",
            "toot": "http://joinmastodon.org/ns#",
            "focalPoint": { "@container": "@list", "@id": "toot:focalPoint" },
            "featured": { "@id": "toot:featured", "@type": "@id" },
            "discoverable": "toot:discoverable",
            "indexable": "toot:indexable",
            "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
            "alsoKnownAs": { "@id": "as:alsoKnownAs", "@type": "@id" },
            "movedTo": { "@id": "as:movedTo", "@type": "@id" },
            "schema": "http://schema.org#",
            "PropertyValue": "schema:PropertyValue",
            "value": "schema:value"
        },
        "https://w3id.org/security/v1"
    ])
}

/// Gives the id of a post's object.
pub fn post_url(config: &Config, post: &PostId) -> String {
    format!("{}/ap/post/{post}", config.public_url)
}

/// Reads which post of ours an address is; none if it is anything else.
pub fn own_post(config: &Config, url: &str) -> Option<PostId> {
    super::actor::own(config, url, "/ap/post/").map(PostId)
}

/// Writes an instant as the Fediverse does, to the second.
pub fn stamp(at: Instant) -> String {
    at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Puts the words in front of a document that stands alone.
pub fn alone(mut document: Value) -> Value {
    document["@context"] = context();
    document
}

/// Writes a post as a note.
pub fn note(config: &Config, piece: &Piece, speakers: &Speakers) -> Value {
    let id = post_url(config, &piece.post);
    let names_houses = speakers.sharer.is_none() || piece.houses.len() > 1;
    let html = content::html(piece, names_houses);
    let attachments: Vec<Value> = piece.pictures.iter().filter_map(picture).collect();
    let mut tags = Vec::new();
    if let Some(tag) = content::hashtag(piece) {
        tags.push(json!({ "type": "Hashtag", "name": format!("#{tag}"), "href": piece.url }));
    }
    let mut note = json!({
        "id": id,
        "type": "Note",
        "attributedTo": speakers.speaker.url(config),
        "audience": speakers.group().url(config),
        "to": [PUBLIC],
        "cc": carbon(config, speakers),
        "content": html,
        "contentMap": { piece.language.as_str(): html },
        "url": piece.url,
        "published": stamp(piece.since),
        "attachment": attachments,
        "tag": tags,
        "sensitive": false,
        "replies": format!("{id}/replies"),
    });
    if piece.updated > piece.since {
        note["updated"] = json!(stamp(piece.updated));
    }
    note
}

/// Says that a post is there.
pub fn create(config: &Config, piece: &Piece, speakers: &Speakers) -> Value {
    let note = note(config, piece, speakers);
    alone(json!({
        "id": format!("{}/create", post_url(config, &piece.post)),
        "type": "Create",
        "actor": speakers.speaker.url(config),
        "published": note["published"],
        "audience": note["audience"],
        "to": note["to"],
        "cc": note["cc"],
        "object": note,
    }))
}

/// Names the activity by which a text was told: the same text is told again when a picture of it is gone.
pub fn update_name(piece: &Piece) -> String {
    format!("{}-{}", piece.revision, piece.updated.millis())
}

/// Says that a post has a newer text.
pub fn update(config: &Config, piece: &Piece, speakers: &Speakers) -> Value {
    let note = note(config, piece, speakers);
    alone(json!({
        "id": format!("{}/update/{}", post_url(config, &piece.post), update_name(piece)),
        "type": "Update",
        "actor": speakers.speaker.url(config),
        "published": stamp(piece.updated),
        "audience": note["audience"],
        "to": note["to"],
        "cc": note["cc"],
        "object": note,
    }))
}

/// Says that a post was taken back.
pub fn delete(config: &Config, post: &PostId, speakers: &Speakers) -> Value {
    let id = post_url(config, post);
    alone(json!({
        "id": format!("{id}/delete"),
        "type": "Delete",
        "actor": speakers.speaker.url(config),
        "audience": speakers.group().url(config),
        "to": [PUBLIC],
        "cc": carbon(config, speakers),
        "object": { "id": id, "type": "Tombstone" },
    }))
}

/// What stands where a post was.
pub fn tombstone(config: &Config, post: &PostId) -> Value {
    alone(json!({ "id": post_url(config, post), "type": "Tombstone", "formerType": "Note" }))
}

/// Lets the Verbund share what a house says, as Mastodon understands it: the object is shared. None
/// where the Verbund speaks itself.
pub fn announce(config: &Config, post: &PostId, since: Instant, speakers: &Speakers) -> Option<Value> {
    let group = speakers.sharer.as_ref()?;
    let id = post_url(config, post);
    Some(alone(json!({
        "id": format!("{id}/announce"),
        "type": "Announce",
        "actor": group.url(config),
        "published": stamp(since),
        "to": [PUBLIC],
        "cc": [group.followers_url(config), speakers.speaker.url(config)],
        "object": id,
    })))
}

/// Lets the Verbund share an activity of a house as forums understand it (FEP-1b12): the whole
/// activity is shared, a correction and a withdrawal too.
pub fn announce_activity(config: &Config, activity: &Value, speakers: &Speakers) -> Option<Value> {
    let group = speakers.sharer.as_ref()?;
    let id = activity["id"].as_str()?;
    let mut inner = activity.clone();
    inner.as_object_mut()?.remove("@context");
    Some(alone(json!({
        "id": format!("{id}/announce"),
        "type": "Announce",
        "actor": group.url(config),
        "to": [PUBLIC],
        "cc": [group.followers_url(config)],
        "object": inner,
    })))
}

/// Takes the sharing of a post back.
pub fn undo_announce(config: &Config, post: &PostId, speakers: &Speakers) -> Option<Value> {
    let group = speakers.sharer.as_ref()?;
    let id = post_url(config, post);
    Some(alone(json!({
        "id": format!("{id}/announce/undo"),
        "type": "Undo",
        "actor": group.url(config),
        "to": [PUBLIC],
        "cc": [group.followers_url(config)],
        "object": { "id": format!("{id}/announce"), "type": "Announce", "actor": group.url(config), "object": id },
    })))
}

/// Says that an actor has a new name, picture or key. `document` is its whole document.
pub fn update_actor(config: &Config, actor: &Actor, document: &Value, now: Instant) -> Value {
    let mut document = document.clone();
    if let Some(fields) = document.as_object_mut() {
        fields.remove("@context");
    }
    alone(json!({
        "id": format!("{}#update/{}", actor.url(config), now.millis()),
        "type": "Update",
        "actor": actor.url(config),
        "to": [PUBLIC],
        "cc": [actor.followers_url(config)],
        "object": document,
    }))
}

/// Says that an actor is now found elsewhere: servers lead its followers there.
pub fn move_actor(config: &Config, actor: &Actor, to: &str, now: Instant) -> Value {
    let url = actor.url(config);
    alone(json!({
        // An actor can move more than once, and receivers take each id once.
        "id": format!("{url}#move-{}", now.millis()),
        "type": "Move",
        "actor": url,
        "to": [actor.followers_url(config)],
        "object": url,
        "target": to,
    }))
}

/// Says that an actor exists no more: servers forget it and whom it followed.
pub fn delete_actor(config: &Config, actor: &Actor) -> Value {
    let url = actor.url(config);
    alone(json!({
        "id": format!("{url}#delete"),
        "type": "Delete",
        "actor": url,
        "to": [PUBLIC],
        "object": url,
    }))
}

/// Accepts a Follow: with its own id, and with actor and object as plain strings, as some servers
/// insist.
pub fn accept(config: &Config, actor: &Actor, follow_id: &str, follower: &str, id: &str) -> Value {
    let url = actor.url(config);
    alone(json!({
        "id": format!("{url}#accept/{id}"),
        "type": "Accept",
        "actor": url,
        "to": [follower],
        "object": { "id": follow_id, "type": "Follow", "actor": follower, "object": url },
    }))
}

fn carbon(config: &Config, speakers: &Speakers) -> Vec<String> {
    let mut to = vec![speakers.speaker.followers_url(config)];
    to.extend(speakers.sharer.as_ref().map(|group| group.url(config)));
    to
}

fn picture(it: &PiecePicture) -> Option<Value> {
    let (width, url) = it.public.iter().max_by_key(|(width, _)| *width)?;
    let height = u64::from(*width) * u64::from(it.height) / u64::from(it.width.max(1));
    let mut picture = json!({
        "type": "Image",
        "mediaType": "image/jpeg",
        "url": url,
        "width": width,
        "height": height.max(1),
        // From -1 to 1, with the middle at 0 and up being more.
        "focalPoint": [round(it.focus.0 * 2.0 - 1.0), round(1.0 - it.focus.1 * 2.0)],
    });
    if !it.alt.is_empty() {
        picture["name"] = json!(it.alt);
    }
    Some(picture)
}

fn round(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}

#[cfg(test)]
#[path = "object_tests.rs"]
mod tests;
