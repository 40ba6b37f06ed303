//! A post as a record: what is written, and under which key.
use serde_json::{Value, json};

use super::facet::{self, To};
use super::pictures::Shown;
use super::session::{Answered, Fault, Session};
use super::{POST, Strong};
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::outcome::Outcome;
use crate::channel::piece::Piece;
use crate::channel::stop::Going;

/// The longest description of a card, in characters.
const CARD_MAX: usize = 300;

/// What a record answers: the beginning of the thread, and what stands directly above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub root: Strong,
    pub parent: Strong,
}

/// What a record says.
pub struct Words<'a> {
    pub text: &'a str,
    pub language: &'a str,
    pub at: Instant,
    pub place: Option<&'a Place>,
    pub embed: Option<Value>,
}

/// A record as the server keeps it.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Kept {
    pub uri: String,
    #[serde(default)]
    pub cid: String,
    pub value: Value,
}

impl Words<'_> {
    /// Writes the record; whose a mention is, the server is asked.
    pub async fn record(&self, session: &Session<'_>) -> Result<Value> {
        let mut facets = Vec::new();
        for span in facet::spans(self.text) {
            let feature = match span.leads_to {
                To::Link(uri) => json!({ "$type": "app.bsky.richtext.facet#link", "uri": uri }),
                To::Tag(tag) => json!({ "$type": "app.bsky.richtext.facet#tag", "tag": tag }),
                To::Mention(handle) => match did_of(session, &handle).await? {
                    Some(did) => json!({ "$type": "app.bsky.richtext.facet#mention", "did": did }),
                    None => continue,
                },
            };
            let index = json!({ "byteStart": span.bytes.start, "byteEnd": span.bytes.end });
            facets.push(json!({ "index": index, "features": [feature] }));
        }
        let mut record = json!({
            "$type": POST,
            "text": self.text,
            "createdAt": self.at.timestamp().to_string(),
        });
        if !self.language.is_empty() {
            record["langs"] = json!([self.language]);
        }
        if !facets.is_empty() {
            record["facets"] = Value::Array(facets);
        }
        if let Some(Place { root, parent }) = self.place {
            record["reply"] = json!({ "root": root, "parent": parent });
        }
        if let Some(embed) = &self.embed {
            record["embed"] = embed.clone();
        }
        Ok(record)
    }
}

async fn did_of(session: &Session<'_>, handle: &str) -> Result<Option<String>> {
    let answer = session.ask::<Value>("com.atproto.identity.resolveHandle", &[("handle", handle)]).await?;
    Ok(answer.ok().and_then(|found| found["did"].as_str().map(str::to_owned)))
}

/// Shows pictures below a text.
pub fn images(pictures: &[Shown]) -> Option<Value> {
    let images: Vec<Value> = pictures
        .iter()
        .map(|it| {
            let ratio = json!({ "width": it.width, "height": it.height });
            json!({ "alt": it.alt, "image": it.blob, "aspectRatio": ratio })
        })
        .collect();
    (!images.is_empty()).then(|| json!({ "$type": "app.bsky.embed.images", "images": images }))
}

/// Shows an address as a card below a text.
pub fn card(piece: &Piece, url: &str, thumb: Option<&Shown>) -> Value {
    let about = crate::post::writing::markdown::excerpt(&piece.body, CARD_MAX);
    let mut external = json!({ "uri": url, "title": piece.title, "description": about });
    if let Some(thumb) = thumb {
        external["thumb"] = thumb.blob.clone();
    }
    json!({ "$type": "app.bsky.embed.external", "external": external })
}

/// Writes a record under its key. Written twice, it is there once.
pub async fn put(session: &Session<'_>, key: &str, record: &Value) -> Result<Answered<Strong>> {
    let body = json!({ "repo": session.did, "collection": POST, "rkey": key, "record": record });
    session.call("com.atproto.repo.putRecord", &body).await
}

/// Replaces a record, if it is still the version that was read.
pub async fn swap(session: &Session<'_>, key: &str, record: &Value, cid: &str) -> Result<Answered<Strong>> {
    let body = json!({
        "repo": session.did, "collection": POST, "rkey": key, "record": record, "swapRecord": cid,
    });
    session.call("com.atproto.repo.putRecord", &body).await
}

/// Reads a record; none where there is none under this key.
pub async fn get(session: &Session<'_>, key: &str) -> Result<Answered<Option<Kept>>> {
    let query = [("repo", session.did.as_str()), ("collection", POST), ("rkey", key)];
    Ok(match session.ask::<Kept>("com.atproto.repo.getRecord", &query).await? {
        Ok(kept) => Ok(Some(kept)),
        Err(fault) if fault.is("RecordNotFound") => Ok(None),
        Err(fault) => Err(fault),
    })
}

/// Takes a record away; one that is gone is gone.
pub async fn delete(session: &Session<'_>, key: &str) -> Going<()> {
    let body = json!({ "repo": session.did, "collection": POST, "rkey": key });
    match session.call::<Value>("com.atproto.repo.deleteRecord", &body).await? {
        Ok(_) => Ok(()),
        Err(fault) => Err(Fault::outcome(fault).into()),
    }
}

/// Gives the address under which people see a post.
pub fn page_of(did: &str, key: &str) -> String {
    format!("https://bsky.app/profile/{did}/post/{key}")
}

/// Says where posts stand.
pub fn remote(session: &Session<'_>, sent: &[Strong]) -> crate::channel::outcome::Remote {
    crate::channel::outcome::Remote {
        url: sent.first().map(|first| page_of(&session.did, first.key())).unwrap_or_default(),
        ids: sent.iter().map(|it| it.uri.clone()).collect(),
        more: json!({ "cids": sent.iter().map(|it| &it.cid).collect::<Vec<_>>() }),
    }
}

/// Ends a sending with what a fault means for it.
pub fn stop(fault: Fault) -> crate::channel::stop::Stop {
    let outcome: Outcome = fault.outcome();
    outcome.into()
}
