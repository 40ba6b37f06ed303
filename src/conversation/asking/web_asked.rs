//! What an asker sees afterwards: the number, by when somebody answers, and how to take it back.
use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::store;
use crate::base::error::Result;
use crate::conversation::store_act::{self, Done};
use crate::conversation::{Conversation, store as conversations};
use crate::page::Public;
use crate::page::html;
use crate::site::web_visit::Visit;

#[derive(Template)]
#[template(path = "conversation/asking/asked.html")]
struct AskedPage {
    public: Public,
    facts: Vec<(String, String)>,
    what_next: String,
    here: String,
    is_gone: bool,
}

type Params = Path<HashMap<String, String>>;

async fn found(visit: &Visit, params: &Params) -> Result<(String, store::Question, Conversation)> {
    let secret = params.get("question").cloned().unwrap_or_default();
    let mut conn = visit.app.db.read().await?;
    let question = store::by_secret(&mut conn, &visit.consortium.id, &secret).await?;
    let conversation = conversations::by_id(&mut conn, &question.conversation_id).await?;
    Ok((secret, question, conversation))
}

/// Shows the number and by when somebody answers. The address is known to the asker alone; what
/// was asked does not stand there.
pub async fn show(visit: Visit, params: Params) -> Result<Response> {
    let (secret, question, it) = found(&visit, &params).await?;
    let (w, local) = (visit.w, visit.local());
    let mut facts = vec![
        (w.t("conversation-asked-number"), it.number.to_string()),
        (w.t("conversation-asked-received"), local.full(it.begun_at)),
    ];
    let house = it.institution_id.as_ref().and_then(|id| visit.houses.iter().find(|house| house.id == *id));
    let answers = house.map_or(&visit.consortium.name, |house| &house.display_name);
    let is_gone = it.forgotten_at.is_some();
    if !is_gone {
        facts.push((w.t("conversation-asked-house"), answers.clone()));
    }
    if let Some(due) = it.due_at.filter(|due| *due > visit.now) {
        facts.push((w.t("conversation-asked-due"), local.full(due)));
    }
    let what_next = match (is_gone, it.closed_at.is_some() || it.due_at.is_none(), question.email.is_empty())
    {
        (true, ..) => "conversation-asked-gone",
        (_, true, _) => "conversation-asked-done",
        (_, _, true) => "conversation-asked-no-mail",
        _ => "conversation-asked-mail",
    };
    let mut public = visit.frame(&w.t("conversation-asked-title"), "");
    public.noindex = true;
    let here = format!("{}/frage/{secret}", visit.root());
    let page = AskedPage { public, facts, what_next: w.t(what_next), here, is_gone };
    let mut response = html::page(&page, &page.public.style)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// Takes a question back: text, name and address are deleted at once.
pub async fn withdraw(visit: Visit, params: Params) -> Result<Response> {
    let (secret, question, it) = found(&visit, &params).await?;
    let now = visit.now;
    if it.forgotten_at.is_none() {
        let mut tx = visit.app.db.begin(it.consortium_id.as_str()).await?;
        store::forget(&mut tx, &question.conversation_id, now).await?;
        store::withdraw(&mut tx, &question.conversation_id, now).await?;
        store_act::add(&mut tx, &Done::new(&it, None, "withdrawn", now)).await?;
        tx.commit().await?;
    }
    Ok(html::see_other(&format!("{}/frage/{secret}", visit.root())))
}
