//! How often something may be tried. The counts are in the database, so that two processes count together.
use super::app::App;
use super::clock::Instant;
use super::error::{Error, Result};
use super::store;

/// So many attempts in so many seconds.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    pub attempts: i64,
    pub seconds: i64,
}

/// Counts an attempt of a subject and refuses it with the instant from which it may go on.
pub async fn count(app: &App, subject: &str, limit: Limit) -> Result<()> {
    let now = app.clock.now();
    let width = limit.seconds * 1000;
    let window = Instant(now.millis().div_euclid(width) * width);
    let mut tx = app.db.begin(subject).await?;
    let count = store::count_attempt(&mut tx, subject, window).await?;
    tx.commit().await?;
    if count > limit.attempts {
        return Err(Error::Busy(Instant(window.millis() + width)));
    }
    Ok(())
}

/// Forgets the attempts of a subject, after it has succeeded.
pub async fn succeeded(app: &App, subject: &str) -> Result<()> {
    let mut tx = app.db.begin(subject).await?;
    store::forget_attempts(&mut tx, subject).await?;
    tx.commit().await
}
