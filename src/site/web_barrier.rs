//! Telling us about a barrier: without a script, without e-mail, and with a word of receipt.
use askama::Template;
use axum::extract::Query;
use axum::response::Response;

use super::store::{self, Barrier};
use super::web_visit::Visit;
use crate::base::attempt::{self, Limit};
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::page::Public;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::post::writing::markdown;

/// How much of a description is taken, in characters.
const LONGEST: usize = 4_000;
/// How many reports a Verbund takes in an hour. Counted for all together: no visitor's address is
/// kept for it.
const LIMIT: Limit = Limit { attempts: 30, seconds: 3600 };

#[derive(Template)]
#[template(path = "site/barrier.html")]
struct BarrierPage {
    public: Public,
    statement: String,
    lang: String,
    form: Form,
    faults: Faults,
    is_done: bool,
}

impl BarrierPage {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.public.w).is_some()
    }
}

/// What the address says after a report.
#[derive(serde::Deserialize)]
pub struct After {
    done: Option<String>,
}

fn page(visit: &Visit, form: Form, faults: Faults, is_done: bool) -> BarrierPage {
    BarrierPage {
        public: visit.frame(&visit.w.t("site-barrier"), &visit.w.t("site-barrier-description")),
        statement: markdown::html(&visit.consortium.barrier, 3),
        lang: visit.consortium.main_language().code().into(),
        form,
        faults,
        is_done,
    }
}

/// Shows how accessible the page is, and a form.
pub async fn show(visit: Visit, Query(after): Query<After>) -> Result<Response> {
    let page = page(&visit, Form::default(), Faults::default(), after.done.is_some());
    visit.page(&page, &page.public, visit.until([]))
}

/// Takes a report.
pub async fn report(visit: Visit, form: Form) -> Result<Response> {
    let (body, where_, reply_to) = (form.text("body"), form.text("page"), form.text("reply_to"));
    let mut faults = Faults::default();
    if body.is_empty() {
        faults.add("body", Sentence::new("site-barrier-missing"));
    }
    if body.chars().count() > LONGEST {
        faults.add("body", Sentence::new("site-barrier-long").with("n", body.chars().count() - LONGEST));
    }
    if where_.chars().count() > 500 || reply_to.chars().count() > 500 {
        let field = if where_.chars().count() > 500 { "page" } else { "reply_to" };
        faults.add(field, Sentence::new("site-barrier-field-long"));
    }
    if !faults.is_empty() {
        let page = page(&visit, form, faults, false);
        return html::rejected(&page, &page.public.style);
    }
    let id = &visit.consortium.id;
    attempt::count(&visit.app, &format!("barrier/{id}"), LIMIT).await?;
    let mut tx = visit.app.db.begin(id.as_str()).await?;
    let barrier = Barrier { consortium: id, page: &where_, body: &body, reply_to: &reply_to };
    store::insert_barrier(&mut tx, &barrier, visit.now).await?;
    tx.commit().await?;
    Ok(html::done(&format!("{}/barriere-melden#meldung", visit.root()), "barrier"))
}
