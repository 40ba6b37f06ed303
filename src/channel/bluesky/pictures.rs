//! Pictures on their way: fitted, brought there, and named as the server calls them.
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::stop;
use super::session::{Fault, Session, address, say};
use crate::base::door::Request;
use crate::channel::compose::alt;
use crate::channel::count::Limits;
use crate::channel::order::Order;
use crate::channel::piece::PiecePicture;
use crate::channel::steps::Step;
use crate::channel::stop::Going;
use crate::channel::{Network, fit};

/// How long one picture may take on its way.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// A picture that is there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shown {
    pub blob: Value,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

#[derive(Deserialize)]
struct Taken {
    blob: Value,
}

/// Brings a picture there, once; `is_anew` brings it again, where the server has forgotten it. What no
/// record shows, the server throws away by itself.
pub async fn bring(
    order: &Order<'_>,
    session: &Session<'_>,
    picture: &PiecePicture,
    is_anew: bool,
) -> Going<Shown> {
    let step = format!("picture-{}", picture.id);
    let limits = Limits::told(Network::Bluesky, &order.channel.limits);
    if let (Step::Ended(shown), false) = (order.steps.read::<Shown>(&step).await?, is_anew) {
        return Ok(Shown { alt: alt(picture, &limits), ..shown });
    }
    let fitted = fit::fitted(order.app, picture, &limits).await?;
    order.steps.begin(&step).await?;
    let url = address(&session.pds, "com.atproto.repo.uploadBlob")?;
    let mut request = Request::new(Method::POST, url).body(fitted.media_type, fitted.bytes);
    request.patience = PATIENCE;
    let Taken { blob } = session.read(request).await?.map_err(stop)?;
    if !blob.is_object() {
        return Err(stop(Fault::Later { at: None, why: say("channel-bluesky-strange", &session.pds) }));
    }
    let shown = Shown { blob, width: fitted.width, height: fitted.height, alt: alt(picture, &limits) };
    order.steps.end(&step, &shown).await?;
    Ok(shown)
}
