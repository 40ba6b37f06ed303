//! Correcting and taking back what stands there. Both may be asked for again: the same text twice is
//! the same text, and what is gone stays gone.
use http::Method;
use serde_json::{Value, json};

use super::api::{Fault, Status};
use super::driver::{compose, remote, send_part};
use super::sending::{Post, alt, focus};
use super::{Posted, looking};
use crate::base::sentence::Sentence;
use crate::channel::count::Limits;
use crate::channel::order::Order;
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::Part;
use crate::channel::piece::Piece;
use crate::channel::stop::{Going, Stop};
use crate::channel::{Network, fit};

/// Replaces part by part; a thread that grew goes on, one that shrank loses its end.
pub async fn correct(order: &Order<'_>, piece: &Piece, there: &Remote) -> Going<Outcome> {
    let post = Post::open(order)?;
    let parts = compose(order.channel, piece).parts;
    let known: Vec<Vec<(String, String)>> =
        serde_json::from_value(there.more["media"].clone()).unwrap_or_default();
    let mut sent: Vec<Posted> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let posted = match there.ids.get(at) {
            Some(id) => {
                let known = known.get(at).map_or(&[][..], Vec::as_slice);
                replace(&post, piece, part, (at, id), known).await?
            }
            None => {
                let answers = sent.last().map(|posted| posted.id.clone());
                send_part(&post, piece, part, at, answers).await?
            }
        };
        sent.push(posted);
    }
    for id in there.ids.iter().skip(parts.len()).rev() {
        delete(&post, id).await?;
    }
    Ok(Outcome::Sent(remote(&sent)))
}

async fn replace(
    post: &Post<'_>,
    piece: &Piece,
    part: &Part,
    (at, id): (usize, &String),
    known: &[(String, String)],
) -> Going<Posted> {
    let media = media(post, piece, part, at, known).await?;
    let attributes: Vec<Value> = media
        .iter()
        .filter_map(|(picture, id)| {
            let picture = piece.pictures.iter().find(|it| it.id.as_str() == picture)?;
            let alt = alt(picture, post.told.limits.alt_max);
            Some(json!({ "id": id, "description": alt, "focus": focus(picture) }))
        })
        .collect();
    let mut body = json!({ "status": part.text, "language": piece.language });
    body["media_ids"] = media.iter().map(|(_, id)| json!(id)).collect();
    if !attributes.is_empty() {
        body["media_attributes"] = Value::Array(attributes);
    }
    let request = post.api.request(Method::PUT, &format!("/api/v1/statuses/{id}"))?.json(&body);
    match post.api.send(request).await.map(|answer| answer.json::<Status>()) {
        Ok(Some(status)) => Ok(Posted { media, ..looking::posted(&status) }),
        Ok(None) => {
            let why = post.api.say("channel-mastodon-strange");
            Err(Outcome::Retry { at: None, why }.into())
        }
        Err(Fault::Gone { .. }) => Err(refused(post, "channel-mastodon-no-correction")),
        Err(fault) => Err(fault.outcome(true).into()),
    }
}

/// Brings a part's pictures there, those that are there already excepted.
pub async fn media(
    post: &Post<'_>,
    piece: &Piece,
    part: &Part,
    at: usize,
    known: &[(String, String)],
) -> Going<Vec<(String, String)>> {
    let limits = Limits::told(Network::Mastodon, &post.order.channel.limits);
    let mut media = Vec::new();
    for place in &part.pictures {
        let Some(picture) = piece.pictures.get(*place) else { continue };
        let name = picture.id.as_str();
        let id = match known.iter().find(|(picture, _)| picture == name) {
            Some((_, id)) => id.clone(),
            None => {
                let file = async {
                    let fitted = fit::fitted(post.order.app, picture, &limits).await?;
                    Ok((fitted.media_type, fitted.bytes.into()))
                };
                post.upload(&format!("media-{at}-{name}"), picture, file).await?
            }
        };
        media.push((name.to_owned(), id));
    }
    Ok(media)
}

/// Takes a status back; one that is gone is gone.
pub async fn delete(post: &Post<'_>, id: &str) -> Going<()> {
    let request = post.api.request(Method::DELETE, &format!("/api/v1/statuses/{id}"))?;
    match post.api.send(request).await {
        Ok(_) | Err(Fault::Gone { .. }) => Ok(()),
        Err(fault) => Err(fault.outcome(true).into()),
    }
}

fn refused(post: &Post<'_>, key: &'static str) -> Stop {
    let why: Sentence = post.api.say(key);
    Outcome::Refused { why }.into()
}
