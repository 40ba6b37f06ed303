//! Where an account signs in: its own server names the one that asks people, often itself.
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::base::app::App;
use crate::base::door::Request;
use crate::base::sentence::Sentence;
use crate::channel::bluesky::session::say;

/// The longest document about a server that is read, in bytes.
const DOCUMENT_MAX: usize = 64 << 10;

/// A server that asks people whether they let us in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Server {
    /// What it calls itself, and the beginning of its address.
    pub issuer: String,
    #[serde(rename = "authorization_endpoint")]
    pub allow_at: String,
    #[serde(rename = "pushed_authorization_request_endpoint")]
    pub begin_at: String,
    #[serde(rename = "token_endpoint")]
    pub token_at: String,
    #[serde(rename = "revocation_endpoint", default)]
    pub revoke_at: Option<String>,
    #[serde(default, skip_serializing)]
    dpop_signing_alg_values_supported: Vec<String>,
    #[serde(default, skip_serializing)]
    code_challenge_methods_supported: Vec<String>,
    #[serde(default, skip_serializing)]
    scopes_supported: Vec<String>,
}

#[derive(Deserialize)]
struct Guarded {
    #[serde(default)]
    authorization_servers: Vec<String>,
}

/// Finds the server that lets us into accounts of this one.
pub async fn of(app: &App, pds: &str) -> Result<Server, Sentence> {
    let guarded: Guarded = document(app, pds, "oauth-protected-resource").await?;
    let unknown = || say("channel-bluesky-no-oauth", pds);
    let [issuer] = &guarded.authorization_servers[..] else { return Err(unknown()) };
    let server: Server = document(app, issuer, "oauth-authorization-server").await?;
    server.is_fit(issuer, app.config.outgoing.is_private).then_some(server).ok_or_else(unknown)
}

impl Server {
    /// Tells whether a server is who it was named as, and works as the AT Protocol wants it.
    pub fn is_fit(&self, issuer: &str, is_private: bool) -> bool {
        let is_web = |text: &str| {
            Url::parse(text)
                .is_ok_and(|url| url.scheme() == "https" || (is_private && url.scheme() == "http"))
        };
        let is_plain = Url::parse(issuer).is_ok_and(|url| url.origin().ascii_serialization() == issuer);
        let places = [&self.allow_at, &self.begin_at, &self.token_at];
        let has = |list: &[String], wanted: &str| list.iter().any(|it| it == wanted);
        self.issuer == issuer
            && is_plain
            && is_web(issuer)
            && places.into_iter().chain(&self.revoke_at).all(|place| is_web(place))
            && has(&self.dpop_signing_alg_values_supported, "ES256")
            && has(&self.code_challenge_methods_supported, "S256")
            && has(&self.scopes_supported, "atproto")
    }
}

async fn document<T: DeserializeOwned>(app: &App, server: &str, name: &str) -> Result<T, Sentence> {
    let unknown = || say("channel-bluesky-no-oauth", server);
    let address = format!("{}/.well-known/{name}", server.trim_end_matches('/'));
    let mut request = Request::get(Url::parse(&address).map_err(|_| unknown())?);
    request.longest_answer = DOCUMENT_MAX;
    // Who a server is must not depend on where it leads.
    request.redirects = 0;
    match app.door.send(request).await {
        Ok(answer) if answer.is_good() => answer.json().ok_or_else(unknown),
        Ok(answer) if answer.status.is_server_error() => Err(say("channel-bluesky-oauth-unreached", server)),
        Ok(_) => Err(unknown()),
        Err(_) => Err(say("channel-bluesky-oauth-unreached", server)),
    }
}
