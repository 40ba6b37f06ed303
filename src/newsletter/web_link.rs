//! What the links in the letters open, without signing in: confirming, changing, ending, and what is
//! known about somebody. A link that is only opened does nothing: programs that look through mail
//! open every one.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::web::{Offer, offer};
use super::wish::{self, Wish};
use super::{
    Ended, Subscriber, export, secret_hash, secret_of, store, store_issue, work_reading, work_rounds,
};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::{Consortium, store as consortium_store};
use crate::institution::{Institution, face, store as institution_store};
use crate::member::session::hash_secret;
use crate::member::web_desk::Told;
use crate::page::form::{Faults, Form};
use crate::page::place::Place;
use crate::page::{Badge, Plain, html};
use crate::topic::{Topic, store as topic_store};

/// Whose link it is, in which Verbund.
struct Owner {
    it: Subscriber,
    consortium: Consortium,
    houses: Vec<Institution>,
    topics: Vec<Topic>,
    /// When letters that collect go out; none while the newsletter rests.
    slot: Option<String>,
}

#[derive(Template)]
#[template(path = "newsletter/confirm.html")]
struct ConfirmPage {
    plain: Plain,
    action: String,
    lead: String,
    facts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "newsletter/manage.html")]
struct ManagePage {
    plain: Plain,
    here: String,
    done: Option<String>,
    lead: String,
    facts: Vec<(String, String)>,
    rests: bool,
    faults: Faults,
    offer: Offer,
    languages: Vec<(&'static str, &'static str, bool)>,
}

#[derive(Template)]
#[template(path = "newsletter/end.html")]
struct EndPage {
    plain: Plain,
    /// Where the button leads; none after the end.
    action: Option<String>,
    lead: String,
    back: Option<(String, String)>,
}

/// An answer for one person: kept nowhere, and the address with its secret goes to no other page.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

async fn owner(app: &App, it: Subscriber, w: Lang) -> Result<Owner> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_id(&mut conn, &it.consortium_id).await?;
    let mut houses = institution_store::of_consortium(&mut conn, &consortium.id).await?;
    houses.retain(|house| house.joined_at <= now && !house.has_left(now));
    let mut topics = topic_store::of_consortium(&mut conn, &consortium.id).await?;
    topics.retain(|topic| topic.is_open(now));
    let channels = store_issue::channels(&mut conn, now).await?;
    let slot = match channels.iter().find(|channel| channel.consortium_id == consortium.id) {
        Some(channel) => Some(w.say(&work_rounds::rhythm(&mut conn, channel).await?.0.sentence())),
        None => None,
    };
    Ok(Owner { it, consortium, houses, topics, slot })
}

fn plain(app: &App, place: &Place, owner: &Owner, title: &str) -> Plain {
    let title = format!("{} · {}", place.lang.t(title), owner.consortium.name);
    Plain {
        style: face::style(&owner.consortium, &owner.houses),
        ..Plain::inner(place.lang, title, app.demo)
    }
}

fn here(app: &App, place: &Place, it: &Subscriber) -> String {
    format!("{}/newsletter/{}", place.lang_prefix(), secret_of(&app.seal, &it.id))
}

/// Says that a link does not hold any more, and what to do.
fn late(app: &App, place: &Place) -> Result<Response> {
    let w = place.lang;
    let plain = Plain::inner(w, w.t("newsletter-late"), app.demo);
    let page = EndPage { lead: w.t("newsletter-late-text"), action: None, back: None, plain };
    Ok(private(html::with_status(StatusCode::NOT_FOUND, &page, &page.plain.style)?))
}

/// Finds whose secret it is; after the end too.
async fn of_secret(app: &App, secret: &str) -> Result<Option<Subscriber>> {
    match store::by_secret(&mut *app.db.read().await?, &secret_hash(secret)).await {
        Err(Error::NotFound) => Ok(None),
        found => Ok(Some(found?)),
    }
}

async fn of_confirmation(app: &App, secret: &str) -> Result<Option<Subscriber>> {
    let found =
        store::by_confirmation(&mut *app.db.read().await?, &hash_secret(secret), app.clock.now()).await;
    match found {
        Err(Error::NotFound) => Ok(None),
        found => Ok(Some(found?)),
    }
}

