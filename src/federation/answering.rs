//! An answer of ours to somebody out there: a note that names them, in the voice of the house in
//! charge. What was said between two stays between two.
use serde_json::{Value, json};
use url::Url;

use super::actor::Actor;
use super::content::escaped;
use super::object::{self, PUBLIC};
use super::outgoing::{send_to, send_to_followers};
use super::remote::{self, RemoteActor};
use super::speaking::{Voice, voice};
use super::{outgoing, store_actor, store_remote};
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::institution;

/// Answers; said again, it is the same answer.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    let app = order.app;
    let Some(to) = addressee(order, reply).await? else {
        return Ok(Outcome::Refused { why: Sentence::new("federation-out-nobody") });
    };
    let now = app.clock.now();
    let mut tx = app.db.begin(order.consortium.id.as_str()).await?;
    let actor = speaker(&mut tx, order, reply, now).await?;
    let create = create(&app.config, &actor, reply, &to.author().handle, now);
    if !reply.is_direct {
        send_to_followers(&mut tx, &actor, &create, now).await?;
    }
    send_to(&mut tx, &actor, &to.inbox, &create, now).await?;
    kill::point("federation.answered");
    app.commit(tx, order.consortium.id.as_str()).await?;
    let id = note_url(&app.config, &reply.id);
    Ok(Outcome::Sent(Remote { url: String::new(), ids: vec![id], more: Value::Null }))
}

/// Gives the id of an answer's object.
pub fn note_url(config: &Config, reply: &str) -> String {
    format!("{}/ap/answer/{reply}", config.public_url)
}

async fn speaker(conn: &mut Conn, order: &Order<'_>, reply: &Reply, now: Instant) -> Result<Actor> {
    let consortium = order.consortium;
    match (&reply.house, voice(&order.channel.settings)) {
        (Some(house), Voice::Houses) => {
            let house = institution::store::by_id(conn, &consortium.id, house).await?;
            store_actor::ensure_for_house(conn, consortium, &house, now).await
        }
        _ => store_actor::ensure_for_consortium(conn, consortium, now).await,
    }
}

/// Finds where somebody is reached: as we know them, else as their server says.
async fn addressee(order: &Order<'_>, reply: &Reply) -> Result<Option<RemoteActor>> {
    let app = order.app;
    let known = store_remote::by_id(&mut *app.db.read().await?, &reply.to_author).await?;
    if let Some(known) = known.filter(|it| it.gone_at.is_none()) {
        return Ok(Some(known));
    }
    let Ok(url) = Url::parse(&reply.to_author) else { return Ok(None) };
    let read = match outgoing::fetch(app, &url).await {
        Ok(document) => remote::read(&document, None, app.clock.now()),
        Err(_) => None,
    };
    Ok(read.filter(|it| it.id == reply.to_author))
}

/// Writes the answer as a note and the activity around it.
fn create(config: &Config, actor: &Actor, reply: &Reply, handle: &str, now: Instant) -> Value {
    let id = note_url(config, &reply.id);
    let (to, cc) = match reply.is_direct {
        true => (vec![reply.to_author.clone()], vec![]),
        false => (vec![PUBLIC.to_owned()], vec![reply.to_author.clone(), actor.followers_url(config)]),
    };
    let at_name = handle.trim_start_matches('@').split('@').next().unwrap_or_default();
    let named = format!(
        "<span class=\"h-card\"><a href=\"{}\" class=\"u-url mention\">@<span>{}</span></a></span>",
        escaped(&reply.to_author),
        escaped(at_name)
    );
    let paragraphs = reply.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let paragraphs: Vec<String> = paragraphs.map(|text| escaped(text).replace('\n', "<br>")).collect();
    let html = format!("<p>{named} {}</p>", paragraphs.join("</p><p>"));
    let note = json!({
        "id": id,
        "type": "Note",
        "attributedTo": actor.url(config),
        "inReplyTo": reply.to,
        "to": to,
        "cc": cc,
        "content": html,
        "contentMap": { reply.language.as_str(): html },
        "published": object::stamp(now),
        "tag": [{ "type": "Mention", "href": reply.to_author, "name": handle }],
    });
    object::alone(json!({
        "id": format!("{id}/create"),
        "type": "Create",
        "actor": actor.url(config),
        "published": note["published"],
        "to": note["to"],
        "cc": note["cc"],
        "object": note,
    }))
}
