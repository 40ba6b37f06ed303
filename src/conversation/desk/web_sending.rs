//! What people decide about an answer that did not go by itself: send it again, or it stands there.
use axum::extract::State;
use axum::response::Response;

use super::rights;
use super::web_answer::send;
use super::web_show::{Params, found, here};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::conversation::store_answer::State as Sending;
use crate::conversation::{UtteranceId, store};
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::page::html;

/// Decides. What is sent again after nobody knew what became of it is another sending, with steps of
/// its own: a person has looked and says that it is not there.
pub async fn decide(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let mut conversation = found(&mut tx, &it, &params).await?;
    rights::may_answer(&it, &conversation)?;
    let id = params.get("answer").cloned().unwrap_or_default();
    let mut answer = store::utterance(&mut tx, &UtteranceId::from(id)).await?;
    if answer.conversation_id != conversation.id || !answer.is_ours() || answer.letter_id.is_some() {
        return Err(Error::NotFound);
    }
    let state = Sending::from_code(&answer.state);
    let (next, done) = match form.text("what").as_str() {
        "there" if state == Sending::Unconfirmed => (Sending::Sent, "inbox-there"),
        "again" if state.needs_somebody() || state == Sending::Retry => {
            (Sending::Waiting, "inbox-sent-again")
        }
        _ => return Err(Error::Stale),
    };
    answer.state = next.code().into();
    answer.why.clear();
    answer.next_at = None;
    if next == Sending::Sent {
        answer.sent_at = Some(now);
        store::say_anew(&mut tx, &answer).await?;
    } else if state == Sending::Unconfirmed {
        store::unsay(&mut tx, &answer.id).await?;
        answer.id = UtteranceId::new();
        store::say(&mut tx, &answer).await?;
        send(&mut tx, &answer.id, now).await?;
    } else {
        store::say_anew(&mut tx, &answer).await?;
        send(&mut tx, &answer.id, now).await?;
    }
    (conversation.due_at, conversation.half_at) = (None, None);
    conversation.changed_at = now;
    store::save(&mut tx, &conversation).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &conversation), done))
}
