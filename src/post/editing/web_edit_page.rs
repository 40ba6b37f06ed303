//! The editor's page: the form with everything a version says, and what stands around it.
use askama::Template;
use axum::response::Response;

use super::channels::{ChannelBlock, blocks};
use super::web_edit_pictures::join;
use super::{sitting, store_revision};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{FieldError, Result};
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::media::PictureId;
use crate::member::Person;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Reading;
use crate::page::form::Faults;
use crate::page::{Badge, Desk, html};
use crate::post::acting::lacking::{Lack, lacks, obstacles};
use crate::post::acting::outlook::outlook;
use crate::post::dossier::Dossier;
use crate::post::names::{LANGUAGES, Label, Names, language};
use crate::post::planning::suggesting::suggestion;
use crate::post::showing::bar;
use crate::post::showing::web_post::{self, Said};
use crate::post::showing::web_post_text::{PictureLine, Shown, pictures, post_href};
use crate::post::signoff::state::State;
use crate::post::store_names;
use crate::post::talking::web_talk::{Talk, note_seen, talk};
use crate::post::writing::content::{BODY_MAX, Content, TITLE_MAX};

/// How many empty rows for links stand below the filled ones.
const EMPTY_LINKS: usize = 2;

#[derive(Template)]
#[template(path = "post/editing/edit.html")]
pub struct Page {
    pub desk: Desk,
    w: Lang,
    post: String,
    verbund: String,
    id: String,
    base: String,
    pub content: Content,
    faults: Faults,
    houses: Vec<Choice>,
    authors: Vec<Choice>,
    topics: Vec<Choice>,
    series: Vec<Choice>,
    languages: Vec<Choice>,
    links: Vec<(String, String)>,
    /// What the text says in each channel; the rooms below show how that looks.
    pub channels: Vec<ChannelBlock>,
    are_worded: bool,
    pictures: Vec<PictureLine>,
    /// The shape of a picture that the script adds.
    blank_picture: PictureLine,
    /// Whether something stands in the form that was not saved yet.
    is_unsaved: bool,
    shown: Shown,
    due: Due,
    next: String,
    /// What the text still needs before it can be proposed.
    missing: Vec<Lack>,
    note: Option<String>,
    state: &'static str,
    state_word: String,
    saved: String,
    versions: usize,
    talk: Talk,
    copies: Vec<String>,
    title_max: usize,
    body_max: usize,
}

struct Choice {
    id: String,
    name: String,
    badge: Option<Badge>,
    is_chosen: bool,
}

/// The wished time as the fields show it, and as it was shown before anybody touched it.
#[derive(Debug, Clone, Default)]
pub struct Due {
    pub date: String,
    pub time: String,
    pub was: String,
    /// Whether it is to appear as soon as it is signed off.
    pub is_soon: bool,
    /// Whether the time is only suggested.
    pub is_suggested: bool,
}

/// What the editor shows otherwise than as it was saved.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// A wished time that cannot be, as it was typed.
    pub due: Option<Due>,
    pub problems: Vec<FieldError>,
    /// Whether to name everything that a proposal still needs.
    pub before_proposal: bool,
    /// Pictures that were brought just now.
    pub added: Vec<PictureId>,
}

/// Gathers the page.
pub async fn page(app: &App, reading: &Reading, number: i64, asked: Asked) -> Result<Page> {
    let (w, now) = (reading.lang(), app.clock.now());
    let mut conn = app.db.read().await?;
    let dossier = web_post::open(&mut conn, reading, number, now).await?;
    let id = &reading.consortium.id;
    let names = store_names::read(&mut conn, id).await?;
    let head = store_revision::head(&mut conn, &dossier).await?;
    let mut content = match &head {
        Some(head) => head.content()?,
        None => blank(reading),
    };
    let is_unsaved = join(&mut conn, reading, &mut content, &asked.added).await?;
    let lines = pictures(&mut conn, reading, &content).await?;
    let mut talk = talk(&mut conn, reading, &dossier, &names, &Said::default()).await?;
    talk.in_editor = true;
    let versions = sitting::to_show(store_revision::all(&mut conn, &dossier.post.id).await?, |_| false).len();
    let copies = store_revision::side_copies(&mut conn, &dossier.post.id, &reading.person.id).await?;
    let wished = wished(&mut conn, reading, &dossier, &content, now).await?;
    let missing = lacks(&mut conn, id, &content, now, w).await?;
    let mut problems = match asked.before_proposal {
        true => obstacles(&mut conn, id, &content, now).await?,
        false => content.problems(),
    };
    drop(conn);
    note_seen(app, reading, &dossier).await?;

    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    problems.extend(asked.problems);
    let title = if content.title.is_empty() { w.t("post-untitled") } else { content.title.clone() };
    let post = post_href(&reading.consortium, number);
    let is_suggested = dossier.standing.due(now).is_none();
    let lapses = matches!(dossier.standing.state(now), State::Proposed | State::Planned);
    let bar = bar::bar(&dossier, &reading.seat, w);
    Ok(Page {
        are_worded: !content.wordings.is_empty(),
        channels: blocks(&names, &content, w),
        desk: desk(app, reading, Here::Posts, w.w("post-editor-title", "title", title)),
        w,
        verbund: reading.consortium.slug.clone(),
        id: dossier.post.id.0.clone(),
        base: head.as_ref().map(|head| head.id.0.clone()).unwrap_or_default(),
        faults: Faults(problems),
        houses: houses(&names, &content, now),
        authors: authors(&names, &content),
        topics: labels(&names.topics, content.topic.as_ref().map(|id| id.as_str())),
        series: labels(&names.series, content.series.as_ref().map(|id| id.as_str())),
        languages: languages(&content.language, w),
        links: links(&content),
        shown: Shown::new(&content, &names, lines.clone(), &format!("/{}", reading.consortium.slug), 4, w),
        pictures: lines,
        blank_picture: PictureLine { id: "{id}".into(), ..PictureLine::default() },
        is_unsaved,
        due: asked.due.unwrap_or_else(|| due(wished, is_suggested, &local)),
        next: next(&dossier, reading, wished, w),
        missing,
        note: bar.note.or_else(|| lapses.then(|| w.t("post-editor-lapses"))),
        state: bar.state,
        state_word: bar.state_word,
        saved: head.map(|head| w.w("post-saved-at", "time", local.near(head.created_at))).unwrap_or_default(),
        versions,
        talk,
        copies: copies.into_iter().map(|copy| format!("{post}/merge/{}", copy.id)).collect(),
        content,
        post,
        title_max: TITLE_MAX,
        body_max: BODY_MAX,
    })
}

