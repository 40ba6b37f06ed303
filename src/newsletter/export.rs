//! Everything that is known about somebody who gets the newsletter, for them (L15).
use serde_json::{Value, json};

use super::{Subscriber, store, store_desk};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::consortium::{Consortium, store_imprint};

/// Puts together what is known, with the text that was agreed to word for word.
pub async fn of(app: &App, consortium: &Consortium, it: &Subscriber) -> Result<Value> {
    let mut conn = app.db.read().await?;
    let choices = store::choices(&mut conn, &it.id).await?;
    let words = store::text(&mut conn, &it.text_mark).await?;
    let letters = store_desk::letters_to(&mut conn, &it.id).await?;
    let imprint = store_imprint::imprint(&mut conn, &consortium.id).await?;
    let at = |at: Instant| at.timestamp().to_string();
    let letters = letters
        .into_iter()
        .map(|(sending, when, outcome)| json!({ "sending": sending.0, "at": at(when), "outcome": outcome }));
    Ok(json!({
        "consortium": consortium.name,
        "provider": imprint.provider,
        "contact": imprint.email,
        "address": it.address,
        "address_mark": it.address_mark,
        "language": it.language,
        "rhythm": it.rhythm,
        "choices": choices.iter().map(|it| json!({ "kind": it.kind, "id": it.target_id })).collect::<Vec<_>>(),
        "asked_at": at(it.asked_at),
        "confirmed_at": it.confirmed_at.map(at),
        "ended_at": it.ended_at.map(at),
        "agreed_to": words,
        "letters": letters.collect::<Vec<_>>(),
    }))
}
