//! Topics for editors: which houses have added their perspective, and which still could.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use std::collections::{BTreeSet, HashMap};

use super::perspective::{free_slug, overview};
use super::store_perspectives::{self, Perspective};
use super::{Topic, TopicId, store};
use crate::base::app::App;
use crate::base::audit;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::consortium::address::slugged;
use crate::institution::{Institution, face};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Desk, html};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;

type Asked = Query<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "topic/topics.html")]
struct List {
    desk: Desk,
    root: String,
    may_write: bool,
    open: Vec<Line>,
    ended: Vec<Line>,
}

/// A topic with its houses, as lists and its own page show it.
struct Line {
    id: String,
    title: String,
    public_posts: usize,
    told: Vec<Badge>,
    writing: Vec<Badge>,
    missing: Vec<Badge>,
}

#[derive(Template)]
#[template(path = "topic/topic.html")]
struct Page {
    desk: Desk,
    root: String,
    action: String,
    form: Form,
    faults: Faults,
    may_write: bool,
    /// None for a topic that is still to be made.
    line: Option<Line>,
    public_href: String,
    is_open: bool,
    posts: Vec<PostLine>,
}

struct PostLine {
    href: String,
    title: String,
    is_public: bool,
    houses: Vec<Badge>,
}

/// Shows the topics of a Verbund, each with who has told something and who has not yet.
pub async fn list(State(app): State<App>, reading: Reading, Query(query): Asked) -> Result<Response> {
    let w = reading.lang();
    let mut conn = app.db.read().await?;
    let topics = store::of_consortium(&mut conn, &reading.consortium.id).await?;
    let all = store_perspectives::of_consortium(&mut conn, &reading.consortium.id, reading.now).await?;
    let (open, ended): (Vec<_>, Vec<_>) = topics.iter().partition(|topic| topic.is_open(reading.now));
    let lines = |topics: Vec<&Topic>| topics.into_iter().map(|topic| line(&reading, topic, &all)).collect();
    let mut frame = desk(&app, &reading, Here::Topics, w.t("topic-topics"));
    frame.done = done(&reading, &query);
    let page = List {
        root: desk_href(&reading.consortium.slug, ""),
        may_write: reading.may_write().is_ok(),
        open: lines(open),
        ended: lines(ended),
        desk: frame,
    };
    html::page(&page, &page.desk.style)
}

fn line(reading: &Reading, topic: &Topic, all: &[Perspective]) -> Line {
    let it = overview(topic, &reading.houses, all, reading.now);
    let badges = |houses: &[&Institution]| houses.iter().map(|house| badge(reading, house)).collect();
    Line {
        id: topic.id.0.clone(),
        title: topic.title.clone(),
        public_posts: it.public_posts,
        told: badges(&it.told),
        writing: badges(&it.writing),
        missing: badges(&it.missing),
    }
}

fn badge(reading: &Reading, house: &Institution) -> Badge {
    face::badge(house, &format!("/{}", reading.consortium.slug))
}

/// Shows the form of a new topic.
pub async fn fresh(State(app): State<App>, writing: Writing) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let page = page(&app, &mut conn, &writing, None, Form::default(), Faults::default()).await?;
    html::page(&page, &page.desk.style)
}

/// Shows a topic: its perspectives, its gaps, and the form of its words.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, String)>,
    Query(query): Asked,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let topic = store::by_id(&mut conn, &reading.consortium.id, &TopicId(id)).await?;
    let mut form = Form::default();
    form.set("title", topic.title.clone());
    form.set("intro", topic.intro.clone());
    let mut page = page(&app, &mut conn, &reading, Some(&topic), form, Faults::default()).await?;
    page.desk.done = done(&reading, &query);
    html::page(&page, &page.desk.style)
}

/// Makes a topic; its name in addresses comes from its first title and stays.
pub async fn create(State(app): State<App>, writing: Writing, form: Form) -> Result<Response> {
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let faults = faults(&form);
    if !faults.is_empty() {
        let page = page(&app, &mut tx, &writing, None, form, faults).await?;
        return html::rejected(&page, &page.desk.style);
    }
    let there = store::of_consortium(&mut tx, consortium).await?;
    let title = form.text("title");
    let topic = Topic {
        id: TopicId::new(),
        consortium_id: consortium.clone(),
        slug: free_slug(&slugged(&title), &there),
        title,
        intro: form.text("intro"),
        created_at: app.clock.now(),
        ended_at: None,
    };
    store::insert(&mut tx, &topic).await?;
    note(&mut tx, &writing, &topic, "made-topic").await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&href(&writing, &topic.id), "saved"))
}

