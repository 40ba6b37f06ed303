//! The way back: asks each channel at its pace what came in, and once a day how its access stands.
use super::work_plan::Place;
use super::{dispatch, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::{job, store as base_store};
use crate::channel::meta::webhook;
use crate::channel::order::{Health, Heard};
use crate::channel::{self, Channel, ChannelId, Network};
use crate::consortium::ConsortiumId;
use crate::conversation::store_intake;

/// The kind of the job that asks a channel what came back. Its payload names Verbund and channel.
pub const HEAR: &str = "net-hear";

/// The kind of the job that asks whether a channel's access holds. Its payload is the same.
pub const CHECK: &str = "net-check";

/// The kind of the job that takes in what a network told by itself. Its payload names Verbund and
/// channel too, and holds what was told.
pub const TOLD: &str = "net-told";

/// How long a channel is left alone that cannot be asked now, in minutes.
const TROUBLED_MINUTES: i64 = 15;

/// After how many hours an access is looked at again, and after how many when nobody could tell.
const CHECK_HOURS: i64 = 24;
const UNKNOWN_HOURS: i64 = 1;

/// How often a network has to be asked, in seconds; none where it tells by itself.
fn pace(network: Network) -> Option<i64> {
    match network {
        Network::Mastodon | Network::Bluesky => Some(60),
        // Their webhooks tell first; asking finds what those have lost.
        Network::Facebook | Network::Instagram => Some(300),
        Network::Newsletter => Some(300),
        Network::Fediverse | Network::ByHand => None,
    }
}

/// Lets the channels of a Verbund be asked, each once at a time.
pub async fn keep_asking(app: &App, place: &Place) -> Result<()> {
    let now = app.clock.now();
    for channel in place.channels.iter().filter(|channel| channel.is_on(now)) {
        let asked = [(HEAR, pace(channel.network()).is_some()), (CHECK, true)];
        for (kind, _) in asked.into_iter().filter(|(_, is_asked)| *is_asked) {
            let key = key(kind, channel);
            if base_store::is_waiting(&mut *app.db.read().await?, &key).await? {
                continue;
            }
            let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
            job::enqueue_once(&mut tx, kind, &key, &payload(channel), now).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

fn key(kind: &str, channel: &Channel) -> String {
    format!("{kind}:{}", channel.id)
}

fn payload(channel: &Channel) -> String {
    format!("{} {}", channel.consortium_id, channel.id)
}

/// Finds the channel that a job is about; none where it was taken away or is off.
async fn asked(app: &App, payload: &str) -> Result<Option<Channel>> {
    let Some((consortium, channel)) = payload.split_once(' ') else { return Ok(None) };
    let (consortium, channel) = (ConsortiumId::from(consortium), ChannelId::from(channel));
    match channel::store::by_id(&mut *app.db.read().await?, &consortium, &channel).await {
        Ok(channel) => Ok(Some(channel).filter(|it| it.is_on(app.clock.now()))),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn again(app: &App, kind: &str, channel: &Channel, at: Instant) -> Result<()> {
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    job::enqueue_once(&mut tx, kind, &key(kind, channel), &payload(channel), at).await?;
    tx.commit().await
}

/// Asks a channel what came back and takes it in, then comes back at its pace. A network that
/// cannot be asked now is asked later, for as long as the channel is on.
pub async fn hear(app: &App, payload: &str) -> Result<()> {
    let Some(channel) = asked(app, payload).await? else { return Ok(()) };
    let Some(pace) = pace(channel.network()) else { return Ok(()) };
    let heard = match channel.broken_at {
        Some(_) => Ok(None),
        None => dispatch::hear(app, &channel).await,
    };
    let now = app.clock.now();
    let next = match &heard {
        Ok(Some(heard)) => heard.again_at.unwrap_or(now.plus_seconds(pace)).max(now.plus_seconds(5)),
        Ok(None) => now.plus_minutes(TROUBLED_MINUTES),
        Err(error) => {
            tracing::warn!(channel = %channel.id, %error, "what came back cannot be asked for");
            now.plus_minutes(TROUBLED_MINUTES)
        }
    };
    if let Ok(Some(heard)) = heard {
        take_in(app, &channel, &heard).await?;
    }
    again(app, HEAR, &channel, next).await
}

/// Writes what a network told of a channel as the payload of its job.
pub fn told_payload(channel: &Channel, body: &str) -> String {
    format!("{} {body}", payload(channel))
}

/// Takes in what a network told by itself. What is known already is taken in only once.
pub async fn told(app: &App, payload: &str) -> Result<()> {
    let mut pieces = payload.splitn(3, ' ');
    let (Some(consortium), Some(channel), Some(body)) = (pieces.next(), pieces.next(), pieces.next()) else {
        return Ok(());
    };
    let Some(channel) = asked(app, &format!("{consortium} {channel}")).await? else { return Ok(()) };
    let message = webhook::read(body.as_bytes());
    for entry in message.iter().flat_map(|message| &message.entry).filter(|entry| entry.concerns(&channel)) {
        take_in(app, &channel, &entry.heard(&channel, app.clock.now())).await?;
    }
    Ok(())
}

/// Takes in what came back and how far was read, both or neither.
async fn take_in(app: &App, channel: &Channel, heard: &Heard) -> Result<()> {
    let now = app.clock.now();
    let id = &channel.consortium_id;
    let mut tx = app.db.begin(id.as_str()).await?;
    for incoming in &heard.incoming {
        let mut incoming = incoming.clone();
        if let (None, Some(below)) = (&incoming.post_id, &incoming.in_reply_to) {
            incoming.post_id = store::post_under(&mut tx, &channel.id, below).await?;
        }
        store_intake::take_in(&mut tx, &incoming, now).await?;
    }
    for gone in &heard.gone {
        store_intake::take_back(&mut tx, id, channel.network(), gone, now).await?;
    }
    let mut channel = channel::store::by_id(&mut tx, id, &channel.id).await?;
    channel.heard = heard.heard.clone();
    channel.heard_at = Some(now);
    channel::store::save(&mut tx, &channel).await?;
    if heard.incoming.is_empty() && heard.gone.is_empty() {
        tx.commit().await
    } else {
        app.commit(tx, id.as_str()).await
    }
}

/// Asks whether a channel's access holds, and writes down what it takes and until when it holds.
pub async fn check(app: &App, payload: &str) -> Result<()> {
    let Some(channel) = asked(app, payload).await? else { return Ok(()) };
    let health = dispatch::check(app, &channel).await.unwrap_or_else(|error| {
        tracing::warn!(channel = %channel.id, %error, "whether an access holds cannot be asked for");
        Health::Unknown
    });
    let now = app.clock.now();
    let hours = if health == Health::Unknown { UNKNOWN_HOURS } else { CHECK_HOURS };
    let id = &channel.consortium_id;
    channel::work::note_health(app, id, &channel.id, &health).await?;
    if channel.broken_at.is_some() && matches!(health, Health::Good { .. }) {
        // What waited for the access is planned anew.
        app.commit(app.db.begin(id.as_str()).await?, id.as_str()).await?;
    }
    again(app, CHECK, &channel, now.plus_hours(hours)).await
}
