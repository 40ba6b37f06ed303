//! The first screen, with what waits of the sendings.
use std::collections::HashMap;

use axum::extract::{Query, State as Of};
use axum::response::Response;

use super::plan::Turn;
use super::standing::Standing;
use super::state::State;
use super::{store, store_desk};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::channel::{self, Channel};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::post::acting::web_acts_page::title_of;
use crate::post::today::card::{Card, Rank};
use crate::post::today::web_today;

/// `GET /desk/{verbund}/today`
pub async fn today(
    Of(app): Of<App>,
    reading: Reading,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, reading.lang(), app.clock.now());
    let mut conn = app.db.read().await?;
    let cards = cards(&mut conn, &reading, &local).await?;
    drop(conn);
    web_today::today(&app, &reading, &query, cards).await
}

/// Gives what of the sendings waits for somebody: a decision, a hand, a new connection.
async fn cards(conn: &mut Conn, reading: &Reading, local: &Local<'_>) -> Result<Vec<Card>> {
    if reading.may_write().is_err() {
        return Ok(Vec::new());
    }
    let id = &reading.consortium.id;
    let channels = channel::store::of_consortium(conn, id).await?;
    let mut cards = Vec::new();
    let mut waiting: HashMap<_, usize> = HashMap::new();
    for told in store_desk::told(conn, id, None, "open").await? {
        let Some(channel) = channels.iter().find(|it| it.id == told.row.channel_id) else { continue };
        if told.row.state() == State::Reconnect {
            *waiting.entry(channel.id.clone()).or_default() += 1;
            continue;
        }
        let turns: Vec<Turn> = store::turns(conn, &told.row.post_id, &channel.id).await?;
        let Some(standing) = Standing::of(&turns) else { continue };
        let mut said = local.lang.say(&standing.sentence(channel.network(), local));
        if let Some(picture) = standing.picture(channel.network()) {
            said = format!("{said} {}", local.lang.say(&picture));
        }
        cards.push(Card {
            rank: Rank::Delivery,
            title: title_of(&told.title, local.lang),
            badges: Vec::new(),
            words: format!("{}: {said}", channel.name),
            href: desk_href(&reading.consortium.slug, &format!("posts/{}#whereabouts", told.number)),
            button: local.lang.t("delivery-card-look"),
            until: None,
        });
    }
    let broken = channels.iter().filter(|it| it.broken_at.is_some() && reading.is_coordinator());
    cards.extend(crate::conversation::today::cards(conn, reading, local).await?);
    cards.extend(broken.map(|it| of_broken(reading, it, waiting.get(&it.id).copied().unwrap_or(0), local)));
    Ok(cards)
}

fn of_broken(reading: &Reading, channel: &Channel, waiting: usize, local: &Local<'_>) -> Card {
    let w = local.lang;
    let words = Sentence::new("delivery-card-broken-words")
        .with("n", waiting)
        .with("why", w.say_kept(&channel.broken_why));
    Card {
        rank: Rank::Delivery,
        title: w.w("delivery-card-broken", "channel", &channel.name),
        badges: Vec::new(),
        words: w.say(&words),
        href: desk_href(&reading.consortium.slug, &format!("channels/{}", channel.id)),
        button: w.t("delivery-connect"),
        until: None,
    }
}
