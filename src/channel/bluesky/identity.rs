//! Who an account is and where it lives: a handle leads to an identity (DID), and the document of
//! that identity names the account's own server.
use serde::Deserialize;
use url::Url;

use crate::base::app::App;
use crate::base::door::{Answer, Request};
use crate::base::sentence::Sentence;

/// Who answers for handles where the account's server is not named.
const PUBLIC: &str = "https://public.api.bsky.app";
/// The longest document of an identity that is read, in bytes.
const DOCUMENT_MAX: usize = 64 << 10;

/// An account, as its own document tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub did: String,
    pub handle: String,
    pub pds: String,
}

#[derive(Deserialize)]
struct Found {
    did: String,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    #[serde(rename = "alsoKnownAs", default)]
    also_known_as: Vec<String>,
    #[serde(default)]
    service: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    id: String,
    #[serde(rename = "serviceEndpoint")]
    endpoint: String,
}

/// Reads a handle as people write it: with or without its sign, or as an address of their page.
pub fn handle_of(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_start_matches('@');
    let typed = typed.rsplit_once("/profile/").map_or(typed, |(_, rest)| rest);
    let name = typed.split(['/', '?']).next()?.trim_end_matches('.').to_ascii_lowercase();
    let is_handle = name.contains('.')
        && !name.starts_with('.')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    (is_handle || name.starts_with("did:")).then_some(name)
}

/// Finds an account by its handle or DID. `server` answers for handles, where somebody named one.
pub async fn find(app: &App, name: &str, server: Option<&str>) -> Result<Identity, Sentence> {
    let unknown = || Sentence::new("channel-bluesky-no-such-handle").with("handle", name);
    let did = match name.starts_with("did:") {
        true => name.to_owned(),
        false => did_of(app, name, server).await.ok_or_else(unknown)?,
    };
    let document = document(app, &did).await.ok_or_else(unknown)?;
    let handles: Vec<&str> =
        document.also_known_as.iter().filter_map(|it| it.strip_prefix("at://")).collect();
    // Only where both sides name each other is a handle whose it seems to be.
    let handle = match name.starts_with("did:") {
        true => handles.first().map_or(name, |handle| handle),
        false => handles.iter().find(|it| it.eq_ignore_ascii_case(name)).ok_or_else(unknown)?,
    };
    let pds = document.service.iter().find(|it| it.id.ends_with("#atproto_pds")).ok_or_else(unknown)?;
    Ok(Identity {
        did: document.id.clone(),
        handle: handle.to_owned(),
        pds: pds.endpoint.trim_end_matches('/').to_owned(),
    })
}

/// Asks whose a handle is: the named server or the public one, then the place of the handle itself.
pub async fn did_of(app: &App, handle: &str, server: Option<&str>) -> Option<String> {
    let server = server.unwrap_or(PUBLIC);
    let asked = format!("{server}/xrpc/com.atproto.identity.resolveHandle?handle={handle}");
    if let Some(found) = get(app, &asked).await.and_then(|answer| answer.json::<Found>()) {
        return Some(found.did);
    }
    let said = get(app, &format!("https://{handle}/.well-known/atproto-did")).await?;
    let said = std::str::from_utf8(&said.body).ok()?.trim();
    said.starts_with("did:").then(|| said.to_owned())
}

async fn document(app: &App, did: &str) -> Option<Document> {
    let address = if did.starts_with("did:plc:") {
        format!("{}/{did}", app.config.plc)
    } else {
        let host = did.strip_prefix("did:web:").filter(|host| !host.contains(':'))?;
        format!("https://{host}/.well-known/did.json")
    };
    let document: Document = get(app, &address).await?.json()?;
    (document.id == did).then_some(document)
}

async fn get(app: &App, address: &str) -> Option<Answer> {
    let mut request = Request::get(Url::parse(address).ok()?);
    request.longest_answer = DOCUMENT_MAX;
    app.door.send(request).await.ok().filter(Answer::is_good)
}
