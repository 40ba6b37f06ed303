//! One name in the Fediverse at the desk: how many follow it, another handle, moving out and in, a
//! new key.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::actor::{Actor, ActorId};
use super::{key, moving, store_actor, store_public, telling};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::channel::web_connect::{Params, back, find};
use crate::channel::{self, Channel, Network};
use crate::member::web_desk::{Here, Told, desk, told};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

const HERE: [Network; 1] = [Network::Fediverse];

#[derive(Template)]
#[template(path = "federation/move.html")]
struct Page {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    here: String,
    handle: String,
    /// The address by which other servers know it, to be copied.
    address: String,
    followers: String,
    /// Under which handles it was found before.
    former: Vec<String>,
    aliases: Vec<String>,
    /// Where its followers were sent, and when.
    moved: Option<(String, String)>,
    typed: Typed,
    may_change: bool,
}

/// What was typed and refused.
#[derive(Default)]
struct Typed {
    handle: String,
    to: String,
    alias: String,
}

/// What a request is about: one actor that speaks, of this Verbund.
struct About {
    channel: Channel,
    actor: Actor,
    here: String,
}

async fn about(app: &App, it: &Coordinating, params: &HashMap<String, String>) -> Result<About> {
    let mut conn = app.db.read().await?;
    let channel = find(&mut conn, it, params, &HERE).await?;
    let id = ActorId(params.get("actor").cloned().ok_or(Error::NotFound)?);
    let actor = store_actor::by_id(&mut conn, &id).await?;
    if actor.consortium_id.as_ref() != Some(&it.consortium.id) || actor.successor_id.is_some() {
        return Err(Error::NotFound);
    }
    let here = format!("{}/fediverse/{}", back(it, &channel).0, actor.id);
    Ok(About { channel, actor, here })
}

async fn build(app: &App, it: &Coordinating, of: &About, faults: Faults, typed: Typed) -> Result<Page> {
    let (w, actor) = (it.lang(), &of.actor);
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let mut conn = app.db.read().await?;
    let followers = store_public::count_followers(&mut conn, &actor.id).await?;
    let all = store_actor::all_of(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let same = all.iter().filter(|one| one.institution_id == actor.institution_id && one.id != actor.id);
    let former: Vec<_> = same.collect();
    // Its own former addresses belong to it; only foreign ones can be taken off.
    let own: Vec<_> = former.iter().map(|one| one.url(&app.config)).collect();
    let aliases = actor.also_known_as().into_iter().filter(|one| !own.contains(one)).collect();
    let moved_at = actor.moved_at.map(|at| local.near(at)).unwrap_or_default();
    Ok(Page {
        desk: desk(
            app,
            it,
            Here::Consortium,
            w.w("federation-actor-title", "handle", actor.full_handle(&app.config)),
        ),
        faults,
        back: (format!("{}/fediverse", back(it, &of.channel).0), w.t("federation-voice-title")),
        here: of.here.clone(),
        handle: actor.full_handle(&app.config),
        address: actor.url(&app.config),
        followers: w.n("federation-actor-followers", usize::try_from(followers).unwrap_or(0)),
        former: former.iter().map(|one| one.full_handle(&app.config)).collect(),
        aliases,
        moved: Some((actor.moved_to.clone(), moved_at)).filter(|(to, _)| !to.is_empty()),
        typed,
        may_change: it.may_change().is_ok(),
    })
}

/// Shows the actor with everything that can be changed about it.
pub async fn show(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    Query(done): Query<Told>,
) -> Result<Response> {
    let of = about(&app, &it, &params).await?;
    let mut page = build(&app, &it, &of, Faults::default(), Typed::default()).await?;
    page.desk.done = told(page.desk.w, &done.done);
    html::page(&page, &page.desk.style)
}

/// Shows the page once more, with what was wrong at its field.
async fn again(
    app: &App,
    it: &Coordinating,
    of: &About,
    field: &'static str,
    error: Error,
    typed: Typed,
) -> Result<Response> {
    let Error::Refused(why) = error else { return Err(error) };
    let mut faults = Faults::default();
    faults.add(field, why);
    let page = build(app, it, of, faults, typed).await?;
    html::rejected(&page, &page.desk.style)
}

/// Answers what was done about the actor, or says at its field why it was not.
async fn answered(
    app: &App,
    it: &Coordinating,
    of: &About,
    done: Result<String>,
    (word, field): (&'static str, &'static str),
    typed: Typed,
) -> Result<Response> {
    match done {
        Ok(_) => Ok(html::done(&of.here, word)),
        Err(error) => again(app, it, of, field, error, typed).await,
    }
}

/// What must be ticked before what cannot be taken back.
fn agreed(form: &Form) -> Result<()> {
    if form.has("sure") { Ok(()) } else { Err(Sentence::new("federation-actor-not-sure").into()) }
}

/// Gives the actor another handle: a new actor takes its place.
pub async fn take_handle(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    let typed = || Typed { handle: form.text("handle"), ..Typed::default() };
    if let Err(error) = agreed(&form) {
        return again(&app, &it, &of, "sure", error, typed()).await;
    }
    let new = match moving::take_handle(&app, &it.consortium, &it.person.id, &of.actor, &form.text("handle"))
        .await
    {
        Ok(new) => new,
        Err(error) => return again(&app, &it, &of, "handle", error, typed()).await,
    };
    let name = new.full_handle(&app.config);
    if new.institution_id.is_none() {
        // Visitors of the joint page are told the new name at once.
        channel::store::call(&app, &of.channel, &name, &new.url(&app.config)).await?;
    }
    let there = format!("{}/fediverse/{}", back(&it, &of.channel).0, new.id);
    Ok(html::done(&there, "fediverse-handle"))
}

/// Sends the followers elsewhere.
pub async fn move_out(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    let typed = Typed { to: form.text("to"), ..Typed::default() };
    let done = moving::move_out(&app, &it.consortium, &it.person.id, &of.actor, &typed.to).await;
    answered(&app, &it, &of, done, ("fediverse-moved-out", "to"), typed).await
}

/// Takes back that the actor has moved.
pub async fn stay(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    moving::stay(&app, &it.consortium, &it.person.id, &of.actor).await?;
    Ok(html::done(&of.here, "fediverse-stayed"))
}

/// Names an account elsewhere as the actor's own.
pub async fn add_alias(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    let typed = Typed { alias: form.text("alias"), ..Typed::default() };
    let done = moving::know_as(&app, &it.consortium, &it.person.id, &of.actor, &typed.alias).await;
    answered(&app, &it, &of, done, ("fediverse-alias", "alias"), typed).await
}

/// No longer names an account elsewhere as the actor's own.
pub async fn remove_alias(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    moving::forget_as(&app, &it.consortium, &it.person.id, &of.actor, &form.text("alias")).await?;
    Ok(html::done(&of.here, "fediverse-alias-removed"))
}

/// Gives the actor a new key and tells its followers.
pub async fn renew_key(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    it.may_change()?;
    let of = about(&app, &it, &params).await?;
    key::rotate(&app, &of.actor, Some(&it.person.id)).await?;
    telling::say(&app, &it.consortium.id, &of.actor.id).await?;
    Ok(html::done(&of.here, "fediverse-key"))
}
