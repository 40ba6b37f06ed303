//! The newsletter of one Verbund of the demo: switched on, with a few invented readers, and two posts
//! that went out to those who want each.
use super::days::Days;
use super::ground::Ground;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::channel::{Channel, Network, store as channel_store};
use crate::member::session::hash_secret;
use crate::newsletter::store_issue::{self, Issue};
use crate::newsletter::store_letter::{self, Outcome};
use crate::newsletter::{
    Choice, Rhythm, Subscriber, SubscriberId, address_mark, driver, secret_hash, secret_of, store,
    work_asking,
};
use crate::site;

/// The Verbund that has one.
const WHERE: &str = "muebi";

/// Who gets it: with which rhythm, only from the first house or from all, confirmed or not yet.
const READERS: [(&str, Rhythm, bool, bool); 6] = [
    ("familie.winkel@post.example", Rhythm::Digest, false, true),
    ("lesekreis@post.example", Rhythm::Digest, false, true),
    ("h.terhardt@post.example", Rhythm::Digest, true, true),
    ("kita-regenbogen@post.example", Rhythm::Each, false, true),
    ("stadtblatt@post.example", Rhythm::Each, false, true),
    ("noch-nicht@post.example", Rhythm::Digest, false, false),
];

/// How many posts have gone out.
const GONE_OUT: i64 = 2;

/// Enters it all.
pub async fn enter(conn: &mut Conn, app: &App, ground: &Ground, days: &Days) -> Result<()> {
    if ground.consortium.slug != WHERE {
        return Ok(());
    }
    let channel = channel(ground, days);
    channel_store::insert(conn, &channel).await?;
    driver::ensure_rhythm(conn, &channel, days.now).await?;
    for (n, reader) in READERS.iter().enumerate() {
        reads(conn, app, ground, reader, days.at(-40 + n as i32, 11, 0)).await?;
    }
    let wanted = site::store::Wanted::newest(&ground.consortium.id, days.now, GONE_OUT);
    for entry in site::store::entries(conn, wanted).await? {
        let occasion = format!("post:{}:{}", channel.id, entry.id);
        let issue = Issue::new(&channel, Rhythm::Each.code(), occasion, entry.since);
        store_issue::insert(conn, &issue).await?;
        store_issue::put_item(conn, &issue.id, &entry.id, &entry.revision, None).await?;
        store_issue::address(conn, &issue, entry.since).await?;
        for row in store_letter::due(conn, days.now, 100).await? {
            store_letter::begin(conn, &row, entry.since).await?;
            store_letter::finish(conn, &row, Outcome::Sent, "", entry.since).await?;
        }
    }
    Ok(())
}

fn channel(ground: &Ground, days: &Days) -> Channel {
    Channel {
        purpose: "Wer in keinem Netz ist, erfährt Neues per E-Mail.".into(),
        responsible: "Wer gerade koordiniert".into(),
        alternative: "Dieselben Beiträge stehen auf unserer Seite und in ihren Feeds.".into(),
        review_at: Some(days.at(300, 9, 0)),
        // What was public before does not follow.
        on_at: Some(days.now),
        ..Channel::new(&ground.consortium.id, Network::Newsletter, "Newsletter", days.at(-45, 9, 0))
    }
}

async fn reads(
    conn: &mut Conn,
    app: &App,
    ground: &Ground,
    (address, rhythm, only_one, has_confirmed): &(&str, Rhythm, bool, bool),
    asked_at: Instant,
) -> Result<()> {
    let it = &ground.consortium;
    let words = work_asking::words(Lang::De, it);
    let text_mark = hash_secret(&words);
    store::keep_text(conn, &text_mark, Lang::De.code(), &words, asked_at).await?;
    let id = SubscriberId::new();
    // Asked again today, so that it is not forgotten before somebody sees it.
    let asked_at = if *has_confirmed { asked_at } else { app.clock.now() };
    let reader = Subscriber {
        secret_hash: secret_hash(&secret_of(&app.seal, &id)),
        id,
        consortium_id: it.id.clone(),
        address: (*address).to_owned(),
        address_mark: address_mark(&app.seal, &it.id, address),
        language: Lang::De.code().into(),
        rhythm: rhythm.code().into(),
        confirm_hash: None,
        confirm_until: None,
        text_mark,
        asked_at,
        confirmed_at: has_confirmed.then(|| asked_at.plus_minutes(4)),
        ended_at: None,
        ended_why: String::new(),
    };
    store::insert(conn, &reader).await?;
    let house = ground.houses.first().filter(|_| *only_one);
    let choice = house.map(|house| Choice { kind: "house".into(), target_id: house.id.0.clone() });
    store::choose(conn, &reader.id, choice.as_slice()).await
}
