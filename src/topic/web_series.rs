//! The pages of the series: which there are, when they return, and the form of one.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use std::collections::HashMap;

use super::SeriesId;
use super::series::{self, Series};
use super::store_series;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::{audit, kill};
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form, faults_of};
use crate::page::{Desk, html};

/// How many of the next days a series names.
const NEXT: usize = 5;

type Asked = Query<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "topic/series_list.html")]
struct List {
    desk: Desk,
    root: String,
    may_write: bool,
    running: Vec<Line>,
    ended: Vec<Line>,
}

/// A series as the list shows it.
struct Line {
    id: String,
    title: String,
    rule: String,
    next: Vec<String>,
}

#[derive(Template)]
#[template(path = "topic/series_form.html")]
struct Page {
    desk: Desk,
    form: Form,
    faults: Faults,
    heading: String,
    root: String,
    action: String,
    weekdays: Vec<(String, String)>,
    nths: Vec<(String, String)>,
    /// The rule in words and the next days, as it is saved.
    rule: Option<String>,
    next: Vec<String>,
    /// Of a saved series: whether it has ended.
    ended: Option<bool>,
}

impl Page {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.desk.w).is_some()
    }
}

/// `GET /desk/{verbund}/series`
pub async fn list(State(app): State<App>, reading: Reading, Query(query): Asked) -> Result<Response> {
    let w = reading.lang();
    let all = store_series::of_consortium(&mut *app.db.read().await?, &reading.consortium.id).await?;
    let (running, ended): (Vec<_>, Vec<_>) = all.iter().partition(|series| series.is_running());
    let line = |series: &&Series| line(&app, &reading, series);
    let mut desk = desk(&app, &reading, Here::Plan, w.t("topic-series"));
    desk.done = done(&reading, &query);
    let page = List {
        desk,
        root: desk_href(&reading.consortium.slug, ""),
        may_write: reading.may_write().is_ok(),
        running: running.iter().map(line).collect(),
        ended: ended.iter().map(line).collect(),
    };
    html::page(&page, &page.desk.style)
}

/// `GET /desk/{verbund}/series/new`
pub async fn fresh(State(app): State<App>, writing: Writing) -> Result<Response> {
    let page = page(&app, &writing, None, series::fresh(), Faults::default());
    html::page(&page, &page.desk.style)
}

/// `GET /desk/{verbund}/series/{id}`
pub async fn edit(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    Query(query): Asked,
) -> Result<Response> {
    let it = find(&app, &writing, id).await?;
    let mut page = page(&app, &writing, Some(&it), series::filled(&it), Faults::default());
    page.desk.done = done(&writing, &query);
    html::page(&page, &page.desk.style)
}

/// `POST /desk/{verbund}/series`
pub async fn create(State(app): State<App>, writing: Writing, form: Form) -> Result<Response> {
    let draft = match series::read(&form, today(&app, &writing)) {
        Ok(draft) => draft,
        Err(error) => {
            let page = page(&app, &writing, None, form, faults_of(error)?);
            return html::rejected(&page, &page.desk.style);
        }
    };
    let now = app.clock.now();
    let mut tx = app.db.begin(writing.consortium.id.as_str()).await?;
    // The same form sent twice makes one series.
    let all = store_series::of_consortium(&mut tx, &writing.consortium.id).await?;
    let slot = draft.slot.as_ref().map(|slot| slot.to_text()).unwrap_or_default();
    let twin = all.into_iter().find(|it| it.is_running() && it.title == draft.title && it.slot == slot);
    let it = match twin {
        Some(twin) => twin,
        None => {
            note(&mut tx, &writing, "series-created", &draft.title, now).await?;
            store_series::insert(&mut tx, &writing.consortium.id, &draft, now).await?
        }
    };
    kill::point("series.create.before_commit");
    app.commit(tx, writing.consortium.id.as_str()).await?;
    Ok(html::done(&href(&writing, &format!("/{}", it.id)), "saved"))
}

/// `POST /desk/{verbund}/series/{id}`
pub async fn update(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let it = find(&app, &writing, id).await?;
    let draft = match series::read(&form, today(&app, &writing)) {
        Ok(draft) => draft,
        Err(error) => {
            let page = page(&app, &writing, Some(&it), form, faults_of(error)?);
            return html::rejected(&page, &page.desk.style);
        }
    };
    let mut tx = app.db.begin(writing.consortium.id.as_str()).await?;
    store_series::update(&mut tx, &it.id, &draft).await?;
    note(&mut tx, &writing, "series-changed", &draft.title, app.clock.now()).await?;
    kill::point("series.update.before_commit");
    app.commit(tx, writing.consortium.id.as_str()).await?;
    Ok(html::done(&href(&writing, &format!("/{}", it.id)), "saved"))
}

