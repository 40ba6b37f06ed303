//! A professional Instagram account: containers first, then one step that publishes them.
use std::time::Duration;

use serde_json::Value;

use super::facebook::{answer_at, holds};
use super::fault::{Asked, Meaning};
use super::graph::Graph;
use super::{Place, graph};
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::compose::{self, Shape};
use crate::channel::count::Limits;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;
use crate::channel::steps::Step;
use crate::channel::{Channel, Network};
use crate::post::PostId;

/// How often, and how long apart, it is asked within one attempt whether a container is ready.
const ASKED: u32 = 5;
const BETWEEN: Duration = Duration::from_secs(2);

/// Composes a piece: pictures are the post, the text is their caption; links in it cannot be followed.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let limits = Limits::told(channel.network(), &channel.limits);
    let mut composed = compose::compose(piece, &limits, Shape::usual(channel.network()));
    composed.losses.push(Sentence::new("channel-meta-link-dead"));
    composed
}

/// Publishes a piece. A container that is not published is seen by nobody and ends after a day, so
/// making one may be repeated; publishing one is asked for once, and its state tells what became of it.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    let part = compose(order.channel, piece).parts.into_iter().next().unwrap_or_default();
    let graph = graph(order)?;
    let account = Place::of(order.channel).account;
    let now = order.app.clock.now();
    if part.pictures.is_empty() {
        return Ok(Outcome::Refused { why: Sentence::new("channel-fault-picture-needed") });
    }
    if let Step::Ended(remote) = order.steps.read::<Remote>("publish").await? {
        return Ok(Outcome::Sent(remote));
    }
    let container = match container(order, &graph, &account, piece, &part).await? {
        Ok(container) => container,
        Err(fault) => return Ok(fault.repeatable(now)),
    };
    match state(&graph, &container).await {
        Ok(State::Ready) => {}
        Ok(State::Published) => return published(order, &graph, &account, piece).await,
        Ok(State::Working) => {
            let at = Some(now.plus_seconds(30));
            return Ok(Outcome::Retry { at, why: Sentence::new("channel-meta-working") });
        }
        Ok(State::Ended(why)) => {
            forget(order, &part).await?;
            return Ok(match why {
                None => Outcome::Retry { at: None, why: Sentence::new("channel-meta-expired") },
                Some(said) => Outcome::Refused {
                    why: Sentence::new("channel-meta-picture").with("said", said).with("code", 0_i64),
                },
            });
        }
        Err(fault) => return Ok(fault.repeatable(now)),
    }
    order.steps.begin("publish").await?;
    match graph.post(&format!("{account}/media_publish"), &[("creation_id", &container)]).await {
        Ok(answer) => {
            let remote = remote(&graph, &answer).await;
            order.steps.end("publish", &remote).await?;
            Ok(Outcome::Sent(remote))
        }
        // The container's state says next time whether it was published.
        Err(fault) if fault.meaning() == Meaning::Unknown => Ok(fault.repeatable(now)),
        Err(fault) => Ok(fault.once(now)),
    }
}

/// Gives the container of the whole post; one picture is its own, several are held by a carousel.
async fn container(
    order: &Order<'_>,
    graph: &Graph,
    account: &str,
    piece: &Piece,
    part: &Part,
) -> Result<Asked<String>> {
    let edge = format!("{account}/media");
    if let [only] = part.pictures[..] {
        let mut params = picture(piece, only);
        params.push(("caption", part.text.clone()));
        return make(order, graph, &edge, "container", &params).await;
    }
    let mut children = Vec::new();
    for place in &part.pictures {
        let mut params = picture(piece, *place);
        params.push(("is_carousel_item", "true".to_owned()));
        match make(order, graph, &edge, &format!("container-{place}"), &params).await? {
            Ok(id) => children.push(id),
            Err(fault) => return Ok(Err(fault)),
        }
    }
    let params = [
        ("media_type", "CAROUSEL".to_owned()),
        ("children", children.join(",")),
        ("caption", part.text.clone()),
    ];
    make(order, graph, &edge, "container", &params).await
}

fn picture(piece: &Piece, place: usize) -> Vec<(&'static str, String)> {
    let picture = &piece.pictures[place];
    let limits = Limits::of(Network::Instagram);
    // Instagram fetches the picture itself and refuses what is too narrow or too wide: of those the
    // cut around what matters goes there.
    let is = f64::from(picture.width.max(1)) / f64::from(picture.height.max(1));
    let is_fit = limits.picture_ratio.is_none_or(|(narrow, wide)| (narrow..=wide).contains(&is));
    let files = if is_fit || picture.cut.is_empty() { &picture.public } else { &picture.cut };
    let fits = files.iter().filter(|(width, _)| *width <= limits.picture_side_max);
    let largest = fits.max_by_key(|(width, _)| *width).or_else(|| files.first());
    let mut params = vec![("image_url", largest.map(|(_, url)| url.clone()).unwrap_or_default())];
    let alt = compose::alt(picture, &limits);
    if !alt.is_empty() {
        params.push(("alt_text", alt));
    }
    params
}

