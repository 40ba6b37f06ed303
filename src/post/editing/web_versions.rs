//! The versions of a text: one a sitting, each with what it changed, and the way back to it.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::store_revision::{Revision, Saved, Saving};
use super::web_edit_save as saving;
use super::{sitting, store_revision};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::kill;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::{Desk, html};
use crate::post::dossier::Dossier;
use crate::post::names::Names;
use crate::post::showing::web_post::{self, done, number};
use crate::post::showing::web_post_difference::{Told, told};
use crate::post::showing::web_post_text::{Shown, pictures, post_href};
use crate::post::signoff::step::Act;
use crate::post::signoff::verb::{Verb, may};
use crate::post::writing::content::Content;
use crate::post::{RevisionId, store, store_dossier, store_names};

#[derive(Template)]
#[template(path = "post/editing/versions.html")]
struct List {
    desk: Desk,
    w: Lang,
    post: String,
    post_title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "post/editing/version.html")]
struct One {
    desk: Desk,
    w: Lang,
    post: String,
    post_title: String,
    id: String,
    /// The newest version, on which a restored one is based.
    base: String,
    who: String,
    at: String,
    told: Told,
    /// With which other version this one is compared, and which there are.
    others: Vec<Line>,
    shown: Shown,
    may_restore: bool,
}

struct Line {
    id: String,
    who: String,
    at: String,
    iso: String,
    title: String,
    /// What it is besides: the newest, the signed-off, the public one.
    marks: Vec<String>,
    is_chosen: bool,
}

/// Shows the versions of a post, newest first.
pub async fn list(
    State(app): State<App>,
    reading: Reading,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let (w, now, number) = (reading.lang(), app.clock.now(), self::number(&number)?);
    let mut conn = app.db.read().await?;
    let dossier = web_post::open(&mut conn, &reading, number, now).await?;
    let names = store_names::read(&mut conn, &reading.consortium.id).await?;
    let all = store_revision::all(&mut conn, &dossier.post.id).await?;
    let lines = lines(to_show(all, &dossier), &dossier, &names, &reading, now)?;
    let mut desk = desk(&app, &reading, Here::Posts, w.t("post-versions"));
    desk.done = done(&query, w);
    let post_title = title(&dossier, w);
    let page = List { desk, w, post: post_href(&reading.consortium, number), post_title, lines };
    html::page(&page, &page.desk.style)
}

/// Shows one version and what it changed.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, number, version)): Path<(String, String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let (w, now, number) = (reading.lang(), app.clock.now(), self::number(&number)?);
    let mut conn = app.db.read().await?;
    let dossier = web_post::open(&mut conn, &reading, number, now).await?;
    let names = store_names::read(&mut conn, &reading.consortium.id).await?;
    let id = &dossier.post.id;
    let version = store_revision::by_id(&mut conn, id, &RevisionId(version)).await?;
    let all = to_show(store_revision::all(&mut conn, id).await?, &dossier);
    let with = match query.get("with").filter(|with| !with.is_empty()) {
        Some(with) => Some(store_revision::by_id(&mut conn, id, &RevisionId::from(with.as_str())).await?),
        None => all.iter().find(|other| other.seq < version.seq).cloned(),
    };
    let content = version.content()?;
    let old = with.as_ref().map(Revision::content).transpose()?.unwrap_or_default();
    let pictures = pictures(&mut conn, &reading, &content).await?;
    drop(conn);
    let root = format!("/{}", reading.consortium.slug);
    let mut others = lines(all, &dossier, &names, &reading, now)?;
    others.retain(|line| line.id != version.id.0);
    for line in &mut others {
        line.is_chosen = with.as_ref().is_some_and(|with| with.id.0 == line.id);
    }
    let zone = reading.consortium.time_zone();
    let is_newest = dossier.post.head_revision_id.as_ref() == Some(&version.id);
    let may_edit = may(Verb::Edit, &dossier.standing, &dossier.roster, &reading.person.id, now).is_ok();
    let page = One {
        desk: desk(&app, &reading, Here::Posts, w.t("post-version")),
        w,
        post: post_href(&reading.consortium, number),
        post_title: title(&dossier, w),
        base: dossier.post.head_revision_id.clone().map(|id| id.0).unwrap_or_default(),
        who: version.written_by.as_ref().map(|id| names.person(id)).unwrap_or_default(),
        at: Local::new(&zone, w, now).near(version.created_at),
        id: version.id.0,
        told: told(&old, &content, &names, w),
        others,
        shown: Shown::new(&content, &names, pictures, &root, 4, w),
        may_restore: may_edit && !is_newest,
    };
    html::page(&page, &page.desk.style)
}

