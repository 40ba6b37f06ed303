//! One channel: how it stands, its usage concept, its connection, the switch, the end.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::setup::{self, State as Standing};
use super::web::{Line, channel_href, frame, line, list_href, note};
use super::{Channel, ChannelId, Network, revoking, store, store_piece};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::calendar::local::Local;
use crate::charter::sheet::Sheet;
use crate::member::web_desk::Told;
use crate::member::web_seat::{Coordinating, Reading};
use crate::page::form::Faults;
use crate::page::{Desk, html};

/// What the address of a page says.
pub(super) type Params = Path<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "channel/channel.html")]
struct Page {
    desk: Desk,
    back: (String, String),
    here: String,
    line: Line,
    /// What is known of it: what, and how it is.
    facts: Vec<(String, String)>,
    /// The address under which people find it there.
    public: Option<(String, String)>,
    connect: Option<String>,
    /// Where more is decided about it.
    settings: Option<String>,
    is_connected: bool,
    /// What belongs into the profile there, ready to copy.
    profile: Vec<(String, String)>,
    may_change: bool,
    is_on: bool,
    can_be_on: bool,
}

/// Finds the channel of a path; one that was taken away is not found.
pub(super) async fn found(
    conn: &mut Conn,
    it: &Reading,
    params: &HashMap<String, String>,
) -> Result<Channel> {
    let id = params.get("channel").ok_or(Error::NotFound)?;
    let channel = store::by_id(conn, &it.consortium.id, &ChannelId::from(id.as_str())).await?;
    if channel.ended_at.is_some() { Err(Error::NotFound) } else { Ok(channel) }
}

/// The same, on a connection of its own.
pub(super) async fn mine(app: &App, it: &Reading, params: &HashMap<String, String>) -> Result<Channel> {
    found(&mut *app.db.read().await?, it, params).await
}

/// Shows a channel.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path(params): Params,
    Query(told): Query<Told>,
) -> Result<Response> {
    let (w, now) = (reading.lang(), app.clock.now());
    let channel = mine(&app, &reading, &params).await?;
    let here = channel_href(&reading, &channel.id);
    let root = store_piece::root(&app.config, &reading.consortium);
    let profile = [("channel-profile-site", ""), ("channel-profile-imprint", "/impressum")];
    let has_profile = !matches!(channel.network(), Network::ByHand | Network::Newsletter);
    let page = Page {
        desk: frame(&app, &reading, channel.name.clone(), &told),
        back: (list_href(&reading), w.t("channel-title")),
        line: line(&reading, &channel, now),
        facts: facts(&reading, &channel, now),
        public: Some((channel.account_url.clone(), channel.account.clone()))
            .filter(|(url, _)| !url.is_empty()),
        connect: setup::connect_path(channel.network()).map(|path| format!("{here}/{path}")),
        settings: setup::settings_href(channel.network(), &reading.consortium.slug, &here),
        is_connected: setup::is_connected(&channel),
        profile: match has_profile {
            true => profile.map(|(key, path)| (w.t(key), format!("{root}{path}"))).to_vec(),
            false => Vec::new(),
        },
        may_change: reading.may_coordinate().is_ok() && reading.may_change().is_ok(),
        is_on: channel.is_on(now),
        can_be_on: setup::obstacle(&channel).is_none(),
        here,
    };
    html::page(&page, &page.desk.style)
}

fn facts(reading: &Reading, channel: &Channel, now: Instant) -> Vec<(String, String)> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let date = |at: Option<Instant>| at.map(|at| local.date_long(local.day(at))).unwrap_or_default();
    let facts = [
        ("channel-fact-account", channel.account.clone()),
        ("channel-field-purpose", channel.purpose.clone()),
        ("channel-field-responsible", channel.responsible.clone()),
        ("channel-field-alternative", channel.alternative.clone()),
        ("channel-fact-review", date(channel.review_at)),
        ("channel-fact-on", date(channel.on_at.filter(|_| channel.is_on(now)))),
        ("channel-fact-checked", channel.checked_at.map(|at| local.near(at)).unwrap_or_default()),
        ("channel-fact-expires", date(channel.expires_at)),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (w.t(key), text)).collect()
}

/// Switches a channel on; only with a usage concept, and connected.
pub async fn switch_on(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    change(&app, &it, &params, "opened-channel", |channel, now| {
        if let Some(why) = setup::obstacle(channel) {
            return Err(Error::Refused(why));
        }
        channel.on_at = channel.on_at.filter(|_| channel.is_on(now)).or(Some(now));
        Ok(())
    })
    .await
}

/// Switches a channel off: what stands there stays, nothing new goes there.
pub async fn switch_off(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    change(&app, &it, &params, "closed-channel", |channel, _| {
        channel.on_at = None;
        Ok(())
    })
    .await
}

async fn change(
    app: &App,
    it: &Coordinating,
    params: &HashMap<String, String>,
    act: &'static str,
    what: impl FnOnce(&mut Channel, Instant) -> Result<()>,
) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut channel = found(&mut tx, it, params).await?;
    what(&mut channel, now)?;
    store::save(&mut tx, &channel).await?;
    note(&mut tx, it, now, act, &channel).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&channel_href(it, &channel.id), act))
}

/// Asks whether the channel is to be taken away, and says what follows.
pub async fn ask_end(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    let w = it.lang();
    let channel = mine(&app, &it, &params).await?;
    let here = channel_href(&it, &channel.id);
    let is_unused = Standing::of(&channel, app.clock.now()) == Standing::Unreasoned;
    let page = Sheet {
        desk: frame(&app, &it, w.w("channel-end-title", "name", &channel.name), &Told::default()),
        back: (here.clone(), channel.name.clone()),
        lead: w.t(if is_unused { "channel-end-unused" } else { "channel-end-used" }),
        action: format!("{here}/end"),
        fields: Vec::new(),
        button: w.t("channel-end"),
        check: None,
        links: Vec::new(),
        acts: Vec::new(),
        faults: Faults::default(),
    };
    html::page(&page, &page.desk.style)
}

/// Takes the channel away: its key is thrown away, what waited for it no longer goes out, what
/// stands there stays, and the trail remembers it.
pub async fn end(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut channel = found(&mut tx, &it, &params).await?;
    channel.ended_at = Some(now);
    channel.on_at = None;
    revoking::later(&mut tx, &app, &channel).await?;
    channel.secret = String::new();
    store::save(&mut tx, &channel).await?;
    note(&mut tx, &it, now, "removed-channel", &channel).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&list_href(&it), "removed-channel"))
}
