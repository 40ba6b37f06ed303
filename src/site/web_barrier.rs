//! Telling us about a barrier: without a script, without e-mail, and with a word of receipt.
use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::web_visit::Visit;
use crate::barrier::work::{office_of, receive};
use crate::barrier::{BarrierId, Report, Standing, store, store_statement};
use crate::base::attempt::{self, Limit};
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::page::Public;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// How much of a description is taken, in characters.
const LONGEST: usize = 4_000;
/// How much of the other fields is taken, in characters.
const LINE: usize = 500;
/// How many reports a Verbund takes in an hour. Counted for all together: no visitor's address is
/// kept for it.
const LIMIT: Limit = Limit { attempts: 30, seconds: 3600 };

#[derive(Template)]
#[template(path = "site/barrier.html")]
struct BarrierPage {
    public: Public,
    form: Form,
    faults: Faults,
    /// The office for those who get no good answer, line by line.
    office: Vec<String>,
    is_own_office: bool,
}

impl BarrierPage {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.public.w).is_some()
    }
}

#[derive(Template)]
#[template(path = "site/barrier_told.html")]
struct ToldPage {
    public: Public,
    facts: Vec<(String, String)>,
    what_next: String,
    office: Vec<String>,
    is_own_office: bool,
}

/// The office of a Verbund for those who get no good answer, and whether it is one of its own.
pub(super) async fn office(visit: &Visit) -> Result<(Vec<String>, bool)> {
    let statement =
        store_statement::statement(&mut *visit.app.db.read().await?, &visit.consortium.id).await?;
    let own = statement.map(|it| it.office).unwrap_or_default();
    Ok((office_of(&own, visit.w).lines().map(str::to_owned).collect(), !own.trim().is_empty()))
}

async fn page(visit: &Visit, form: Form, faults: Faults) -> Result<BarrierPage> {
    let (office, is_own_office) = office(visit).await?;
    Ok(BarrierPage {
        public: visit.frame(&visit.w.t("site-barrier"), &visit.w.t("site-barrier-description")),
        form,
        faults,
        office,
        is_own_office,
    })
}

/// Shows the form.
pub async fn show(visit: Visit) -> Result<Response> {
    let page = page(&visit, Form::default(), Faults::default()).await?;
    visit.page(&page, &page.public, visit.until([]))
}

fn faults_of(body: &str, where_: &str, reply_to: &str) -> Faults {
    let mut faults = Faults::default();
    if body.is_empty() {
        faults.add("body", Sentence::new("site-barrier-missing"));
    }
    if body.chars().count() > LONGEST {
        faults.add("body", Sentence::new("site-barrier-long").with("n", body.chars().count() - LONGEST));
    }
    for (field, text) in [("page", where_), ("reply_to", reply_to)] {
        if text.chars().count() > LINE {
            faults.add(field, Sentence::new("site-barrier-field-long"));
        }
    }
    faults
}

/// Takes a report: it becomes a case with a number, and those responsible are written to.
pub async fn report(visit: Visit, form: Form) -> Result<Response> {
    let mut report = Report::received(&visit.consortium.id, visit.w, visit.now);
    (report.body, report.page, report.reply_to) =
        (form.text("body"), form.text("page"), form.text("reply_to"));
    let faults = faults_of(&report.body, &report.page, &report.reply_to);
    if !faults.is_empty() {
        let page = page(&visit, form, faults).await?;
        return html::rejected(&page, &page.public.style);
    }
    let id = &visit.consortium.id;
    attempt::count(&visit.app, &format!("barrier/{id}"), LIMIT).await?;
    let mut tx = visit.app.db.begin(id.as_str()).await?;
    receive(&mut tx, &visit.app, &visit.consortium, &mut report).await?;
    tx.commit().await?;
    kill::point("barrier.receive.after_commit");
    visit.app.waker.wake();
    Ok(html::see_other(&format!("{}/barriere-melden/{}", visit.root(), report.id)))
}

/// Shows whoever reported a barrier what its number is and how far it has come. The address is
/// known to them alone; what was written and how to reach them does not stand there.
pub async fn told(visit: Visit, Path(params): Path<HashMap<String, String>>) -> Result<Response> {
    let id = BarrierId::from(params.get("report").cloned().unwrap_or_default());
    let report = store::by_id(&mut *visit.app.db.read().await?, &id).await?;
    if report.consortium_id != visit.consortium.id {
        return Err(Error::NotFound);
    }
    let (w, local) = (visit.w, visit.local());
    let date = |at| local.date_long(local.day(at));
    let mut facts = vec![
        (w.t("site-told-number"), report.number.to_string()),
        (w.t("site-told-received"), date(report.received_at)),
    ];
    match report.answered_at {
        Some(at) => facts.push((w.t("site-told-answered"), date(at))),
        None => facts.push((w.t("site-told-until"), local.date_long(report.due(&local)))),
    }
    let has_way = !report.reply_to.is_empty();
    let what_next = match (report.standing(), has_way) {
        (Standing::Answered, _) => "site-told-done",
        (_, true) => "site-told-will-answer",
        (_, false) => "site-told-no-way",
    };
    let (office, is_own_office) = office(&visit).await?;
    let mut public = visit.frame(&w.t("site-told"), "");
    public.noindex = true;
    let page = ToldPage { public, facts, what_next: w.t(what_next), office, is_own_office };
    let mut response = html::page(&page, &page.public.style)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
