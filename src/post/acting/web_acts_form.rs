//! What the forms of a post's verbs say: reasons, times, houses.
use super::acts::Wish;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::institution::InstitutionId;
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::post::RevisionId;
use crate::post::dossier::Dossier;
use crate::post::planning::store_plan;
use crate::post::planning::suggesting::suggestion;
use crate::post::signoff::approval::When;
use crate::post::signoff::verb::Verb;

/// The longest reason, in characters.
const REASON_MAX: usize = 1_000;

/// The hour at which a post is meant for a day when nobody says an hour.
pub const USUAL_TIME: &str = "10:00";

/// Reads what the form of a verb says. Where a proposal says no time it gets the one suggested.
pub async fn wish(app: &App, writing: &Writing, dossier: &Dossier, verb: Verb, form: &Form) -> Result<Wish> {
    let zone = writing.consortium.time_zone();
    let local = Local::new(&zone, writing.lang(), app.clock.now());
    let read = form.some("revision").map(RevisionId);
    Ok(match verb {
        Verb::Propose => {
            let due = match form.text("when").as_str() {
                "soon" => None,
                "at" => Some(time(form, &local, None)?),
                _ if form.some("date").is_some() => Some(time(form, &local, None)?),
                _ => Some(suggested(app, writing, dossier, local.now).await?),
            };
            let saved_just_now = form.has("title") || form.has("body");
            let read = read.filter(|_| !saved_just_now);
            Wish::Propose { due, chosen: form.some("house").map(InstitutionId), read }
        }
        Verb::Approve | Verb::ApproveNow => {
            let read = read.ok_or_else(|| Error::Refused(Sentence::new("post-refused-unread")))?;
            let when = match form.text("when").as_str() {
                "now" => When::Now,
                "at" => When::At(time(form, &local, None)?),
                _ if verb == Verb::Approve => When::AsProposed,
                _ => return Err(Error::field("when", Sentence::new("post-refused-missed"))),
            };
            Wish::Approve { read, when }
        }
        Verb::Return => Wish::Return { reason: reason(form)? },
        Verb::Withdraw => Wish::Withdraw { reason: reason(form)? },
        Verb::Hold => Wish::Hold { reason: checked_reason(form)? },
        Verb::Move => Wish::Move { to: time(form, &local, dossier.standing.due(local.now))? },
        Verb::Release if form.text("when") == "at" => Wish::Release { due: Some(time(form, &local, None)?) },
        Verb::Release => Wish::Release { due: None },
        Verb::Retract => Wish::Retract,
        Verb::Restore => Wish::Restore,
        Verb::Archive => Wish::Archive,
        Verb::Reopen => Wish::Reopen,
        // Editing is a page of its own and no wish.
        Verb::Edit => return Err(Error::NotFound),
    })
}

/// Suggests a time for a post.
async fn suggested(app: &App, writing: &Writing, dossier: &Dossier, now: Instant) -> Result<Instant> {
    let mut conn = app.db.read().await?;
    let content = store_plan::contents(&mut conn, &[&dossier.post]).await?.remove(0);
    suggestion(&mut conn, &writing.consortium, dossier, &content, now).await
}

/// Reads date and time. A date alone keeps the local time that the post has, or gets the usual one.
fn time(form: &Form, local: &Local<'_>, before: Option<Instant>) -> Result<Instant> {
    let usual = before.map_or_else(|| USUAL_TIME.to_owned(), |at| local.form_time(at));
    let clock = if form.has("time") { form.text("time") } else { usual };
    let at = local.parse(&form.text("date"), &clock).map_err(|why| {
        let of_time = why.key.starts_with("calendar-time");
        Error::field(if of_time { "time" } else { "date" }, why)
    })?;
    if at <= local.now {
        return Err(Error::field("date", Sentence::new("post-refused-past")));
    }
    Ok(at)
}

fn reason(form: &Form) -> Result<String> {
    checked_reason(form)?.ok_or_else(|| Error::field("reason", Sentence::new("post-reason-missing")))
}

fn checked_reason(form: &Form) -> Result<Option<String>> {
    let reason = form.some("reason");
    let over = reason.as_ref().map_or(0, |text| text.chars().count().saturating_sub(REASON_MAX));
    if over > 0 {
        return Err(Error::field("reason", Sentence::new("post-reason-long").with("n", over)));
    }
    Ok(reason)
}
