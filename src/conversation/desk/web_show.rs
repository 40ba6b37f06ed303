//! One conversation: what was said, what was done, and the place to answer.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};

use super::thread::{self, Line, Teller, words_of_due};
use super::{rights, store_draft, store_list, store_saved};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::store_mail;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::channel::store as channel_store;
use crate::conversation::answering::Candidate;
use crate::conversation::asking::store as question_store;
use crate::conversation::moderating::store_reason;
use crate::conversation::store_answer::State as Sending;
use crate::conversation::{Conversation, Origin, Utterance, store, store_act, store_route};
use crate::institution::{Institution, InstitutionId, face};
use crate::member::PersonId;
use crate::member::web_desk::{Here, desk, desk_href, told};
use crate::member::web_seat::Reading;
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Desk, html};
use crate::post::names::Names;
use crate::post::store_names;

/// The parameters of the path.
pub type Params = Path<HashMap<String, String>>;

/// Somebody else's draft within so many minutes means that they are writing now.
const WRITING_MINUTES: i64 = 10;

#[derive(Template)]
#[template(path = "conversation/desk/show.html")]
pub(super) struct ShowPage {
    pub desk: Desk,
    back: (String, String),
    here: String,
    faults: Faults,
    origin: String,
    badge: Option<Badge>,
    when: String,
    is_over: bool,
    is_open: bool,
    is_coordinating: bool,
    lines: Vec<Line>,
    facts: Vec<(String, String, Option<String>)>,
    why_not: Option<String>,
    /// Somebody else who is writing an answer now.
    writing: Option<String>,
    to: Option<(String, String)>,
    voices: Vec<Choice>,
    text: String,
    language: String,
    seen: usize,
    saved: Vec<(String, String)>,
    people: Vec<Choice>,
    houses: Vec<Choice>,
    is_mine: bool,
    reasons: Vec<String>,
    unkept: i64,
}

/// Something to choose in a form.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub badge: Option<Badge>,
    pub is_chosen: bool,
}

/// What was asked for in the address.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Wish {
    /// Which utterance is to be answered.
    pub to: String,
    pub done: String,
}

pub(super) fn number(params: &Params) -> Result<i64> {
    params.get("number").and_then(|number| number.parse().ok()).ok_or(Error::NotFound)
}

pub(crate) fn here(it: &Reading, conversation: &Conversation) -> String {
    desk_href(&it.consortium.slug, &format!("inbox/{}", conversation.number))
}

/// Finds the conversation of the path; one that was joined to another leads there.
pub(crate) async fn found(conn: &mut Conn, it: &Reading, params: &Params) -> Result<Conversation> {
    let mut found = store::by_number(conn, &it.consortium.id, number(params)?).await?;
    for _ in 0..10 {
        let Some(other) = &found.joined_to else { break };
        found = store::by_id(conn, other).await?;
    }
    Ok(found)
}

/// Shows a conversation.
pub async fn show(
    State(app): State<App>,
    it: Reading,
    params: Params,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let conversation = found(&mut conn, &it, &params).await?;
    drop(conn);
    if conversation.number != number(&params)? {
        return Ok(html::see_other(&here(&it, &conversation)).into_response());
    }
    let page = build(&app, &it, conversation, &wish, None, Faults::default()).await?;
    html::page(&page, &page.desk.style)
}

