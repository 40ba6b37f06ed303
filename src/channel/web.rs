//! The channels of a Verbund at the desk: how each stands, and what comes next.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::setup::{self, State as Standing};
use super::{Channel, ChannelId, store};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::Reading;
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "channel/list.html")]
struct List {
    desk: Desk,
    back: (String, String),
    here: String,
    may_add: bool,
    channels: Vec<Line>,
}

/// A channel in the list.
pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub network: String,
    pub code: &'static str,
    /// How it stands, in a word.
    pub state: String,
    /// And as a sentence with the next step.
    pub sentence: String,
    /// What to do next, and where; only for those who can.
    pub step: Option<(String, String)>,
}

/// Builds the frame of a page of this room, with what was just done.
pub(super) fn frame(app: &App, reading: &Reading, title: String, told: &Told) -> Desk {
    let mut desk = desk(app, reading, Here::Consortium, title);
    desk.done = self::told(desk.w, &told.done);
    desk
}

/// The address of the list.
pub(super) fn list_href(reading: &Reading) -> String {
    desk_href(&reading.consortium.slug, "channels")
}

/// The address of a channel's page.
pub fn channel_href(reading: &Reading, id: &ChannelId) -> String {
    format!("{}/{id}", list_href(reading))
}

/// Writes an act of this room into the audit trail.
pub(super) async fn note(
    conn: &mut Conn,
    reading: &Reading,
    now: Instant,
    act: &str,
    channel: &Channel,
) -> Result<()> {
    let entry = Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: now,
        person: Some(reading.person.id.as_str()),
        act,
        subject: &channel.name,
        detail: &channel.account,
    };
    audit::write(conn, entry).await
}

/// Tells how a channel stands, and what comes next.
pub(super) fn line(reading: &Reading, channel: &Channel, now: Instant) -> Line {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let standing = Standing::of(channel, now);
    let href = channel_href(reading, &channel.id);
    let date = |at: Option<Instant>| at.map(|at| local.date_long(local.day(at))).unwrap_or_default();
    let sentence = Sentence::new(match standing {
        Standing::Ended => "channel-sentence-ended",
        Standing::Unreasoned => "channel-sentence-unreasoned",
        Standing::Unconnected => "channel-sentence-unconnected",
        Standing::Broken => "channel-sentence-broken",
        Standing::Off => "channel-sentence-off",
        Standing::Overdue => "channel-sentence-overdue",
        Standing::On => "channel-sentence-on",
    });
    let since = if standing == Standing::Overdue { channel.review_at } else { channel.on_at };
    let why = if channel.broken_why.is_empty() { String::new() } else { w.say_kept(&channel.broken_why) };
    let connect = setup::connect_path(channel.network()).map(|path| format!("{href}/{path}"));
    let step = match standing {
        Standing::Unreasoned => Some(("channel-step-concept", format!("{href}/concept"))),
        Standing::Overdue => Some(("channel-step-review", format!("{href}/concept"))),
        Standing::Unconnected => connect.map(|connect| ("channel-step-connect", connect)),
        Standing::Broken => connect.map(|connect| ("channel-step-reconnect", connect)),
        Standing::Off | Standing::On | Standing::Ended => None,
    };
    let may = reading.may_coordinate().is_ok();
    Line {
        name: channel.name.clone(),
        network: w.t(&format!("channel-network-{}", channel.network().code())),
        code: standing.code(),
        state: w.t(&format!("channel-state-{}", standing.code())),
        sentence: w.say(&sentence.with("date", date(since)).with("why", why)),
        step: step.filter(|_| may).map(|(key, href)| (w.t(key), href)),
        href,
    }
}

/// Shows all channels of the Verbund.
pub async fn list(State(app): State<App>, reading: Reading, Query(told): Query<Told>) -> Result<Response> {
    let (w, now) = (reading.lang(), app.clock.now());
    let channels = store::of_consortium(&mut *app.db.read().await?, &reading.consortium.id).await?;
    let page = List {
        desk: frame(&app, &reading, w.t("channel-title"), &told),
        back: (desk_href(&reading.consortium.slug, "consortium"), reading.consortium.name.clone()),
        here: list_href(&reading),
        may_add: reading.may_coordinate().is_ok() && reading.may_change().is_ok(),
        channels: channels.iter().map(|channel| line(&reading, channel, now)).collect(),
    };
    html::page(&page, &page.desk.style)
}
