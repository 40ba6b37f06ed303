//! A Facebook page.
use serde_json::{Value, json};

use super::fault::{Asked, Meaning};
use super::graph::{File, Graph};
use super::{Place, graph};
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::compose::{self, Address, Shape};
use crate::channel::count::Limits;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;
use crate::channel::steps::Step;
use crate::channel::{Channel, fit};
use crate::post::PostId;

/// How many of the newest posts are looked through for one of ours.
const LOOKED_THROUGH: &str = "25";

/// Composes a piece. The address stands in the text, so that reading checks find the post by it, and
/// is shown as a card too where there are no pictures.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let shape = Shape { address: Address::InText, ..Shape::usual(channel.network()) };
    let limits = Limits::told(channel.network(), &channel.limits);
    let mut composed = compose::compose(piece, &limits, shape);
    for part in &mut composed.parts {
        part.card = part.pictures.is_empty().then(|| piece.url.clone());
    }
    composed
}

fn first_part(channel: &Channel, piece: &Piece) -> Part {
    compose(channel, piece).parts.into_iter().next().unwrap_or_default()
}

/// Publishes a piece: the pictures first, unseen; then the post, once.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    let graph = graph(order)?;
    let part = first_part(order.channel, piece);
    let page = Place::of(order.channel).page;
    let now = order.app.clock.now();
    match order.steps.read::<Remote>("post").await? {
        Step::Ended(remote) => return Ok(Outcome::Sent(remote)),
        Step::Begun => return found_or_unconfirmed(order, &graph, &page, piece).await,
        Step::Fresh => {}
    }
    let mut media = Vec::new();
    for place in &part.pictures {
        match picture(order, &graph, &page, piece, *place).await? {
            Ok(id) => media.push(json!({ "media_fbid": id }).to_string()),
            Err(fault) => return Ok(fault.repeatable(now)),
        }
    }
    let names: Vec<String> = (0..media.len()).map(|n| format!("attached_media[{n}]")).collect();
    let mut params = vec![("message", part.text.as_str())];
    params.extend(names.iter().map(String::as_str).zip(media.iter().map(String::as_str)));
    if let Some(card) = part.card.as_deref().filter(|_| media.is_empty()) {
        params.push(("link", card));
    }
    order.steps.begin("post").await?;
    let posted = graph.post(&format!("{page}/feed"), &params).await;
    let outcome = match posted {
        Ok(answer) => {
            let remote = remote(&answer);
            order.steps.end("post", &remote).await?;
            return Ok(Outcome::Sent(with_address(&graph, remote).await));
        }
        Err(fault) => match fault.meaning() {
            Meaning::Unknown | Meaning::Duplicate => {
                let outcome = found_or_unconfirmed(order, &graph, &page, piece).await?;
                let is_there = matches!(outcome, Outcome::Sent(_));
                if is_there || fault.meaning() == Meaning::Unknown {
                    return Ok(outcome);
                }
                fault.once(now)
            }
            _ => fault.once(now),
        },
    };
    // Surely nothing was posted: the next attempt may begin anew.
    order.steps.undo("post").await?;
    Ok(outcome)
}

/// Uploads a picture that nobody sees before the post; repeated, the first one is just never used.
async fn picture(
    order: &Order<'_>,
    graph: &Graph,
    page: &str,
    piece: &Piece,
    place: usize,
) -> Result<Asked<String>> {
    let step = format!("picture-{place}");
    if let Step::Ended(id) = order.steps.read::<String>(&step).await? {
        return Ok(Ok(id));
    }
    let picture = &piece.pictures[place];
    let limits = Limits::told(order.channel.network(), &order.channel.limits);
    let fitted = fit::fitted(order.app, picture, &limits).await?;
    let file = File { name: "picture.jpg", media_type: fitted.media_type, bytes: fitted.bytes };
    let alt = compose::alt(picture, &limits);
    let mut params = vec![("published", "false")];
    if !alt.is_empty() {
        params.push(("alt_text_custom", alt.as_str()));
    }
    order.steps.begin(&step).await?;
    match graph.post_file(&format!("{page}/photos"), &params, file).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            order.steps.end(&step, &id).await?;
            Ok(Ok(id))
        }
        Err(fault) => {
            order.steps.undo(&step).await?;
            Ok(Err(fault))
        }
    }
}

fn remote(answer: &Value) -> Remote {
    let id = answer.get("id").and_then(Value::as_str).unwrap_or_default();
    Remote { url: format!("https://www.facebook.com/{id}"), ids: vec![id.to_owned()], more: Value::Null }
}

