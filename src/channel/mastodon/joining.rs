//! How a Verbund lets us into its account: our program is registered with the server, a person says
//! yes there, and a code comes back that is changed for a token.
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use url::Url;

use super::api::{Account, Api, Fault};
use super::{Pending, Registered, Secret};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;

/// What we ask for where the server can tell rights apart, and where it cannot.
const NARROW: &str = "read:accounts read:statuses read:notifications write:statuses write:media";
const WIDE: &str = "read write";
/// How long a person may take to say yes, in minutes.
const HOLDS: i64 = 60;

/// What was asked for, or what the person has to be told.
type Perhaps<T> = std::result::Result<T, Sentence>;

/// What a server tells about its way in, if it tells anything.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Ways {
    authorization_endpoint: Option<String>,
    token_endpoint: Option<String>,
    scopes_supported: Vec<String>,
    code_challenge_methods_supported: Vec<String>,
}

#[derive(Deserialize)]
struct Client {
    client_id: String,
    client_secret: String,
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

/// Reads a server out of what people type: its name, an address on it, or `@somebody@server`.
pub fn server_of(typed: &str, is_private: bool) -> Option<String> {
    let typed = typed.trim();
    let scheme = if is_private && typed.starts_with("http://") { "http" } else { "https" };
    let rest = typed.split_once("://").map_or(typed, |(_, rest)| rest);
    let name = rest.split(['/', '?', '#']).next()?;
    let name = name.rsplit('@').next()?;
    let url = Url::parse(&format!("{scheme}://{name}/")).ok()?;
    let host = url.host_str().filter(|host| host.contains('.') || is_private)?;
    Some(match url.port() {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}

/// Begins to connect: registers our program unless this server knows it already.
pub async fn begin(
    app: &App,
    server: &str,
    redirect: &str,
    session: &str,
    known: Option<Registered>,
) -> Result<Perhaps<Pending>> {
    let known = known.filter(|it| it.server == server && it.redirect == redirect);
    let registered = match known {
        Some(known) => known,
        None => match register(app, server, redirect).await? {
            Ok(registered) => registered,
            Err(why) => return Ok(Err(why)),
        },
    };
    let random = || URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    Ok(Ok(Pending {
        app: registered,
        state: random(),
        verifier: random(),
        session: session.to_owned(),
        begun_at: app.clock.now(),
    }))
}

async fn register(app: &App, server: &str, redirect: &str) -> Result<Perhaps<Registered>> {
    let api = Api::new(app, server, &Secret::default())?;
    let ways = match api.read::<Ways>("/.well-known/oauth-authorization-server").await? {
        Ok(ways) => ways,
        Err(Fault::Later { why, .. }) if why.key == "channel-mastodon-unreached" => return Ok(Err(why)),
        // Older servers and other programs do not tell.
        Err(_) => Ways::default(),
    };
    let is_narrow = ways.scopes_supported.iter().any(|scope| scope == "write:statuses");
    let scope = if is_narrow { NARROW } else { WIDE };
    let fields = [
        ("client_name", "Verbund"),
        ("redirect_uris", redirect),
        ("scopes", scope),
        ("website", app.config.public_url.as_str()),
    ];
    let sent = api.send(api.request(Method::POST, "/api/v1/apps")?.form(&fields)).await;
    let registered: Option<Client> = match sent {
        Ok(answer) => answer.json(),
        Err(Fault::Unknown { why } | Fault::Later { why, .. }) => return Ok(Err(why)),
        Err(_) => None,
    };
    let Some(registered) = registered else {
        return Ok(Err(api.say("channel-mastodon-no-such-server")));
    };
    let allows_http = app.config.outgoing.is_private;
    let or_usual = |told: Option<String>, path: &str| {
        told.filter(|it| it.starts_with("https://") || allows_http)
            .unwrap_or_else(|| format!("{server}{path}"))
    };
    Ok(Ok(Registered {
        server: server.to_owned(),
        redirect: redirect.to_owned(),
        scope: scope.to_owned(),
        client_id: registered.client_id,
        client_secret: registered.client_secret,
        allow_at: or_usual(ways.authorization_endpoint, "/oauth/authorize"),
        token_at: or_usual(ways.token_endpoint, "/oauth/token"),
        has_pkce: ways.code_challenge_methods_supported.iter().any(|method| method == "S256"),
    }))
}

impl Pending {
    /// Gives the address at which a person says yes.
    pub fn allow_url(&self) -> Result<String> {
        let mut url = Url::parse(&self.app.allow_at).map_err(|error| Error::Broken(error.into()))?;
        {
            let mut query = url.query_pairs_mut();
            query.append_pair("response_type", "code");
            query.append_pair("client_id", &self.app.client_id);
            query.append_pair("redirect_uri", &self.app.redirect);
            query.append_pair("scope", &self.app.scope);
            query.append_pair("state", &self.state);
            if self.app.has_pkce {
                let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()));
                query.append_pair("code_challenge", &challenge);
                query.append_pair("code_challenge_method", "S256");
            }
        }
        Ok(url.into())
    }

    /// Tells whether what comes back belongs to what this session began, and in time.
    pub fn is_answered_by(&self, state: &str, session: &str, now: Instant) -> bool {
        self.state == state && self.holds_for(session, now)
    }

    pub fn holds_for(&self, session: &str, now: Instant) -> bool {
        self.session == session && now < self.begun_at.plus_minutes(HOLDS)
    }

    /// Changes the code for a token and asks whose it is.
    pub async fn finish(&self, app: &App, code: &str) -> Result<Perhaps<(Secret, Account)>> {
        let api = Api::new(app, &self.app.server, &Secret::default())?;
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("client_id", self.app.client_id.as_str()),
            ("client_secret", self.app.client_secret.as_str()),
            ("redirect_uri", self.app.redirect.as_str()),
            ("scope", self.app.scope.as_str()),
        ];
        if self.app.has_pkce {
            fields.push(("code_verifier", &self.verifier));
        }
        let answer = match api.send(api.request(Method::POST, &self.app.token_at)?.form(&fields)).await {
            Ok(answer) => answer,
            Err(Fault::Unknown { why } | Fault::Later { why, .. }) => return Ok(Err(why)),
            Err(_) => return Ok(Err(api.say("channel-mastodon-no-token"))),
        };
        let Some(Token { access_token }) = answer.json() else {
            return Ok(Err(api.say("channel-mastodon-no-token")));
        };
        let mut secret = Secret { token: access_token, app: Some(self.app.clone()), ..Secret::default() };
        let api = Api::new(app, &self.app.server, &secret)?;
        Ok(match api.read::<Account>("/api/v1/accounts/verify_credentials").await? {
            Ok(account) => {
                secret.account = account.id.clone();
                Ok((secret, account))
            }
            Err(_) => Err(api.say("channel-mastodon-no-token")),
        })
    }
}

/// Names an account as people write it: `@somebody@server`.
pub fn name_of(account: &Account, server: &str) -> String {
    let host = server.split_once("://").map_or(server, |(_, host)| host);
    match account.acct.contains('@') {
        true => format!("@{}", account.acct),
        false => format!("@{}@{host}", account.acct),
    }
}
