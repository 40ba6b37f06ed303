//! What the Mastodon API does for a delivery, with the functions that every network has.
use serde_json::json;

use super::api::{Api, Fault};
use super::sending::{Draft, Post};
use super::{Posted, Secret, correcting, hearing, looking, software};
use crate::base::app::App;
use crate::base::error::Result;
use crate::channel::compose::{self, Shape};
use crate::channel::count::Limits;
use crate::channel::order::{Farewell, Health, Heard, Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;
use crate::channel::stop::{Going, Stop};
use crate::channel::{Channel, Network, farewell};
use crate::post::PostId;

/// Composes a piece; its limits are those that the server told.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let limits = Limits::told(Network::Mastodon, &channel.limits);
    compose::compose(piece, &limits, Shape::usual(Network::Mastodon))
}

/// Publishes a piece, as one status or as a thread.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    Stop::outcome(publish_parts(order, piece).await)
}

async fn publish_parts(order: &Order<'_>, piece: &Piece) -> Going<Outcome> {
    let post = Post::open(order)?;
    let composed = compose(order.channel, piece);
    if let (true, Some(why)) = (composed.parts.is_empty(), composed.faults.first()) {
        return Ok(Outcome::Refused { why: why.clone() });
    }
    let mut sent: Vec<Posted> = Vec::new();
    for (at, part) in composed.parts.iter().enumerate() {
        let answers = sent.last().map(|posted| posted.id.clone());
        sent.push(send_part(&post, piece, part, at, answers).await?);
    }
    Ok(Outcome::Sent(remote(&sent)))
}

/// Sends one part with its pictures, below the one before.
pub(super) async fn send_part(
    post: &Post<'_>,
    piece: &Piece,
    part: &Part,
    at: usize,
    answers: Option<String>,
) -> Going<Posted> {
    let media = correcting::media(post, piece, part, at, &[]).await?;
    let draft = Draft {
        text: &part.text,
        link: part.text.contains(&piece.url).then_some(piece.url.as_str()),
        language: &piece.language,
        visibility: "public",
        answers: answers.as_deref(),
        media,
    };
    post.send(&format!("status-{at}"), &draft).await
}

/// Replaces the text and the pictures of what stands there; what answers it stays.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    Stop::outcome(correcting::correct(order, piece, remote).await)
}

/// Takes back every part, the last one first.
pub async fn withdraw(order: &Order<'_>, _: &PostId, remote: &Remote) -> Result<Outcome> {
    let post = Post::open(order)?;
    for id in remote.ids.iter().rev() {
        if let Err(stop) = correcting::delete(&post, id).await {
            return Stop::outcome(Err(stop));
        }
    }
    Ok(Outcome::Sent(remote.clone()))
}

/// Looks whether a piece stands there, by its link in our newest statuses.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    let post = Post::open(order)?;
    let newest = looking::newest(&post.api, &post.secret).await?;
    let found = looking::find_piece(&newest.unwrap_or_default(), piece);
    Ok((!found.is_empty()).then(|| remote(&found)))
}

/// Answers in the thread. What came directly is answered directly.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    Stop::outcome(answer_once(order, reply).await)
}

async fn answer_once(order: &Order<'_>, reply: &Reply) -> Going<Outcome> {
    let post = Post::open(order)?;
    let handle: hearing::Handle = serde_json::from_str(&reply.handle).unwrap_or_default();
    let name = if handle.acct.is_empty() { reply.to_author.trim_start_matches('@') } else { &handle.acct };
    let mention = format!("@{name}");
    let text = match name.is_empty() || reply.text.contains(&mention) {
        true => reply.text.clone(),
        false => format!("{mention} {}", reply.text),
    };
    let visibility = match handle.visibility.as_str() {
        "direct" => "direct",
        _ if reply.is_direct => "direct",
        "private" => "private",
        "unlisted" => "unlisted",
        _ => "public",
    };
    let draft = Draft {
        text: &text,
        link: None,
        language: &reply.language,
        visibility,
        answers: Some(&reply.to),
        media: Vec::new(),
    };
    let posted = post.send("answer", &draft).await?;
    Ok(Outcome::Sent(remote(&[posted])))
}

/// Says the last words of a Verbund that ends.
pub async fn farewell(order: &Order<'_>, words: &Farewell) -> Result<Outcome> {
    Stop::outcome(say_farewell(order, words).await)
}

async fn say_farewell(order: &Order<'_>, words: &Farewell) -> Going<Outcome> {
    let post = Post::open(order)?;
    let limits = Limits::told(Network::Mastodon, &order.channel.limits);
    let text = farewell::text(words, &limits);
    let draft = Draft {
        text: &text,
        link: None,
        language: &words.language,
        visibility: "public",
        answers: None,
        media: Vec::new(),
    };
    Ok(Outcome::Sent(remote(&[post.send("farewell", &draft).await?])))
}

/// Asks what came back.
pub async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    hearing::hear(app, channel).await
}

/// Asks whether the token holds, and what the server takes.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let secret = open(app, channel)?;
    let api = Api::new(app, &channel.server, &secret)?;
    match api.read::<super::api::Account>("/api/v1/accounts/verify_credentials").await? {
        Ok(_) => {}
        Err(Fault::Locked { why }) => return Ok(Health::Broken { why }),
        Err(_) => return Ok(Health::Unknown),
    }
    Ok(match software::ask(&api).await? {
        Ok(told) => Health::Good { limits: serde_json::to_string(&told)?, expires_at: None },
        Err(_) => Health::Unknown,
    })
}

/// Opens what only the installation may know.
pub(super) fn open(app: &App, channel: &Channel) -> Result<Secret> {
    Ok(serde_json::from_str(&app.seal.open(&channel.seal_place(), &channel.secret)?)?)
}

/// Says where a piece stands, part by part.
pub(super) fn remote(sent: &[Posted]) -> Remote {
    Remote {
        url: sent.first().map(|first| first.url.clone()).unwrap_or_default(),
        ids: sent.iter().map(|posted| posted.id.clone()).collect(),
        more: json!({ "media": sent.iter().map(|posted| &posted.media).collect::<Vec<_>>() }),
    }
}
