//! The time that is suggested for a post that has none.
use jiff::civil::Date;

use super::store_plan;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::calendar::Region;
use crate::calendar::holiday::holiday;
use crate::consortium::Consortium;
use crate::post::dossier::Dossier;
use crate::post::signoff::due::suggest;
use crate::post::writing::content::Content;
use crate::topic::store_series;

/// How far the slots of the series are looked at, in days.
const AHEAD_DAYS: i64 = 70;

/// Suggests a time: the one the post already has, else the next free place of its series, else a
/// working day on which nothing else appears. Places of other series are left to them.
pub async fn suggestion(
    conn: &mut Conn,
    consortium: &Consortium,
    dossier: &Dossier,
    content: &Content,
    now: Instant,
) -> Result<Instant> {
    if let Some(due) = dossier.standing.due(now).filter(|due| *due > now) {
        return Ok(due);
    }
    let zone = consortium.time_zone();
    let until = now.plus_hours(24 * AHEAD_DAYS);
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for series in store_series::of_consortium(conn, &consortium.id).await? {
        let Some(slot) = series.slot().filter(|_| series.is_running()) else { continue };
        let times = slot.after(now, &zone).map(|(_, at)| at).take_while(|at| *at < until);
        if content.series.as_ref() == Some(&series.id) { own.extend(times) } else { others.extend(times) }
    }
    others
        .extend(store_plan::times(conn, &consortium.id, now.plus_hours(-1), until, &dossier.post.id).await?);
    own.sort_unstable();
    let closed = |day: Date| holiday(Region::default(), day).is_some();
    Ok(suggest(now, &zone, own, &others, closed))
}
