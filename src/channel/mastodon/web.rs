//! Connecting an account, and connecting it anew: the channel and what waits for it stay.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::api::Api;
use super::{Secret, joining, software};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::web_connect::{Params, back, connected, find, keep};
use crate::channel::{Channel, Network};
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

type Asked = Query<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "channel/mastodon/connect.html")]
struct Connect {
    desk: Desk,
    faults: Faults,
    here: String,
    back: (String, String),
    /// Under which name it is connected now.
    account: String,
    server: String,
    /// Where a person says yes, and at which server that is.
    allow: Option<(String, String)>,
}

const HERE: [Network; 1] = [Network::Mastodon];

/// Opens the secret; one that does not open (a lost key) is none: connecting makes a new one.
fn secret_of(app: &App, channel: &Channel) -> Secret {
    let opened = app.seal.open(&channel.seal_place(), &channel.secret).ok();
    opened.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn close(app: &App, channel: &Channel, secret: &Secret) -> Result<String> {
    app.seal.close(&channel.seal_place(), &serde_json::to_string(secret)?)
}

fn build(
    app: &App,
    it: &Coordinating,
    channel: &Channel,
    typed: Option<&Form>,
    faults: Faults,
) -> Result<Connect> {
    let (w, back) = (it.lang(), back(it, channel));
    let pending = secret_of(app, channel).pending;
    let pending = pending.filter(|begun| begun.holds_for(it.viewer.session.id.as_str(), app.clock.now()));
    let allow = match (&pending, typed) {
        (Some(pending), None) => Some((pending.allow_url()?, host(&pending.app.server).to_owned())),
        _ => None,
    };
    let known = pending.map_or_else(|| channel.server.clone(), |pending| pending.app.server);
    Ok(Connect {
        desk: desk(app, it, Here::Consortium, w.t("channel-mastodon-title")),
        faults,
        here: format!("{}/mastodon", back.0),
        back,
        account: if channel.secret.is_empty() { String::new() } else { channel.account.clone() },
        server: typed.map_or_else(|| host(&known).to_owned(), |form| form.raw("server")),
        allow,
    })
}

fn host(server: &str) -> &str {
    server.strip_prefix("https://").unwrap_or(server)
}

/// Shows what is connected, and asks for the server.
pub async fn show(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let page = build(&app, &it, &channel, None, Faults::default())?;
    html::page(&page, &page.desk.style)
}

/// Registers our program with the server, and leads to the page from which a person goes there.
pub async fn begin(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let mut faults = Faults::default();
    let typed = joining::server_of(&form.text("server"), app.config.outgoing.is_private);
    let Some(server) = typed else {
        faults.add("server", Sentence::new("channel-mastodon-server-form"));
        let page = build(&app, &it, &channel, Some(&form), faults)?;
        return html::rejected(&page, &page.desk.style);
    };
    let here = format!("{}/mastodon", back(&it, &channel).0);
    let redirect = format!("{}{here}/return", app.config.public_url);
    let session = it.viewer.session.id.as_str();
    let known = secret_of(&app, &channel).app;
    match joining::begin(&app, &server, &redirect, session, known).await? {
        Ok(pending) => {
            keep(&app, &it, &params, &HERE, |channel| {
                let secret = Secret { pending: Some(pending), ..secret_of(&app, channel) };
                channel.secret = close(&app, channel, &secret)?;
                Ok(())
            })
            .await?;
            Ok(html::see_other(&format!("{here}#allow")))
        }
        Err(why) => {
            faults.add("server", why);
            let page = build(&app, &it, &channel, Some(&form), faults)?;
            html::rejected(&page, &page.desk.style)
        }
    }
}

/// Takes what the server sends back with the person. What this session did not begin is refused,
/// and whatever goes wrong, the access from before stays.
pub async fn finish(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    Query(asked): Asked,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let (now, session) = (app.clock.now(), it.viewer.session.id.as_str());
    let pending = secret_of(&app, &channel).pending;
    let Some(pending) = pending.filter(|it| it.is_answered_by(get("state"), session, now)) else {
        return refuse(&app, &it, &channel, Sentence::new("channel-mastodon-begin-again"));
    };
    if get("code").is_empty() {
        let why = Sentence::new("channel-mastodon-said-no").with("server", host(&pending.app.server));
        return refuse(&app, &it, &channel, why);
    }
    let (secret, account) = match pending.finish(&app, get("code")).await? {
        Ok(found) => found,
        Err(why) => return refuse(&app, &it, &channel, why),
    };
    let name = joining::name_of(&account, &pending.app.server);
    if !channel.account.is_empty() && channel.account != name {
        let why = Sentence::new("channel-mastodon-other-account")
            .with("account", &channel.account)
            .with("other", name);
        return refuse(&app, &it, &channel, why);
    }
    let told = software::ask(&Api::new(&app, &pending.app.server, &secret)?).await?;
    connected(&app, &it, &params, &HERE, |channel| {
        channel.secret = close(&app, channel, &secret)?;
        channel.account = name;
        channel.account_url = account.url.clone();
        channel.server = pending.app.server.clone();
        if let Ok(told) = told {
            channel.limits = serde_json::to_string(&told)?;
            channel.limits_at = Some(now);
        }
        Ok(())
    })
    .await
}

fn refuse(app: &App, it: &Coordinating, channel: &Channel, why: Sentence) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add("server", why);
    let mut typed = Form::default();
    typed.set("server", host(&channel.server));
    let page = build(app, it, channel, Some(&typed), faults)?;
    html::rejected(&page, &page.desk.style)
}
