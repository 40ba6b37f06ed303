//! What is done with a conversation beside answering: note, give, hand over, close, undo.
use axum::extract::State;
use axum::response::Response;

use super::web_show::{Params, Wish, build, chosen_house, found, here};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::conversation::routing::By;
use crate::conversation::store_act::{self, Before, Done};
use crate::conversation::store_intake::set_letters;
use crate::conversation::{Conversation, store, store_route};
use crate::member::PersonId;
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// How much of a note, and of a word on handing over, is taken, in characters.
const LONGEST_NOTE: usize = 4_000;
const LONGEST_WORD: usize = 300;

async fn begin(app: &App, it: &Reading, params: &Params) -> Result<(Tx, Conversation)> {
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let conversation = found(&mut tx, it, params).await?;
    Ok((tx, conversation))
}

async fn finish(
    app: &App,
    mut tx: Tx,
    it: &Reading,
    mut conversation: Conversation,
    act: &Done,
    done: &str,
) -> Result<Response> {
    conversation.changed_at = act.at;
    store::save(&mut tx, &conversation).await?;
    store_act::add(&mut tx, act).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(it, &conversation), done))
}

async fn rejected(
    app: &App,
    it: &Reading,
    conversation: Conversation,
    form: &Form,
    field: &'static str,
    why: Sentence,
) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add(field, why);
    let page = build(app, it, conversation, &Wish::default(), Some(form), faults).await?;
    html::rejected(&page, &page.desk.style)
}

/// Writes a note that only those inside see.
pub async fn note(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let (tx, conversation) = begin(&app, &it, &params).await?;
    let text = form.text("note");
    let fault = match text.chars().count() {
        0 => Some(Sentence::new("conversation-note-missing")),
        n if n > LONGEST_NOTE => Some(Sentence::new("conversation-too-long").with("n", LONGEST_NOTE)),
        _ => None,
    };
    if let Some(why) = fault {
        drop(tx);
        return rejected(&app, &it, conversation, &form, "note", why).await;
    }
    let mut act = Done::new(&conversation, Some(&it.person.id), "note", app.clock.now());
    act.word = text;
    finish(&app, tx, &it, conversation, &act, "inbox-noted").await
}

/// Gives a conversation to somebody, takes it on, or frees it.
pub async fn give(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let (mut tx, mut conversation) = begin(&app, &it, &params).await?;
    let now = app.clock.now();
    let to = form.text("to");
    let ground = store_route::read(&mut tx, &it.consortium.id, now).await?;
    let person = match to.as_str() {
        "" => None,
        "me" => Some(it.person.id.clone()),
        id => Some(PersonId::from(id)),
    };
    let known = |id: &PersonId| ground.people.iter().find(|one| one.id == *id && one.may_answer());
    if let Some(id) = &person {
        let candidate = known(id).ok_or(Error::NotFound)?;
        if candidate.is_away {
            return Err(Error::Refused(Sentence::new("conversation-give-away")));
        }
    }
    let is_me = person.as_ref() == Some(&it.person.id);
    let name = match (&person, is_me) {
        (None, _) => "freed",
        (_, true) => "taken",
        _ => "given",
    };
    let mut act = Done::new(&conversation, Some(&it.person.id), name, now).undoable(&conversation)?;
    act.to_person.clone_from(&person);
    conversation.person_id = person;
    announce(&mut tx, &mut conversation, &it, now).await?;
    finish(&app, tx, &it, conversation, &act, "inbox-given").await
}

/// Lets the letter be written to whoever has the conversation now, unless they know already.
async fn announce(tx: &mut Tx, conversation: &mut Conversation, it: &Reading, now: Instant) -> Result<()> {
    let knows = conversation.person_id.as_ref() == Some(&it.person.id);
    conversation.told_at = knows.then_some(now);
    (conversation.half_told_for, conversation.due_told_for) = (None, None);
    if conversation.is_open() {
        set_letters(tx, &it.consortium.id, now).await?;
    }
    Ok(())
}

