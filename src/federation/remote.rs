//! An actor of another server, as its document tells.
use serde_json::Value;

use super::activity::{host, id_of, kind_of, list, words};
use super::plain;
use crate::base::clock::Instant;
use crate::channel::incoming::Author;

/// An actor of another server, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RemoteActor {
    pub id: String,
    pub host: String,
    /// `@somebody@server`.
    pub handle: String,
    pub name: String,
    pub url: String,
    pub inbox: String,
    pub shared_inbox: String,
    pub key_id: String,
    pub public_pem: String,
    pub moved_to: String,
    pub read_at: Instant,
    pub gone_at: Option<Instant>,
}

impl RemoteActor {
    /// Says who it is to those who answer.
    pub fn author(&self) -> Author {
        Author {
            id: self.id.clone(),
            name: if self.name.is_empty() { self.handle.clone() } else { self.name.clone() },
            handle: self.handle.clone(),
            url: if self.url.is_empty() { self.id.clone() } else { self.url.clone() },
        }
    }
}

/// The longest key that is kept, in bytes.
const LONGEST_KEY: usize = 8_000;

/// Reads the document of an actor. With a key's name, only a document that holds this key is one.
pub fn read(document: &Value, key_id: Option<&str>, now: Instant) -> Option<RemoteActor> {
    let id = id_of(&document["id"])?;
    let inbox = id_of(&document["inbox"])?;
    let keys = list(&document["publicKey"]).iter();
    let mut keys = keys.filter(|key| id_of(&key["owner"]).is_none_or(|owner| owner == id));
    let key = match key_id {
        Some(wanted) => Some(keys.find(|key| key["id"].as_str() == Some(wanted))?),
        None => keys.next(),
    };
    let pem = key.and_then(|key| key["publicKeyPem"].as_str()).filter(|pem| pem.len() < LONGEST_KEY);
    let name_of_key = key.and_then(|key| id_of(&key["id"]));
    let of_same_host = |address: &String| host(address) == host(&id);
    let server = host(&id)?;
    let called = plain::text(&words(&document["preferredUsername"], 100));
    Some(RemoteActor {
        handle: format!("@{}@{server}", called.trim_start_matches('@')),
        host: server,
        name: plain::text(&words(&document["name"], 300)),
        url: id_of(&document["url"]).unwrap_or_default(),
        inbox: Some(inbox).filter(of_same_host)?,
        shared_inbox: id_of(&document["endpoints"]["sharedInbox"]).filter(of_same_host).unwrap_or_default(),
        key_id: name_of_key.unwrap_or_default(),
        public_pem: pem.unwrap_or_default().to_owned(),
        moved_to: id_of(&document["movedTo"]).unwrap_or_default(),
        read_at: now,
        gone_at: None,
        id,
    })
}

/// Tells whose key a document holds, where it is the document of a key alone.
pub fn owner_of_key(document: &Value) -> Option<String> {
    let is_key = document["publicKeyPem"].is_string() || kind_of(document).as_deref() == Some("Key");
    id_of(&document["owner"]).filter(|_| is_key)
}

/// Gives an address without what comes after `#`.
pub fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}
