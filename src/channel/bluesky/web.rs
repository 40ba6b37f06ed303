//! Connecting an account, and connecting it anew: the channel and what waits for it stay. The plain
//! way is to sign in at the account's server (`oauth/web.rs`), the other one an app password.
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Secret;
use super::identity::{self, Identity};
use super::oauth::client::Client;
use super::oauth::web as signing_in;
use super::refreshing::{self, Given};
use super::session::Fault;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::channel::web_connect::{Params, back, connected, find};
use crate::channel::{Channel, Network, mastodon};
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "channel/bluesky/connect.html")]
struct Connect {
    desk: Desk,
    faults: Faults,
    here: String,
    back: (String, String),
    /// Under which name it is connected now, and until when.
    account: String,
    ends: String,
    handle: String,
    server: String,
    /// Whether servers can read who we are; else there is the app password alone.
    can_sign_in: bool,
    allow: Option<signing_in::Allow>,
    /// Whether the second way is the one that was tried.
    is_by_password: bool,
}

pub(super) const HERE: [Network; 1] = [Network::Bluesky];

/// Opens the secret; one that does not open (a lost key) is none: connecting makes a new one.
pub(super) fn secret_of(app: &App, channel: &Channel) -> Secret {
    refreshing::open(app, channel).unwrap_or_default()
}

fn build(
    app: &App,
    it: &Coordinating,
    channel: &Channel,
    typed: Option<&Form>,
    faults: Faults,
) -> Result<Connect> {
    let text = |name: &str, stored: &str| typed.map_or_else(|| stored.to_owned(), |form| form.raw(name));
    let (w, back, now) = (it.lang(), back(it, channel), app.clock.now());
    let is_connected = !secret_of(app, channel).access.is_empty();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let ends = channel.expires_at.filter(|_| is_connected).map(|at| local.date_long(local.day(at)));
    Ok(Connect {
        desk: desk(app, it, Here::Consortium, w.t("channel-bluesky-title")),
        here: format!("{}/bluesky", back.0),
        back,
        account: if is_connected { channel.account.clone() } else { String::new() },
        ends: ends.unwrap_or_default(),
        handle: text("handle", channel.account.trim_start_matches('@')),
        server: text("server", ""),
        can_sign_in: Client::of(&app.config.public_url).is_some(),
        allow: match typed {
            None => signing_in::begun(app, it, channel)?,
            Some(_) => None,
        },
        is_by_password: typed.is_some_and(is_by_password) || faults.of("password", w).is_some(),
        faults,
    })
}

/// Tells which way a form takes: a password that was typed is the second one, whichever button sent it.
fn is_by_password(form: &Form) -> bool {
    form.raw("way") == "password" || form.some("password").is_some()
}

/// Shows what is connected, and asks for the handle.
pub async fn show(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let page = build(&app, &it, &channel, None, Faults::default())?;
    html::page(&page, &page.desk.style)
}

/// Shows the form again, with what stands against it.
pub(super) fn rejected(
    app: &App,
    it: &Coordinating,
    channel: &Channel,
    form: &Form,
    faults: Faults,
) -> Result<Response> {
    let page = build(app, it, channel, Some(form), faults)?;
    html::rejected(&page, &page.desk.style)
}

/// Connects: begins to sign in at the account's server, or opens a session by an app password.
pub async fn connect(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    if let Some(client) = Client::of(&app.config.public_url).filter(|_| !is_by_password(&form)) {
        return signing_in::begin(&app, &it, &params, &channel, &client, &form).await;
    }
    let (identity, given) = match open(&app, &channel, &form).await? {
        Ok(opened) => opened,
        Err(faults) => return rejected(&app, &it, &channel, &form, faults),
    };
    let secret = Secret {
        did: identity.did,
        pds: identity.pds,
        app_password: form.text("password"),
        access: given.access,
        refresh: given.refresh,
        ..Secret::default()
    };
    keep(&app, &it, &params, secret, &identity.handle).await
}

/// Writes down that the channel is connected by this secret.
pub(super) async fn keep(
    app: &App,
    it: &Coordinating,
    params: &std::collections::HashMap<String, String>,
    secret: Secret,
    handle: &str,
) -> Result<Response> {
    connected(app, it, params, &HERE, |channel| {
        channel.secret = refreshing::close(app, channel, &secret)?;
        channel.account = format!("@{handle}");
        channel.account_url = format!("https://bsky.app/profile/{}", secret.did);
        channel.server = secret.pds.clone();
        channel.expires_at = secret.grant.as_ref().and_then(|grant| grant.ends_at);
        channel.limits = "{}".into();
        channel.limits_at = Some(app.clock.now());
        Ok(())
    })
    .await
}

/// Reads which account is meant, and which server answers for its name where one is named.
pub(super) fn typed(app: &App, form: &Form, faults: &mut Faults) -> Option<(String, Option<String>)> {
    let name = identity::handle_of(&form.text("handle"));
    if name.is_none() {
        faults.add("handle", Sentence::new("channel-bluesky-handle-form"));
    }
    let typed = form.some("server");
    let server = typed.as_deref().and_then(|it| mastodon::server_of(it, app.config.outgoing.is_private));
    if typed.is_some() && server.is_none() {
        faults.add("server", Sentence::new("channel-bluesky-server-form"));
    }
    Some((name?, server))
}

/// Finds the account. A channel that was connected before stays with its own: what waits for it and
/// what stands there would be lost.
pub(super) async fn account(
    app: &App,
    channel: &Channel,
    (name, server): &(String, Option<String>),
) -> std::result::Result<Identity, Sentence> {
    let identity = identity::find(app, name, server.as_deref()).await?;
    if is_another(app, channel, &identity.did) {
        return Err(Sentence::new("channel-bluesky-other-account").with("account", &channel.account));
    }
    Ok(identity)
}

/// Tells whether a channel was connected to another account.
pub(super) fn is_another(app: &App, channel: &Channel, did: &str) -> bool {
    let known = secret_of(app, channel).did;
    !known.is_empty() && known != did
}

/// Finds the account and opens a session; what stands against it is said at its field.
async fn open(
    app: &App,
    channel: &Channel,
    form: &Form,
) -> Result<std::result::Result<(Identity, Given), Faults>> {
    let mut faults = Faults::default();
    let typed = typed(app, form, &mut faults);
    let password = form.text("password");
    if !is_app_password(&password) {
        faults.add("password", Sentence::new("channel-bluesky-password-form"));
    }
    let (Some(typed), true) = (typed, faults.is_empty()) else { return Ok(Err(faults)) };
    let identity = match account(app, channel, &typed).await {
        Ok(identity) => identity,
        Err(why) => {
            faults.add("handle", why);
            return Ok(Err(faults));
        }
    };
    match refreshing::create(app, &identity.pds, &identity.did, &password).await? {
        Ok(given) if given.did == identity.did => return Ok(Ok((identity, given))),
        Ok(_) => {
            faults.add("handle", Sentence::new("channel-bluesky-no-such-handle").with("handle", typed.0))
        }
        Err(Fault::Locked { .. } | Fault::Expired) => {
            faults.add("password", Sentence::new("channel-bluesky-password-wrong"));
        }
        Err(Fault::Later { why, .. } | Fault::Refused { why, .. }) => faults.add("handle", why),
    }
    Ok(Err(faults))
}

/// Tells whether a text looks like an app password: the account's own password is never kept here.
fn is_app_password(text: &str) -> bool {
    let is_group =
        |group: &str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').count() == 4 && text.split('-').all(is_group)
}
