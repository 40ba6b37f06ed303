//! The form that asks for the Impressum piece by piece (L3).
use axum::extract::State;
use axum::response::Response;

use super::field::Fields;
use super::sheet::Sheet;
use super::web::{Said, back, frame, note};
use crate::base::app::App;
use crate::base::error::Result;
use crate::consortium::imprint::Imprint;
use crate::consortium::store_imprint;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::html;

fn sheet(
    app: &App,
    it: &Coordinating,
    stored: &Imprint,
    typed: Option<&Form>,
    faults: Faults,
    said: &Said,
) -> Sheet {
    let w = it.lang();
    let mut fields = Fields::new(w, typed, &faults);
    fields.line("provider", &stored.provider).needed();
    fields.area("address", &stored.address, 3).needed();
    fields.line("represented_by", &stored.represented_by).needed();
    fields.add("email", "imprint_email", &stored.email).needed();
    fields.add("tel", "imprint_phone", &stored.phone);
    fields.area("responsible", &stored.responsible, 3).needed();
    let legal = desk_href(&it.consortium.slug, "settings/legal");
    Sheet {
        fields: fields.list,
        desk: frame(app, it, w.t("charter-imprint-title"), said),
        back: back(it),
        lead: w.t("charter-imprint-lead"),
        action: desk_href(&it.consortium.slug, "settings/imprint"),
        button: w.t("charter-save"),
        check: None,
        links: vec![(legal, w.t("charter-imprint-more"))],
        acts: Vec::new(),
        faults,
    }
}

/// Shows what is known of the Impressum. It can be put right even after the end.
pub async fn show(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    let stored = store_imprint::imprint(&mut *app.db.read().await?, &it.consortium.id).await?;
    let page = sheet(&app, &it, &stored, None, Faults::default(), &said);
    html::page(&page, &page.desk.style)
}

/// Saves the pieces.
pub async fn save(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let (imprint, faults) = Imprint::read(&form, it.consortium.is_public(now));
    if !faults.is_empty() {
        let page = sheet(&app, &it, &imprint, Some(&form), faults, &Said::default());
        return html::rejected(&page, &page.desk.style);
    }
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    store_imprint::save(&mut tx, id, &imprint).await?;
    note(&mut tx, &it, now, "verbund-imprint", &it.consortium.name, "").await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "settings/imprint"), "saved"))
}
