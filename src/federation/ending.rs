//! The end of a Verbund in the Fediverse: its followers are told once, and later its actors leave.
use serde_json::{Value, json};

use super::actor::Actor;
use super::content::escaped;
use super::object::{self, PUBLIC};
use super::outgoing::send_to_followers;
use super::store_actor;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::base::error::Result;
use crate::base::{job, kill};
use crate::channel::order::Farewell;
use crate::consortium::{self, Consortium};

/// The kind of the job by which the actors leave.
pub const DEPART: &str = "net-depart";

/// How long the last words can be read before the actors leave, in days.
const STAYS_DAYS: i64 = 30;

/// Tells those who follow the Verbund or one of its houses that it ends. Said again, it is the same.
/// Each actor tells those who follow it, for servers take nothing from actors that nobody there knows.
pub async fn farewell(app: &App, consortium: &Consortium, words: &Farewell) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.id.as_str()).await?;
    for actor in store_actor::all_of(&mut tx, &consortium.id).await? {
        if actor.moved_to.is_empty() {
            send_to_followers(&mut tx, &actor, &last_note(&app.config, &actor, words, now), now).await?;
        }
    }
    let leaves_at = now.plus_hours(24 * STAYS_DAYS);
    job::enqueue_once(
        &mut tx,
        DEPART,
        &format!("{DEPART}:{}", consortium.id),
        consortium.id.as_str(),
        leaves_at,
    )
    .await?;
    kill::point("federation.farewell");
    app.commit(tx, consortium.id.as_str()).await
}

/// Lets the actors of a Verbund that has ended leave: servers lead the followers to where an actor
/// says it has moved, and forget the others with everything they said.
pub async fn depart(app: &App, consortium: &str) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium).await?;
    let it = consortium::store::by_id(&mut tx, &consortium.into()).await?;
    if !it.has_ended(now) {
        return Ok(());
    }
    for actor in store_actor::all_of(&mut tx, &it.id).await? {
        let last = match actor.moved_to.as_str() {
            "" => object::delete_actor(&app.config, &actor),
            to => object::move_actor(&app.config, &actor, to, it.ends_at.unwrap_or(now)),
        };
        send_to_followers(&mut tx, &actor, &last, now).await?;
    }
    kill::point("federation.departed");
    app.commit(tx, consortium).await
}

fn last_note(config: &Config, actor: &Actor, words: &Farewell, now: Instant) -> Value {
    let url = actor.url(config);
    let id = format!("{url}/farewell");
    let paragraphs = words.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let mut html: String =
        paragraphs.map(|text| format!("<p>{}</p>", escaped(text).replace('\n', "<br>"))).collect();
    if !words.url.is_empty() {
        let link = escaped(&words.url);
        html += &format!("<p><a href=\"{link}\" rel=\"noopener\">{link}</a></p>");
    }
    object::alone(json!({
        "id": format!("{id}/create"),
        "type": "Create",
        "actor": url,
        "published": object::stamp(now),
        "to": [PUBLIC],
        "cc": [actor.followers_url(config)],
        "object": {
            "id": id,
            "type": "Note",
            "attributedTo": url,
            "content": html,
            "contentMap": { words.language.as_str(): html },
            "published": object::stamp(now),
            "to": [PUBLIC],
            "cc": [actor.followers_url(config)],
        },
    }))
}
