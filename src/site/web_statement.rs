//! The statement on accessibility, with the parts that § 10b BGG NRW asks for (L7).
use askama::Template;
use axum::response::Response;

use super::web_barrier::office;
use super::web_visit::Visit;
use crate::barrier::statement::Statement;
use crate::barrier::store_statement;
use crate::base::error::Result;
use crate::charter::contact::{Contact, contact};
use crate::consortium::store_imprint;
use crate::member::store as member_store;
use crate::page::Public;
use crate::post::writing::markdown;

#[derive(Template)]
#[template(path = "site/statement.html")]
struct StatementPage {
    public: Public,
    /// How far the pages meet the rules, in a sentence.
    conformity: String,
    gaps: Vec<Gap>,
    /// How and when that was found out.
    made: Vec<String>,
    /// What the Verbund adds in its own words.
    own: String,
    lang: String,
    contact: Option<Contact>,
    office: Vec<String>,
    is_own_office: bool,
}

/// A part that is not accessible, in words.
struct Gap {
    what: String,
    why: String,
    instead: String,
}

/// Gives the one contact point of the Verbund.
pub(super) async fn contact_of(visit: &Visit) -> Result<Option<Contact>> {
    let it = &visit.consortium;
    let mut conn = visit.app.db.read().await?;
    let imprint = store_imprint::imprint(&mut conn, &it.id).await?;
    let memberships = member_store::memberships_in(&mut conn, &it.id).await?;
    Ok(contact(it, &imprint, &visit.houses, &memberships, visit.now))
}

/// Shows the statement; one that nobody has made yet says just that.
pub async fn show(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let statement =
        store_statement::statement(&mut *visit.app.db.read().await?, &visit.consortium.id).await?;
    let (office, is_own_office) = office(&visit).await?;
    let page = StatementPage {
        public: visit.frame(
            &w.t("site-accessibility-statement"),
            &w.w("site-statement-lead", "consortium", &visit.consortium.name),
        ),
        conformity: match &statement {
            Some(it) => w.t(&format!("site-conformity-{}", it.conformity.code())),
            None => w.t("site-conformity-unknown"),
        },
        gaps: statement.as_ref().map(|it| gaps(it, &visit)).unwrap_or_default(),
        made: statement.as_ref().map(|it| made(it, &visit)).unwrap_or_default(),
        own: markdown::html(&visit.consortium.barrier, 3),
        lang: visit.consortium.main_language().code().into(),
        contact: contact_of(&visit).await?,
        office,
        is_own_office,
    };
    visit.page(&page, &page.public, visit.until([]))
}

fn gaps(it: &Statement, visit: &Visit) -> Vec<Gap> {
    let gap = |gap: &crate::barrier::statement::Gap| Gap {
        what: gap.what.clone(),
        why: visit.w.t(&format!("site-gap-{}", gap.reason)),
        instead: gap.instead.clone(),
    };
    it.gaps.iter().map(gap).collect()
}

fn made(it: &Statement, visit: &Visit) -> Vec<String> {
    let (w, local) = (visit.w, visit.local());
    let date = |at| local.date_long(local.day(at));
    vec![
        w.w("site-statement-made", "date", date(it.made_at)),
        w.w("site-statement-reviewed", "date", date(it.reviewed_at)),
        w.t(&format!("site-assessed-{}", it.assessed.code())),
    ]
}
