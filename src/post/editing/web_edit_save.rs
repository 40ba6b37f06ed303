//! Saving what stands in the editor's form: as the newest version, or beside it.
use super::store_revision::{self, Saved, Saving};
use super::typed_form::{carries_text, content_of};
use super::web_edit_pictures::{describe, shift};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, FieldError, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::institution::InstitutionId;
use crate::member::web_seat::Reading;
use crate::page::form::Form;
use crate::post::dossier::Dossier;
use crate::post::signoff::due::may_move;
use crate::post::signoff::step::{Act, Step};
use crate::post::signoff::verb::{Verb, may};
use crate::post::writing::content::Content;
use crate::post::{Post, RevisionId, store, store_dossier, store_names};

/// What became of a form: where the text is now, and what is still wrong with it. Nothing is
/// refused for being wrong; a draft may be anything.
#[derive(Debug, Clone)]
pub struct Kept {
    pub saved: Saved,
    pub dossier: Dossier,
    pub content: Content,
    pub problems: Vec<FieldError>,
}

/// Saves a form and says where the text is; a form without a text leaves the newest version.
pub async fn save_from_form(app: &App, reading: &Reading, number: i64, form: &Form) -> Result<Saved> {
    Ok(keep(app, reading, number, form, "").await?.saved)
}

/// Saves a form that an open page (`client`, empty without script) has sent.
pub async fn keep(app: &App, reading: &Reading, number: i64, form: &Form, client: &str) -> Result<Kept> {
    let now = app.clock.now();
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let post = store::by_number(&mut tx, &reading.consortium.id, number).await?;
    let mut dossier = store_dossier::open(&mut tx, post, now).await?;
    may_save(&dossier, reading)?;
    if !carries_text(form) {
        let head = dossier.post.head_revision_id.clone();
        let missing = || Error::field("title", Sentence::new("post-title-missing"));
        return Ok(Kept {
            saved: Saved::Newest(head.ok_or_else(missing)?),
            dossier,
            content: Content::default(),
            problems: Vec::new(),
        });
    }
    let before = dossier.post.clone();
    let content = read(&mut tx, reading, &dossier, form).await?;
    let mut problems = content.problems();
    let base = form.some("base").or_else(|| form.some("revision")).map(RevisionId);
    let sitting = form.text("sitting");
    let saving = Saving {
        by: &reading.person.id,
        houses: houses(reading),
        base: base.as_ref(),
        client: if client.is_empty() { &sitting } else { client },
    };
    kill::point("post.save.before_write");
    let saved = store_revision::save(&mut tx, &mut dossier, saving, content.clone(), now).await?;
    kill::point("post.save.after_write");
    let described = describe(&mut tx, reading, form, &content.pictures).await?;
    if matches!(saved, Saved::Newest(_)) {
        problems.extend(move_if_wished(&mut tx, reading, &mut dossier, form, now).await?);
    }
    kill::point("post.save.before_commit");
    commit(app, tx, &before, &dossier.post, described).await?;
    kill::point("post.save.after_commit");
    Ok(Kept { saved, dossier, content, problems })
}

/// Tells whether a form wishes that the post appears as soon as it is signed off.
pub fn is_soon(form: &Form) -> bool {
    form.text("when") == "soon"
}

/// Says whether somebody may save here. The text of a post that was withdrawn meanwhile is still
/// taken: nothing that somebody is typing gets lost.
pub fn may_save(dossier: &Dossier, reading: &Reading) -> Result<()> {
    let roster = &dossier.roster;
    if roster.member(&reading.person.id).is_some_and(|member| roster.may_edit(member)) {
        return Ok(());
    }
    let why = may(Verb::Edit, &dossier.standing, roster, &reading.person.id, reading.now).err();
    Err(Error::NotAllowed(why.unwrap_or_else(|| Sentence::new("post-refused-no-right"))))
}

/// Names all houses of a writer, whatever the byline says.
pub fn houses(reading: &Reading) -> Vec<InstitutionId> {
    reading.own_houses().into_iter().map(|house| house.id.clone()).collect()
}

/// Reads the text of a form, with those of its pictures that belong to this Verbund.
pub async fn read(conn: &mut Conn, reading: &Reading, dossier: &Dossier, form: &Form) -> Result<Content> {
    let id = &reading.consortium.id;
    let names = store_names::read(conn, id).await?;
    let before = match store_revision::head(conn, dossier).await? {
        Some(head) => head.content()?,
        None => Content::default(),
    };
    let mut content = content_of(form, &names, &before);
    let known = store_names::pictures(conn, id, &content.pictures).await?;
    content.pictures = known.into_iter().map(|(id, _)| id).collect();
    shift(&mut content.pictures, &form.text("shift"));
    Ok(content)
}

/// Commits a change of the text. Only what readers outside can see makes every process forget its
/// pages (`described`: what a picture shows); somebody typing a draft does not.
pub async fn commit(app: &App, tx: Tx, before: &Post, after: &Post, described: bool) -> Result<()> {
    let shown = |post: &Post| {
        (
            post.live_revision_id.clone(),
            post.next_revision_id.clone(),
            post.opens_at,
            post.hidden_at,
            post.archived_at,
        )
    };
    if !described && shown(before) == shown(after) {
        return tx.commit().await;
    }
    app.commit(tx, after.consortium_id.as_str()).await
}

/// Notes the time that somebody wishes, if they changed it; says what is wrong with it otherwise.
async fn move_if_wished(
    conn: &mut Conn,
    reading: &Reading,
    dossier: &mut Dossier,
    form: &Form,
    now: Instant,
) -> Result<Option<FieldError>> {
    let (date, time) = (form.text("date"), form.text("time"));
    let untouched = format!("{date} {time}") == form.text("date_was");
    if !form.has("date") || is_soon(form) || untouched || (date.is_empty() && time.is_empty()) {
        return Ok(None);
    }
    let zone = reading.consortium.time_zone();
    let due = match Local::new(&zone, reading.lang(), now).parse(&date, &time) {
        Ok(due) if dossier.standing.due(now) == Some(due) => return Ok(None),
        Ok(due) => due,
        Err(why) => return Ok(Some(FieldError { field: "date", why })),
    };
    if let Err(why) = may_move(&dossier.standing, due, now) {
        return Ok(Some(FieldError { field: "date", why }));
    }
    let house = reading.first_house().map(|house| house.id.clone());
    let step = Step::of(now, reading.person.id.clone(), house, Act::Moved { due });
    store_dossier::add(conn, dossier, step, now).await?;
    Ok(None)
}
