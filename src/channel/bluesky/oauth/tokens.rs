//! The way to the tokens: begun, given, renewed, given back.
use serde::Deserialize;
use url::Url;

use super::key::Key;
use super::server::Server;
use super::{Grant, client, proof};
use crate::base::app::App;
use crate::base::door::{Answer, Request};
use crate::base::error::{Error, Result};
use crate::channel::bluesky::Secret;
use crate::channel::bluesky::refreshing::Given;
use crate::channel::bluesky::session::{Answered, Fault, say, sorted};

/// How long one request may take: two of them fit into the time in which one process renews alone.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(15);

/// What a server gives for a code, or for a token that renews.
#[derive(Deserialize)]
pub struct Tokens {
    pub access_token: String,
    #[serde(default)]
    pub refresh_token: String,
    #[serde(default)]
    pub token_type: String,
    /// Whose account it is.
    #[serde(default)]
    pub sub: String,
    #[serde(default)]
    pub scope: String,
}

/// What is asked at one of the server's places, as whom, and with which key.
pub struct Asking<'a> {
    pub server: &'a Server,
    pub client_id: &'a str,
    pub key: &'a Key,
}

impl Asking<'_> {
    /// Asks at one place. What only we may know is never said again in a fault.
    pub async fn send(
        &self,
        app: &App,
        place: &str,
        fields: &[(&str, &str)],
        secret: &str,
    ) -> Result<Answered<Answer>> {
        let url = Url::parse(place).map_err(|error| Error::Broken(error.into()))?;
        let signing = client::has_key(self.client_id).then(|| client::key(app)).transpose()?;
        let make = || {
            let mut fields = fields.to_vec();
            fields.push(("client_id", self.client_id));
            let signed = signing
                .as_ref()
                .map(|key| client::assertion(self.client_id, &self.server.issuer, key, app.clock.now()));
            let signed = signed.transpose()?;
            if let Some(signed) = &signed {
                let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                fields.push(("client_assertion_type", kind));
                fields.push(("client_assertion", signed));
            }
            let mut request = Request::post(url.clone()).form(&fields);
            request.patience = PATIENCE;
            Ok(request)
        };
        let sent = proof::send(app, self.key, None, make).await?;
        Ok(sorted(app, &self.server.issuer, secret, sent))
    }
}

/// Renews a session. Whatever the server says but that the session is over, it may be tried again.
pub async fn renew(app: &App, secret: &Secret, grant: &Grant) -> Result<Answered<Given>> {
    let key = Key::read(&grant.key)?;
    let asking = Asking { server: &grant.server, client_id: &grant.client_id, key: &key };
    let fields = [("grant_type", "refresh_token"), ("refresh_token", secret.refresh.as_str())];
    let strange = || Fault::Later { at: None, why: say("channel-bluesky-strange", &grant.server.issuer) };
    Ok(match asking.send(app, &grant.server.token_at, &fields, &secret.refresh).await? {
        Ok(answer) => match answer.json::<Tokens>() {
            Some(it) if it.sub == secret.did && !it.refresh_token.is_empty() => {
                Ok(Given { access: it.access_token, refresh: it.refresh_token, did: it.sub })
            }
            _ => Err(strange()),
        },
        Err(fault) if fault.is("invalid_grant") => Err(Fault::Expired),
        // The server does not know us any more, or cannot read about us just now.
        Err(Fault::Refused { name, why }) if name == "invalid_client" => Err(Fault::Locked { why }),
        Err(Fault::Refused { .. }) => Err(strange()),
        Err(fault) => Err(fault),
    })
}

/// Gives a session back: from now on nobody can renew it.
pub async fn revoke(app: &App, grant: &Grant, token: &str) -> Result<Answered<()>> {
    let Some(place) = &grant.server.revoke_at else { return Ok(Ok(())) };
    let key = Key::read(&grant.key)?;
    let asking = Asking { server: &grant.server, client_id: &grant.client_id, key: &key };
    Ok(asking.send(app, place, &[("token", token)], token).await?.map(|_| ()))
}
