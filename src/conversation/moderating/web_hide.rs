//! Hiding something with a reason, showing it again, blocking whoever wrote it.
use axum::extract::State;
use axum::response::Response;

use super::store_block_list::{self, Block};
use super::store_log::{self, Entry};
use super::store_reason;
use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::conversation::desk::rights;
use crate::conversation::desk::web_show::{Params, found, here};
use crate::conversation::store_act::{self, Done};
use crate::conversation::{BlockId, Conversation, Utterance, UtteranceId, store};
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::page::html;

async fn begin(
    app: &App,
    it: &Writing,
    params: &Params,
    form: &Form,
) -> Result<(Tx, Conversation, Utterance)> {
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let conversation = found(&mut tx, it, params).await?;
    rights::may_answer(it, &conversation)?;
    let said = store::utterance(&mut tx, &UtteranceId::from(form.text("utterance"))).await?;
    if said.conversation_id != conversation.id || said.is_ours() {
        return Err(Error::NotFound);
    }
    Ok((tx, conversation, said))
}

fn entry(it: &Writing, act: &'static str, said: &Utterance, reason: String) -> Entry {
    let subject = if said.author_handle.is_empty() { &said.author_name } else { &said.author_handle };
    Entry {
        consortium: Some(it.consortium.id.clone()),
        person: Some(it.person.id.clone()),
        act,
        conversation: Some(said.conversation_id.clone()),
        utterance: Some(said.id.clone()),
        subject: subject.clone(),
        remote_url: said.remote_url.clone(),
        reason,
    }
}

/// Hides something. Without a reason of the Verbund's list nothing is hidden.
pub async fn hide(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let (mut tx, conversation, mut said) = begin(&app, &it, &params, &form).await?;
    let reasons = store_reason::of(&mut tx, &it.consortium.id).await?;
    let chosen = form.text("reason").parse::<usize>().ok().and_then(|place| reasons.get(place));
    let reason =
        chosen.ok_or(Error::Refused(crate::base::sentence::Sentence::new("conversation-hide-reason")))?;
    if said.hidden_at.is_some() {
        return Err(Error::Stale);
    }
    (said.hidden_at, said.hidden_by) = (Some(now), Some(it.person.id.clone()));
    said.hidden_why = reason.keep();
    store::say_anew(&mut tx, &said).await?;
    store_log::write(&mut tx, &entry(&it, "hidden", &said, reason.keep()), now).await?;
    let mut act = Done::new(&conversation, Some(&it.person.id), "hidden", now);
    act.word = reason.keep();
    store_act::add(&mut tx, &act).await?;
    if form.text("block") == "author" {
        it.may_coordinate()?;
        block(&mut tx, &it, &said, reason.keep(), now).await?;
    }
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &conversation), "inbox-hidden"))
}

/// Takes nothing in any more from whoever wrote something.
async fn block(
    tx: &mut Tx,
    it: &Writing,
    said: &Utterance,
    reason: String,
    now: crate::base::clock::Instant,
) -> Result<()> {
    if said.author_id.is_empty() {
        return Ok(());
    }
    let block = Block {
        id: BlockId::new(),
        consortium_id: Some(it.consortium.id.clone()),
        network: said.network.clone(),
        author_id: said.author_id.clone(),
        author_handle: said.author_handle.clone(),
        host: String::new(),
        reason: reason.clone(),
        list_id: None,
        created_by: Some(it.person.id.clone()),
        created_at: now,
    };
    store_block_list::insert(tx, &block).await?;
    store_log::write(tx, &entry(it, "blocked", said, reason), now).await
}

/// Shows again what was hidden.
pub async fn show(State(app): State<App>, it: Writing, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let (mut tx, conversation, mut said) = begin(&app, &it, &params, &form).await?;
    if said.hidden_at.is_none() {
        return Err(Error::Stale);
    }
    let reason = std::mem::take(&mut said.hidden_why);
    (said.hidden_at, said.hidden_by) = (None, None);
    store::say_anew(&mut tx, &said).await?;
    store_log::write(&mut tx, &entry(&it, "shown", &said, reason), now).await?;
    store_act::add(&mut tx, &Done::new(&conversation, Some(&it.person.id), "shown", now)).await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &conversation), "inbox-shown"))
}