/// Hands a conversation over to another house, or to the Verbund itself, with a word why. Who is
/// to answer is found anew, and the time to answer by begins anew.
pub async fn hand(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let (mut tx, mut conversation) = begin(&app, &it, &params).await?;
    let now = app.clock.now();
    let house = chosen_house(&it, &form.text("house"))?;
    let word = form.text("why");
    let fault = match word.chars().count() {
        0 => Some(Sentence::new("conversation-hand-why-missing")),
        n if n > LONGEST_WORD => Some(Sentence::new("conversation-too-long").with("n", LONGEST_WORD)),
        _ => None,
    };
    if let Some(why) = fault {
        drop(tx);
        return rejected(&app, &it, conversation, &form, "why", why).await;
    }
    let is_active = |id| it.house(id).is_some_and(|house| house.is_active(now));
    if house.as_ref().is_some_and(|id| !is_active(id)) {
        return Err(Error::Refused(Sentence::new("conversation-hand-pausing")));
    }
    let mut act = Done::new(&conversation, Some(&it.person.id), "handed", now).undoable(&conversation)?;
    act.to_house.clone_from(&house);
    act.word = word;
    let ground = store_route::read(&mut tx, &it.consortium.id, now).await?;
    conversation.person_id = ground.person_of(house.as_ref());
    act.to_person.clone_from(&conversation.person_id);
    if conversation.is_open() {
        let due = ground.due(house.as_ref(), now);
        (conversation.due_at, conversation.half_at) = (Some(due.at), Some(due.half_at));
    }
    conversation.institution_id = house;
    conversation.routed_by = By::Hand.code().into();
    announce(&mut tx, &mut conversation, &it, now).await?;
    kill::point("conversation.handed");
    finish(&app, tx, &it, conversation, &act, "inbox-handed").await
}

/// Closes a conversation without an answer: a word of thanks needs none.
pub async fn close(State(app): State<App>, it: Writing, params: Params) -> Result<Response> {
    let (tx, mut conversation) = begin(&app, &it, &params).await?;
    if !conversation.is_open() {
        return Err(Error::Stale);
    }
    let now = app.clock.now();
    let act = Done::new(&conversation, Some(&it.person.id), "closed", now).undoable(&conversation)?;
    (conversation.closed_at, conversation.closed_by) = (Some(now), Some(it.person.id.clone()));
    finish(&app, tx, &it, conversation, &act, "inbox-closed").await
}

/// Opens a closed conversation again, with a new time to answer by.
pub async fn reopen(State(app): State<App>, it: Writing, params: Params) -> Result<Response> {
    let (mut tx, mut conversation) = begin(&app, &it, &params).await?;
    if conversation.is_open() {
        return Err(Error::Stale);
    }
    let now = app.clock.now();
    let act = Done::new(&conversation, Some(&it.person.id), "reopened", now).undoable(&conversation)?;
    (conversation.closed_at, conversation.closed_by) = (None, None);
    let ground = store_route::read(&mut tx, &it.consortium.id, now).await?;
    let due = ground.due(conversation.institution_id.as_ref(), now);
    (conversation.due_at, conversation.half_at) = (Some(due.at), Some(due.half_at));
    conversation.person_id.get_or_insert(it.person.id.clone());
    set_letters(&mut tx, &it.consortium.id, now).await?;
    finish(&app, tx, &it, conversation, &act, "inbox-reopened").await
}

/// Undoes the last thing somebody did themselves: everything stands as before.
pub async fn undo(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let (mut tx, mut conversation) = begin(&app, &it, &params).await?;
    let now = app.clock.now();
    let acts = store_act::of(&mut tx, &conversation.id).await?;
    let last = acts.into_iter().rev().find(|act| act.act != "note").ok_or(Error::Stale)?;
    let is_mine = last.person_id.as_ref() == Some(&it.person.id);
    if last.id != form.text("act") || !is_mine || last.before.is_empty() || last.undone_at.is_some() {
        return Err(Error::Stale);
    }
    serde_json::from_str::<Before>(&last.before)?.restore(&mut conversation);
    conversation.changed_at = now;
    announce(&mut tx, &mut conversation, &it, now).await?;
    store::save(&mut tx, &conversation).await?;
    store_act::undo(&mut tx, &last.id, now).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &conversation), "inbox-undone"))
}
