//! Recording a consent; the form asks for what the age of the person asks for.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::web::Asked;
use super::web_picture::note;
use super::{PictureId, store, store_consented};
use crate::base::app::App;
use crate::base::audit;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consent::rule::{AgeClass, Channel, Party};
use crate::consent::{Record, filled, store as consent_store};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Writing;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "consent/new.html")]
struct New {
    desk: Desk,
    w: Lang,
    faults: Faults,
    form: Form,
    action: String,
    list: String,
    picture: String,
    age: Option<&'static str>,
    ages: Vec<(String, String)>,
    age_word: String,
    parties: Vec<PartyFields>,
    channels: Vec<(&'static str, String, bool)>,
}

struct PartyFields {
    legend: String,
    name: &'static str,
    date: &'static str,
    hint: String,
}

/// Asks first how old the person is, then for what belongs to that age.
pub async fn new(State(app): State<App>, writing: Writing, Query(asked): Query<Asked>) -> Result<Response> {
    let mut form = Form::default();
    let zone = writing.consortium.time_zone();
    let today = Local::new(&zone, writing.lang(), writing.now).form_date(writing.now);
    for party in Party::ALL {
        form.set(filled::fields(party).1, today.clone());
    }
    form.set("picture", asked.picture.clone());
    let page = page(&app, &writing, AgeClass::from_code(&asked.age), form, Faults::default());
    html::page(&page, &page.desk.style)
}

/// Records a consent, and lets it cover the picture from which the form was opened.
pub async fn create(State(app): State<App>, writing: Writing, form: Form) -> Result<Response> {
    let Some(age) = AgeClass::from_code(&form.text("age")) else {
        let page = page(&app, &writing, None, form, Faults::default());
        return html::rejected(&page, &page.desk.style);
    };
    let zone = writing.consortium.time_zone();
    let local = Local::new(&zone, writing.lang(), writing.now);
    let mut faults = Faults::default();
    let consent = filled::read(&form, age, &local, &mut faults);
    if !faults.is_empty() {
        let page = page(&app, &writing, Some(age), form, faults);
        return html::rejected(&page, &page.desk.style);
    }
    let consortium = &writing.consortium.id;
    let now = app.clock.now();
    let record = Record::of(&consent, consortium, Some(writing.person.id.as_str()), now)?;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    consent_store::insert(&mut tx, &record).await?;
    audit::write(
        &mut tx,
        audit::Entry {
            consortium: Some(consortium.as_str()),
            at: now,
            person: Some(writing.person.id.as_str()),
            act: "recorded-consent",
            subject: record.id.as_str(),
            detail: "",
        },
    )
    .await?;
    let slug = &writing.consortium.slug;
    let Some(picture) = form.some("picture").map(PictureId) else {
        tx.commit().await?;
        return Ok(html::done(&desk_href(slug, &format!("consents/{}", record.id)), "recorded"));
    };
    match store::of_consortium(&mut tx, consortium, &picture).await {
        Ok(_) => {
            store_consented::attach(&mut tx, &record.id, &picture, now).await?;
            note(&mut tx, &writing, &picture, "picture-consented", record.id.as_str()).await?;
        }
        Err(Error::NotFound) => {}
        Err(other) => return Err(other),
    }
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&desk_href(slug, &format!("pictures/{picture}")), "recorded"))
}

fn page(app: &App, writing: &Writing, age: Option<AgeClass>, form: Form, faults: Faults) -> New {
    let w = writing.lang();
    let slug = &writing.consortium.slug;
    let picture = form.text("picture");
    let query = if picture.is_empty() { String::new() } else { format!("&picture={}", encoded(&picture)) };
    let ages = AgeClass::ALL
        .iter()
        .map(|age| (desk_href(slug, &format!("consents/new?age={}{query}", age.code())), w.say(&age.name())));
    let parties = age.map_or(&[][..], AgeClass::must_agree).iter().map(|party| {
        let (name, date) = filled::fields(*party);
        PartyFields {
            legend: w.w("consent-party", "party", party.code()),
            name,
            date,
            hint: w.t(&format!("consent-hint-{}", party.code())),
        }
    });
    let chosen = form.all("channels");
    let channels = Channel::ALL.iter().map(|channel| {
        (channel.code(), w.say(&channel.name()), chosen.iter().any(|code| code == channel.code()))
    });
    New {
        desk: desk(app, writing, Here::Pictures, w.t("consent-new")),
        action: desk_href(slug, "consents"),
        list: desk_href(slug, "consents"),
        age: age.map(AgeClass::code),
        ages: ages.collect(),
        age_word: age.map(|age| w.say(&age.name())).unwrap_or_default(),
        parties: parties.collect(),
        channels: channels.collect(),
        w,
        faults,
        form,
        picture,
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
