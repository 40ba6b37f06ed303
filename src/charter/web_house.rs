//! A house in the Verbund: entered by coordination, kept by its own people.
use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::response::Response;

use super::field::{Field, Fields};
use super::parties;
use super::sheet::Sheet;
use super::web::{Said, back, frame, note};
use crate::base::app::App;
use crate::base::colour::Colour;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::{address, store as consortium_store};
use crate::institution::form::{KINDS, hours_a_week, read, taken_isil};
use crate::institution::mark::Mark;
use crate::institution::regime::{Carrier, Regime};
use crate::institution::{Institution, colour, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Coordinating, Keeping, Reading};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// What stands in the path.
pub type Params = Path<HashMap<String, String>>;

/// Finds the house of the path, for somebody who may keep it.
pub(super) fn kept_house(it: &Reading, params: &Params) -> Result<Institution> {
    let house = named_house(it, params)?;
    it.may_keep_house(&house.id)?;
    Ok(house)
}

/// Finds the house of the path among those of the Verbund.
pub(super) fn named_house(it: &Reading, params: &Params) -> Result<Institution> {
    let slug = params.get("house").ok_or(Error::NotFound)?;
    it.houses.iter().find(|house| house.slug == *slug).cloned().ok_or(Error::NotFound)
}

fn fields(w: Lang, it: &Institution, is_new: bool, typed: Option<&Form>, faults: &Faults) -> Vec<Field> {
    let mut fields = Fields::new(w, typed, faults);
    let kinds = KINDS.map(|code| (code.to_owned(), w.t(&format!("institution-kind-{code}"))));
    fields.choice("select", "kind", &it.kind, kinds.to_vec()).needed();
    fields.line("official_name", &it.official_name).needed();
    fields.line("display_name", &it.display_name);
    fields.line("short_name", &it.short_name).needed();
    if !is_new {
        fields.line("slug", &it.slug).needed();
    }
    fields.area("house_about", &it.about, 5);
    fields.heading("appearance");
    let marks = Mark::ALL.map(|mark| (mark.code().to_owned(), w.t(mark.name_key())));
    fields.choice("marks", "mark", &it.mark, marks.to_vec()).needed();
    fields.colour("colour", &it.colour);
    fields.heading("visit");
    fields.line("street", &it.street);
    fields.line("postcode", &it.postcode);
    fields.line("place", &it.place);
    let degrees = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    fields.line("lat", &degrees(it.lat));
    fields.line("lon", &degrees(it.lon));
    fields.area("accessibility", &it.accessibility, 4);
    fields.add("tel", "phone", &it.phone);
    fields.add("email", "email", &it.email);
    fields.line("website", &it.website);
    fields.heading("law");
    let none = || (String::new(), w.t("charter-please-choose"));
    let carriers = Carrier::ALL.map(|it| (it.code().to_owned(), w.t(it.name_key())));
    let carriers = std::iter::once(none()).chain(carriers).collect();
    fields.choice("select", "carrier_kind", &it.carrier_kind, carriers).needed();
    fields.line("carrier_name", &it.carrier_name);
    let usual = (String::new(), w.t("charter-regime-usual"));
    let regimes = Regime::ALL.map(|it| (it.code().to_owned(), w.t(it.name_key())));
    fields.choice("select", "regime", &it.regime, std::iter::once(usual).chain(regimes).collect());
    fields.heading("numbers");
    fields.line("isil", &it.isil);
    fields.line("dbs", &it.dbs);
    fields.line("gnd", &it.gnd);
    fields.line("qid", &it.qid);
    fields.heading("share");
    fields.line("capacity", &hours_a_week(it.capacity_minutes));
    fields.list
}

struct View<'a> {
    house: &'a Institution,
    is_new: bool,
    typed: Option<&'a Form>,
    faults: Faults,
}

fn sheet(app: &App, it: &Reading, view: View, said: &Said) -> Sheet {
    let w = it.lang();
    let slug = &it.consortium.slug;
    let View { house, is_new, typed, faults } = view;
    let mut fields = fields(w, house, is_new, typed, &faults);
    let others: Vec<Institution> = it.houses.iter().filter(|other| other.id != house.id).cloned().collect();
    for field in fields.iter_mut().filter(|field| field.name == "colour") {
        let alike = Colour::parse(&field.value).ok().and_then(|own| colour::alike(own, &others));
        if let (Some(swatch), Some(alike)) = (&mut field.swatch, alike) {
            swatch.said.push(w.say(&alike));
        }
    }
    let here = desk_href(slug, &format!("houses/{}", if is_new { "new" } else { &house.slug }));
    let links = match is_new {
        true => Vec::new(),
        false => vec![
            (format!("{here}/hours"), w.t("charter-hours-title")),
            (format!("{here}/part"), w.t("charter-part-title")),
        ],
    };
    let title = if is_new { w.t("charter-house-new") } else { house.display_name.clone() };
    Sheet {
        desk: frame(app, it, title, said),
        back: back(it),
        lead: w.t(if is_new { "charter-house-new-lead" } else { "charter-house-lead" }),
        action: here,
        fields,
        button: w.t(if is_new { "charter-house-add" } else { "charter-save" }),
        check: Some(w.t("charter-check-colour")),
        links,
        acts: Vec::new(),
        faults,
    }
}

