//! The Fediverse as a channel. Nothing here waits for another server: what is said is written into
//! rows in one transaction, and stands; the pump carries it out.
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::actor::ActorId;
use super::speaking::speakers;
use super::{answering, ending, object, outgoing, saying, standing, store_spoken};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::kill;
use crate::channel::order::{Farewell, Health, Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::Composed;
use crate::channel::piece::Piece;
use crate::channel::{self, Channel};
use crate::post::PostId;
use crate::{consortium, institution};

/// What we have to know of a post later, besides its id.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct More {
    /// The other houses that have shared it.
    shared_by: Vec<ActorId>,
}

/// Composes a piece as Mastodon shows it.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    super::shown::compose(channel, piece)
}

/// Publishes a piece; said again, it is the same and nothing is sent twice.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    say(order, piece, None).await
}

/// Tells everybody who may have seen the post that it has a newer text.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    say(order, piece, Some(remote)).await
}

async fn say(order: &Order<'_>, piece: &Piece, known: Option<&Remote>) -> Result<Outcome> {
    let Order { app, consortium, channel, .. } = order;
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.id.as_str()).await?;
    let byline: Vec<_> = piece.houses.iter().map(|house| house.id.clone()).collect();
    let speakers = speakers(&mut tx, consortium, channel, &piece.post, &byline, now).await?;
    let before = known.map(more).unwrap_or_default().shared_by;
    let sharing = saying::sharing(&mut tx, consortium, &piece.houses, &before, &speakers, now).await?;
    match known {
        None => saying::publish(&mut tx, &app.config, piece, &speakers, &sharing, now).await?,
        Some(_) => saying::correct(&mut tx, &app.config, piece, &speakers, &sharing, now).await?,
    }
    kill::point("federation.said");
    app.commit(tx, consortium.id.as_str()).await?;
    kill::point("federation.stands");
    let shared_by = sharing.into_iter().map(|actor| actor.id).collect();
    let (post, more) = (object::post_url(&app.config, &piece.post), json!(More { shared_by }));
    Ok(Outcome::Sent(Remote { url: piece.url.clone(), ids: vec![post], more }))
}

/// Takes back what was published, from everybody who may have seen it.
pub async fn withdraw(order: &Order<'_>, post: &PostId, remote: &Remote) -> Result<Outcome> {
    let Order { app, consortium, .. } = order;
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.id.as_str()).await?;
    // What nobody ever said is nowhere.
    if let Some(speakers) = store_spoken::of_post(&mut tx, post).await? {
        let before = more(remote).shared_by;
        let sharing = saying::sharing(&mut tx, consortium, &[], &before, &speakers, now).await?;
        saying::withdraw(&mut tx, &app.config, post, &speakers, &sharing, now).await?;
    }
    kill::point("federation.withdrawn");
    app.commit(tx, consortium.id.as_str()).await?;
    Ok(Outcome::Sent(remote.clone()))
}

/// Looks whether a piece was said already.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    let mut conn = order.app.db.read().await?;
    let post = object::post_url(&order.app.config, &piece.post);
    let is_said = outgoing::store::is_said(&mut conn, &format!("{post}/create")).await?;
    Ok(is_said.then(|| Remote { url: piece.url.clone(), ids: vec![post], more: json!(More::default()) }))
}

/// Answers in the voice of the house in charge, or of the Verbund.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    answering::answer(order, reply).await
}

/// Tells everybody who follows the Verbund or its houses, once, that it ends.
pub async fn farewell(order: &Order<'_>, words: &Farewell) -> Result<Outcome> {
    ending::farewell(order.app, order.consortium, words).await?;
    Ok(Outcome::Sent(Remote::default()))
}

/// Our own actors need nobody's leave. They are made now where there are none yet, so that visitors
/// can be told under which name they follow the Verbund.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let mut conn = app.db.read().await?;
    let it = consortium::store::by_id(&mut conn, &channel.consortium_id).await?;
    let houses = institution::store::of_consortium(&mut conn, &it.id).await?;
    drop(conn);
    let now = app.clock.now();
    let actor = standing::ensure(app, &it, None).await?;
    for house in houses.iter().filter(|house| house.is_active(now)) {
        standing::ensure(app, &it, Some(house)).await?;
    }
    let (account, url) = (actor.full_handle(&app.config), actor.url(&app.config));
    channel::store::call(app, channel, &account, &url).await?;
    Ok(Health::Good { limits: "{}".into(), expires_at: None })
}

fn more(remote: &Remote) -> More {
    serde_json::from_value(remote.more.clone()).unwrap_or_default()
}
