//! Passkeys: a key in the device that answers a question put by this installation only.
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Url, Uuid, Webauthn, WebauthnBuilder,
    WebauthnError,
};

use crate::base::config::Config;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::{Person, PersonId};

/// How long a question may stay unanswered, in minutes.
pub const MINUTES: i64 = 10;

/// A passkey, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Stored {
    pub id: crate::member::PasskeyId,
    pub person_id: PersonId,
    pub name: String,
    pub credential: String,
    pub created_at: crate::base::clock::Instant,
    pub last_used_at: Option<crate::base::clock::Instant>,
}

impl Stored {
    pub fn key(&self) -> Result<Passkey> {
        Ok(serde_json::from_str(&self.credential)?)
    }
}

/// Tells whether passkeys are possible under the public address: they belong to a name, never to a
/// number, and browsers make them only over https or on `localhost`.
pub fn are_possible(config: &Config) -> bool {
    here(config).is_ok()
}

fn here(config: &Config) -> Result<Webauthn> {
    let unfit = || Error::Refused(Sentence::new("member-passkey-needs-name"));
    let origin = Url::parse(&config.public_url).map_err(|_| unfit())?;
    let name = origin.domain().ok_or_else(unfit)?.to_owned();
    let local = name == "localhost" || name.ends_with(".localhost");
    if !config.is_secure() && !local {
        return Err(unfit());
    }
    // On one's own machine the port may be any free one; elsewhere it is part of the address.
    WebauthnBuilder::new(&name, &origin)
        .and_then(|builder| builder.rp_name("Verbund").allow_any_port(local).build())
        .map_err(|_| unfit())
}

fn refused(error: WebauthnError) -> Error {
    tracing::info!(%error, "a passkey was refused");
    Error::Refused(Sentence::new("member-passkey-refused"))
}

/// Names a question by its challenge, under which the answer is found again.
fn named(challenge: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(challenge)
}

/// Reads from an answer which question it belongs to.
pub fn question_of(client_data: &[u8]) -> Result<String> {
    #[derive(serde::Deserialize)]
    struct Client {
        challenge: String,
    }
    let client: Client = serde_json::from_slice(client_data)
        .map_err(|_| Error::Refused(Sentence::new("member-passkey-refused")))?;
    Ok(client.challenge.trim_end_matches('=').to_owned())
}

/// A question to a browser, its name, and what has to be remembered until the answer.
pub struct Question<O> {
    pub id: String,
    pub options: O,
    pub state: String,
}

/// Asks a browser to make a passkey that it can find again by itself, without a name being typed.
pub fn ask_to_make(
    config: &Config,
    person: &Person,
    known: &[Stored],
) -> Result<Question<CreationChallengeResponse>> {
    let id = Uuid::parse_str(person.id.as_str()).map_err(anyhow::Error::from)?;
    let known = known.iter().map(|one| Ok(one.key()?.cred_id().clone())).collect::<Result<Vec<_>>>()?;
    let account = person.email.as_deref().or(person.sign_in_name.as_deref()).unwrap_or(&person.name);
    let (mut options, state) =
        here(config)?.start_passkey_registration(id, account, &person.name, Some(known)).map_err(refused)?;
    if let Some(selection) = &mut options.public_key.authenticator_selection {
        selection.require_resident_key = true;
        selection.resident_key = Some(serde_json::from_value("required".into())?);
    }
    let id = named(options.public_key.challenge.as_ref());
    Ok(Question { id, options, state: serde_json::to_string(&state)? })
}

/// Checks the answer and gives the new passkey, as it is to be stored.
pub fn made(config: &Config, answer: &RegisterPublicKeyCredential, state: &str) -> Result<String> {
    let state: PasskeyRegistration = serde_json::from_str(state)?;
    let key = here(config)?.finish_passkey_registration(answer, &state).map_err(refused)?;
    Ok(serde_json::to_string(&key)?)
}

/// Asks a browser for any passkey it has for this installation.
pub fn ask_who(config: &Config) -> Result<Question<RequestChallengeResponse>> {
    let (options, state) = here(config)?.start_discoverable_authentication().map_err(refused)?;
    let id = named(options.public_key.challenge.as_ref());
    Ok(Question { id, options, state: serde_json::to_string(&state)? })
}

/// Reads from an answer whose passkey it claims to be.
pub fn claimed_by(config: &Config, answer: &PublicKeyCredential) -> Result<PersonId> {
    let (person, _) = here(config)?.identify_discoverable_authentication(answer).map_err(refused)?;
    Ok(PersonId(person.to_string()))
}

/// Checks the answer against the person's passkeys; gives the one that was used, brought up to date.
pub fn proven(
    config: &Config,
    answer: &PublicKeyCredential,
    state: &str,
    known: Vec<Stored>,
) -> Result<Stored> {
    let state: DiscoverableAuthentication = serde_json::from_str(state)?;
    for mut one in known {
        let mut key = one.key()?;
        if key.cred_id().as_ref() as &[u8] != answer.get_credential_id() {
            continue;
        }
        let result =
            here(config)?.finish_discoverable_authentication_v2(answer, state, &key).map_err(refused)?;
        key.update_credential(&result);
        one.credential = serde_json::to_string(&key)?;
        return Ok(one);
    }
    Err(Error::Refused(Sentence::new("member-passkey-refused")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::Raw;

    fn at(url: &str) -> Config {
        Raw { public_url: Some(url.into()), ..Raw::default() }.check().expect("good settings")
    }

    #[test]
    fn passkeys_belong_to_a_name_and_never_to_a_number() {
        assert!(are_possible(&at("https://verbund.example")));
        assert!(are_possible(&at("http://localhost:8080")));
        assert!(!are_possible(&at("http://127.0.0.1:8080")));
        assert!(!are_possible(&at("https://192.0.2.7")));
        assert!(!are_possible(&at("http://verbund.example")), "no browser makes one over plain http");
    }

    #[test]
    fn each_question_has_a_name_of_its_own() {
        let config = at("http://localhost:8080");
        let one = ask_who(&config).expect("asked");
        let other = ask_who(&config).expect("asked");
        assert_ne!(one.id, other.id);
        let heard = format!("{{\"challenge\":\"{}\",\"type\":\"webauthn.get\"}}", one.id);
        assert_eq!(question_of(heard.as_bytes()).expect("read"), one.id);
    }
}
