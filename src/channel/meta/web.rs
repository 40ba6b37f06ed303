//! Connecting a Facebook page or an Instagram account, step by step, and connecting it anew.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::fault::Fault;
use super::graph::Graph;
use super::joining::{self, Pending};
use super::permission::{self, Token};
use super::{Access, Place, webhook};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::web_connect::{Params, back, connected, find, keep};
use crate::channel::{Channel, ChannelId, Network, store};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

type Named = HashMap<String, String>;
type Asked = Query<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "channel/meta/connect.html")]
struct Connect {
    desk: Desk,
    faults: Faults,
    here: String,
    back: (String, String),
    account: String,
    is_instagram: bool,
    /// Whether the Verbund brings its own app, because the installation has none.
    brings_app: bool,
    app_id: String,
    is_live: bool,
    redirect: String,
    /// Where Meta tells of comments, and the word by which it asks; once the secret is known.
    hook: Option<(String, String)>,
    allow: Option<String>,
    pages: Vec<Choice>,
    permissions: Vec<Allowed>,
}

/// A page that may be chosen.
struct Choice {
    id: String,
    name: String,
    is_fit: bool,
}

/// A permission, what it is for, and whether it is there; unknown before connecting.
struct Allowed {
    name: &'static str,
    why: String,
    is_needed: bool,
    is_there: Option<bool>,
}

const HERE: [Network; 2] = [Network::Facebook, Network::Instagram];

/// Opens the access; one that does not open (a lost key) is none: connecting makes a new one.
fn access_of(app: &App, channel: &Channel) -> Access {
    Access::of(app, channel).unwrap_or_default()
}

/// Gives what this session has begun and not ended.
fn begun(app: &App, it: &Coordinating, channel: &Channel) -> Option<Pending> {
    let session = it.viewer.session.id.as_str();
    access_of(app, channel).pending.filter(|pending| pending.holds_for(session, app.clock.now()))
}

async fn build(
    app: &App,
    it: &Coordinating,
    channel: &Channel,
    typed: Option<&Form>,
    faults: Faults,
) -> Result<Connect> {
    let (w, network, back) = (it.lang(), channel.network(), back(it, channel));
    let access = access_of(app, channel);
    let pending = begun(app, it, channel);
    let pages = pending.as_ref().map(|it| it.pages.as_slice()).unwrap_or_default();
    let choices = pages.iter().map(|page| Choice {
        id: page.id.clone(),
        name: if network == Network::Instagram && page.serves(network) {
            format!("{} (@{})", page.name, page.account_name)
        } else {
            page.name.clone()
        },
        is_fit: page.serves(network),
    });
    let token = if access.token.is_empty() { None } else { ask(app, &access).await };
    let permissions = permission::of(network).iter().map(|it| Allowed {
        name: it.name,
        why: w.t(&format!("channel-meta-for-{}", it.name.replace('_', "-"))),
        is_needed: it.is_needed,
        is_there: token.as_ref().map(|token| token.scopes.iter().any(|scope| scope == it.name)),
    });
    let allow = pending.as_ref().filter(|it| it.pages.is_empty()).filter(|_| typed.is_none());
    let title =
        if network == Network::Instagram { "channel-meta-title-instagram" } else { "channel-meta-title" };
    Ok(Connect {
        desk: desk(app, it, Here::Consortium, w.t(title)),
        here: format!("{}/meta", back.0),
        back,
        account: if access.token.is_empty() { String::new() } else { channel.account.clone() },
        is_instagram: network == Network::Instagram,
        brings_app: app.config.meta.app_id.is_empty(),
        app_id: typed.map_or_else(|| access.app_id.clone(), |form| form.raw("app_id")),
        is_live: typed.map_or(!access.token.is_empty(), |form| !form.raw("is_live").is_empty()),
        redirect: joining::redirect(app),
        hook: Some(&access.app_secret)
            .filter(|secret| !secret.is_empty())
            .map(|secret| (format!("{}/hooks/meta", app.config.public_url), webhook::word(secret))),
        allow: allow.and_then(|pending| pending.allow_url(app, network, channel.id.as_str())),
        pages: choices.collect(),
        permissions: permissions.collect(),
        faults,
    })
}

async fn ask(app: &App, access: &Access) -> Option<Token> {
    let (id, secret) = access.app(app)?;
    let asking = Graph::new(app, &format!("{id}|{secret}"), None);
    let answer = asking.get("debug_token", &[("input_token", &access.token)]).await.ok()?;
    Some(Token::read(&answer))
}

/// Shows what is connected, what Meta allows, and the next step.
pub async fn show(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let page = build(&app, &it, &channel, None, Faults::default()).await?;
    html::page(&page, &page.desk.style)
}

