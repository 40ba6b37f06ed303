//! What connecting an account has in common, whichever network it is in: finding the channel, and
//! writing down that it is connected. The channel and what waits for it stay.
use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;

use super::web::{channel_href, note};
use super::{Channel, ChannelId, Network, revoking, store};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::member::web_seat::Coordinating;
use crate::page::html;

/// The parameters of the path.
pub type Params = Path<HashMap<String, String>>;

/// Gives the address of a channel's own page, and the channel's name, for the way back.
pub fn back(it: &Coordinating, channel: &Channel) -> (String, String) {
    (channel_href(it, &channel.id), channel.name.clone())
}

/// Finds the channel of the path, if it is in one of these networks and has not been taken away.
pub async fn find(
    conn: &mut Conn,
    it: &Coordinating,
    params: &HashMap<String, String>,
    networks: &[Network],
) -> Result<Channel> {
    let id = params.get("channel").ok_or(Error::NotFound)?;
    let channel = store::by_id(conn, &it.consortium.id, &ChannelId::from(id.as_str())).await?;
    let is_fit = networks.contains(&channel.network()) && channel.ended_at.is_none();
    if is_fit { Ok(channel) } else { Err(Error::NotFound) }
}

/// Changes what lies of a channel, as it is when nobody else writes.
pub async fn keep(
    app: &App,
    it: &Coordinating,
    params: &HashMap<String, String>,
    networks: &[Network],
    change: impl FnOnce(&mut Channel) -> Result<()>,
) -> Result<()> {
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let mut channel = find(&mut tx, it, params, networks).await?;
    change(&mut channel)?;
    store::save(&mut tx, &channel).await?;
    app.commit(tx, it.consortium.id.as_str()).await
}

/// Writes down that a channel is connected: whatever stood against its access has ended, what waits
/// for it goes on, and the trail says who did it.
pub async fn connected(
    app: &App,
    it: &Coordinating,
    params: &HashMap<String, String>,
    networks: &[Network],
    change: impl FnOnce(&mut Channel) -> Result<()>,
) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let mut channel = find(&mut tx, it, params, networks).await?;
    revoking::replaced(&mut tx, app, &channel).await?;
    channel.broken_at = None;
    channel.broken_why = String::new();
    channel.expires_at = None;
    channel.warned_for = None;
    channel.checked_at = Some(now);
    change(&mut channel)?;
    store::save(&mut tx, &channel).await?;
    note(&mut tx, it, now, "channel-connected", &channel).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&channel_href(it, &channel.id), "channel-connected"))
}
