//! How to follow the Verbund, with the channels in which it is.
use axum::extract::State;
use axum::response::Response;

use super::store;
use crate::base::app::App;
use crate::base::error::Result;
use crate::site::web_about::{self, Place};
use crate::site::web_visit::Visit;

/// Explains how to follow the Verbund, and names its channels.
pub async fn follow(State(app): State<App>, visit: Visit) -> Result<Response> {
    let now = app.clock.now();
    let channels = store::of_consortium(&mut *app.db.read().await?, &visit.consortium.id).await?;
    let seen = channels.into_iter().filter(|it| it.is_on(now) && it.account_url.starts_with("http"));
    let places = seen.map(|it| Place {
        network: visit.w.t(&format!("channel-network-{}", it.network().code())),
        account: if it.account.is_empty() { it.name } else { it.account },
        url: it.account_url,
    });
    let places = places.collect();
    web_about::follow(visit, places).await
}
