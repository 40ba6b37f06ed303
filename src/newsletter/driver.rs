//! The newsletter as a network: what goes out is written down for everybody at once; letters that
//! are out cannot be corrected nor taken back, and that is said.
use super::issue::{LastWords, usual_slot};
use super::store_issue::{self, Issue};
use super::{Rhythm, letter, work};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::smtp::{Fate, Server};
use crate::base::{job, kill};
use crate::channel::order::{Farewell, Health, Order};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;
use crate::channel::{self, Channel, store_piece};
use crate::consortium;
use crate::post::PostId;

/// Composes a post as its letter has it, without what each letter says about itself.
pub fn compose(_: &Channel, piece: &Piece) -> Composed {
    let text = letter::preview(piece);
    let counted = text.chars().count();
    let part = Part { text, pictures: Vec::new(), card: None, counted, most: usize::MAX };
    let losses = match piece.pictures.is_empty() {
        true => Vec::new(),
        false => vec![Sentence::new("newsletter-loses-pictures").with("n", piece.pictures.len())],
    };
    Composed { parts: vec![part], faults: Vec::new(), losses }
}

/// What a sending is the sending of: one post on one channel, whatever its text.
fn occasion(channel: &Channel, post: &PostId) -> String {
    format!("post:{}:{post}", channel.id)
}

/// Writes one letter for everybody who wants each post, and lets the post wait to be collected for
/// the others. All in one transaction and once: called again, it finds what it did.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    let (app, channel) = (order.app, order.channel);
    let now = app.clock.now();
    let issue = Issue::new(channel, Rhythm::Each.code(), occasion(channel, &piece.post), now);
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    ensure_rhythm(&mut tx, channel, now).await?;
    if store_issue::insert(&mut tx, &issue).await? {
        store_issue::put_item(&mut tx, &issue.id, &piece.post, &piece.revision, piece.wording.as_deref())
            .await?;
        store_issue::address(&mut tx, &issue, now).await?;
        job::enqueue_once(&mut tx, work::SEND, work::SEND, "", now).await?;
    }
    let standing = store_issue::of_occasion(&mut tx, &issue.occasion).await?;
    kill::point("newsletter.publish.before_commit");
    tx.commit().await?;
    kill::point("newsletter.publish.after_commit");
    app.waker.wake();
    let ids = standing.map(|it| it.id.0).into_iter().collect();
    Ok(Outcome::Sent(Remote { url: String::new(), ids, more: serde_json::Value::Null }))
}

/// Gives what has not gone out yet the newer text. What has cannot be reached any more.
pub async fn correct(order: &Order<'_>, piece: &Piece, _: &Remote) -> Result<Outcome> {
    let mut tx = order.app.db.begin(order.channel.consortium_id.as_str()).await?;
    if let Some(issue) = store_issue::of_occasion(&mut tx, &occasion(order.channel, &piece.post)).await? {
        store_issue::put_item(&mut tx, &issue.id, &piece.post, &piece.revision, piece.wording.as_deref())
            .await?;
    }
    let gone = store_issue::gone_out(&mut tx, &order.channel.id, &piece.post).await?;
    tx.commit().await?;
    Ok(settled(gone, "newsletter-not-corrected"))
}

/// Takes back what has not gone out yet; what has cannot be called back.
pub async fn withdraw(order: &Order<'_>, post: &PostId, _: &Remote) -> Result<Outcome> {
    let mut tx = order.app.db.begin(order.channel.consortium_id.as_str()).await?;
    if let Some(issue) = store_issue::of_occasion(&mut tx, &occasion(order.channel, post)).await? {
        store_issue::withdraw(&mut tx, &issue.id, order.app.clock.now()).await?;
    }
    let gone = store_issue::gone_out(&mut tx, &order.channel.id, post).await?;
    tx.commit().await?;
    Ok(settled(gone, "newsletter-not-withdrawn"))
}

/// Tells everybody, once, that the Verbund ends.
pub async fn farewell(order: &Order<'_>, words: &Farewell) -> Result<Outcome> {
    let (app, channel) = (order.app, order.channel);
    let now = app.clock.now();
    let mut issue = Issue::new(channel, store_issue::FAREWELL, format!("farewell:{}", channel.id), now);
    issue.farewell = LastWords::of(words).keep()?;
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await?;
    if store_issue::insert(&mut tx, &issue).await? {
        store_issue::address(&mut tx, &issue, now).await?;
        job::enqueue_once(&mut tx, work::SEND, work::SEND, "", now).await?;
    }
    tx.commit().await?;
    app.waker.wake();
    Ok(Outcome::Sent(Remote::default()))
}

/// Says whether all of it could be done, or how many letters are out.
fn settled(gone: i64, why: &'static str) -> Outcome {
    match gone {
        0 => Outcome::Sent(Remote::default()),
        n => Outcome::Refused { why: Sentence::new(why).with("n", n) },
    }
}

/// Asks whether the mail server answers and lets us in.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let it = consortium::store::by_id(&mut *app.db.read().await?, &channel.consortium_id).await?;
    let url = format!("{}/newsletter", store_piece::root(&app.config, &it));
    let account = url.split_once("://").map_or(url.as_str(), |(_, plain)| plain);
    channel::store::call(app, channel, account, &url).await?;
    let Some(config) = &app.config.mail else {
        // The demo writes letters down and shows them.
        return Ok(match app.demo {
            true => Health::Good { limits: "{}".into(), expires_at: None },
            false => Health::Broken { why: Sentence::new("newsletter-no-server") },
        });
    };
    Ok(match Server::of(&app.config, &config.smtp)?.greet().await {
        Ok(()) => Health::Good { limits: "{}".into(), expires_at: None },
        Err(Fate::Refused { why, .. }) => {
            Health::Broken { why: Sentence::new("newsletter-server-refuses").with("why", why) }
        }
        Err(_) => Health::Unknown,
    })
}

/// Begins the rhythm of a channel where nobody has chosen one yet.
pub async fn ensure_rhythm(conn: &mut Conn, channel: &Channel, now: Instant) -> Result<()> {
    if store_issue::rhythm(conn, &channel.id).await?.is_none() {
        let since = channel.on_at.unwrap_or(now);
        store_issue::set_rhythm(conn, &channel.id, &usual_slot().to_text(), since).await?;
    }
    Ok(())
}