/// Shows the empty form for a house that joins.
pub async fn new(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    it.may_change()?;
    let house = Institution::empty(&it.consortium.id, app.clock.now());
    let view = View { house: &house, is_new: true, typed: None, faults: Faults::default() };
    let page = sheet(&app, &it, view, &said);
    html::page(&page, &page.desk.style)
}

/// Lets a house join.
pub async fn create(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut house = Institution::empty(id, now);
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut faults = read(&form, &mut house);
    mind_isil(&mut tx, &house, &mut faults).await?;
    if let Some(answer) = unsaved(&app, &it, &house, true, &form, faults)? {
        return Ok(answer);
    }
    house.slug = free_slug(&mut tx, &house).await?;
    store::insert(&mut tx, &house).await?;
    let houses = store::of_consortium(&mut tx, id).await?;
    consortium_store::write_arrangement(&mut tx, id, &parties(&houses, now), now).await?;
    note(&mut tx, &it, now, "house-added", &house.display_name, "").await?;
    app.commit(tx, id.as_str()).await?;
    let hours = desk_href(&it.consortium.slug, &format!("houses/{}/hours", house.slug));
    Ok(html::done(&hours, "house-added"))
}

/// Shows the facts of a house to those who keep it.
pub async fn edit(State(app): State<App>, it: Keeping, params: Params, said: Said) -> Result<Response> {
    let house = kept_house(&it, &params)?;
    let view = View { house: &house, is_new: false, typed: None, faults: Faults::default() };
    let page = sheet(&app, &it, view, &said);
    html::page(&page, &page.desk.style)
}

/// Saves the facts of a house; an old address of its page leads on.
pub async fn save(State(app): State<App>, it: Keeping, params: Params, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let id = &it.consortium.id;
    let kept = kept_house(&it, &params)?;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut house = store::by_id(&mut tx, id, &kept.id).await?;
    let mut faults = read(&form, &mut house);
    mind_isil(&mut tx, &house, &mut faults).await?;
    match address::read_slug(&form.text("slug")) {
        Err(why) => faults.add("slug", why),
        Ok(slug) => match store::slug_owner(&mut tx, id, &slug).await? {
            Some(owner) if owner != house.id => {
                faults.add("slug", Sentence::new("institution-form-slug-taken"));
            }
            _ => house.slug = slug,
        },
    }
    if let Some(answer) = unsaved(&app, &it, &kept, false, &form, faults)? {
        return Ok(answer);
    }
    store::save(&mut tx, &house).await?;
    note(&mut tx, &it, now, "house-changed", &house.display_name, "").await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, &format!("houses/{}", house.slug)), "saved"))
}

/// Shows the form again where something is wrong, or where only the colour was to be looked at.
fn unsaved(
    app: &App,
    it: &Reading,
    house: &Institution,
    is_new: bool,
    form: &Form,
    faults: Faults,
) -> Result<Option<Response>> {
    let checks = form.text("do") == "check";
    if faults.is_empty() && !checks {
        return Ok(None);
    }
    // Who only looks at a colour is not told what is still missing.
    let faults = if checks { Faults::default() } else { faults };
    let page = sheet(app, it, View { house, is_new, typed: Some(form), faults }, &Said::default());
    Ok(Some(match checks {
        true => html::page(&page, &page.desk.style)?,
        false => html::rejected(&page, &page.desk.style)?,
    }))
}

/// Refuses an ISIL that another house of the Verbund has, one that has left too.
async fn mind_isil(conn: &mut Conn, house: &Institution, faults: &mut Faults) -> Result<()> {
    let houses = store::of_consortium(conn, &house.consortium_id).await?;
    if let Some(why) = taken_isil(house, &houses) {
        faults.add("isil", why);
    }
    Ok(())
}

/// Finds an address for the page of a new house that no other one has or had.
async fn free_slug(conn: &mut Conn, house: &Institution) -> Result<String> {
    let wanted = address::slugged(&house.short_name);
    let mut slug = wanted.clone();
    let mut next = 2;
    while slug == "new" || store::slug_owner(conn, &house.consortium_id, &slug).await?.is_some() {
        slug = format!("{wanted}-{next}");
        next += 1;
    }
    Ok(slug)
}