/// `POST /desk/{verbund}/series/{id}/ending`
pub async fn end(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    set_ended(&app, &writing, id, Some(app.clock.now()), "ended").await
}

/// `POST /desk/{verbund}/series/{id}/continuation`
pub async fn go_on(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    set_ended(&app, &writing, id, None, "continued").await
}

async fn set_ended(
    app: &App,
    writing: &Writing,
    id: String,
    ended_at: Option<Instant>,
    what: &'static str,
) -> Result<Response> {
    let it = find(app, writing, id).await?;
    if it.ended_at.is_some() != ended_at.is_some() {
        let mut tx = app.db.begin(writing.consortium.id.as_str()).await?;
        store_series::set_ended(&mut tx, &it.id, ended_at).await?;
        let act = if ended_at.is_some() { "series-ended" } else { "series-continued" };
        note(&mut tx, writing, act, &it.title, app.clock.now()).await?;
        app.commit(tx, writing.consortium.id.as_str()).await?;
    }
    Ok(html::done(&href(writing, ""), what))
}

async fn note(
    conn: &mut crate::base::db::Conn,
    writing: &Writing,
    act: &str,
    title: &str,
    now: Instant,
) -> Result<()> {
    let entry = audit::Entry {
        consortium: Some(writing.consortium.id.as_str()),
        at: now,
        person: Some(writing.person.id.as_str()),
        act,
        subject: title,
        detail: "",
    };
    audit::write(conn, entry).await
}

async fn find(app: &App, writing: &Writing, id: String) -> Result<Series> {
    store_series::by_id(&mut *app.db.read().await?, &writing.consortium.id, &SeriesId(id)).await
}

fn today(app: &App, reading: &Reading) -> jiff::civil::Date {
    app.clock.now().zoned(&reading.consortium.time_zone()).date()
}

fn href(reading: &Reading, rest: &str) -> String {
    desk_href(&reading.consortium.slug, &format!("series{rest}"))
}

fn done(reading: &Reading, query: &HashMap<String, String>) -> Option<String> {
    let key = match query.get("done")?.as_str() {
        "saved" => "topic-series-saved",
        "ended" => "topic-series-ended",
        "continued" => "topic-series-continued",
        _ => return None,
    };
    Some(reading.lang().t(key))
}

fn line(app: &App, reading: &Reading, series: &Series) -> Line {
    let (rule, next) = words(app, reading, series);
    Line { id: series.id.to_string(), title: series.title.clone(), rule, next }
}

/// Says the rule of a series and its next days.
fn words(app: &App, reading: &Reading, series: &Series) -> (String, Vec<String>) {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let Some(slot) = series.slot() else { return (w.t("topic-series-no-slot"), Vec::new()) };
    let say = |(day, at)| {
        let text = local.full(at);
        if slot.is_certain(day) { text } else { w.w("topic-series-uncertain", "at", text) }
    };
    (w.say(&slot.sentence()), slot.after(local.now, &zone).take(NEXT).map(say).collect())
}

fn page(app: &App, writing: &Writing, series: Option<&Series>, form: Form, faults: Faults) -> Page {
    let w = writing.lang();
    let zone = writing.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let heading = series.map_or_else(|| w.t("topic-series-new"), |it| it.title.clone());
    let monday = crate::calendar::monday(local.today());
    let days = crate::calendar::grid::days(monday, 7, local.today(), crate::calendar::Region::default());
    let weekdays = days
        .iter()
        .map(|day| (day.date.weekday().to_monday_one_offset().to_string(), local.weekday(day.date)));
    let nths = [1, 2, 3, 4, -1].map(|n: i64| (n.to_string(), w.n("topic-series-nth-choice", n)));
    let (rule, next) = series.map(|it| words(app, writing, it)).unzip();
    Page {
        desk: desk(app, writing, Here::Plan, heading.clone()),
        form,
        faults,
        heading,
        root: href(writing, ""),
        action: series.map_or_else(|| href(writing, ""), |it| href(writing, &format!("/{}", it.id))),
        weekdays: weekdays.collect(),
        nths: nths.to_vec(),
        rule,
        next: next.unwrap_or_default(),
        ended: series.map(|it| !it.is_running()),
    }
}
