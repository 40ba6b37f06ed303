//! The page of a post for everybody inside: to read, to talk, to sign off.
use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::bar::{self, Bar};
use super::store_list;
use super::web_post_difference::{Told, told};
use super::web_post_history::{Fact, history};
use super::web_post_text::{Shown, pictures, post_href};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::{Reading, Writing};
use crate::page::Desk;
use crate::page::form::Form;
use crate::page::html;
use crate::post::acting::lacking::{Lack, lacks};
use crate::post::dossier::Dossier;
use crate::post::editing::store_revision::Saving;
use crate::post::editing::{sitting, store_revision};
use crate::post::names::Names;
use crate::post::signoff::verb::{Verb, may};
use crate::post::talking::web_talk::{Talk, note_seen, talk};
use crate::post::writing::content::Content;
use crate::post::{store, store_dossier, store_names};
use crate::topic::{TopicId, store as topic_store};

#[derive(Template)]
#[template(path = "post/showing/post.html")]
struct Page {
    desk: Desk,
    w: Lang,
    post: String,
    revision: String,
    bar: Bar,
    shown: Option<Shown>,
    may_edit: bool,
    /// What a draft still needs before it can be proposed.
    missing: Vec<Lack>,
    told: Option<Told>,
    talk: Talk,
    history: Vec<Fact>,
    versions: usize,
    copies: Vec<String>,
    /// Where the post stands in the networks, as HTML; empty when the page is shown again.
    whereabouts: String,
}

/// What somebody said that could not be taken, so that it is still there.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub typed: String,
    pub fault: Option<Sentence>,
}

/// Reads the number of a post in an address.
pub fn number(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Error::NotFound)
}

/// Says what has just been done, by the word in the address.
pub fn done(query: &HashMap<String, String>, w: Lang) -> Option<String> {
    said_done(query.get("done")?, w)
}

/// The same, of the word alone.
pub fn said_done(word: &str, w: Lang) -> Option<String> {
    let key = format!("post-done-{word}");
    w.has(&key).then(|| w.t(&key))
}

/// Opens a post of the Verbund in which somebody sits.
pub async fn open(conn: &mut Conn, reading: &Reading, number: i64, now: Instant) -> Result<Dossier> {
    let post = store::by_number(conn, &reading.consortium.id, number).await?;
    store_dossier::open(conn, post, now).await
}

/// Begins a post and leads to its editor. Whoever has begun one and written nothing gets that one.
pub async fn begin(State(app): State<App>, writing: Writing, form: Form) -> Result<Response> {
    let id = &writing.consortium.id;
    let now = app.clock.now();
    let mut tx = app.db.begin(id.as_str()).await?;
    let post = match (form.some("topic"), store_list::untouched(&mut tx, id, &writing.person.id).await?) {
        (None, Some(post)) => post,
        _ => store::create(&mut tx, id, Some(&writing.person.id), now).await?,
    };
    let number = post.number;
    if let Some(topic) = form.some("topic") {
        // A perspective on a topic knows from the start what it belongs to.
        let topic = topic_store::by_id(&mut tx, id, &TopicId(topic)).await?;
        let mut dossier = store_dossier::open(&mut tx, post, now).await?;
        let houses: Vec<_> = writing.own_houses().iter().map(|house| house.id.clone()).collect();
        let content = Content {
            byline: houses.first().cloned().into_iter().collect(),
            topic: Some(topic.id),
            language: writing.consortium.main_language().code().into(),
            ..Content::default()
        };
        let saving = Saving { by: &writing.person.id, houses, base: None, client: "" };
        store_revision::save(&mut tx, &mut dossier, saving, content, now).await?;
    }
    tx.commit().await?;
    Ok(html::see_other(&format!("{}/edit", post_href(&writing.consortium, number))))
}

/// Shows a post, with the section of the rooms below on where it stands.
pub async fn show(
    app: &App,
    reading: &Reading,
    number: i64,
    query: &HashMap<String, String>,
    whereabouts: String,
) -> Result<Response> {
    let mut page = page(app, reading, number, Said::default()).await?;
    page.desk.done = done(query, reading.lang());
    page.whereabouts = whereabouts;
    html::page(&page, &page.desk.style)
}

/// Shows a post again with what somebody said and why it could not be taken.
pub async fn rejected(app: &App, reading: &Reading, number: i64, said: Said) -> Result<Response> {
    let page = page(app, reading, number, said).await?;
    html::rejected(&page, &page.desk.style)
}

async fn page(app: &App, reading: &Reading, number: i64, said: Said) -> Result<Page> {
    let (w, now) = (reading.lang(), app.clock.now());
    let mut conn = app.db.read().await?;
    let dossier = open(&mut conn, reading, number, now).await?;
    let names = store_names::read(&mut conn, &reading.consortium.id).await?;
    let head = store_revision::head(&mut conn, &dossier).await?;
    let content = head.as_ref().map(|head| head.content()).transpose()?;
    let shown = match &content {
        Some(content) => {
            let pictures = pictures(&mut conn, reading, content).await?;
            let root = format!("/{}", reading.consortium.slug);
            Some(Shown::new(content, &names, pictures, &root, 3, w))
        }
        None => None,
    };
    let talk = talk(&mut conn, reading, &dossier, &names, &said).await?;
    let may = |verb| may(verb, &dossier.standing, &dossier.roster, &reading.person.id, now).is_ok();
    let is_open = may(Verb::Propose) || dossier.standing.text().is_none();
    let missing = match content.as_ref().filter(|_| is_open) {
        Some(content) => lacks(&mut conn, &reading.consortium.id, content, now, w).await?,
        None => Vec::new(),
    };
    let told = correction(&mut conn, &dossier, content.as_ref(), &names, now, w).await?;
    let all = store_revision::all(&mut conn, &dossier.post.id).await?;
    let copies = store_revision::side_copies(&mut conn, &dossier.post.id, &reading.person.id).await?;
    drop(conn);
    note_seen(app, reading, &dossier).await?;

    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let title = match dossier.post.title.is_empty() {
        true => w.t("post-untitled"),
        false => dossier.post.title.clone(),
    };
    let post = post_href(&reading.consortium, number);
    Ok(Page {
        desk: desk(app, reading, Here::Posts, title),
        w,
        revision: head.map(|head| head.id.0).unwrap_or_default(),
        bar: bar::bar(&dossier, &reading.seat, w),
        shown,
        may_edit: may(Verb::Edit),
        missing,
        told,
        talk,
        history: history(&dossier.steps, &names, &local, w),
        versions: sitting::to_show(all, |_| false).len(),
        copies: copies.into_iter().map(|copy| format!("{post}/merge/{}", copy.id)).collect(),
        post,
        whereabouts: String::new(),
    })
}

/// Tells, of a correction, what it changes in the text that the public sees.
async fn correction(
    conn: &mut Conn,
    dossier: &Dossier,
    content: Option<&Content>,
    names: &Names,
    now: Instant,
    w: Lang,
) -> Result<Option<Told>> {
    let live = dossier.standing.live_text(now).filter(|_| dossier.standing.is_correction(now));
    let (Some(live), Some(content)) = (live, content) else { return Ok(None) };
    let old = store_revision::by_id(conn, &dossier.post.id, &live.revision).await?.content()?;
    Ok(Some(told(&old, content, names, w)))
}
