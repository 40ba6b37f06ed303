//! Signing in at the account's server, seen from the desk: begun here, answered there, ended here.
//! Whatever goes wrong, the access from before stays.
use std::collections::HashMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};

use super::Pending;
use super::client::{self, Client, has_key};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::bluesky::session::say;
use crate::channel::bluesky::web::{
    HERE, account, is_another, keep as keep_access, rejected, secret_of, typed,
};
use crate::channel::bluesky::{Secret, refreshing};
use crate::channel::web_connect::{Params, back, find, keep};
use crate::channel::{Channel, ChannelId, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::html;

type Named = HashMap<String, String>;

/// For how long servers may keep the document about us.
const KEPT: &str = "public, max-age=300";

/// Shows servers who we are; where they could not read it, there is nothing.
pub async fn document(State(app): State<App>) -> Result<Response> {
    let url = &app.config.public_url;
    let client = Client::of(url).filter(|client| has_key(&client.id)).ok_or(Error::NotFound)?;
    let document = client::document(&client, url, &client::key(&app)?);
    Ok(([(CACHE_CONTROL, KEPT)], Json(document)).into_response())
}

/// Where servers send people back to, whichever channel it is about: leads them on to it. On one's
/// own machine that is a number, and people are signed in under the name they typed.
pub async fn lead_on(State(app): State<App>, Query(asked): Query<Named>) -> Result<Response> {
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let (channel, _) = get("state").split_once('.').ok_or(Error::NotFound)?;
    let slug = store::slug_of(&mut *app.db.read().await?, &ChannelId::from(channel)).await?;
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(["state", "iss", "code"].map(|name| (name, get(name))))
        .finish();
    let path = desk_href(&slug, &format!("channels/{channel}/bluesky/return?{query}"));
    Ok(html::see_other(&format!("{}{path}", app.config.public_url)))
}

/// Where a person says yes.
pub struct Allow {
    pub url: String,
    pub server: String,
    /// For how long the server remembers what was announced.
    pub minutes: i64,
}

/// Gives where this session may say yes, once begun.
pub fn begun(app: &App, it: &Coordinating, channel: &Channel) -> Result<Option<Allow>> {
    let (session, now) = (it.viewer.session.id.as_str(), app.clock.now());
    let Some(pending) = secret_of(app, channel).pending else { return Ok(None) };
    let Some(minutes) = pending.minutes_left(session, now) else { return Ok(None) };
    let server = host(&pending.server.issuer).to_owned();
    Ok(Some(Allow { url: pending.allow_url()?, server, minutes }))
}

fn host(server: &str) -> &str {
    server.split_once("://").map_or(server, |(_, host)| host)
}

/// Announces to the account's server what we ask for, and leads to the page from which the person
/// goes there.
pub async fn begin(
    app: &App,
    it: &Coordinating,
    params: &Named,
    channel: &Channel,
    client: &Client,
    form: &Form,
) -> Result<Response> {
    let mut faults = Faults::default();
    let typed = typed(app, form, &mut faults);
    let (Some(typed), true) = (typed, faults.is_empty()) else {
        return rejected(app, it, channel, form, faults);
    };
    let session = it.viewer.session.id.as_str();
    let begun = match account(app, channel, &typed).await {
        Ok(identity) => Pending::begin(app, client, channel.id.as_str(), session, &identity).await?,
        Err(why) => Err(why),
    };
    match begun {
        Ok(pending) => {
            keep(app, it, params, &HERE, |channel| {
                let secret = Secret { pending: Some(pending), ..secret_of(app, channel) };
                channel.secret = refreshing::close(app, channel, &secret)?;
                Ok(())
            })
            .await?;
            Ok(html::see_other(&format!("{}/bluesky#allow", back(it, channel).0)))
        }
        Err(why) => {
            faults.add("handle", why);
            rejected(app, it, channel, form, faults)
        }
    }
}

/// Takes what the server sends back with the person: once, in time, and only what this session began.
pub async fn finish(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    Query(asked): Query<Named>,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let pending = take(&app, &it, &params, get("state")).await?;
    let Some(pending) = pending.filter(|pending| pending.takes(get("iss"), app.clock.now())) else {
        return refuse(&app, &it, &channel, Sentence::new("channel-bluesky-oauth-begin-again"));
    };
    if get("code").is_empty() {
        return refuse(&app, &it, &channel, say("channel-bluesky-oauth-said-no", &pending.server.issuer));
    }
    if is_another(&app, &channel, &pending.did) {
        let why = Sentence::new("channel-bluesky-other-account").with("account", &channel.account);
        return refuse(&app, &it, &channel, why);
    }
    match pending.finish(&app, get("code")).await? {
        Ok(secret) => keep_access(&app, &it, &params, secret, &pending.handle).await,
        Err(why) => refuse(&app, &it, &channel, why),
    }
}

/// Takes out what was begun, if this answers it: whoever comes second finds nothing.
async fn take(app: &App, it: &Coordinating, params: &Named, state: &str) -> Result<Option<Pending>> {
    let session = it.viewer.session.id.as_str();
    let mut taken = None;
    keep(app, it, params, &HERE, |channel| {
        let mut secret = secret_of(app, channel);
        taken = secret.pending.take_if(|begun| begun.is_answered_by(state, session));
        if taken.is_some() {
            let is_empty = secret == Secret::default();
            channel.secret = if is_empty { String::new() } else { refreshing::close(app, channel, &secret)? };
        }
        Ok(())
    })
    .await?;
    Ok(taken)
}

fn refuse(app: &App, it: &Coordinating, channel: &Channel, why: Sentence) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add("handle", why);
    let mut typed = Form::default();
    typed.set("handle", channel.account.trim_start_matches('@'));
    rejected(app, it, channel, &typed, faults)
}
