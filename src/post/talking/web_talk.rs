//! The conversation in a post: said, addressed to somebody, and taken back.
use axum::extract::{Path, State};
use axum::response::Response;

use super::store_talk;
use super::talk::{MESSAGE_MAX, Message, spoken_to};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::id::new_id;
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::web_seat::Reading;
use crate::member::{Membership, Person, PersonId, letter, store as member_store};
use crate::page::Badge;
use crate::page::form::Form;
use crate::page::html;
use crate::post::dossier::Dossier;
use crate::post::names::Names;
use crate::post::showing::web_post::{self, Said};
use crate::post::showing::web_post_text::post_href;
use crate::post::{store, store_names};

/// One message as a page shows it.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: String,
    pub who: String,
    pub badge: Option<Badge>,
    pub at: String,
    pub iso: String,
    pub body: String,
    pub is_removed: bool,
    pub is_mine: bool,
}

/// The conversation, and the field to go on with it.
#[derive(Debug, Clone)]
pub struct Talk {
    pub lines: Vec<Line>,
    /// Who can be spoken to, by id and name.
    pub people: Vec<(String, String)>,
    pub typed: String,
    pub fault: Option<String>,
    pub may_speak: bool,
    /// Whether the editor is left by speaking, and returned to.
    pub in_editor: bool,
}

/// Reads the conversation for somebody.
pub async fn talk(
    conn: &mut Conn,
    reading: &Reading,
    dossier: &Dossier,
    names: &Names,
    said: &Said,
) -> Result<Talk> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let memberships = member_store::memberships_in(conn, &reading.consortium.id).await?;
    let messages = store_talk::of_post(conn, &dossier.post.id).await?;
    let root = format!("/{}", reading.consortium.slug);
    let badge = |person: &PersonId| {
        let house = memberships
            .iter()
            .filter(|it| it.person_id == *person)
            .find_map(|it| it.institution_id.clone())?;
        names.house(&house).map(|house| face::badge(house, &root))
    };
    let lines = messages.into_iter().map(|message| Line {
        who: names.person(&message.person_id),
        badge: badge(&message.person_id),
        at: local.near(message.at),
        iso: local.iso(message.at),
        is_removed: message.removed_at.is_some(),
        is_mine: message.person_id == reading.person.id,
        body: message.body,
        id: message.id,
    });
    let others = members(reading, names, &memberships);
    Ok(Talk {
        lines: lines.collect(),
        people: others.into_iter().map(|person| (person.id.0.clone(), person.name.clone())).collect(),
        typed: said.typed.clone(),
        fault: said.fault.as_ref().map(|why| w.say(why)),
        may_speak: !reading.consortium.has_ended(reading.now),
        in_editor: false,
    })
}

/// Gives everybody of the Verbund now, but not the person who asks.
fn members<'a>(reading: &Reading, names: &'a Names, memberships: &[Membership]) -> Vec<&'a Person> {
    let is_here = |person: &&Person| {
        person.id != reading.person.id
            && person.ended_at.is_none()
            && memberships.iter().any(|it| it.person_id == person.id && it.is_live(reading.now))
    };
    names.people.iter().filter(is_here).collect()
}