/// Builds the page, with what was typed where something has to be corrected.
pub(super) async fn build(
    app: &App,
    it: &Reading,
    conversation: Conversation,
    wish: &Wish,
    typed: Option<&Form>,
    faults: Faults,
) -> Result<ShowPage> {
    let w = it.lang();
    let now = app.clock.now();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let said = store::utterances(&mut conn, &conversation.id).await?;
    let done = store_act::of(&mut conn, &conversation.id).await?;
    let names = store_names::read(&mut conn, &it.consortium.id).await?;
    let drafts = store_draft::of(&mut conn, &conversation.id).await?;
    let saved = store_saved::of(&mut conn, &it.consortium.id).await?;
    let reasons = store_reason::of(&mut conn, &it.consortium.id).await?;
    let ground = store_route::read(&mut conn, &it.consortium.id, now).await?;
    let letters = letters(&mut conn, &said).await?;
    let facts = facts(&mut conn, it, &conversation, &local).await?;
    drop(conn);
    let teller = Teller {
        it: &conversation,
        names: &names,
        local: &local,
        slug: &it.consortium.slug,
        consortium: &it.consortium.name,
        me: &it.person.id,
    };
    let why_not = why_not(it, &conversation, &said, facts.email.as_deref()).map(|error| match error {
        Error::NotAllowed(why) | Error::Refused(why) => w.say(&why),
        _ => w.t("conversation-cannot"),
    });
    let mine = drafts.iter().find(|(person, ..)| *person == it.person.id);
    let typed_voice = typed.filter(|form| form.has("voice")).map(|form| form.text("voice"));
    let usual = rights::usual_voice(it, &conversation).map(|id| id.0).unwrap_or_default();
    let voice = typed_voice.unwrap_or(usual);
    let typed_text = typed.filter(|form| form.has("text")).map(|form| form.raw("text"));
    let answered = answered(&said, typed.map(|form| form.text("to")).as_deref().unwrap_or(&wish.to));
    let house = conversation.institution_id.as_ref().and_then(|id| it.house(id));
    let root = format!("/{}", it.consortium.slug);
    Ok(ShowPage {
        back: (desk_href(&it.consortium.slug, "inbox"), w.t("conversation-title")),
        here: here(it, &conversation),
        faults,
        origin: thread::origin(&conversation, facts.channel.as_deref(), facts.post.as_deref(), w),
        badge: house.map(|house| face::badge(house, &root)),
        when: words_of_due(&conversation, &local),
        is_over: conversation.is_overdue(now),
        is_open: conversation.is_open(),
        is_coordinating: it.is_coordinator(),
        lines: teller.lines(&said, &done, &letters),
        facts: facts.lines,
        why_not,
        writing: writing(&drafts, it, &names, &local, now),
        language: answered.map(|said| said.language.clone()).unwrap_or_default(),
        to: answered.map(|said| (said.id.0.clone(), called(said, w))),
        voices: voices(it, &conversation, &voice),
        text: typed_text.or_else(|| mine.map(|(_, text, _)| text.clone())).unwrap_or_default(),
        seen: said.len(),
        saved: saved.into_iter().map(|one| (one.id, one.title)).collect(),
        people: people(&ground.people, &names, &conversation, w),
        houses: other_houses(it, &conversation, now),
        is_mine: conversation.person_id.as_ref() == Some(&it.person.id),
        reasons: reasons.into_iter().map(|one| one.said(w)).collect(),
        unkept: conversation.unkept,
        desk: Desk {
            done: told(w, &wish.done),
            ..desk(app, it, Here::Inbox, w.n("conversation-number", conversation.number))
        },
    })
}

/// Offers a house, or the Verbund as a whole.
fn choice(it: &Reading, house: Option<&Institution>, chosen: Option<&str>) -> Choice {
    let value = house.map(|house| house.id.0.clone()).unwrap_or_default();
    Choice {
        text: house.map_or_else(|| it.consortium.name.clone(), |house| house.short_name.clone()),
        badge: house.map(|house| face::badge(house, &format!("/{}", it.consortium.slug))),
        is_chosen: chosen == Some(value.as_str()),
        value,
    }
}

/// Offers the voices in which somebody may answer here.
fn voices(it: &Reading, conversation: &Conversation, chosen: &str) -> Vec<Choice> {
    let voices = std::iter::once(None).chain(rights::voices(it, conversation).into_iter().map(Some));
    voices.map(|house| choice(it, house, Some(chosen))).collect()
}

/// Offers the houses to which a conversation can be handed over, and the Verbund as a whole.
fn other_houses(it: &Reading, conversation: &Conversation, now: Instant) -> Vec<Choice> {
    let all = it.houses.iter().filter(|house| house.is_active(now)).map(Some).chain([None]);
    let others = all.filter(|house| house.map(|house| &house.id) != conversation.institution_id.as_ref());
    others.map(|house| Choice { badge: None, ..choice(it, house, None) }).collect()
}

/// Offers the people who may answer.
fn people(all: &[Candidate], names: &Names, conversation: &Conversation, w: Lang) -> Vec<Choice> {
    let fitting = all.iter().filter(|one| one.may_answer());
    let offered = fitting.map(|one| Choice {
        value: one.id.0.clone(),
        text: match one.is_away {
            true => w.w("conversation-away", "name", names.person(&one.id)),
            false => names.person(&one.id),
        },
        badge: None,
        is_chosen: conversation.person_id.as_ref() == Some(&one.id),
    });
    offered.collect()
}

/// Says who else is writing an answer just now.
fn writing(
    drafts: &[(PersonId, String, Instant)],
    it: &Reading,
    names: &Names,
    local: &Local,
    now: Instant,
) -> Option<String> {
    let is_now = |at: Instant| at > now.plus_minutes(-WRITING_MINUTES);
    let (person, _, at) = drafts.iter().find(|(person, _, at)| *person != it.person.id && is_now(*at))?;
    let name = names.person(person);
    Some(it.lang().words("conversation-writing", &[("name", &name), ("at", &local.near(*at))]))
}

fn called(said: &Utterance, w: crate::base::text::Lang) -> String {
    [&said.author_name, &said.author_handle]
        .into_iter()
        .find(|name| !name.is_empty())
        .cloned()
        .unwrap_or_else(|| w.t("conversation-somebody"))
}

