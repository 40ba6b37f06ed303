//! The documents by which other servers know an actor of ours.
use serde_json::{Value, json};

use super::actor::{Actor, Kind, shared_inbox};
use super::object::{alone, stamp};
use crate::base::config::Config;

/// How an actor presents itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    /// Safe HTML.
    pub summary: String,
    /// The page for people.
    pub url: String,
    /// Whole addresses of a PNG picture, if there are any.
    pub icon: Option<String>,
    pub image: Option<String>,
    /// What stands in the table of the profile: a word and safe HTML.
    pub fields: Vec<(String, String)>,
    pub language: String,
}

/// Writes the document of an actor.
pub fn document(config: &Config, actor: &Actor, profile: &Profile, public_pem: &str) -> Value {
    let url = actor.url(config);
    let fields = profile.fields.iter();
    let fields: Vec<Value> = fields
        .map(|(name, value)| json!({ "type": "PropertyValue", "name": name, "value": value }))
        .collect();
    let mut it = json!({
        "id": url,
        "type": actor.kind().activity_type(),
        "preferredUsername": actor.handle,
        "webfinger": format!("{}@{}", actor.handle, config.public_host()),
        "name": profile.name,
        "summary": profile.summary,
        "url": profile.url,
        "inbox": actor.inbox_url(config),
        "outbox": actor.outbox_url(config),
        "followers": actor.followers_url(config),
        "following": actor.following_url(config),
        "featured": actor.featured_url(config),
        "endpoints": { "sharedInbox": shared_inbox(config) },
        "manuallyApprovesFollowers": false,
        "discoverable": actor.kind() != Kind::Installation,
        "indexable": actor.kind() != Kind::Installation,
        "published": stamp(actor.created_at),
        "attachment": fields,
        "publicKey": {
            "id": actor.key_id(config),
            "owner": url,
            "publicKeyPem": public_pem,
        },
    });
    if !profile.language.is_empty() {
        it["summaryMap"] = json!({ profile.language.as_str(): profile.summary });
        it["nameMap"] = json!({ profile.language.as_str(): profile.name });
    }
    for (name, picture) in [("icon", &profile.icon), ("image", &profile.image)] {
        if let Some(picture) = picture {
            it[name] = json!({ "type": "Image", "mediaType": "image/png", "url": picture });
        }
    }
    let known_as = actor.also_known_as();
    if !known_as.is_empty() {
        it["alsoKnownAs"] = json!(known_as);
    }
    if !actor.moved_to.is_empty() {
        it["movedTo"] = json!(actor.moved_to);
    }
    alone(it)
}

/// What stands where an actor was.
pub fn tombstone(config: &Config, actor: &Actor) -> Value {
    alone(json!({
        "id": actor.url(config),
        "type": "Tombstone",
        "formerType": actor.kind().activity_type(),
    }))
}

/// Tells how many there are, and not who: of followers nobody is told more.
pub fn counted(id: &str, total: i64) -> Value {
    alone(json!({ "id": id, "type": "OrderedCollection", "totalItems": total }))
}

/// Begins a list that has pages.
pub fn paged(id: &str, total: i64) -> Value {
    let mut it = json!({ "id": id, "type": "OrderedCollection", "totalItems": total });
    if total > 0 {
        it["first"] = json!(format!("{id}/1"));
    }
    alone(it)
}

/// Writes one page of a list, the newest first; pages are counted from 1.
pub fn page(id: &str, page: i64, items: &[Value], has_more: bool) -> Value {
    let mut it = json!({
        "id": format!("{id}/{page}"),
        "type": "OrderedCollectionPage",
        "partOf": id,
        "orderedItems": items,
    });
    if has_more {
        it["next"] = json!(format!("{id}/{}", page + 1));
    }
    if page > 1 {
        it["prev"] = json!(format!("{id}/{}", page - 1));
    }
    alone(it)
}

/// Answers who has a handle (WebFinger).
pub fn found(config: &Config, actor: &Actor, page: &str) -> Value {
    let url = actor.url(config);
    let mut links = vec![json!({ "rel": "self", "type": "application/activity+json", "href": url })];
    if !page.is_empty() {
        let profile = "http://webfinger.net/rel/profile-page";
        links.insert(0, json!({ "rel": profile, "type": "text/html", "href": page }));
    }
    let mut aliases = vec![url];
    aliases.extend(Some(page.to_owned()).filter(|page| !page.is_empty()));
    json!({
        "subject": format!("acct:{}@{}", actor.handle, config.public_host()),
        "aliases": aliases,
        "links": links,
    })
}