/// Shows the page after a form that could not be followed in all.
pub async fn rejected(app: &App, reading: &Reading, number: i64, asked: Asked) -> Result<Response> {
    let page = page(app, reading, number, asked).await?;
    html::rejected(&page, &page.desk.style)
}

/// Says what happens next with a text that somebody has under their hands.
pub fn next(dossier: &Dossier, reading: &Reading, wished: Option<Instant>, w: Lang) -> String {
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    match outlook(dossier, &reading.seat, wished, &local) {
        Some(sentence) => w.say(&sentence),
        None => bar::bar(dossier, &reading.seat, w).sentence,
    }
}

/// Gives the time for which a text is meant: the one it has, or for a new post a suggestion. A
/// correction of what is public needs none; it appears as soon as it is signed off.
pub async fn wished(
    conn: &mut Conn,
    reading: &Reading,
    dossier: &Dossier,
    content: &Content,
    now: Instant,
) -> Result<Option<Instant>> {
    let standing = &dossier.standing;
    if let Some(due) = standing.due(now).filter(|due| *due > now) {
        return Ok(Some(due));
    }
    if standing.first_public_at(now).is_some() {
        return Ok(None);
    }
    Ok(Some(suggestion(conn, &reading.consortium, dossier, content, now).await?))
}

fn due(wished: Option<Instant>, is_suggested: bool, local: &Local<'_>) -> Due {
    let date = wished.map(|at| local.form_date(at)).unwrap_or_default();
    let time = wished.map(|at| local.form_time(at)).unwrap_or_default();
    Due { was: format!("{date} {time}"), date, time, is_soon: wished.is_none(), is_suggested }
}

/// A post that nobody has written into is one of the writer's house.
fn blank(reading: &Reading) -> Content {
    Content {
        byline: reading.first_house().map(|house| house.id.clone()).into_iter().collect(),
        language: reading.consortium.main_language().code().to_owned(),
        ..Content::default()
    }
}

/// The houses that can stand over the post, the chosen ones first and in their order.
fn houses(names: &Names, content: &Content, now: Instant) -> Vec<Choice> {
    let chosen = content.byline.iter().filter_map(|id| names.house(id));
    let others =
        names.houses.iter().filter(|house| house.is_active(now) && !content.byline.contains(&house.id));
    chosen
        .chain(others)
        .map(|house| Choice {
            id: house.id.0.clone(),
            name: house.display_name.clone(),
            badge: Some(face::badge(house, "")),
            is_chosen: content.byline.contains(&house.id),
        })
        .collect()
}

fn authors(names: &Names, content: &Content) -> Vec<Choice> {
    let is_chosen = |person: &Person| content.authors.contains(&person.id);
    let offered = names.people.iter().filter(|person| person.ended_at.is_none() || is_chosen(person));
    offered
        .map(|person| Choice {
            id: person.id.0.clone(),
            name: person.name.clone(),
            badge: None,
            is_chosen: is_chosen(person),
        })
        .collect()
}

fn labels(all: &[Label], chosen: Option<&str>) -> Vec<Choice> {
    let is_chosen = |label: &Label| chosen == Some(label.id.as_str());
    all.iter()
        .filter(|label| label.ended_at.is_none() || is_chosen(label))
        .map(|label| Choice {
            id: label.id.clone(),
            name: label.title.clone(),
            badge: None,
            is_chosen: is_chosen(label),
        })
        .collect()
}

fn languages(chosen: &str, w: Lang) -> Vec<Choice> {
    let unusual = (!LANGUAGES.contains(&chosen)).then_some(chosen);
    LANGUAGES
        .into_iter()
        .chain(unusual)
        .map(|code| Choice {
            id: code.to_owned(),
            name: language(code, w),
            badge: None,
            is_chosen: code == chosen,
        })
        .collect()
}

fn links(content: &Content) -> Vec<(String, String)> {
    let filled = content.links.iter().map(|link| (link.label.clone(), link.url.clone()));
    filled.chain(std::iter::repeat_n((String::new(), String::new()), EMPTY_LINKS)).collect()
}