/// Makes an old version the newest one again, as a version of its own: nothing is taken away.
pub async fn restore(
    State(app): State<App>,
    writing: Writing,
    Path((_, number, version)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response> {
    let (now, number) = (app.clock.now(), self::number(&number)?);
    let mut tx = app.db.begin(writing.consortium.id.as_str()).await?;
    let post = store::by_number(&mut tx, &writing.consortium.id, number).await?;
    let mut dossier = store_dossier::open(&mut tx, post, now).await?;
    saving::may_save(&dossier, &writing)?;
    let old = store_revision::by_id(&mut tx, &dossier.post.id, &RevisionId(version)).await?;
    let content: Content = old.content()?;
    let before = dossier.post.clone();
    let base = form.some("base").map(RevisionId);
    let wish =
        Saving { by: &writing.person.id, houses: saving::houses(&writing), base: base.as_ref(), client: "" };
    let saved = store_revision::save(&mut tx, &mut dossier, wish, content, now).await?;
    kill::point("post.restore.before_commit");
    saving::commit(&app, tx, &before, &dossier.post, false).await?;
    let href = post_href(&writing.consortium, number);
    Ok(match saved {
        Saved::Newest(_) => html::done(&format!("{href}/edit"), "version-restored"),
        Saved::Beside(copy) => html::see_other(&format!("{href}/merge/{copy}")),
    })
}

/// Gives the versions that people look at: the last of each sitting, and what was asked or signed.
fn to_show(all: Vec<Revision>, dossier: &Dossier) -> Vec<Revision> {
    let asked: Vec<&RevisionId> = dossier
        .steps
        .iter()
        .filter_map(|step| match &step.act {
            Act::Proposed { revision, .. } => Some(revision),
            Act::Approved(approval) => Some(approval.revision()),
            _ => None,
        })
        .collect();
    sitting::to_show(all, |id| asked.contains(&id))
}

fn lines(
    versions: Vec<Revision>,
    dossier: &Dossier,
    names: &Names,
    reading: &Reading,
    now: Instant,
) -> Result<Vec<Line>> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let live = dossier.post.public_revision(now);
    let signed = dossier.standing.signed().map(|signed| &signed.text.revision);
    let line = |version: Revision| -> Result<Line> {
        let is = |id: Option<&RevisionId>| id == Some(&version.id);
        let marks = [
            (is(dossier.post.head_revision_id.as_ref()), "post-version-newest"),
            (is(signed) && !is(live), "post-version-signed"),
            (is(live), "post-version-public"),
        ];
        Ok(Line {
            title: version.content()?.title,
            who: version.written_by.as_ref().map(|id| names.person(id)).unwrap_or_default(),
            at: local.near(version.created_at),
            iso: local.iso(version.created_at),
            marks: marks.iter().filter(|(is, _)| *is).map(|(_, key)| w.t(key)).collect(),
            id: version.id.0,
            is_chosen: false,
        })
    };
    versions.into_iter().map(line).collect()
}

fn title(dossier: &Dossier, w: Lang) -> String {
    if dossier.post.title.is_empty() { w.t("post-untitled") } else { dossier.post.title.clone() }
}
