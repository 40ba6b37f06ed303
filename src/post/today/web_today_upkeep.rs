//! What waits for coordination beside the posts: reported barriers, and what has fallen behind of
//! what the page says about itself. A barrier that was given to somebody waits for them.
use super::card::{Card, Rank};
use crate::barrier::upkeep::upkeep;
use crate::barrier::{Report, beginning, store, store_statement};
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;

/// Finds all of it that waits for one person.
pub async fn todos(conn: &mut Conn, reading: &Reading, local: &Local<'_>) -> Result<Vec<Card>> {
    let it = &reading.consortium;
    let reports = store::open(conn, &it.id).await?;
    let mine = reports.iter().filter(|report| report.waits_for(&reading.seat));
    let mut found: Vec<Card> = mine.map(|report| of_report(report, reading, local)).collect();
    if reading.is_coordinator() {
        let statement = store_statement::statement(conn, &it.id).await?;
        let behind = upkeep(it, statement.as_ref(), local).into_iter();
        found.extend(behind.map(|one| Card {
            rank: Rank::Upkeep,
            title: local.lang.say(&one.title),
            badges: Vec::new(),
            words: local.lang.say(&one.why),
            href: desk_href(&it.slug, one.page),
            button: local.lang.t("post-today-look"),
            until: None,
        }));
    }
    Ok(found)
}

fn of_report(report: &Report, reading: &Reading, local: &Local<'_>) -> Card {
    let w = local.lang;
    let title = w.n("post-today-barrier", report.number);
    Card {
        rank: Rank::Called,
        title: format!("{title}: {}", beginning(&report.body, 80)),
        badges: Vec::new(),
        words: w.say(&report.time_left(local)),
        href: desk_href(&reading.consortium.slug, &format!("barriers/{}", report.number)),
        button: w.t("post-today-answer"),
        until: None,
    }
}
