//! The form of the statement on accessibility: how far, which parts not and why, seen by whom and when.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::web::{Said, back, frame, note};
use crate::barrier::statement::{Assessed, Conformity, Gap, REASONS, Statement, gaps};
use crate::barrier::store_statement;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

use super::field::{Field, Fields, Pick};

/// Empty lines that are offered below those that are filled.
const SPARE_LINES: usize = 2;

#[derive(Template)]
#[template(path = "charter/statement.html")]
struct StatementPage {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    action: String,
    /// The page as the public sees it.
    public: String,
    /// Said where nobody has gone through it for a year.
    overdue: Option<String>,
    before: Vec<Field>,
    lines: Vec<Line>,
    after: Vec<Field>,
}

/// One line of the list of parts that are not accessible.
struct Line {
    what: String,
    instead: String,
    reasons: Vec<Pick>,
}

fn build(
    app: &App,
    it: &Coordinating,
    stored: Option<&Statement>,
    typed: Option<&Form>,
    faults: Faults,
    said: &Said,
) -> StatementPage {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let day = |at: Option<_>| at.map_or_else(String::new, |at| local.form_date(at));
    let mut before = Fields::new(w, typed, &faults);
    let picks =
        Conformity::ALL.map(|it| (it.code().to_owned(), w.t(&format!("charter-conformity-{}", it.code()))));
    let conformity = stored.map_or("", |it| it.conformity.code());
    before.choice("radios", "conformity", conformity, picks.to_vec()).needed();
    let mut after = Fields::new(w, typed, &faults);
    let picks =
        Assessed::ALL.map(|it| (it.code().to_owned(), w.t(&format!("charter-assessed-{}", it.code()))));
    let assessed = stored.map_or("", |it| it.assessed.code());
    after.choice("radios", "assessed", assessed, picks.to_vec()).needed();
    after.add("date", "made_on", &day(stored.map(|it| it.made_at))).needed();
    after.add("date", "reviewed_on", &day(stored.map(|it| it.reviewed_at))).needed();
    after.area("office", stored.map_or("", |it| &it.office), 4);
    let list = typed.map_or_else(|| stored.map(|it| it.gaps.clone()).unwrap_or_default(), gaps);
    let overdue = stored.filter(|it| it.is_review_due(&local)).map(|_| w.t("charter-accessibility-overdue"));
    StatementPage {
        before: before.list,
        after: after.list,
        lines: lines(&list, w),
        desk: frame(app, it, w.t("charter-accessibility-title"), said),
        back: back(it),
        action: desk_href(&it.consortium.slug, "settings/accessibility"),
        public: format!("/{}/barrierefreiheit", it.consortium.slug),
        overdue,
        faults,
    }
}

fn lines(list: &[Gap], w: Lang) -> Vec<Line> {
    let spare = Gap { reason: REASONS[0].to_owned(), ..Gap::default() };
    let all = list.iter().chain(std::iter::repeat_n(&spare, SPARE_LINES));
    all.map(|gap| Line {
        what: gap.what.clone(),
        instead: gap.instead.clone(),
        reasons: REASONS
            .map(|code| Pick {
                value: code.to_owned(),
                text: w.t(&format!("charter-gap-reason-{code}")),
                is_chosen: code == gap.reason,
            })
            .to_vec(),
    })
    .collect()
}

/// Shows the statement as it stands. It can be put right even after the end.
pub async fn show(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    let stored = store_statement::statement(&mut *app.db.read().await?, &it.consortium.id).await?;
    let page = build(&app, &it, stored.as_ref(), None, Faults::default(), &said);
    html::page(&page, &page.desk.style)
}

/// Saves the statement.
pub async fn save(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let zone = it.consortium.time_zone();
    let statement = match Statement::read(&form, &Local::new(&zone, it.lang(), now)) {
        Ok(statement) => statement,
        Err(faults) => {
            let page = build(&app, &it, None, Some(&form), faults, &Said::default());
            return html::rejected(&page, &page.desk.style);
        }
    };
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    store_statement::save(&mut tx, id, &statement).await?;
    note(&mut tx, &it, now, "verbund-accessibility", &it.consortium.name, "").await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "settings/accessibility"), "saved"))
}
