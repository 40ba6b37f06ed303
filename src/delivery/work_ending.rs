//! How channels end: one that was taken away loses its queue and its tokens; when a Verbund ends,
//! those who follow it are told once in each network, and then its channels end.
use super::outcome::again_at;
use super::state::{Act, State};
use super::work_plan::Place;
use super::{dispatch, store, store_due};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::base::store as base_store;
use crate::channel::order::{Farewell, Order};
use crate::channel::outcome::Outcome;
use crate::channel::steps::Steps;
use crate::channel::{self, Channel, ChannelId, store_piece};
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};

/// The kind of the job that says goodbye in one network. Its payload names Verbund and channel.
pub const FAREWELL: &str = "net-farewell";

/// For how many hours after the end a network is tried that cannot be reached.
const TRIED_HOURS: i64 = 60;

/// Lets each channel of a Verbund that has ended say goodbye, and ends what belongs to channels that
/// were taken away.
pub async fn keep_ending(app: &App, place: &Place) -> Result<()> {
    let now = app.clock.now();
    let id = &place.consortium.id;
    if place.consortium.has_ended(now) {
        for channel in &place.channels {
            let key = key(channel);
            if !base_store::is_waiting(&mut *app.db.read().await?, &key).await? {
                again(app, channel, now).await?;
            }
        }
    }
    let gone = store_due::unfinished(&mut *app.db.read().await?, id).await?;
    for channel in gone {
        let mut tx = app.db.begin(id.as_str()).await?;
        end(&mut tx, app, channel, "delivery-why-channel-gone", now).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn key(channel: &Channel) -> String {
    format!("{FAREWELL}:{}", channel.id)
}

async fn again(app: &App, channel: &Channel, at: Instant) -> Result<()> {
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    let payload = format!("{} {}", channel.consortium_id, channel.id);
    job::enqueue_once(&mut tx, FAREWELL, &key(channel), &payload, at).await?;
    tx.commit().await
}

/// Says goodbye in one network and ends the channel. What is still to be taken back there comes
/// first; a network that cannot be reached is tried for some days.
pub async fn farewell(app: &App, payload: &str) -> Result<()> {
    let Some((consortium, channel)) = payload.split_once(' ') else { return Ok(()) };
    let (id, channel) = (ConsortiumId::from(consortium), ChannelId::from(channel));
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_id(&mut conn, &id).await?;
    let channel = channel::store::by_id(&mut conn, &id, &channel).await?;
    let open = store_due::open_of_channel(&mut conn, &channel.id).await?;
    drop(conn);
    let Some(ended) = consortium.ends_at.filter(|at| *at <= now && channel.ended_at.is_none()) else {
        return Ok(());
    };
    let may_wait = now < ended.plus_hours(TRIED_HOURS);
    let is_to_be_taken_back = |act: Act, state: State| act == Act::Withdraw && state.is_ahead();
    if may_wait && open.iter().any(|row| is_to_be_taken_back(row.act(), row.state()) || row.is_in_hand(now)) {
        return again(app, &channel, now.plus_minutes(5)).await;
    }
    let outcome = say(app, &consortium, &channel).await.unwrap_or_else(|error| {
        tracing::warn!(channel = %channel.id, %error, "nobody could be told of the end");
        Outcome::Retry { at: None, why: Sentence::new("delivery-why-ours") }
    });
    if let Outcome::Retry { at, .. } = &outcome
        && may_wait
    {
        let tries = (now.millis() - ended.millis()) / 3_600_000;
        return again(app, &channel, at.unwrap_or_else(|| again_at(now, tries + 4))).await;
    }
    tracing::info!(channel = %channel.id, ?outcome, "the end was told");
    let mut tx = app.db.begin(id.as_str()).await?;
    let channel = channel::store::by_id(&mut tx, &id, &channel.id).await?;
    end(&mut tx, app, channel, "delivery-why-consortium-ended", now).await?;
    app.commit(tx, id.as_str()).await
}

/// Says it, where anything was ever said there.
async fn say(app: &App, consortium: &Consortium, channel: &Channel) -> Result<Outcome> {
    if channel.on_at.is_none() || channel.broken_at.is_some() {
        return Ok(Outcome::ByHand);
    }
    let w = consortium.main_language();
    let text = Sentence::new("delivery-farewell")
        .with("name", &consortium.name)
        .with("reason", &consortium.end_reason);
    let words = Farewell {
        text: w.say(&text),
        language: w.code().into(),
        url: store_piece::root(&app.config, consortium),
    };
    let steps = Steps::of(app, &key(channel));
    dispatch::farewell(&Order { app, consortium, channel, steps }, &words).await
}

/// Ends a channel: its queue and its tokens. What is in hand is noted first and ends then.
async fn end(
    conn: &mut Conn,
    app: &App,
    mut channel: Channel,
    why: &'static str,
    now: Instant,
) -> Result<()> {
    let why = Sentence::new(why).keep();
    for mut row in store_due::open_of_channel(conn, &channel.id).await? {
        if row.is_in_hand(now) {
            continue;
        }
        match (row.state(), row.act()) {
            (State::Unconfirmed, _) => {}
            (_, Act::Publish) => row.stand(State::Withdrawn, now),
            (_, Act::Correct | Act::Withdraw) => row.stand(State::Lapsed, now),
        }
        row.next_at = None;
        row.why = why.clone();
        store::save(conn, &row).await?;
    }
    channel.ended_at.get_or_insert(now);
    channel::revoking::later(conn, app, &channel).await?;
    channel.secret = String::new();
    channel::store::save(conn, &channel).await
}
