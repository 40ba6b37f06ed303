//! The job that forgets conversations whose time is over.
use super::{KEPT_DAYS, LOG_DAYS, NETWORK_KEPT_DAYS, TRACE_DAYS, store};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::job;

/// The kind of the timer that forgets, once a day.
pub const FORGET: &str = "inbox-forget";

/// Forgets what was closed long enough ago, and sets itself for tomorrow.
pub async fn forget(app: &App) -> Result<()> {
    let now = app.clock.now();
    let days = |days: i64| now.plus_hours(-24 * days);
    let over = store::over(&mut *app.db.read().await?, days(KEPT_DAYS), days(NETWORK_KEPT_DAYS)).await?;
    for id in over {
        let mut tx = app.db.begin("inbox-forget").await?;
        store::forget(&mut tx, &id, now).await?;
        tx.commit().await?;
    }
    let mut tx = app.db.begin("timers").await?;
    store::forget_marks(&mut tx, days(TRACE_DAYS), days(LOG_DAYS)).await?;
    job::enqueue_once(&mut tx, FORGET, FORGET, "", now.plus_hours(24)).await?;
    tx.commit().await
}
