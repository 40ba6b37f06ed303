//! Connecting an account by an app password, and connecting it anew: the channel and what waits for it
//! stay.
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Secret;
use super::identity::{self, Identity};
use super::refreshing::{self, Given};
use super::session::Fault;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
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
    /// Under which name it is connected now.
    account: String,
    handle: String,
    server: String,
}

const HERE: [Network; 1] = [Network::Bluesky];

fn build(app: &App, it: &Coordinating, channel: &Channel, typed: Option<&Form>, faults: Faults) -> Connect {
    let text = |name: &str, stored: &str| typed.map_or_else(|| stored.to_owned(), |form| form.raw(name));
    let back = back(it, channel);
    Connect {
        desk: desk(app, it, Here::Consortium, it.lang().t("channel-bluesky-title")),
        faults,
        here: format!("{}/bluesky", back.0),
        back,
        account: if channel.secret.is_empty() { String::new() } else { channel.account.clone() },
        handle: text("handle", channel.account.trim_start_matches('@')),
        server: text("server", ""),
    }
}

/// Shows what is connected, and asks for the handle and an app password.
pub async fn show(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let page = build(&app, &it, &channel, None, Faults::default());
    html::page(&page, &page.desk.style)
}

/// Opens a session on the account's own server and keeps it.
pub async fn connect(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let (identity, given) = match open(&app, &channel, &form).await? {
        Ok(opened) => opened,
        Err(faults) => {
            let page = build(&app, &it, &channel, Some(&form), faults);
            return html::rejected(&page, &page.desk.style);
        }
    };
    connected(&app, &it, &params, &HERE, |channel| {
        let secret = Secret {
            did: identity.did.clone(),
            pds: identity.pds.clone(),
            app_password: form.text("password"),
            access: given.access,
            refresh: given.refresh,
            renewing_until: None,
        };
        channel.secret = refreshing::close(&app, channel, &secret)?;
        channel.account = format!("@{}", identity.handle);
        channel.account_url = format!("https://bsky.app/profile/{}", identity.did);
        channel.server = identity.pds;
        channel.limits = "{}".into();
        channel.limits_at = Some(app.clock.now());
        Ok(())
    })
    .await
}

/// Finds the account and opens a session; what stands against it is said at its field.
async fn open(
    app: &App,
    channel: &Channel,
    form: &Form,
) -> Result<std::result::Result<(Identity, Given), Faults>> {
    let mut faults = Faults::default();
    let name = identity::handle_of(&form.text("handle"));
    if name.is_none() {
        faults.add("handle", Sentence::new("channel-bluesky-handle-form"));
    }
    let password = form.text("password");
    if !is_app_password(&password) {
        faults.add("password", Sentence::new("channel-bluesky-password-form"));
    }
    let typed = form.some("server");
    let server = typed.as_deref().and_then(|it| mastodon::server_of(it, app.config.outgoing.is_private));
    if typed.is_some() && server.is_none() {
        faults.add("server", Sentence::new("channel-bluesky-server-form"));
    }
    let (Some(name), true) = (name, faults.is_empty()) else { return Ok(Err(faults)) };
    let identity = match identity::find(app, &name, server.as_deref()).await {
        Ok(identity) => identity,
        Err(why) => {
            faults.add("handle", why);
            return Ok(Err(faults));
        }
    };
    if is_another(app, channel, &identity) {
        let why = Sentence::new("channel-bluesky-other-account").with("account", &channel.account);
        faults.add("handle", why);
        return Ok(Err(faults));
    }
    match refreshing::create(app, &identity.pds, &identity.did, &password).await? {
        Ok(given) if given.did == identity.did => return Ok(Ok((identity, given))),
        Ok(_) => faults.add("handle", Sentence::new("channel-bluesky-no-such-handle").with("handle", name)),
        Err(Fault::Locked { .. } | Fault::Expired) => {
            faults.add("password", Sentence::new("channel-bluesky-password-wrong"));
        }
        Err(Fault::Later { why, .. } | Fault::Refused { why, .. }) => faults.add("handle", why),
    }
    Ok(Err(faults))
}

/// Tells whether a channel that was connected before belonged to another account: what waits for it
/// and what stands there would be lost.
fn is_another(app: &App, channel: &Channel, identity: &Identity) -> bool {
    refreshing::open(app, channel).is_ok_and(|secret| !secret.did.is_empty() && secret.did != identity.did)
}

/// Tells whether a text looks like an app password: the account's own password is never kept here.
fn is_app_password(text: &str) -> bool {
    let is_group =
        |group: &str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').count() == 4 && text.split('-').all(is_group)
}
