//! What is done for channels in the background: noting how their access stands, and bringing the
//! usage concept to mind once a year.
use super::health::{self, Warning};
use super::order::Health;
use super::{Channel, ChannelId, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::member::{PersonId, Role, letter, store as member_store};

/// The kind of the job that brings a usage concept to mind; its payload is
/// `<Verbund>/<channel>/<review date in milliseconds>`.
pub const REVIEW: &str = "review-channel";
/// So many days ahead, to leave time for talking about it.
const REVIEW_DAYS: i64 = 14;

/// Notes what a look at a channel's access showed, and warns the coordination where that is due.
pub async fn note_health(
    app: &App,
    consortium: &ConsortiumId,
    id: &ChannelId,
    health: &Health,
) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let channel = store::by_id(&mut tx, consortium, id).await?;
    if channel.ended_at.is_some() {
        return Ok(());
    }
    let (channel, warning) = health::noted(channel, health, now);
    store::save(&mut tx, &channel).await?;
    if let Some(warning) = warning {
        let it = consortium_store::by_id(&mut tx, consortium).await?;
        warn(&mut tx, app, &it, &channel, &warning).await?;
    }
    app.commit(tx, consortium.as_str()).await
}

async fn warn(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    channel: &Channel,
    warning: &Warning,
) -> Result<()> {
    let zone = it.time_zone();
    let now = app.clock.now();
    tell(conn, app, it, channel, |w| match warning {
        Warning::Broken { why } => (
            Sentence::new("channel-letter-broken-subject").with("name", &channel.name),
            Sentence::new("channel-letter-broken").with("name", &channel.name).with("why", why.clone()),
        ),
        Warning::Ends { at, days } => {
            let local = Local::new(&zone, w, now);
            (
                Sentence::new("channel-letter-ends-subject").with("name", &channel.name).with("n", *days),
                Sentence::new("channel-letter-ends")
                    .with("name", &channel.name)
                    .with("date", local.date_long(local.day(*at))),
            )
        }
    })
    .await
}

/// Plans that a usage concept is brought to mind before its review date.
pub async fn plan_review(conn: &mut Conn, channel: &Channel) -> Result<()> {
    let Some(at) = channel.review_at else { return Ok(()) };
    let payload = format!("{}/{}/{}", channel.consortium_id, channel.id, at.millis());
    let due = at.plus_hours(-24 * REVIEW_DAYS);
    job::enqueue_once(conn, REVIEW, &format!("{REVIEW}:{payload}"), &payload, due).await
}

/// Brings a usage concept to mind, unless it has got another review date meanwhile.
pub async fn remind_of_review(app: &App, payload: &str) -> Result<()> {
    let mut pieces = payload.split('/');
    let mut next = || pieces.next().ok_or(Error::NotFound);
    let (consortium, id, at) = (ConsortiumId::from(next()?), ChannelId::from(next()?), next()?);
    let at: i64 = at.parse().map_err(anyhow::Error::from)?;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let channel = match store::by_id(&mut tx, &consortium, &id).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let now = app.clock.now();
    let it = consortium_store::by_id(&mut tx, &consortium).await?;
    if channel.ended_at.is_some() || channel.review_at != Some(Instant(at)) || it.has_ended(now) {
        return Ok(());
    }
    let zone = it.time_zone();
    tell(&mut tx, app, &it, &channel, |w| {
        let local = Local::new(&zone, w, now);
        (
            Sentence::new("channel-letter-review-subject").with("name", &channel.name),
            Sentence::new("channel-letter-review")
                .with("name", &channel.name)
                .with("date", local.date_long(local.day(Instant(at)))),
        )
    })
    .await?;
    tx.commit().await
}

/// Writes to everybody who coordinates the Verbund now, each in their language.
async fn tell(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    channel: &Channel,
    words: impl Fn(Lang) -> (Sentence, Sentence),
) -> Result<()> {
    let now = app.clock.now();
    let memberships = member_store::memberships_in(conn, &it.id).await?;
    let coordinates = |id: &PersonId| {
        memberships
            .iter()
            .any(|one| one.person_id == *id && one.is_live(now) && one.role() == Role::Coordinator)
    };
    let path = format!("/desk/{}/channels/{}", it.slug, channel.id);
    for person in member_store::people_in(conn, &it.id).await? {
        if coordinates(&person.id) {
            let (subject, body) = words(Lang::from_code(&person.language).unwrap_or_default());
            letter::write_to(conn, app, &person, it, &subject, &body, &path).await?;
        }
    }
    Ok(())
}
