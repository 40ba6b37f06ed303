//! Who we are to the servers: a program is known by the address of a document about it.
use serde_json::{Value, json};
use url::{Host, Url};

use super::key::{self, Key};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};

/// What we ask for: who the account is, and to write and listen in its name. Servers do not tell
/// whether they know narrower rights, and refuse programs that name rights they do not know.
pub const SCOPE: &str = "atproto transition:generic";
/// How long a signed word about who we are holds, in seconds; servers allow a minute.
const HOLDS: i64 = 50;
/// For what the installation's key is drawn.
const PLACE: &str = "bluesky-client-key";

/// A program of ours, as a server knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    pub id: String,
    /// Where people come back to.
    pub redirect: String,
}

impl Client {
    /// Gives who this installation is; nobody where servers could not read about it. On one's own
    /// machine servers read the little there is from the name itself.
    pub fn of(public_url: &str) -> Option<Client> {
        let url = Url::parse(public_url).ok()?;
        let is_own_machine = match url.host()? {
            Host::Domain(name) => name == "localhost",
            Host::Ipv4(number) => number.is_loopback(),
            Host::Ipv6(number) => number.is_loopback(),
        };
        if url.scheme() == "http" && is_own_machine {
            // The specification wants the number here, whatever people type.
            let mut redirect = url.join("/connect/bluesky").ok()?;
            redirect.set_host(Some("127.0.0.1")).ok()?;
            let redirect = String::from(redirect);
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("redirect_uri", redirect.as_str()), ("scope", SCOPE)])
                .finish();
            return Some(Client { id: format!("http://localhost?{query}"), redirect });
        }
        let is_public = matches!(url.host()?, Host::Domain(name) if name.contains('.'));
        (url.scheme() == "https" && url.port().is_none() && is_public).then(|| Client {
            id: format!("{public_url}/connect/bluesky/client.json"),
            redirect: format!("{public_url}/connect/bluesky"),
        })
    }
}

/// Tells whether a program proves who it is by a key; one on somebody's own machine has none that
/// anybody could read.
pub fn has_key(client_id: &str) -> bool {
    client_id.starts_with("https://")
}

/// Gives the installation's key, drawn from that of its seal: every process has the same, none lies
/// anywhere, and a restored backup goes on with it.
pub fn key(app: &App) -> Result<Key> {
    let draw = |number: u8| Key::drawn(app.seal.mark(PLACE, &number.to_string()));
    (0..8).find_map(draw).ok_or_else(|| Error::Broken(anyhow::anyhow!("no key can be drawn")))
}

/// The document about us that servers read.
pub fn document(client: &Client, public_url: &str, key: &Key) -> Value {
    let mut jwk = key.public();
    jwk["kid"] = json!(key::thumbprint(&jwk));
    jwk["use"] = json!("sig");
    jwk["alg"] = json!("ES256");
    json!({
        "client_id": client.id,
        "client_name": "Verbund",
        "client_uri": public_url,
        "application_type": "web",
        "redirect_uris": [client.redirect],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "scope": SCOPE,
        "dpop_bound_access_tokens": true,
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "ES256",
        "jwks": { "keys": [jwk] },
    })
}

/// Signs for one server that it is us who ask (RFC 7523).
pub fn assertion(client_id: &str, issuer: &str, key: &Key, now: Instant) -> Result<String> {
    let head = json!({ "typ": "JWT", "alg": "ES256", "kid": key::thumbprint(&key.public()) });
    let at = now.millis() / 1_000;
    let claims = json!({
        "iss": client_id, "sub": client_id, "aud": issuer, "jti": key::random(), "iat": at, "exp": at + HOLDS,
    });
    key.sign(&head, &claims)
}