/// Asks for the address that people open; without it the plain one does.
async fn with_address(graph: &Graph, mut remote: Remote) -> Remote {
    if let Ok(answer) = graph.get(&remote.ids[0], &[("fields", "permalink_url")]).await
        && let Some(url) = answer.get("permalink_url").and_then(Value::as_str)
    {
        remote.url = url.to_owned();
    }
    remote
}

async fn found_or_unconfirmed(
    order: &Order<'_>,
    graph: &Graph,
    page: &str,
    piece: &Piece,
) -> Result<Outcome> {
    Ok(match find(graph, page, piece).await {
        Some(remote) => {
            order.steps.end("post", &remote).await?;
            Outcome::Sent(remote)
        }
        None => Outcome::Unconfirmed { why: Sentence::new("channel-meta-unknown") },
    })
}

/// Looks for a piece among the newest posts, by the address that every text of ours holds.
async fn find(graph: &Graph, page: &str, piece: &Piece) -> Option<Remote> {
    let params = [("fields", "id,message,permalink_url"), ("limit", LOOKED_THROUGH)];
    let answer = graph.get(&format!("{page}/feed"), &params).await.ok()?;
    let posts = answer.get("data")?.as_array()?;
    let word =
        |post: &Value, name: &str| post.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let ours = posts.iter().find(|post| holds(&word(post, "message"), &piece.url))?;
    Some(Remote { url: word(ours, "permalink_url"), ids: vec![word(ours, "id")], more: Value::Null })
}

/// Tells whether a text holds an address, and not just the beginning of a longer one.
pub fn holds(text: &str, url: &str) -> bool {
    text.match_indices(url).any(|(at, _)| {
        let next = text[at + url.len()..].chars().next();
        next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '_'))
    })
}

/// Looks, by reading only, whether a piece stands there.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    Ok(find(&graph(order)?, &Place::of(order.channel).page, piece).await)
}

/// Replaces the text; Meta does not let a program change pictures. Repeated, it is the same text.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    let Some(id) = remote.ids.first() else { return Ok(nowhere()) };
    let part = first_part(order.channel, piece);
    let changed = graph(order)?.post(id, &[("message", &part.text)]).await;
    Ok(match changed {
        Ok(_) => Outcome::Sent(remote.clone()),
        Err(fault) => fault.repeatable(order.app.clock.now()),
    })
}

/// Deletes the post; one that is gone already is gone.
pub async fn withdraw(order: &Order<'_>, _: &PostId, remote: &Remote) -> Result<Outcome> {
    let Some(id) = remote.ids.first() else { return Ok(nowhere()) };
    Ok(match graph(order)?.delete(id).await {
        Ok(_) => Outcome::Sent(Remote::default()),
        Err(fault) if fault.meaning() == Meaning::Gone => Outcome::Sent(Remote::default()),
        Err(fault) => fault.repeatable(order.app.clock.now()),
    })
}

fn nowhere() -> Outcome {
    Outcome::Refused { why: Sentence::new("channel-meta-gone").with("said", "").with("code", 0_i64) }
}

/// Answers a comment, once; what was begun before is looked for below it.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    answer_at(order, reply, &format!("{}/comments", reply.to), "message", "id,message").await
}

/// Answers at an edge. `text` is what the network calls the text of an answer.
pub async fn answer_at(
    order: &Order<'_>,
    reply: &Reply,
    edge: &str,
    text: &str,
    fields: &str,
) -> Result<Outcome> {
    let graph = graph(order)?;
    let now = order.app.clock.now();
    match order.steps.read::<Remote>("answer").await? {
        Step::Ended(remote) => return Ok(Outcome::Sent(remote)),
        Step::Begun => {
            let known = graph.get(edge, &[("fields", fields), ("limit", "50")]).await.ok();
            let all = known.as_ref().and_then(|it| it.get("data")?.as_array());
            let ours = all
                .into_iter()
                .flatten()
                .find(|it| it.get(text).and_then(Value::as_str).map(str::trim) == Some(reply.text.trim()));
            return Ok(match ours.and_then(|it| it.get("id")?.as_str()) {
                Some(id) => Outcome::Sent(Remote { ids: vec![id.to_owned()], ..Remote::default() }),
                None => Outcome::Unconfirmed { why: Sentence::new("channel-meta-unknown") },
            });
        }
        Step::Fresh => {}
    }
    order.steps.begin("answer").await?;
    match graph.post(edge, &[("message", &reply.text)]).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let remote = Remote { ids: vec![id], ..Remote::default() };
            order.steps.end("answer", &remote).await?;
            Ok(Outcome::Sent(remote))
        }
        Err(fault) => {
            if fault.meaning() != Meaning::Unknown {
                order.steps.undo("answer").await?;
            }
            Ok(fault.once(now))
        }
    }
}
