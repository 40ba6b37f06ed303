//! Letters that did not arrive, and what follows for the address.
use super::bounce::{self, Report, Verdict};
use super::{Ended, Subscriber, store, store_letter};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::kill;

/// Ends an address at which nothing arrives: at once where there is no such mailbox, else when the
/// last letters all failed over some days.
pub async fn failed(app: &App, to: &Subscriber, is_gone: bool) -> Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.begin(to.consortium_id.as_str()).await?;
    let last: Vec<_> = store_letter::last(&mut tx, &to.id).await?;
    let last: Vec<_> = last.into_iter().map(|(_, at, came_back)| (at, came_back)).collect();
    let ends = is_gone || bounce::is_given_up(&last);
    if ends {
        store::end(&mut tx, to, Ended::Bounced, now).await?;
    }
    kill::point("newsletter.bounce.before_commit");
    tx.commit().await?;
    Ok(ends)
}

/// Takes a mail that came back; says in a word what it was taken for.
pub async fn came_back(app: &App, mail: &[u8], recipient: Option<&str>) -> Result<&'static str> {
    let Some(Report { letter, subscriber, verdict, status }) = bounce::read(mail, recipient) else {
        return Ok("no report of a failed letter of ours");
    };
    let named = letter.as_ref().map(|(_, to)| to.clone()).or(subscriber);
    let Some(id) = named else { return Ok("no report of a failed letter of ours") };
    let to = match store::by_id(&mut *app.db.read().await?, &id).await {
        Err(Error::NotFound) => return Ok("for nobody we know"),
        found => found?,
    };
    let mut tx = app.db.begin("newsletter").await?;
    // Where only the address is named, the letter is the last one that went there.
    let issue = match letter {
        Some((issue, _)) => Some(issue),
        None => store_letter::last(&mut tx, &id).await?.into_iter().next().map(|(issue, ..)| issue),
    };
    // A report about a letter that never was is somebody's invention.
    let is_ours = match &issue {
        Some(issue) => store_letter::came_back(&mut tx, issue, &id, &status, app.clock.now()).await?,
        None => false,
    };
    tx.commit().await?;
    if !is_ours {
        return Ok("for no letter that we sent, or told before");
    }
    if to.ended_at.is_some() {
        return Ok("for an address that has ended");
    }
    match failed(app, &to, verdict == Verdict::Gone).await? {
        true => Ok("the address has ended"),
        false => Ok("noted"),
    }
}
