//! Two people wrote at the same time: both texts side by side, and one out of both.
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::store_revision::{self, Saved, Saving, SideCopy};
use super::web_edit_save as saving;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::text::Lang;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::{Desk, html};
use crate::post::dossier::Dossier;
use crate::post::names::Names;
use crate::post::showing::web_post::number;
use crate::post::showing::web_post_difference::{Told, told};
use crate::post::showing::web_post_text::{Shown, pictures, post_href};
use crate::post::writing::content::Content;
use crate::post::writing::difference::Named;
use crate::post::writing::merge::{Choice, Collisions, Hunk, Merge, Place, merge};
use crate::post::{RevisionId, store, store_dossier, store_names};

#[derive(Template)]
#[template(path = "post/editing/merge.html")]
struct Page {
    desk: Desk,
    w: Lang,
    post: String,
    copy: String,
    head: String,
    their_name: String,
    hunks: Vec<Line>,
    /// The text with these choices, to be looked at, or to be put right by hand.
    result: Shown,
    by_hand: String,
    is_by_hand: bool,
    mine: Told,
    theirs: Told,
    /// Somebody has saved once more while this page was open.
    has_moved: bool,
}

struct Line {
    place: String,
    base: String,
    mine: String,
    theirs: String,
    can_keep_both: bool,
    chosen: &'static str,
}

/// Three texts, and what somebody has decided about them so far.
struct Case {
    dossier: Dossier,
    copy: SideCopy,
    names: Names,
    base: Content,
    mine: Content,
    theirs: Content,
    their_name: String,
}

impl Case {
    async fn open(conn: &mut Conn, app: &App, reading: &Reading, number: i64, copy: &str) -> Result<Case> {
        let post = store::by_number(conn, &reading.consortium.id, number).await?;
        let dossier = store_dossier::open(conn, post, app.clock.now()).await?;
        let id = &dossier.post.id;
        let copy = store_revision::side_copy(conn, id, &reading.person.id, copy).await?;
        let names = store_names::read(conn, &reading.consortium.id).await?;
        let head = store_revision::head(conn, &dossier).await?.ok_or(Error::NotFound)?;
        let base = match &copy.base_revision_id {
            Some(base) => store_revision::by_id(conn, id, base).await?.content()?,
            None => Content::default(),
        };
        let mine = serde_json::from_str(&copy.content)?;
        let their_name = head.written_by.as_ref().map(|id| names.person(id)).unwrap_or_default();
        Ok(Case { theirs: head.content()?, dossier, copy, names, base, mine, their_name })
    }

    fn collisions(&self) -> Option<Collisions> {
        match merge(&self.base, &self.mine, &self.theirs) {
            Merge::Merged(_) => None,
            Merge::Collisions(collisions) => Some(collisions),
        }
    }

    /// Gives the one text that comes of what a form says.
    fn resolved(&self, form: &Form) -> Content {
        let mut content = match merge(&self.base, &self.mine, &self.theirs) {
            Merge::Merged(content) => content,
            Merge::Collisions(collisions) => collisions.resolve(&choices(&collisions, form)),
        };
        if is_by_hand(form) {
            content.body = form.raw("by_hand");
        }
        content.tidied()
    }
}

fn is_by_hand(form: &Form) -> bool {
    form.has("hand")
}

fn choices(collisions: &Collisions, form: &Form) -> Vec<Choice> {
    let choice = |at: usize| Choice::from_code(&form.text(&format!("choice-{at}"))).unwrap_or(Choice::Both);
    (0..collisions.hunks.len()).map(choice).collect()
}

/// Shows what two people wrote at the same time.
pub async fn show(
    State(app): State<App>,
    writing: Writing,
    Path((_, number, copy)): Path<(String, String, String)>,
) -> Result<Response> {
    let number = self::number(&number)?;
    let case = Case::open(&mut *app.db.read().await?, &app, &writing, number, &copy).await?;
    if case.copy.merged_at.is_some() {
        return Ok(html::done(&post_href(&writing.consortium, number), "merged"));
    }
    page(&app, &writing, number, case, &Form::default(), StatusCode::OK, false).await
}

