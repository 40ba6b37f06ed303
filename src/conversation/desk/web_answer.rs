//! Answering in place: in the right voice, once, and without losing a word.
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::web_show::{Params, Wish, answered, build, facts, found, here, why_not};
use super::{rights, store_draft, store_saved};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Result};
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::base::{job, kill};
use crate::calendar::local::Local;
use crate::conversation::store_answer::State as Sending;
use crate::conversation::store_intake::set_letters;
use crate::conversation::{ANSWER, Conversation, OURS, Origin, Utterance, UtteranceId, store};
use crate::institution::InstitutionId;
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// How much of an answer is taken, in characters.
const LONGEST: usize = 5_000;

/// Answers: the answer and the job that sends it are one. Who was overtaken by somebody else is
/// told so, and keeps what they typed.
pub async fn answer(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let conversation = found(&mut tx, &it, &params).await?;
    let said = store::utterances(&mut tx, &conversation.id).await?;
    let email = email_of(&mut tx, &it, &conversation, now).await?;
    let may = why_not(&it, &conversation, &said, email.as_deref());
    let text = form.text("text");
    let mut faults = Faults::default();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match text.chars().count() {
        0 => faults.add("text", Sentence::new("conversation-answer-missing")),
        n if n > LONGEST => faults.add("text", Sentence::new("conversation-too-long").with("n", LONGEST)),
        _ if form.text("seen") != said.len().to_string() => {
            faults.add("text", overtaken(&said, &form.text("seen")));
            status = StatusCode::CONFLICT;
        }
        _ => {}
    }
    if may.is_some() || !faults.is_empty() {
        store_draft::keep(&mut tx, &conversation.id, &it.person.id, &form.raw("text"), now).await?;
        tx.commit().await?;
        if let Some(error) = may {
            return Err(error);
        }
        let page = build(&app, &it, conversation, &Wish::default(), Some(&form), faults).await?;
        return html::with_status(status, &page, &page.desk.style);
    }
    let to = answered(&said, &form.text("to")).ok_or(Error::Stale)?;
    let house = voice(&it, &conversation, &form.text("voice"))?;
    let said = ours(&it, &conversation, to, house, text, now);
    let id = write(&mut tx, &app, &it, &conversation, said, email).await?;
    kill::point("conversation.answer.written");
    let done = close(&mut tx, &it, conversation, &form, now).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    kill::point("conversation.answer.committed");
    Ok(html::done(&format!("{}#u-{id}", here(&it, &done)), "inbox-answered"))
}

/// Says by whom somebody was overtaken: by one of ours, or by another word of theirs.
fn overtaken(said: &[Utterance], seen: &str) -> Sentence {
    let seen: usize = seen.parse().unwrap_or(0);
    let is_ours = said.iter().rev().take(said.len().saturating_sub(seen).max(1)).any(Utterance::is_ours);
    Sentence::new(if is_ours { "conversation-overtaken" } else { "conversation-overtaken-theirs" })
}

async fn email_of(
    conn: &mut Conn,
    it: &Reading,
    conversation: &Conversation,
    now: Instant,
) -> Result<Option<String>> {
    let zone = it.consortium.time_zone();
    Ok(facts(conn, it, conversation, &Local::new(&zone, it.lang(), now)).await?.email)
}

/// Finds the voice that was chosen, if the person may speak in it.
fn voice(it: &Reading, conversation: &Conversation, chosen: &str) -> Result<Option<InstitutionId>> {
    if chosen.is_empty() {
        return Ok(None);
    }
    let voices = rights::voices(it, conversation);
    let house = voices.iter().find(|house| house.id.as_str() == chosen);
    house
        .map(|house| Some(house.id.clone()))
        .ok_or_else(|| Error::NotAllowed(Sentence::new("conversation-voice-foreign")))
}

fn ours(
    it: &Reading,
    conversation: &Conversation,
    to: &Utterance,
    house: Option<InstitutionId>,
    text: String,
    now: Instant,
) -> Utterance {
    let language = if to.language.is_empty() { it.consortium.main_language().code() } else { &to.language };
    Utterance {
        conversation_id: conversation.id.clone(),
        consortium_id: conversation.consortium_id.clone(),
        network: conversation.network.clone(),
        kind: OURS.into(),
        in_reply_to: to.remote_id.clone(),
        person_id: Some(it.person.id.clone()),
        institution_id: house,
        answers_id: Some(to.id.clone()),
        state: Sending::Waiting.code().into(),
        language: language.to_owned(),
        text,
        ..Utterance::empty(now)
    }
}