/// Says something in the conversation of a post; coaches may too.
pub async fn speak(
    State(app): State<App>,
    reading: Reading,
    Path((_, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    let typed = form.text("message");
    if let Err(why) = may_say(&typed, &reading) {
        let said = Said { typed, fault: Some(why) };
        return web_post::rejected(&app, &reading, number, said).await;
    }
    let now = app.clock.now();
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let post = store::by_number(&mut tx, &reading.consortium.id, number).await?;
    let title = post.title.clone();
    let names = store_names::read(&mut tx, &reading.consortium.id).await?;
    let memberships = member_store::memberships_in(&mut tx, &reading.consortium.id).await?;
    let people: Vec<Person> = members(&reading, &names, &memberships).into_iter().cloned().collect();
    let body = addressed(&typed, &form.text("to"), &people);
    let message = Message {
        id: new_id(),
        post_id: post.id,
        person_id: reading.person.id.clone(),
        at: now,
        body,
        removed_at: None,
    };
    let is_twice = store_talk::of_post(&mut tx, &message.post_id).await?.last().is_some_and(|last| {
        last.person_id == message.person_id && last.body == message.body && now < last.at.plus_minutes(1)
    });
    if !is_twice {
        let to = spoken_to(&message.body, &people, &reading.person.id);
        store_talk::insert(&mut tx, &message, &to).await?;
        tell(
            &mut tx,
            &app,
            &reading,
            (number, &title),
            &message,
            people.iter().filter(|it| to.contains(&it.id)),
        )
        .await?;
        kill::point("post.talk.before_commit");
        tx.commit().await?;
    }
    Ok(html::see_other(&back(&reading, number, &form)))
}

/// Writes to those who were spoken to; the letter opens the conversation.
async fn tell(
    conn: &mut Conn,
    app: &App,
    reading: &Reading,
    (number, title): (i64, &str),
    message: &Message,
    people: impl Iterator<Item = &Person>,
) -> Result<()> {
    for person in people {
        let w = Lang::from_code(&person.language).unwrap_or_default();
        let title = if title.is_empty() { w.t("post-untitled") } else { title.to_owned() };
        let said = |key| Sentence::new(key).with("name", &reading.person.name).with("title", &title);
        let (subject, body) =
            (said("post-talk-letter-subject"), said("post-talk-letter").with("body", &message.body));
        let link = format!("{}#talk", post_href(&reading.consortium, number));
        letter::write_to(conn, app, person, &reading.consortium, &subject, &body, &link).await?;
    }
    Ok(())
}

fn may_say(typed: &str, reading: &Reading) -> std::result::Result<(), Sentence> {
    let length = typed.chars().count();
    if reading.consortium.has_ended(reading.now) {
        return Err(Sentence::new("member-consortium-ended"));
    }
    if typed.is_empty() {
        return Err(Sentence::new("post-talk-empty"));
    }
    if length > MESSAGE_MAX {
        return Err(Sentence::new("post-talk-long").with("n", length - MESSAGE_MAX).with("max", MESSAGE_MAX));
    }
    Ok(())
}

/// Puts the name of whoever was chosen before the words, where they do not name them already.
fn addressed(typed: &str, to: &str, people: &[Person]) -> String {
    let chosen = people.iter().find(|person| person.id.as_str() == to);
    match chosen {
        Some(person) if !spoken_to(typed, people, &PersonId::from("")).contains(&person.id) => {
            format!("@{} {typed}", person.name)
        }
        _ => typed.to_owned(),
    }
}

/// Takes one's own message back; that something stood there stays to be seen.
pub async fn take_back(
    State(app): State<App>,
    reading: Reading,
    Path((_, number, message)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    let now = app.clock.now();
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let post = store::by_number(&mut tx, &reading.consortium.id, number).await?;
    let is_there = store_talk::of_post(&mut tx, &post.id)
        .await?
        .iter()
        .any(|it| it.id == message && it.person_id == reading.person.id);
    if !is_there {
        return Err(Error::NotFound);
    }
    store_talk::remove(&mut tx, &post.id, &message, &reading.person.id, now).await?;
    tx.commit().await?;
    Ok(html::see_other(&back(&reading, number, &form)))
}

fn back(reading: &Reading, number: i64, form: &Form) -> String {
    let href = post_href(&reading.consortium, number);
    let page = if form.text("back") == "edit" { "/edit" } else { "" };
    format!("{href}{page}#talk")
}

/// Notes that somebody has seen where they were spoken to.
pub async fn note_seen(app: &App, reading: &Reading, dossier: &Dossier) -> Result<()> {
    let mut conn = app.db.read().await?;
    let is_waiting = store_talk::is_waiting(&mut conn, &dossier.post.id, &reading.person.id).await?;
    drop(conn);
    if !is_waiting {
        return Ok(());
    }
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    store_talk::note_seen(&mut tx, &dossier.post.id, &reading.person.id, app.clock.now()).await?;
    tx.commit().await
}
