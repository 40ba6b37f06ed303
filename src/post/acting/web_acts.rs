//! The verbs of a post: the pages that ask, and the forms that do it.
use axum::extract::{Path, Query, State};
use axum::response::Response;
use std::collections::HashMap;

use super::acts::{Outcome, act};
use super::{web_acts_form, web_acts_page};
use crate::base::app::App;
use crate::base::error::{Error, FieldError, Result};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Writing;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::post::dossier::Dossier;
use crate::post::editing::store_revision::Saved;
use crate::post::editing::web_edit::save_from_form;
use crate::post::signoff::verb::Verb;
use crate::post::{store, store_dossier};

type Numbered = Path<(String, String)>;
type Asked = Query<HashMap<String, String>>;

/// Declares the two handlers of a verb that asks first, or the one of a verb that does not.
macro_rules! verbs {
    ($($verb:ident: $do:ident $($ask:ident)?;)+) => {$(
        $(pub async fn $ask(
            State(app): State<App>,
            writing: Writing,
            Path((_, number)): Numbered,
            Query(query): Asked,
        ) -> Result<Response> {
            ask(&app, &writing, &number, Verb::$verb, query).await
        })?

        pub async fn $do(
            State(app): State<App>,
            writing: Writing,
            Path((_, number)): Numbered,
            Query(query): Asked,
            form: Form,
        ) -> Result<Response> {
            run(&app, &writing, &number, Verb::$verb, query, form).await
        }
    )+};
}

verbs! {
    Propose: propose ask_proposal;
    Approve: approve;
    ApproveNow: approve_late ask_late_approval;
    Return: give_back ask_return;
    Retract: retract;
    Move: shift ask_move;
    Hold: hold ask_hold;
    Release: release ask_release;
    Withdraw: withdraw ask_withdrawal;
    Restore: restore;
    Archive: archive;
    Reopen: reopen;
}

/// Reads the number of a post in an address; anything else is the address of nothing.
pub fn number_of(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Error::NotFound)
}

async fn open(app: &App, writing: &Writing, number: i64) -> Result<Dossier> {
    let mut conn = app.db.read().await?;
    let post = store::by_number(&mut conn, &writing.consortium.id, number).await?;
    store_dossier::open(&mut conn, post, app.clock.now()).await
}

async fn ask(
    app: &App,
    writing: &Writing,
    number: &str,
    verb: Verb,
    query: HashMap<String, String>,
) -> Result<Response> {
    let dossier = open(app, writing, number_of(number)?).await?;
    let mut form = Form::default();
    for name in ["revision", "back", "date"] {
        if let Some(value) = query.get(name) {
            form.set(name, value);
        }
    }
    web_acts_page::ask(app, writing, dossier, verb, form).await
}

async fn run(
    app: &App,
    writing: &Writing,
    number: &str,
    verb: Verb,
    query: HashMap<String, String>,
    form: Form,
) -> Result<Response> {
    let number = number_of(number)?;
    if verb == Verb::Propose
        && let Some(beside) = save_first(app, writing, number, &form).await?
    {
        return Ok(beside);
    }
    let dossier = open(app, writing, number).await?;
    let wish = match web_acts_form::wish(app, writing, &dossier, verb, &form).await {
        Ok(wish) => wish,
        Err(error) => return not_done(app, writing, dossier, verb, form, error).await,
    };
    let back = form.some("back").or_else(|| query.get("back").cloned());
    let href = target(writing, number, back.as_deref());
    match act(app, &writing.seat, number, &wish).await {
        Ok(Outcome::Done(dossier)) => Ok(html::done(&href, word(verb, &dossier))),
        Ok(Outcome::Already(_)) => Ok(html::done(&href, "already")),
        Ok(Outcome::Overtaken { by, why, dossier }) => {
            web_acts_page::overtaken(app, writing, &dossier, &by, &why).await
        }
        Err(error) => not_done(app, writing, dossier, verb, form, error).await,
    }
}

/// Saves the text that the editor sends along with a proposal. What collides with somebody else's
/// is merged first, and nothing is proposed before its writer has seen both.
async fn save_first(app: &App, writing: &Writing, number: i64, form: &Form) -> Result<Option<Response>> {
    if !is_from_editor(form) {
        return Ok(None);
    }
    if let Saved::Beside(copy) = save_from_form(app, writing, number, form).await? {
        let path = format!("posts/{number}/merge/{copy}");
        return Ok(Some(html::see_other(&desk_href(&writing.consortium.slug, &path))));
    }
    Ok(None)
}

async fn not_done(
    app: &App,
    writing: &Writing,
    dossier: Dossier,
    verb: Verb,
    form: Form,
    error: Error,
) -> Result<Response> {
    let asks = !matches!(verb, Verb::Approve | Verb::Retract | Verb::Restore | Verb::Archive | Verb::Reopen);
    match error {
        // The editor's text is saved; the editor shows field by field what it still lacks.
        Error::Invalid(faults) if is_from_editor(&form) && !faults.iter().any(is_elsewhere) => {
            let path = format!("posts/{}/edit?check=1", dossier.post.number);
            Ok(html::see_other(&desk_href(&writing.consortium.slug, &path)))
        }
        Error::Invalid(faults) if asks => {
            web_acts_page::ask_again(app, writing, dossier, verb, form, Faults(faults)).await
        }
        other => web_acts_page::refused(app, writing, &dossier, other),
    }
}

fn is_from_editor(form: &Form) -> bool {
    form.has("title") || form.has("body")
}

/// Tells whether a fault is mended elsewhere than in the text: at the time.
fn is_elsewhere(fault: &FieldError) -> bool {
    matches!(fault.field, "date" | "time")
}

/// Where to go afterwards: to the post, or back to the page of the desk from which it was done.
fn target(writing: &Writing, number: i64, back: Option<&str>) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '?' | '=' | '&' | '-' | '_');
    let own =
        |back: &&str| (back.starts_with("plan") || back.starts_with("today")) && back.chars().all(plain);
    let slug = &writing.consortium.slug;
    match back.filter(own) {
        Some(back) => desk_href(slug, back),
        None => desk_href(slug, &format!("posts/{number}")),
    }
}

fn word(verb: Verb, dossier: &Dossier) -> &'static str {
    let direct = dossier.standing.signed().is_some();
    match verb {
        Verb::Propose if direct => "approved",
        Verb::Propose => "proposed",
        Verb::Approve | Verb::ApproveNow => "approved",
        Verb::Return => "returned",
        Verb::Retract => "retracted",
        Verb::Move => "moved",
        Verb::Hold => "held",
        Verb::Release => "released",
        Verb::Withdraw => "withdrawn",
        Verb::Restore => "resumed",
        Verb::Archive => "archived",
        Verb::Reopen => "reopened",
        Verb::Edit => "already",
    }
}