/// Writes the answer down with what sends it: the job, or a letter to whoever asked on our pages.
async fn write(
    tx: &mut Tx,
    app: &App,
    it: &Reading,
    conversation: &Conversation,
    mut said: Utterance,
    email: Option<String>,
) -> Result<UtteranceId> {
    if conversation.origin() == Origin::Site {
        let letter = letter(app, it, conversation, &said, &email.unwrap_or_default());
        mail::write(tx, &letter).await?;
        said.letter_id = Some(letter.id);
        said.state = Sending::Sent.code().into();
        store::say(tx, &said).await?;
    } else {
        store::say(tx, &said).await?;
        send(tx, &said.id, said.at).await?;
    }
    Ok(said.id)
}

/// Lets an answer be sent now.
pub(super) async fn send(tx: &mut Tx, id: &UtteranceId, now: Instant) -> Result<()> {
    job::enqueue_once(tx, ANSWER, &format!("{ANSWER}:{id}"), id.as_str(), now).await
}

/// The letter with which we answer a question: whose answer it is, and how to ask again.
fn letter(app: &App, it: &Reading, conversation: &Conversation, said: &Utterance, email: &str) -> Letter {
    let w = Lang::from_code(&said.language).unwrap_or_default();
    let house = said.institution_id.as_ref().and_then(|id| it.house(id));
    let prefix = if w == Lang::En { "/en" } else { "" };
    let again = match &it.consortium.domain {
        Some(domain) => {
            let scheme = if app.config.is_secure() { "https" } else { "http" };
            format!("{scheme}://{domain}{prefix}/frage")
        }
        None => format!("{}{prefix}/{}/frage", app.config.public_url, it.consortium.slug),
    };
    let foot = Sentence::new("conversation-letter-foot")
        .with("house", house.map_or(&it.consortium.name, |house| &house.display_name))
        .with("consortium", &it.consortium.name)
        .with("link", again);
    let subject = Sentence::new("conversation-letter-subject")
        .with("number", conversation.number)
        .with("consortium", &it.consortium.name);
    let body = format!("{}\n\n-- \n{}\n", said.text, w.say(&foot));
    Letter::new(email, w.say(&subject), body, said.at).about(it.consortium.id.as_str())
}

/// Closes the conversation, or leaves it open with nothing due.
async fn close(
    tx: &mut Tx,
    it: &Reading,
    mut conversation: Conversation,
    form: &Form,
    now: Instant,
) -> Result<Conversation> {
    store_draft::forget(tx, &conversation.id, &it.person.id).await?;
    (conversation.due_at, conversation.half_at) = (None, None);
    conversation.person_id.get_or_insert(it.person.id.clone());
    conversation.told_at = Some(now);
    conversation.changed_at = now;
    if form.text("then") != "stay" {
        (conversation.closed_at, conversation.closed_by) = (Some(now), Some(it.person.id.clone()));
    }
    store::save(tx, &conversation).await?;
    set_letters(tx, &it.consortium.id, now).await?;
    Ok(conversation)
}

/// Keeps what somebody has typed; with a saved reply, that is put below it.
pub async fn draft(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let conversation = found(&mut tx, &it, &params).await?;
    let mut text = form.raw("text");
    if let Some(id) = form.some("saved") {
        let saved = store_saved::by_id(&mut tx, &it.consortium.id, &id).await?;
        let house = it.house(&InstitutionId::from(form.text("voice")));
        let house = house.map_or(&it.consortium.name, |house| &house.display_name);
        let filled = filled(&saved.text, house, &it.consortium.name);
        text = if text.trim().is_empty() { filled } else { format!("{}\n\n{filled}", text.trim_end()) };
    }
    let text: String = text.chars().take(LONGEST * 2).collect();
    store_draft::keep(&mut tx, &conversation.id, &it.person.id, &text, now).await?;
    tx.commit().await?;
    if form.text("by") == "script" {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let to = form.some("to").map(|to| format!("?to={to}")).unwrap_or_default();
    Ok(html::done(&format!("{}{to}#answer", here(&it, &conversation)), "inbox-draft"))
}

/// Fills the placeholders of a saved reply: the name of the house, and that of the Verbund.
pub fn filled(text: &str, house: &str, consortium: &str) -> String {
    text.replace("{haus}", house).replace("{house}", house).replace("{verbund}", consortium)
}
