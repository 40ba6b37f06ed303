//! A signing-in that somebody has begun: announced to the server, answered by the person there, and
//! changed for tokens once.
use serde::{Deserialize, Serialize};
use url::Url;

use super::Grant;
use super::client::{Client, SCOPE, has_key};
use super::key::{self, Key};
use super::server::{self, Server};
use super::tokens::{Asking, Tokens, revoke};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::bluesky::Secret;
use crate::channel::bluesky::identity::Identity;
use crate::channel::bluesky::session::{Fault, say};

/// How long a person may take to say yes, in minutes.
const HOLDS: i64 = 10;
/// How long servers let programs in whose makers nobody knows, in hours: two weeks (AT Protocol).
const WITHOUT_KEY: i64 = 14 * 24;
/// How long the servers of Bluesky let a program in that has a key, in hours: two years. The
/// protocol leaves the end open; a server that ends earlier says so when it does.
const WITH_KEY: i64 = 2 * 365 * 24;

/// The longest word of a server that is shown to people, in characters.
const WORD: usize = 60;

/// What came of it, or what the person has to be told.
pub type Perhaps<T> = std::result::Result<T, Sentence>;

/// What was begun, sealed beside the access from before.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    pub server: Server,
    pub client_id: String,
    redirect: String,
    state: String,
    verifier: String,
    key: String,
    pub did: String,
    pub handle: String,
    pub pds: String,
    /// Under which name the server remembers what was announced.
    request_uri: String,
    /// The session of the person who began.
    session: String,
    begun_at: Instant,
    /// Until when the server remembers it.
    known_until: Instant,
}

#[derive(Deserialize)]
struct Announced {
    request_uri: String,
    #[serde(default)]
    expires_in: i64,
}

impl Pending {
    /// Announces to the server what we are going to ask, and for which account.
    pub async fn begin(
        app: &App,
        client: &Client,
        channel: &str,
        session: &str,
        identity: &Identity,
    ) -> Result<Perhaps<Pending>> {
        let server = match server::of(app, &identity.pds).await {
            Ok(server) => server,
            Err(why) => return Ok(Err(why)),
        };
        let (key, now) = (Key::generate(), app.clock.now());
        let state = format!("{channel}.{}", key::random());
        let verifier = key::random();
        let challenge = key::hash(&verifier);
        let fields = [
            ("response_type", "code"),
            ("redirect_uri", client.redirect.as_str()),
            ("scope", SCOPE),
            ("state", &state),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("login_hint", &identity.handle),
        ];
        let asking = Asking { server: &server, client_id: &client.id, key: &key };
        let announced = match asking.send(app, &server.begin_at, &fields, &verifier).await? {
            Ok(answer) => answer.json::<Announced>(),
            Err(fault) => return Ok(Err(told(fault, &server, "channel-bluesky-oauth-not-begun"))),
        };
        let Some(announced) = announced else {
            return Ok(Err(say("channel-bluesky-strange", &server.issuer)));
        };
        Ok(Ok(Pending {
            client_id: client.id.clone(),
            redirect: client.redirect.clone(),
            state,
            verifier,
            key: key.write(),
            did: identity.did.clone(),
            handle: identity.handle.clone(),
            pds: identity.pds.clone(),
            request_uri: announced.request_uri,
            session: session.to_owned(),
            begun_at: now,
            known_until: now.plus_seconds(announced.expires_in.clamp(0, HOLDS * 60)),
            server,
        }))
    }

    /// Gives the address at which the person says yes.
    pub fn allow_url(&self) -> Result<String> {
        let mut url = Url::parse(&self.server.allow_at).map_err(|error| Error::Broken(error.into()))?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.client_id)
            .append_pair("request_uri", &self.request_uri);
        Ok(url.into())
    }

    /// Tells for how many minutes this session may still follow that address; none where it may not.
    pub fn minutes_left(&self, session: &str, now: Instant) -> Option<i64> {
        let left = self.known_until.millis() - now.millis();
        (self.session == session && left > 0).then(|| (left / 60_000).max(1))
    }

    /// Tells whether what comes back belongs to what this session began.
    pub fn is_answered_by(&self, state: &str, session: &str) -> bool {
        self.state == state && self.session == session
    }

    /// Tells whether an answer of this server is taken now.
    pub fn takes(&self, issuer: &str, now: Instant) -> bool {
        self.server.issuer == issuer && now < self.begun_at.plus_minutes(HOLDS)
    }

    /// Changes the code for tokens. Those for another account are given back at once.
    pub async fn finish(&self, app: &App, code: &str) -> Result<Perhaps<Secret>> {
        let key = Key::read(&self.key)?;
        let asking = Asking { server: &self.server, client_id: &self.client_id, key: &key };
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("code_verifier", self.verifier.as_str()),
            ("redirect_uri", self.redirect.as_str()),
        ];
        let answer = match asking.send(app, &self.server.token_at, &fields, code).await? {
            Ok(answer) => answer,
            Err(fault) => return Ok(Err(told(fault, &self.server, "channel-bluesky-oauth-no-token"))),
        };
        let Some(tokens) = answer.json::<Tokens>() else {
            return Ok(Err(say("channel-bluesky-strange", &self.server.issuer)));
        };
        let grant = self.grant();
        if let Err(why) = self.check(&tokens) {
            // Where this fails the tokens are forgotten all the same.
            let token =
                if tokens.refresh_token.is_empty() { &tokens.access_token } else { &tokens.refresh_token };
            let _ = revoke(app, &grant, token).await?;
            return Ok(Err(why));
        }
        Ok(Ok(Secret {
            did: self.did.clone(),
            pds: self.pds.clone(),
            access: tokens.access_token,
            refresh: tokens.refresh_token,
            grant: Some(grant),
            ..Secret::default()
        }))
    }

    fn grant(&self) -> Grant {
        let hours = if has_key(&self.client_id) { WITH_KEY } else { WITHOUT_KEY };
        Grant {
            server: self.server.clone(),
            client_id: self.client_id.clone(),
            key: self.key.clone(),
            ends_at: Some(self.begun_at.plus_hours(hours)),
        }
    }

    /// Checks whose tokens they are, and what they are good for.
    fn check(&self, tokens: &Tokens) -> Perhaps<()> {
        if tokens.sub != self.did {
            return Err(
                Sentence::new("channel-bluesky-oauth-other").with("account", format!("@{}", self.handle))
            );
        }
        let has_all = SCOPE.split(' ').all(|scope| tokens.scope.split(' ').any(|it| it == scope));
        let is_bound = tokens.token_type.eq_ignore_ascii_case("DPoP") && !tokens.refresh_token.is_empty();
        let is_fit = has_all && is_bound;
        if is_fit { Ok(()) } else { Err(say("channel-bluesky-oauth-too-little", &self.server.issuer)) }
    }
}

/// Says why there was no way on: in the server's own words, where it is about what we asked.
fn told(fault: Fault, server: &Server, refused: &'static str) -> Sentence {
    match fault {
        Fault::Later { .. } => say("channel-bluesky-oauth-unreached", &server.issuer),
        Fault::Refused { name, .. } => {
            let word: String = name.chars().filter(|c| !c.is_control()).take(WORD).collect();
            say(refused, &server.issuer).with("words", if word.is_empty() { "400".into() } else { word })
        }
        Fault::Locked { .. } | Fault::Expired => say(refused, &server.issuer).with("words", "401"),
    }
}

impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pending")
    }
}