/// Shows what is to be confirmed, and the button that does it.
pub async fn ask(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let Some(it) = of_confirmation(&app, &secret).await? else { return late(&app, &place) };
    if it.confirmed_at.is_some() {
        return Ok(private(html::see_other(&here(&app, &place, &it))));
    }
    let w = place.lang;
    let owner = owner(&app, it, w).await?;
    let choices = store::choices(&mut *app.db.read().await?, &owner.it.id).await?;
    let wish = Wish { rhythm: owner.it.rhythm(), choices };
    let page = ConfirmPage {
        plain: plain(&app, &place, &owner, "newsletter-confirm-title"),
        action: format!("{}/newsletter/bestaetigen/{secret}", place.lang_prefix()),
        lead: w.w("newsletter-confirm-lead", "name", &owner.consortium.name),
        facts: facts(&app, &owner, &wish, w),
    };
    Ok(private(html::page(&page, &page.plain.style)?))
}

/// Confirms.
pub async fn confirm(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let Some(it) = of_confirmation(&app, &secret).await? else { return late(&app, &place) };
    let mut tx = app.db.begin(it.consortium_id.as_str()).await?;
    store::confirm(&mut tx, &it.id, app.clock.now()).await?;
    kill::point("newsletter.confirm.before_commit");
    tx.commit().await?;
    kill::point("newsletter.confirm.after_commit");
    Ok(private(html::done(&here(&app, &place, &it), "confirmed-newsletter")))
}

/// Says in pairs what somebody gets.
fn facts(app: &App, owner: &Owner, wish: &Wish, w: Lang) -> Vec<(String, String)> {
    let zone = owner.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let named = |id: &str| {
        let house = owner.houses.iter().find(|it| it.id.as_str() == id).map(|it| it.display_name.clone());
        house.or_else(|| owner.topics.iter().find(|it| it.id.as_str() == id).map(|it| it.title.clone()))
    };
    let what: Vec<String> = wish.choices.iter().filter_map(|choice| named(&choice.target_id)).collect();
    let what = if what.is_empty() { w.t("newsletter-scope-all") } else { what.join(", ") };
    let mut facts = vec![
        (w.t("newsletter-fact-address"), owner.it.address.clone()),
        (w.t("newsletter-fact-what"), what),
        (w.t("newsletter-fact-asked"), local.full(owner.it.asked_at)),
    ];
    if let Some(at) = owner.it.confirmed_at {
        facts.push((w.t("newsletter-fact-confirmed"), local.full(at)));
    }
    facts
}

async fn manage_page(
    app: &App,
    place: &Place,
    owner: &Owner,
    (typed, faults): (Option<Wish>, Faults),
    done: Option<String>,
) -> Result<ManagePage> {
    let w = place.lang;
    let choices = store::choices(&mut *app.db.read().await?, &owner.it.id).await?;
    let kept = Wish { rhythm: owner.it.rhythm(), choices };
    let facts = facts(app, owner, &kept, w);
    let root = format!("/{}", owner.consortium.slug);
    let houses: Vec<(String, Badge)> =
        owner.houses.iter().map(|house| (house.id.0.clone(), face::badge(house, &root))).collect();
    let slot = owner.slot.clone().unwrap_or_else(|| w.t("newsletter-slot-none"));
    let language = |lang: Lang, name: &'static str| (lang.code(), name, lang == owner.it.lang());
    Ok(ManagePage {
        plain: plain(app, place, owner, "newsletter-manage-title"),
        here: here(app, place, &owner.it),
        done,
        lead: w.w("newsletter-manage-lead", "name", &owner.consortium.name),
        facts,
        rests: owner.slot.is_none(),
        offer: offer(w, &houses, &owner.topics, &slot, &typed.unwrap_or(kept)),
        faults,
        languages: vec![language(Lang::De, "Deutsch"), language(Lang::En, "English")],
    })
}