/// Finds what is to be answered: what was asked for, else what they said last.
pub(super) fn answered<'a>(said: &'a [Utterance], wanted: &str) -> Option<&'a Utterance> {
    let theirs = || said.iter().filter(|said| said.is_answerable());
    theirs().find(|said| said.id.as_str() == wanted).or_else(|| theirs().next_back())
}

/// Says why somebody cannot answer here, if so.
pub(super) fn why_not(
    it: &Reading,
    conversation: &Conversation,
    said: &[Utterance],
    email: Option<&str>,
) -> Option<Error> {
    use crate::base::sentence::Sentence;
    use crate::channel::Network;
    if let Err(error) = rights::may_answer(it, conversation) {
        return Some(error);
    }
    let refused = |key| Some(Error::Refused(Sentence::new(key)));
    if conversation.forgotten_at.is_some() || !said.iter().any(Utterance::is_answerable) {
        return refused("conversation-cannot-gone");
    }
    match conversation.origin() {
        Origin::Site if email.is_none_or(str::is_empty) => refused("conversation-cannot-mail"),
        Origin::Site => None,
        Origin::Network(Network::ByHand | Network::Newsletter) => refused("conversation-cannot"),
        Origin::Network(_) if conversation.channel_id.is_none() => refused("conversation-cannot-channel"),
        Origin::Network(_) => None,
    }
}

/// Reads how the letters stand with which we answered.
async fn letters(conn: &mut Conn, said: &[Utterance]) -> Result<Vec<(String, Sending)>> {
    let mut found = Vec::new();
    for id in said.iter().filter_map(|said| said.letter_id.as_ref()) {
        let state = match store_mail::find(conn, id).await {
            Ok(letter) if letter.sent_at.is_some() => Sending::Sent,
            Ok(letter) if letter.last_error == crate::base::mail::UNCONFIRMED => Sending::Unconfirmed,
            Ok(letter) if letter.failed_at.is_some() => Sending::Refused,
            Ok(_) => Sending::Waiting,
            // Letters that went well are forgotten after some time.
            Err(Error::NotFound) => Sending::Sent,
            Err(other) => return Err(other),
        };
        found.push((id.clone(), state));
    }
    Ok(found)
}

pub(super) struct Facts {
    lines: Vec<(String, String, Option<String>)>,
    channel: Option<String>,
    post: Option<String>,
    pub email: Option<String>,
}

/// Collects what is known about a conversation: where, about which post, since when, how to answer.
pub(super) async fn facts(
    conn: &mut Conn,
    it: &Reading,
    conversation: &Conversation,
    local: &Local<'_>,
) -> Result<Facts> {
    let w = local.lang;
    let mut lines = vec![
        (w.t("conversation-fact-begun"), local.full(conversation.begun_at), None),
        (w.t("conversation-fact-routed"), w.w("conversation-routed", "by", &conversation.routed_by), None),
    ];
    let mut facts = Facts { lines: Vec::new(), channel: None, post: None, email: None };
    if let Some(id) = &conversation.channel_id
        && let Ok(channel) = channel_store::by_id(conn, &it.consortium.id, id).await
    {
        lines.push((w.t("conversation-fact-channel"), channel.name.clone(), None));
        facts.channel = Some(channel.name);
    }
    if let Some(id) = &conversation.post_id
        && let Ok(post) = crate::post::store::by_id(conn, id).await
    {
        let href = desk_href(&it.consortium.slug, &format!("posts/{}", post.number));
        lines.push((w.t("conversation-fact-post"), post.title.clone(), Some(href)));
        let (likes, shares) = store_list::liked(conn, id).await?;
        if likes + shares > 0 {
            let said = [w.n("conversation-likes", likes), w.n("conversation-shares", shares)].join(" ");
            lines.push((w.t("conversation-fact-liked"), said, None));
        }
        facts.post = Some(post.title);
    }
    if conversation.origin() == Origin::Site {
        let question = question_store::by_conversation(conn, &conversation.id).await?;
        let may_see = rights::may_answer(it, conversation).is_ok();
        facts.email = question.map(|question| question.email);
        let said = match facts.email.as_deref() {
            None | Some("") => w.t("conversation-mail-none"),
            Some(address) if may_see => address.to_owned(),
            Some(_) => w.t("conversation-mail-hidden"),
        };
        lines.push((w.t("conversation-fact-mail"), said, None));
    }
    facts.lines = lines;
    Ok(facts)
}

/// Gives the house of an id in a form: none for the Verbund itself.
pub(super) fn chosen_house(it: &Reading, value: &str) -> Result<Option<InstitutionId>> {
    if value.is_empty() {
        return Ok(None);
    }
    let id = InstitutionId::from(value);
    it.house(&id).map(|house| Some(house.id.clone())).ok_or(Error::NotFound)
}
