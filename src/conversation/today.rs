//! What of the Eingang stands on the first screen: what waits for me, the most urgent first.
use super::desk::store_list;
use super::desk::thread::{excerpt, words_of_due};
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::post::today::card::{Card, Rank};

/// How many conversations the first screen names.
const MOST: usize = 5;

/// Gives what somebody is to answer, by its due time.
pub async fn cards(conn: &mut Conn, reading: &Reading, local: &Local<'_>) -> Result<Vec<Card>> {
    let w = local.lang;
    let open = store_list::open(conn, &reading.consortium.id).await?;
    let mine = |row: &&store_list::Row| {
        row.it.person_id.as_ref() == Some(&reading.person.id) && row.it.due_at.is_some()
    };
    let card = |row: &store_list::Row| {
        let house = row.it.institution_id.as_ref().and_then(|id| reading.house(id));
        let who = [&row.said_by, &row.said_handle].into_iter().flatten().find(|name| !name.is_empty());
        let said = excerpt(row.said.as_deref().unwrap_or_default(), 100);
        let who = who.cloned().unwrap_or_else(|| w.t("conversation-somebody"));
        Card {
            rank: if row.it.is_overdue(local.now) { Rank::Overdue } else { Rank::Answer },
            title: format!("{who}: {said}"),
            words: words_of_due(&row.it, local),
            badges: house
                .map(|house| face::badge(house, &format!("/{}", reading.consortium.slug)))
                .into_iter()
                .collect(),
            href: desk_href(&reading.consortium.slug, &format!("inbox/{}", row.it.number)),
            button: w.t("conversation-today-answer"),
            until: row.it.due_at,
        }
    };
    Ok(open.iter().filter(mine).take(MOST).map(card).collect())
}