/// Begins: with which app, and whether it is live; then a person goes to Facebook.
pub async fn begin(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let access = access_of(&app, &channel);
    let mut faults = Faults::default();
    let (mut app_id, mut app_secret) = (form.text("app_id"), form.text("app_secret"));
    if !app.config.meta.app_id.is_empty() {
        (app_id, app_secret) = (app.config.meta.app_id.clone(), app.config.meta.app_secret.clone());
    } else if app_secret.is_empty() && app_id == access.app_id {
        app_secret.clone_from(&access.app_secret);
    }
    if app_id.is_empty() || !app_id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        faults.add("app_id", Sentence::new("channel-meta-app-id-wrong"));
    }
    if app_secret.is_empty() {
        faults.add("app_secret", Sentence::new("channel-meta-app-secret-missing"));
    }
    // No program is told whether an app is live; a post of one that is not is seen by nobody else.
    if form.raw("is_live").is_empty() {
        faults.add("is_live", Sentence::new("channel-meta-not-live"));
    }
    if !faults.is_empty() {
        let page = build(&app, &it, &channel, Some(&form), faults).await?;
        return html::rejected(&page, &page.desk.style);
    }
    let pending = Pending::new(&app_id, &app_secret, it.viewer.session.id.as_str(), app.clock.now());
    keep_pending(&app, &it, &params, pending).await?;
    Ok(html::see_other(&format!("{}/meta#allow", back(&it, &channel).0)))
}

/// Keeps what somebody has begun beside the access from before.
async fn keep_pending(app: &App, it: &Coordinating, params: &Named, pending: Pending) -> Result<()> {
    keep(app, it, params, &HERE, |channel| {
        let access = Access { pending: Some(pending), ..access_of(app, channel) };
        channel.secret = access.close(app, channel)?;
        Ok(())
    })
    .await
}

/// Where Facebook sends people back to, whichever channel it is about: leads them on to it.
pub async fn lead_on(State(app): State<App>, Query(asked): Asked) -> Result<Response> {
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let (channel, state) = get("state").split_once('.').ok_or(Error::NotFound)?;
    let slug = store::slug_of(&mut *app.db.read().await?, &ChannelId::from(channel)).await?;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("state", state)
        .append_pair("code", get("code"))
        .finish();
    Ok(html::see_other(&desk_href(&slug, &format!("channels/{channel}/meta/return?{query}"))))
}

/// Takes what Facebook sends back with the person, and asks for the pages. What this session did not
/// begin is refused, and whatever goes wrong, the access from before stays.
pub async fn finish(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    Query(asked): Asked,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    let here = format!("{}/meta", back(&it, &channel).0);
    let Some(pending) = begun(&app, &it, &channel).filter(|it| it.state == get("state")) else {
        return refuse(&app, &it, &channel, Sentence::new("channel-meta-begin-again")).await;
    };
    if get("code").is_empty() {
        return refuse(&app, &it, &channel, Sentence::new("channel-meta-said-no")).await;
    }
    let pages = match pending.finish(&app, get("code")).await {
        Ok(pages) => pages,
        Err(fault) => return refuse(&app, &it, &channel, said(&fault)).await,
    };
    if pages.is_empty() {
        return refuse(&app, &it, &channel, Sentence::new("channel-meta-no-page")).await;
    }
    keep_pending(&app, &it, &params, Pending { pages, ..pending }).await?;
    Ok(html::see_other(&format!("{here}#page")))
}

fn said(fault: &Fault) -> Sentence {
    match fault {
        Fault::Said(said) => Sentence::new("channel-meta-no-token").with("said", &said.message),
        _ => Sentence::new("channel-meta-no-answer"),
    }
}

async fn refuse(app: &App, it: &Coordinating, channel: &Channel, why: Sentence) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add("app_id", why);
    let page = build(app, it, channel, Some(&Form::default()), faults).await?;
    html::rejected(&page, &page.desk.style)
}

/// Takes the page that was chosen; from now on the channel speaks for it.
pub async fn choose(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let network = channel.network();
    let Some(pending) = begun(&app, &it, &channel) else {
        return refuse(&app, &it, &channel, Sentence::new("channel-meta-begin-again")).await;
    };
    let chosen = pending.pages.iter().find(|page| page.id == form.text("page") && page.serves(network));
    let Some(page) = chosen.cloned() else {
        return refuse(&app, &it, &channel, Sentence::new("channel-meta-choose")).await;
    };
    let before = Place::of(&channel);
    if !before.page.is_empty() && before.page != page.id {
        let why = Sentence::new("channel-meta-other-page").with("name", &channel.account);
        return refuse(&app, &it, &channel, why).await;
    }
    // Then Meta tells of comments by itself; without it they are asked for.
    let graph = Graph::new(&app, &page.token, Some(pending.app_secret.clone()));
    let edge = format!("{}/subscribed_apps", page.id);
    if let Err(fault) = graph.post(&edge, &[("subscribed_fields", "feed")]).await {
        tracing::info!(meaning = ?fault.meaning(), "a page is not told of by webhook");
    }
    let brings_app = app.config.meta.app_id.is_empty();
    connected(&app, &it, &params, &HERE, |channel| {
        let place = Place { page: page.id.clone(), account: page.account.clone() };
        channel.settings = serde_json::to_string(&place)?;
        (channel.account, channel.account_url) = page.shown(network);
        let own = |text: String| if brings_app { text } else { String::new() };
        let access = Access {
            token: page.token,
            app_id: own(pending.app_id.clone()),
            app_secret: own(pending.app_secret.clone()),
            pending: None,
        };
        channel.secret = access.close(&app, channel)?;
        Ok(())
    })
    .await
}