async fn make(
    order: &Order<'_>,
    graph: &Graph,
    edge: &str,
    step: &str,
    params: &[(&'static str, String)],
) -> Result<Asked<String>> {
    if let Step::Ended(id) = order.steps.read::<String>(step).await? {
        return Ok(Ok(id));
    }
    let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
    order.steps.begin(step).await?;
    match graph.post(edge, &params).await {
        Ok(answer) => {
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            order.steps.end(step, &id).await?;
            Ok(Ok(id))
        }
        Err(fault) => {
            order.steps.undo(step).await?;
            Ok(Err(fault))
        }
    }
}

/// Forgets the containers, so that the next attempt makes new ones.
async fn forget(order: &Order<'_>, part: &Part) -> Result<()> {
    order.steps.forget("container").await?;
    for place in &part.pictures {
        order.steps.forget(&format!("container-{place}")).await?;
    }
    Ok(())
}

/// How a container stands.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Working,
    Ready,
    Published,
    /// It expired, or failed with these words.
    Ended(Option<String>),
}

async fn state(graph: &Graph, container: &str) -> Asked<State> {
    let mut asked = 0;
    loop {
        let answer = graph.get(container, &[("fields", "status_code,status")]).await?;
        let word = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        asked += 1;
        match word("status_code").as_str() {
            "FINISHED" => return Ok(State::Ready),
            "PUBLISHED" => return Ok(State::Published),
            "EXPIRED" => return Ok(State::Ended(None)),
            "ERROR" => return Ok(State::Ended(Some(word("status")))),
            _ if asked >= ASKED => return Ok(State::Working),
            _ => tokio::time::sleep(BETWEEN).await,
        }
    }
}

/// Finds what was published without our hearing of it.
async fn published(order: &Order<'_>, graph: &Graph, account: &str, piece: &Piece) -> Result<Outcome> {
    Ok(match find(graph, account, piece).await {
        Some(remote) => {
            order.steps.end("publish", &remote).await?;
            Outcome::Sent(remote)
        }
        None => Outcome::Unconfirmed { why: Sentence::new("channel-meta-unknown") },
    })
}

async fn find(graph: &Graph, account: &str, piece: &Piece) -> Option<Remote> {
    let params = [("fields", "id,caption,permalink"), ("limit", "25")];
    let answer = graph.get(&format!("{account}/media"), &params).await.ok()?;
    let word = |it: &Value, name: &str| it.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let ours = answer.get("data")?.as_array()?.iter().find(|it| holds(&word(it, "caption"), &piece.url))?;
    Some(Remote { url: word(ours, "permalink"), ids: vec![word(ours, "id")], more: Value::Null })
}

async fn remote(graph: &Graph, answer: &Value) -> Remote {
    let id = answer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let link = graph.get(&id, &[("fields", "permalink")]).await.ok();
    let url = link.and_then(|it| Some(it.get("permalink")?.as_str()?.to_owned())).unwrap_or_default();
    Remote { url, ids: vec![id], more: Value::Null }
}

/// Looks, by reading only, whether a piece stands there.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    Ok(find(&graph(order)?, &Place::of(order.channel).account, piece).await)
}

/// Says that Instagram lets no program change what stands there.
pub fn correct() -> Outcome {
    Outcome::Refused { why: Sentence::new("channel-meta-no-correction") }
}

/// Deletes a post, where Meta lets the app do it.
pub async fn withdraw(order: &Order<'_>, _: &PostId, remote: &Remote) -> Result<Outcome> {
    let Some(id) = remote.ids.first() else {
        return Ok(Outcome::Refused { why: Sentence::new("channel-meta-no-withdrawal") });
    };
    Ok(match graph(order)?.delete(id).await {
        Ok(_) => Outcome::Sent(Remote::default()),
        Err(fault) => match fault.meaning() {
            Meaning::Gone => Outcome::Sent(Remote::default()),
            Meaning::Permission | Meaning::Wrong => {
                Outcome::Refused { why: Sentence::new("channel-meta-no-withdrawal") }
            }
            _ => fault.repeatable(order.app.clock.now()),
        },
    })
}

/// Answers a comment.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    answer_at(order, reply, &format!("{}/replies", reply.to), "text", "id,text").await
}
