//! What the law asks of the demo's Verbünde: who offers the page, who answers for it together, how
//! accessible it is, and the barriers that people reported.
use super::book::{Barrier, Book, Statement as Told};
use super::days::Days;
use super::ground::Ground;
use crate::barrier::statement::{Assessed, Conformity, Gap, Statement};
use crate::barrier::telling::{News, tell};
use crate::barrier::{Report, store, store_statement, work};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::charter::parties;
use crate::consortium::imprint::Imprint;
use crate::consortium::{store as consortium_store, store_imprint};

/// When the statement was made, in days before today.
const MADE_DAYS: i32 = -400;

/// Enters all of it.
pub async fn enter(conn: &mut Conn, app: &App, ground: &Ground, book: &Book, days: &Days) -> Result<()> {
    let id = &ground.consortium.id;
    let told = &book.consortium.provider;
    let imprint = Imprint {
        provider: told.name.clone(),
        address: told.address.trim().to_owned(),
        represented_by: told.represented_by.clone(),
        email: told.email.clone(),
        phone: told.phone.clone(),
        responsible: told.responsible.clone(),
    };
    store_imprint::save(conn, id, &imprint).await?;
    store_statement::save(conn, id, &statement(&book.consortium.statement, days)).await?;
    // The day on which all had joined, then each day on which one left.
    let mut changes = vec![ground.consortium.created_at.plus_hours(2)];
    changes.extend(ground.houses.iter().filter_map(|house| house.left_at));
    changes.sort();
    for at in changes {
        consortium_store::write_arrangement(conn, id, &parties(&ground.houses, at), at).await?;
    }
    for barrier in &book.barrier {
        report(conn, app, ground, barrier, days).await?;
    }
    Ok(())
}

fn statement(told: &Told, days: &Days) -> Statement {
    let gap = |gap: &super::book::Gap| Gap {
        what: gap.what.clone(),
        reason: gap.reason.clone(),
        instead: gap.instead.clone(),
    };
    Statement {
        conformity: Conformity::from_code(&told.conformity).unwrap_or(Conformity::Partly),
        assessed: Assessed::Ourselves,
        gaps: told.gap.iter().map(gap).collect(),
        office: String::new(),
        made_at: days.at(MADE_DAYS, 0, 0),
        reviewed_at: days.at(-told.reviewed_days_ago, 0, 0),
    }
}

async fn report(conn: &mut Conn, app: &App, ground: &Ground, told: &Barrier, days: &Days) -> Result<()> {
    let mut report = Report::received(&ground.consortium.id, Lang::De, days.at(-told.days_ago, 16, 20));
    (report.page, report.body, report.reply_to) =
        (told.page.clone(), told.body.clone(), told.reply_to.clone());
    store::insert(conn, &mut report).await?;
    let person = told.given_to.as_ref().map(|key| ground.person(key)).transpose()?;
    if let Some(person) = person {
        let begun = days.at(1 - told.days_ago, 9, 10);
        store::give(conn, &report.id, None, Some(&person.id), Some(begun)).await?;
    }
    let Some(answered) = told.answered_days_ago.map(|ago| days.at(-ago, 11, 5)) else {
        work::plan_reminder(conn, &ground.consortium, &report, 0).await?;
        return tell(conn, app, &ground.consortium, &report, (News::Arrived, None)).await;
    };
    report.answer = told.answer.trim().to_owned();
    report.note = told.note.clone();
    report.answered_at = Some(answered);
    report.answered_by = person.map(|person| person.id.clone());
    store::answer(conn, &report).await?;
    work::plan_forgetting(conn, &report, answered).await
}
