//! What a person decides: about one sending, or about one post on one channel.
use std::collections::HashMap;

use axum::extract::{Path, State as Of};
use axum::response::Response;

use super::outcome::{Decision, decide, decisions};
use super::state::State;
use super::wanted::Choice;
use super::{DeliveryId, store, work_plan, work_send};
use crate::base::app::App;
use crate::base::audit;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::channel::{self, ChannelId};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::page::html;
use crate::post::showing::web_post;
use crate::post::store as post_store;

/// Says what has just been done, by the word in the address.
pub fn done(query: &HashMap<String, String>, w: Lang) -> Option<String> {
    web_post::done(query, w)
}

/// Decides about a sending: it is there, send it again, leave it.
pub async fn decision(
    Of(app): Of<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let now = app.clock.now();
    let decision = Decision::from_code(&form.text("decision")).ok_or(Error::NotFound)?;
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let mut row = store::by_id(&mut tx, consortium, &DeliveryId(id)).await?;
    if row.is_in_hand(now) {
        return Err(Error::Refused(Sentence::new("delivery-in-hand")));
    }
    if !decisions(&row).contains(&decision) {
        return Err(Error::Stale);
    }
    let was_unconfirmed = row.state() == State::Unconfirmed;
    decide(&mut row, decision, writing.person.id.as_str(), now);
    if decision == Decision::Again && was_unconfirmed {
        store::forget_begun(&mut tx, &row.id).await?;
    }
    if decision == Decision::Leave {
        let by = writing.person.id.as_str();
        store::choose(&mut tx, &row.post_id, &row.channel_id, Choice::Out, by, now).await?;
    }
    store::save(&mut tx, &row).await?;
    work_send::follow(&mut tx, &row, now).await?;
    work_plan::plan_again(&mut tx, consortium, &row.post_id, now).await?;
    let post = post_store::by_id(&mut tx, &row.post_id).await?;
    let channel = channel::store::by_id(&mut tx, consortium, &row.channel_id).await?;
    let act = match decision {
        Decision::Done => "sending-done",
        Decision::Again => "sending-again",
        Decision::Leave => "sending-left",
    };
    let entry = audit::Entry {
        consortium: Some(consortium.as_str()),
        at: now,
        person: Some(writing.person.id.as_str()),
        act,
        subject: &post.title,
        detail: &channel.name,
    };
    audit::write(&mut tx, entry).await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&back(&writing, &form, post.number), "delivery"))
}

/// Decides that a post goes to one channel, or is taken back from it, whatever its text says.
pub async fn choice(
    Of(app): Of<App>,
    writing: Writing,
    Path((_, number, channel)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response> {
    let now = app.clock.now();
    let choice = Choice::from_code(&form.text("choice")).ok_or(Error::NotFound)?;
    let consortium = &writing.consortium.id;
    let number = web_post::number(&number)?;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let post = post_store::by_number(&mut tx, consortium, number).await?;
    let channel = channel::store::by_id(&mut tx, consortium, &ChannelId(channel)).await?;
    if channel.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let by = writing.person.id.as_str();
    store::choose(&mut tx, &post.id, &channel.id, choice, by, now).await?;
    work_plan::plan_again(&mut tx, consortium, &post.id, now).await?;
    let act = match choice {
        Choice::In => "sending-in",
        Choice::Out => "sending-out",
    };
    let entry = audit::Entry {
        consortium: Some(consortium.as_str()),
        at: now,
        person: Some(by),
        act,
        subject: &post.title,
        detail: &channel.name,
    };
    audit::write(&mut tx, entry).await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&back(&writing, &form, number), "delivery"))
}

/// Leads back to the page on which the button was.
fn back(writing: &Writing, form: &Form, number: i64) -> String {
    let list = desk_href(&writing.consortium.slug, "deliveries");
    if form.text("back") == list {
        list
    } else {
        desk_href(&writing.consortium.slug, &format!("posts/{number}"))
    }
}