/// Words a topic anew.
pub async fn save(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let topic = store::by_id(&mut tx, consortium, &TopicId(id)).await?;
    let faults = faults(&form);
    if !faults.is_empty() {
        let page = page(&app, &mut tx, &writing, Some(&topic), form, faults).await?;
        return html::rejected(&page, &page.desk.style);
    }
    store::rename(&mut tx, &topic.id, &form.text("title"), &form.text("intro")).await?;
    note(&mut tx, &writing, &topic, "worded-topic").await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&href(&writing, &topic.id), "saved"))
}

/// Ends a topic: nothing new is written about it, what was written stays.
pub async fn end(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    turn(&app, &writing, TopicId(id), false).await
}

/// Opens a topic again.
pub async fn reopen(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    turn(&app, &writing, TopicId(id), true).await
}

async fn turn(app: &App, writing: &Writing, id: TopicId, open: bool) -> Result<Response> {
    let consortium = &writing.consortium.id;
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let topic = store::by_id(&mut tx, consortium, &id).await?;
    if topic.is_open(now) != open {
        store::end(&mut tx, &id, (!open).then_some(now)).await?;
        note(&mut tx, writing, &topic, if open { "reopened-topic" } else { "ended-topic" }).await?;
    }
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&href(writing, &id), if open { "reopened" } else { "ended" }))
}

async fn page(
    app: &App,
    conn: &mut Conn,
    reading: &Reading,
    topic: Option<&Topic>,
    form: Form,
    faults: Faults,
) -> Result<Page> {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let all = store_perspectives::of_consortium(conn, &reading.consortium.id, reading.now).await?;
    let title = topic.map_or(w.t("topic-new"), |topic| topic.title.clone());
    Ok(Page {
        desk: desk(app, reading, Here::Topics, title),
        root: desk_href(slug, ""),
        action: match topic {
            Some(topic) => href(reading, &topic.id),
            None => desk_href(slug, "topics"),
        },
        may_write: reading.may_write().is_ok(),
        line: topic.map(|topic| line(reading, topic, &all)),
        public_href: topic.map(|topic| format!("/{slug}/thema/{}", topic.slug)).unwrap_or_default(),
        is_open: topic.is_none_or(|topic| topic.is_open(reading.now)),
        posts: topic.map(|topic| posts(reading, topic, &all)).unwrap_or_default(),
        form,
        faults,
    })
}

fn posts(reading: &Reading, topic: &Topic, all: &[Perspective]) -> Vec<PostLine> {
    let w = reading.lang();
    let mine: Vec<&Perspective> = all.iter().filter(|it| it.topic_id == topic.id).collect();
    let numbers: BTreeSet<i64> = mine.iter().map(|it| it.number).collect();
    let one = |number: i64| {
        let parts: Vec<&&Perspective> = mine.iter().filter(|it| it.number == number).collect();
        let title = parts.first().map(|it| it.title.clone()).filter(|title| !title.is_empty());
        PostLine {
            href: desk_href(&reading.consortium.slug, &format!("posts/{number}")),
            title: title.unwrap_or_else(|| w.t("topic-untitled-post")),
            is_public: parts.iter().any(|it| it.is_public == 1),
            houses: parts
                .iter()
                .filter_map(|it| reading.house(&it.institution_id))
                .map(|house| badge(reading, house))
                .collect(),
        }
    };
    numbers.into_iter().rev().map(one).collect()
}

fn faults(form: &Form) -> Faults {
    let mut faults = Faults::default();
    match form.text("title").chars().count() {
        0 => faults.add("title", Sentence::new("topic-needs-title")),
        n if n > LONGEST_TITLE => {
            faults.add("title", Sentence::new("topic-title-long").with("n", n - LONGEST_TITLE));
        }
        _ => {}
    }
    faults
}

fn href(reading: &Reading, id: &TopicId) -> String {
    desk_href(&reading.consortium.slug, &format!("topics/{id}"))
}

fn done(reading: &Reading, query: &HashMap<String, String>) -> Option<String> {
    let key = match query.get("done")?.as_str() {
        "saved" => "topic-done-saved",
        "ended" => "topic-done-ended",
        "reopened" => "topic-done-reopened",
        _ => return None,
    };
    Some(reading.lang().t(key))
}

async fn note(conn: &mut Conn, writing: &Writing, topic: &Topic, act: &'static str) -> Result<()> {
    let entry = audit::Entry {
        consortium: Some(writing.consortium.id.as_str()),
        at: writing.now,
        person: Some(writing.person.id.as_str()),
        act,
        subject: &topic.title,
        detail: "",
    };
    audit::write(conn, entry).await
}