/// Shows somebody's own page.
pub async fn show(
    State(app): State<App>,
    place: Place,
    Path(secret): Path<String>,
    Query(told): Query<Told>,
) -> Result<Response> {
    let Some(it) = of_secret(&app, &secret).await? else { return late(&app, &place) };
    let owner = owner(&app, it, place.lang).await?;
    if owner.it.ended_at.is_some() {
        return ended(&app, &place, &owner);
    }
    let done = crate::member::web_desk::told(place.lang, &told.done);
    let page = manage_page(&app, &place, &owner, (None, Faults::default()), done).await?;
    Ok(private(html::page(&page, &page.plain.style)?))
}

/// Changes what somebody gets.
pub async fn change(
    State(app): State<App>,
    place: Place,
    Path(secret): Path<String>,
    form: Form,
) -> Result<Response> {
    let Some(it) = of_secret(&app, &secret).await? else { return late(&app, &place) };
    let owner = owner(&app, it, place.lang).await?;
    if owner.it.ended_at.is_some() {
        return ended(&app, &place, &owner);
    }
    let houses: Vec<&Institution> = owner.houses.iter().collect();
    let (wish, faults) = wish::wish(&form, &houses, &owner.topics);
    if !faults.is_empty() {
        let page = manage_page(&app, &place, &owner, (Some(wish), faults), None).await?;
        return Ok(private(html::rejected(&page, &page.plain.style)?));
    }
    let language = Lang::from_code(&form.text("language")).unwrap_or(owner.it.lang());
    let mut tx = app.db.begin(owner.consortium.id.as_str()).await?;
    store::change(&mut tx, &owner.it.id, wish.rhythm.code(), language.code()).await?;
    store::choose(&mut tx, &owner.it.id, &wish.choices).await?;
    tx.commit().await?;
    Ok(private(html::done(&here(&app, &place, &owner.it), "saved")))
}

/// Asks whether it is to end.
pub async fn ask_end(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let Some(it) = of_secret(&app, &secret).await? else { return late(&app, &place) };
    let owner = owner(&app, it, place.lang).await?;
    if owner.it.ended_at.is_some() {
        return ended(&app, &place, &owner);
    }
    let w = place.lang;
    let here = here(&app, &place, &owner.it);
    let page = EndPage {
        plain: plain(&app, &place, &owner, "newsletter-end-title"),
        action: Some(format!("{here}/ende")),
        lead: w.w("newsletter-end-lead", "name", &owner.consortium.name),
        back: Some((here, w.t("newsletter-end-rather-change"))),
    };
    Ok(private(html::page(&page, &page.plain.style)?))
}

/// Ends it at once, for a person's button as for a mail program's one request (RFC 8058): whatever
/// the body says, and without anybody being signed in.
pub async fn end(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let Some(it) = of_secret(&app, &secret).await? else { return late(&app, &place) };
    let owner = owner(&app, it, place.lang).await?;
    if owner.it.ended_at.is_none() {
        let mut tx = app.db.begin(owner.consortium.id.as_str()).await?;
        store::end(&mut tx, &owner.it, Ended::Asked, app.clock.now()).await?;
        kill::point("newsletter.end.before_commit");
        tx.commit().await?;
        kill::point("newsletter.end.after_commit");
    }
    ended(&app, &place, &owner)
}

fn ended(app: &App, place: &Place, owner: &Owner) -> Result<Response> {
    let w = place.lang;
    let root = work_reading::head(app, &owner.consortium).root;
    let page = EndPage {
        plain: plain(app, place, owner, "newsletter-ended-title"),
        action: None,
        lead: w.w("newsletter-ended-lead", "name", &owner.consortium.name),
        back: Some((root, owner.consortium.name.clone())),
    };
    Ok(private(html::page(&page, &page.plain.style)?))
}

/// Gives somebody everything that is known about them, for machines (L15).
pub async fn data(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let Some(it) = of_secret(&app, &secret).await? else { return late(&app, &place) };
    let owner = owner(&app, it, place.lang).await?;
    let known = export::of(&app, &owner.consortium, &owner.it).await?;
    let name = HeaderValue::from_static("attachment; filename=\"newsletter.json\"");
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)];
    Ok(private((headers, serde_json::to_string_pretty(&known)?).into_response()))
}