/// Makes one text of both, shows how it would be, or gives one's own up.
pub async fn resolve(
    State(app): State<App>,
    writing: Writing,
    Path((_, number, copy)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response> {
    let (now, number) = (app.clock.now(), self::number(&number)?);
    let href = post_href(&writing.consortium, number);
    let mut tx = app.db.begin(writing.consortium.id.as_str()).await?;
    let mut case = Case::open(&mut tx, &app, &writing, number, &copy).await?;
    saving::may_save(&case.dossier, &writing)?;
    if case.copy.merged_at.is_some() {
        return Ok(html::done(&href, "merged"));
    }
    if form.text("way") == "discard" {
        store_revision::close_side_copy(&mut tx, &case.copy.id, now).await?;
        tx.commit().await?;
        return Ok(html::done(&href, "discarded"));
    }
    let head = form.some("head").map(RevisionId);
    let has_moved = case.dossier.post.head_revision_id != head;
    if has_moved || form.text("way") == "look" {
        drop(tx);
        let status = if has_moved { StatusCode::CONFLICT } else { StatusCode::OK };
        return page(&app, &writing, number, case, &form, status, has_moved).await;
    }
    let content = case.resolved(&form);
    let before = case.dossier.post.clone();
    let wish =
        Saving { by: &writing.person.id, houses: saving::houses(&writing), base: head.as_ref(), client: "" };
    let saved = store_revision::save(&mut tx, &mut case.dossier, wish, content, now).await?;
    kill::point("post.merge.after_write");
    if matches!(saved, Saved::Newest(_)) {
        store_revision::close_side_copy(&mut tx, &case.copy.id, now).await?;
    }
    kill::point("post.merge.before_commit");
    saving::commit(&app, tx, &before, &case.dossier.post, false).await?;
    Ok(html::done(&format!("{href}/edit"), "merged"))
}

async fn page(
    app: &App,
    reading: &Reading,
    number: i64,
    case: Case,
    form: &Form,
    status: StatusCode,
    has_moved: bool,
) -> Result<Response> {
    let w = reading.lang();
    let collisions = case.collisions();
    let hunks = collisions.as_ref().map(|all| lines(all, form, &case.names, w)).unwrap_or_default();
    let result = case.resolved(form);
    let pictures = pictures(&mut *app.db.read().await?, reading, &result).await?;
    let root = format!("/{}", reading.consortium.slug);
    let combined = collisions.as_ref().map_or_else(|| result.body.clone(), Collisions::combined_body);
    let page = Page {
        desk: desk(app, reading, Here::Posts, w.t("post-merge-heading")),
        w,
        post: post_href(&reading.consortium, number),
        copy: case.copy.id.clone(),
        head: case.dossier.post.head_revision_id.clone().map(|id| id.0).unwrap_or_default(),
        their_name: case.their_name.clone(),
        hunks,
        result: Shown::new(&result, &case.names, pictures, &root, 4, w),
        by_hand: if is_by_hand(form) { form.raw("by_hand") } else { combined },
        is_by_hand: is_by_hand(form),
        mine: told(&case.base, &case.mine, &case.names, w),
        theirs: told(&case.base, &case.theirs, &case.names, w),
        has_moved,
    };
    html::with_status(status, &page, &page.desk.style)
}

fn lines(collisions: &Collisions, form: &Form, names: &Names, w: Lang) -> Vec<Line> {
    let chosen = |at: usize, hunk: &Hunk| match form.text(&format!("choice-{at}")).as_str() {
        "mine" => "mine",
        "theirs" => "theirs",
        _ if hunk.can_keep_both() => "both",
        _ => "mine",
    };
    let all = collisions.hunks.iter().enumerate();
    all.map(|(at, hunk)| Line {
        place: w.t(place(hunk.place)),
        base: said(hunk.place, &hunk.base, names, w),
        mine: said(hunk.place, &hunk.mine, names, w),
        theirs: said(hunk.place, &hunk.theirs, names, w),
        can_keep_both: hunk.can_keep_both(),
        chosen: chosen(at, hunk),
    })
    .collect()
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Title => "post-merge-place-title",
        Place::Body => "post-merge-place-body",
        Place::Topic => "post-merge-place-topic",
        Place::Series => "post-merge-place-series",
        Place::Language => "post-merge-place-language",
    }
}

/// Says the words of a side; of topic, series and language the name.
fn said(place: Place, words: &str, names: &Names, w: Lang) -> String {
    let name = match place {
        _ if words.trim().is_empty() => return w.t("post-merge-nothing"),
        Place::Title | Place::Body => return words.to_owned(),
        Place::Topic => names.look_up(Named::Topic(&words.into()), w),
        Place::Series => names.look_up(Named::Series(&words.into()), w),
        Place::Language => names.look_up(Named::Language(words), w),
    };
    if name.is_empty() { words.to_owned() } else { name }
}
