//! How people name an account elsewhere, and which account that is: `@mia@server.example`,
//! `mia@server.example`, or an address out of the browser.
use http::header::ACCEPT;
use serde_json::Value;
use url::Url;

use super::activity::{host, id_of};
use super::outgoing::{self, fetch::Missing};
use crate::base::app::App;
use crate::base::config::Config;
use crate::base::door::Request;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;

/// The longest answer about a name that is read, in bytes.
const LONGEST: usize = 1 << 16;

/// An account as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A name on a server.
    Handle { user: String, host: String },
    /// Its own address, or that of its page for people.
    Address(Url),
}

/// Reads what somebody typed; none where it can be neither.
pub fn read(typed: &str) -> Option<Named> {
    let typed = typed.trim();
    if typed.starts_with("https://") || typed.starts_with("http://") {
        return Url::parse(typed).ok().map(Named::Address);
    }
    let typed = typed.strip_prefix("acct:").unwrap_or(typed).trim_start_matches('@');
    let is_plain = |text: &str| !text.is_empty() && !text.contains(['/', '@', '?', '#', ' ', '\\']);
    match typed.split_once('@') {
        Some((user, host)) if is_plain(user) && is_plain(host) => {
            Some(Named::Handle { user: user.to_owned(), host: host.to_lowercase() })
        }
        // `server.example/@mia`, as browsers show addresses.
        _ if typed.contains('/') && !typed.contains(' ') => {
            Url::parse(&format!("https://{typed}")).ok().map(Named::Address)
        }
        _ => None,
    }
}

/// Reads a handle on this server as somebody typed it, with or without the server behind it; none
/// where it names another server.
pub fn own_handle(config: &Config, typed: &str) -> Option<String> {
    let typed = typed.trim().trim_start_matches('@');
    match typed.split_once('@') {
        None => Some(typed.to_owned()),
        Some((user, host)) if host.eq_ignore_ascii_case(config.public_host()) => Some(user.to_owned()),
        Some(_) => None,
    }
}

/// Finds the account that somebody typed and gives its document, whose `id` is its address.
pub async fn find(app: &App, typed: &str) -> Result<Value> {
    let nobody = || Error::from(Sentence::new("federation-move-nobody").with("address", typed.trim()));
    let url = match read(typed).ok_or_else(nobody)? {
        Named::Address(url) => url,
        Named::Handle { user, host } => asked(app, &user, &host).await.ok_or_else(nobody)?,
    };
    let document = document(app, &url).await?.ok_or_else(nobody)?;
    let id = id_of(&document["id"]).ok_or_else(nobody)?;
    // A page for people leads to the account; only at its own address it speaks for itself.
    let document = match id == url.as_str() {
        true => document,
        false if host(&id) == host(url.as_str()) => {
            let own = Url::parse(&id).map_err(|_| nobody())?;
            let found = self::document(app, &own).await?.ok_or_else(nobody)?;
            if found["id"] == document["id"] { found } else { return Err(nobody()) }
        }
        false => return Err(nobody()),
    };
    if id_of(&document["inbox"]).is_none() {
        return Err(nobody());
    }
    Ok(document)
}

async fn document(app: &App, url: &Url) -> Result<Option<Value>> {
    match outgoing::fetch(app, url).await {
        Ok(document) => Ok(Some(document)),
        Err(Missing::Broken(error)) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Asks a server who has a name there (WebFinger).
async fn asked(app: &App, user: &str, host: &str) -> Option<Url> {
    // Only where private servers may be reached, as on a test stand, one is asked without TLS.
    let scheme = if app.config.outgoing.is_private { "http" } else { "https" };
    let mut url = Url::parse(&format!("{scheme}://{host}/.well-known/webfinger")).ok()?;
    url.query_pairs_mut().append_pair("resource", &format!("acct:{user}@{host}"));
    let mut request = Request::get(url).header(ACCEPT, "application/jrd+json, application/json");
    request.longest_answer = LONGEST;
    let answer = app.door.send(request).await.ok().filter(|answer| answer.is_good())?;
    let found: Value = answer.json()?;
    let own = found["links"].as_array()?.iter().find(|link| {
        let kind = link["type"].as_str().unwrap_or_default();
        link["rel"] == "self" && (kind.contains("activity+json") || kind.contains("ld+json"))
    })?;
    Url::parse(own["href"].as_str()?).ok()
}

#[cfg(test)]
#[path = "naming_tests.rs"]
mod tests;
