//! What people out there have written to a Verbund of the demo, and what became of it.
use super::book::Voice;
use super::days::Days;
use super::fediverse;
use super::seed::Play;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::incoming::{Author, Incoming, Kind};
use crate::channel::{ChannelId, Network};
use crate::conversation::asking::store::{self as questions, Question, hash};
use crate::conversation::desk::store_saved::{self, Saved};
use crate::conversation::store_act::{self, Done};
use crate::conversation::store_answer::State;
use crate::conversation::{Conversation, OURS, Utterance, store, store_intake, store_route};
use crate::post::PostId;

/// Enters it, after everything that the posts went through.
pub async fn enter(conn: &mut Conn, play: &Play<'_>, days: &Days) -> Result<()> {
    let public = play.posts.values().rev().find(|dossier| dossier.post.public_revision(days.now).is_some());
    let post = public.map(|dossier| dossier.post.id.clone());
    let is_answered = !play.book.voice.is_empty();
    let channel = if is_answered { Some(fediverse::enter(conn, &play.ground, days).await?) } else { None };
    for (n, told) in play.book.voice.iter().enumerate() {
        let at = days.at(told.day, told.hour, 20).min(days.now.plus_minutes(-7));
        let incoming = incoming(play, told, n, post.as_ref(), channel.as_ref(), at);
        if let Some((_, host)) = host_of(told) {
            fediverse::know(conn, &incoming.author, host, at).await?;
        }
        let Some(id) = store_intake::take_in(conn, &incoming, at).await? else { continue };
        let it = store::by_id(conn, &id).await?;
        become_question(conn, told, &it, n, at).await?;
        let it = store::by_id(conn, &id).await?;
        go_on(conn, play, told, it, at.plus_minutes(35)).await?;
    }
    for (title, text) in &play.book.replies {
        let saved = Saved { id: crate::base::id::new_id(), title: title.clone(), text: text.clone() };
        store_saved::insert(conn, &play.ground.consortium.id, &saved, None, days.now).await?;
    }
    Ok(())
}

/// Splits whose handle it is into name and server; none where somebody has none.
fn host_of(told: &Voice) -> Option<(&str, &str)> {
    told.handle.trim_start_matches('@').split_once('@')
}

fn incoming(
    play: &Play<'_>,
    told: &Voice,
    n: usize,
    post: Option<&PostId>,
    channel: Option<&ChannelId>,
    at: Instant,
) -> Incoming {
    let kind = match told.kind.as_str() {
        "reply" => Kind::Reply,
        "direct" => Kind::Direct,
        "report" => Kind::Report,
        _ => Kind::Mention,
    };
    let (name, host) = host_of(told).unwrap_or((told.handle.as_str(), ""));
    let server = format!("https://{host}");
    Incoming {
        consortium_id: play.ground.consortium.id.clone(),
        channel_id: channel.filter(|_| !host.is_empty()).cloned(),
        network: Network::Fediverse,
        kind,
        remote_id: format!("{server}/notes/{n}"),
        remote_url: if host.is_empty() { String::new() } else { format!("{server}/@{name}/{n}") },
        in_reply_to: (kind == Kind::Reply).then(|| "https://demo.example/post".to_owned()),
        post_id: (kind == Kind::Reply).then(|| post.cloned()).flatten(),
        house: None,
        author: Author {
            id: format!("{server}/users/{name}"),
            name: told.who.clone(),
            handle: told.handle.clone(),
            url: format!("{server}/@{name}"),
        },
        text: told.text.clone(),
        language: "de".into(),
        at,
        handle: String::new(),
    }
}

/// Makes it one that was asked on the Verbund's own pages.
async fn become_question(
    conn: &mut Conn,
    told: &Voice,
    it: &Conversation,
    n: usize,
    at: Instant,
) -> Result<()> {
    if told.kind != "question" {
        return Ok(());
    }
    store::become_question(conn, it).await?;
    let question = Question {
        conversation_id: it.id.clone(),
        consortium_id: it.consortium_id.clone(),
        email: format!("leserin{n}@beispiel.example"),
        secret_hash: hash(it.id.as_str()),
        consent_version: crate::conversation::asking::CONSENT.into(),
        consent_text: String::new(),
        consented_at: at,
        withdrawn_at: None,
    };
    questions::insert(conn, &question).await
}

/// Lets the people inside do with it what is told.
async fn go_on(
    conn: &mut Conn,
    play: &Play<'_>,
    told: &Voice,
    mut it: Conversation,
    at: Instant,
) -> Result<()> {
    if let Some(handed) = &told.handed {
        let by = play.ground.person(&handed.by)?.id.clone();
        let house = play.ground.houses.iter().find(|house| house.slug == handed.to);
        let ground = store_route::read(conn, &it.consortium_id, at).await?;
        let mut act = Done::new(&it, Some(&by), "handed", at);
        act.to_house = house.map(|house| house.id.clone());
        act.word.clone_from(&handed.why);
        it.institution_id = act.to_house.clone();
        it.person_id = ground.person_of(act.to_house.as_ref());
        it.routed_by = "hand".into();
        let due = ground.due(act.to_house.as_ref(), at);
        (it.due_at, it.half_at) = (Some(due.at), Some(due.half_at));
        store_act::add(conn, &act).await?;
    }
    if let Some(answer) = &told.answer {
        let by = play.ground.person(&answer.by)?.id.clone();
        let said = Utterance {
            conversation_id: it.id.clone(),
            consortium_id: it.consortium_id.clone(),
            network: it.network.clone(),
            kind: OURS.into(),
            person_id: Some(by.clone()),
            institution_id: it.institution_id.clone(),
            state: State::Sent.code().into(),
            sent_at: Some(at),
            text: answer.text.clone(),
            language: "de".into(),
            ..Utterance::empty(at)
        };
        store::say(conn, &said).await?;
        (it.due_at, it.half_at) = (None, None);
        (it.closed_at, it.closed_by) = (Some(at), Some(by));
    }
    store::save(conn, &it).await
}
