//! Asking for the newsletter: whatever address is given, the answer is the same; what happens then
//! happens by letter.
use super::wish::Wish;
use super::{
    Subscriber, SubscriberId, UNCONFIRMED_DAYS, address_mark, secret_hash, secret_of, store, work_reading,
};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::base::{attempt, kill};
use crate::consortium::Consortium;
use crate::member::session::{hash_secret, new_secret};

/// How often one address is written to in a day because somebody typed it in.
const PER_ADDRESS: attempt::Limit = attempt::Limit { attempts: 3, seconds: 24 * 3600 };

/// The words somebody agrees to with the button; they are kept with the proof.
pub fn words(w: Lang, it: &Consortium) -> String {
    w.w("newsletter-consent", "name", &it.name)
}

/// Takes somebody's wish and writes them a letter: one to confirm, or, where the address is confirmed
/// already, one with the link to change it. Nobody else learns which.
pub async fn ask(app: &App, it: &Consortium, w: Lang, address: &str, wish: &Wish) -> Result<()> {
    let mark = address_mark(&app.seal, &it.id, address);
    let subject = format!("subscriber-address:{}:{}", it.id, &mark[..32]);
    if attempt::count(app, &subject, PER_ADDRESS).await.is_err() {
        // Said to nobody: it would say that the address is known.
        return Ok(());
    }
    let mut tx = app.db.begin(it.id.as_str()).await?;
    match store::live(&mut tx, &it.id, &mark).await? {
        Some(known) if known.confirmed_at.is_some() => remind(&mut tx, app, it, &known).await?,
        known => confirm(&mut tx, app, it, (w, address, &mark), wish, known).await?,
    }
    kill::point("newsletter.ask.before_commit");
    tx.commit().await?;
    kill::point("newsletter.ask.after_commit");
    app.waker.wake();
    Ok(())
}

/// Asks the owner of the address whether they want it.
async fn confirm(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    (w, address, mark): (Lang, &str, &str),
    wish: &Wish,
    known: Option<Subscriber>,
) -> Result<()> {
    let (now, secret) = (app.clock.now(), new_secret());
    let words = words(w, it);
    let text_mark = hash_secret(&words);
    store::keep_text(conn, &text_mark, w.code(), &words, now).await?;
    let is_known = known.is_some();
    let id = known.map_or_else(SubscriberId::new, |known| known.id);
    let asked = Subscriber {
        secret_hash: secret_hash(&secret_of(&app.seal, &id)),
        id,
        consortium_id: it.id.clone(),
        address: address.to_owned(),
        address_mark: mark.to_owned(),
        language: w.code().into(),
        rhythm: wish.rhythm.code().into(),
        confirm_hash: Some(hash_secret(&secret)),
        confirm_until: Some(now.plus_hours(24 * UNCONFIRMED_DAYS)),
        text_mark,
        asked_at: now,
        confirmed_at: None,
        ended_at: None,
        ended_why: String::new(),
    };
    match is_known {
        true => store::ask_again(conn, &asked).await?,
        false => store::insert(conn, &asked).await?,
    }
    store::choose(conn, &asked.id, &wish.choices).await?;
    let prefix = if w == Lang::En { "/en" } else { "" };
    let link = format!("{}{prefix}/newsletter/bestaetigen/{secret}", app.config.public_url);
    let said = Sentence::new("newsletter-letter-confirm").with("name", &it.name).with("n", UNCONFIRMED_DAYS);
    write(conn, it, address, (w, "newsletter-letter-confirm-subject"), &w.say(&said), &link, now).await
}

/// Tells the owner of a confirmed address how they change it.
async fn remind(conn: &mut Conn, app: &App, it: &Consortium, known: &Subscriber) -> Result<()> {
    let w = known.lang();
    let link = work_reading::manage_href(app, known);
    let said = w.w("newsletter-letter-known", "name", &it.name);
    let subject = (w, "newsletter-letter-known-subject");
    write(conn, it, &known.address, subject, &said, &link, app.clock.now()).await
}

/// Writes a letter with one link and nothing that advertises.
async fn write(
    conn: &mut Conn,
    it: &Consortium,
    address: &str,
    (w, subject): (Lang, &'static str),
    said: &str,
    link: &str,
    now: Instant,
) -> Result<()> {
    let body = format!("{said}\n\n{link}\n\n{}\n", w.t("newsletter-letter-not-me"));
    let letter = Letter::new(address, w.w(subject, "name", &it.name), body, now).about(it.id.as_str());
    mail::write(conn, &letter).await
}
