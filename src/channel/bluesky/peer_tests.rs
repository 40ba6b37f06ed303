//! Against a real server of Bluesky (`bin/lib/peers/pds.sh`): what is sent stands there once, whatever
//! the line does.
use serde_json::{Value, json};
use url::Url;

use super::session::address;
use super::{POST, Secret, driver, refreshing};
use crate::base::app::App;
use crate::base::clock::Clock;
use crate::base::db::Db;
use crate::base::door::Request;
use crate::channel::faulty::{Line, Mishap};
use crate::channel::order::{Health, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::{Channel, Network, scene};
use crate::on_both;
use crate::testing::{Stage, beside};

/// An account on the peer, a program that knows it, and a line between them.
pub struct Account {
    pub app: App,
    pub channel: Channel,
    pub did: String,
    pub handle: String,
    pub app_password: String,
    pub pds: String,
    pub line: Line,
    owner: String,
}

/// Asks the peer directly, past every line.
pub async fn ask(app: &App, request: Request, token: &str) -> Value {
    let request = if token.is_empty() { request } else { request.bearer(token) };
    let answer = app.door.send(request).await.expect("the peer answers");
    let said = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(answer.is_good(), "{said}");
    serde_json::from_str(&said).unwrap_or_default()
}

pub async fn call(app: &App, pds: &str, name: &str, body: Value, token: &str) -> Value {
    ask(app, Request::post(address(pds, name).expect("an address")).json(&body), token).await
}

impl Account {
    /// Opens an account of its own for a test; none where there is no peer.
    pub async fn open(stage: &Stage) -> Option<Account> {
        let (pds, plc) = (Stage::peer("PDS")?, Stage::peer("PLC")?);
        let app = scene::reaching(stage, Some(&plc));
        let handle = format!("u{}.test", &uuid::Uuid::new_v4().simple().to_string()[..12]);
        let body = json!({ "handle": handle, "email": format!("{handle}@haus.example"), "password": "only-for-tests" });
        let made = call(&app, &pds, "com.atproto.server.createAccount", body, "").await;
        let owner = made["accessJwt"].as_str().expect("a token").to_owned();
        let named = json!({ "name": "verbund" });
        let password = call(&app, &pds, "com.atproto.server.createAppPassword", named, &owner).await;
        let app_password = password["password"].as_str().expect("a password").to_owned();
        let did = made["did"].as_str().expect("a did").to_owned();
        let given = refreshing::create(&app, &pds, &did, &app_password).await.expect("asked").expect("given");
        let line = Line::before(&pds).await;
        let mut channel = scene::channel(stage, Network::Bluesky).await;
        let secret = Secret {
            did: did.clone(),
            app_password: app_password.clone(),
            access: given.access,
            refresh: given.refresh,
            ..Secret::default()
        };
        channel.secret = refreshing::close(&app, &channel, &secret).expect("sealed");
        channel.server = line.url.clone();
        channel.account = format!("@{handle}");
        scene::save(&app, &channel).await;
        Some(Account { app, channel, did, handle, app_password, pds, line, owner })
    }

    /// Gives the records of the account, the oldest first.
    pub async fn records(&self) -> Vec<Value> {
        let url = format!(
            "{}/xrpc/com.atproto.repo.listRecords?repo={}&collection={POST}&limit=100&reverse=true",
            self.pds, self.did
        );
        let said = ask(&self.app, Request::get(Url::parse(&url).expect("an address")), "").await;
        said["records"].as_array().expect("records").iter().map(|it| it["value"].clone()).collect()
    }

    /// Changes the secret that the program holds.
    pub async fn with_secret(&mut self, change: impl FnOnce(&mut Secret)) {
        let mut secret = refreshing::open(&self.app, &self.channel).expect("opened");
        change(&mut secret);
        self.channel.secret = refreshing::close(&self.app, &self.channel, &secret).expect("sealed");
        scene::save(&self.app, &self.channel).await;
    }
}

fn sent(outcome: Outcome) -> Remote {
    match outcome {
        Outcome::Sent(remote) => remote,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_post_shows_its_pictures_links_and_tags() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let mut piece = scene::piece(&format!("Grüße 🌻 an @{} und alle bei #Borken.", it.handle));
    piece.pictures = vec![scene::picture(&it.app, "Ein Garten mit Stühlen").await];
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let remote = sent(driver::publish(&order, &piece).await.expect("published"));
    assert!(remote.url.starts_with(&format!("https://bsky.app/profile/{}/post/", it.did)), "{}", remote.url);
    let records = it.records().await;
    let [record] = &records[..] else { panic!("{records:?}") };
    let text = record["text"].as_str().expect("a text");
    let facets = record["facets"].as_array().expect("facets").iter().map(|facet| {
        let at = |name: &str| facet["index"][name].as_u64().expect("a place") as usize;
        let feature = &facet["features"][0];
        let leads_to = ["uri", "tag", "did"].into_iter().find_map(|name| feature[name].as_str());
        (text[at("byteStart")..at("byteEnd")].to_owned(), leads_to.expect("somewhere").to_owned())
    });
    let wanted = [
        (format!("@{}", it.handle), it.did.clone()),
        ("#Borken".to_owned(), "Borken".to_owned()),
        (piece.url.clone(), piece.url.clone()),
    ];
    assert_eq!(facets.collect::<Vec<_>>(), wanted);
    let image = &record["embed"]["images"][0];
    assert_eq!(image["alt"], "Ein Garten mit Stühlen");
    assert_eq!(image["aspectRatio"], json!({ "width": 320, "height": 200 }));
    assert_eq!(record["langs"], json!(["de"]));
}

#[tokio::test]
async fn a_post_without_pictures_shows_a_card_of_its_page() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let piece = scene::piece("Kommen Sie vorbei.");
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    sent(driver::publish(&order, &piece).await.expect("published"));
    let card = it.records().await[0]["embed"]["external"].clone();
    assert_eq!((&card["uri"], &card["title"]), (&json!(piece.url), &json!(piece.title)));
}

#[tokio::test]
async fn a_thread_hangs_together_and_goes_as_a_whole() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let piece = scene::piece(&scene::long_text());
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let remote = sent(driver::publish(&order, &piece).await.expect("published"));
    let records = it.records().await;
    assert!(records.len() > 2 && records.len() == remote.ids.len());
    for (at, record) in records.iter().enumerate().skip(1) {
        assert_eq!(record["reply"]["root"]["uri"], json!(remote.ids[0]));
        assert_eq!(record["reply"]["parent"]["uri"], json!(remote.ids[at - 1]));
    }
    let found =
        driver::look(&scene::order(&it.app, &stage, &it.channel, "other"), &piece).await.expect("looked");
    assert_eq!(found.expect("it stands there").ids, remote.ids);
    let order = scene::order(&it.app, &stage, &it.channel, "two");
    sent(driver::withdraw(&order, &piece.post, &remote).await.expect("withdrawn"));
    sent(driver::withdraw(&order, &piece.post, &remote).await.expect("withdrawn again"));
    assert_eq!(it.records().await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_correction_keeps_the_date_and_the_thread() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let mut piece = scene::piece(&scene::long_text());
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let remote = sent(driver::publish(&order, &piece).await.expect("published"));
    let before = it.records().await;
    it.app.clock.set(it.app.clock.now().plus_hours(2));
    piece.body = "Wegen Regen im Saal.".into();
    let order = scene::order(&it.app, &stage, &it.channel, "two");
    it.line.next("POST /xrpc/com.atproto.repo.putRecord", Mishap::LosesAnswer);
    let first = driver::correct(&order, &piece, &remote).await.expect("tried");
    assert!(matches!(first, Outcome::Retry { .. }), "{first:?}");
    let corrected = sent(driver::correct(&order, &piece, &remote).await.expect("corrected"));
    let after = it.records().await;
    assert_eq!((after.len(), corrected.ids.len()), (1, 1));
    assert!(after[0]["text"].as_str().expect("a text").contains("im Saal"));
    assert_eq!(after[0]["createdAt"], before[0]["createdAt"]);
    assert_eq!(corrected.ids[0], remote.ids[0]);
    piece.body = scene::long_text();
    let order = scene::order(&it.app, &stage, &it.channel, "three");
    let grown = sent(driver::correct(&order, &piece, &corrected).await.expect("corrected"));
    assert_eq!(it.records().await.len(), grown.ids.len());
    assert!(grown.ids.len() > 2);
}

const MISHAPS: [Mishap; 6] = [
    Mishap::LosesAnswer,
    Mishap::CutsAnswer,
    Mishap::Drops,
    Mishap::Says("503 Service Unavailable"),
    Mishap::ArrivesAndSays("502 Bad Gateway"),
    Mishap::Says("500 Internal Server Error"),
];

on_both! {
    /// At every request that changes something, and with every mishap: tried again, it stands there
    /// once.
    async fn whatever_the_line_does_a_post_stands_there_once(stage: Stage) {
        let Some(it) = Account::open(&stage).await else { return };
        let picture = scene::picture(&it.app, "Ein Garten").await;
        let mut all = 0;
        for request in ["POST /xrpc/com.atproto.repo.uploadBlob", "POST /xrpc/com.atproto.repo.putRecord"] {
            for (n, mishap) in MISHAPS.into_iter().enumerate() {
                let mut piece = scene::piece(&scene::long_text());
                piece.pictures = vec![picture.clone()];
                let sending = format!("{request}-{n}");
                let order = scene::order(&it.app, &stage, &it.channel, &sending);
                // Once at the first record, once at the second.
                let skip = if request.ends_with("putRecord") { n % 2 } else { 0 };
                it.line.after(skip, request, mishap);
                let first = driver::publish(&order, &piece).await.expect("tried");
                assert!(matches!(first, Outcome::Retry { .. }), "{mishap:?}: {first:?}");
                assert!(it.line.is_through(), "{mishap:?} at {request} has not happened");
                let remote = sent(driver::publish(&order, &piece).await.expect("published"));
                all += remote.ids.len();
                assert_eq!(it.records().await.len(), all, "{mishap:?} at {request}");
                let again = sent(driver::publish(&order, &piece).await.expect("published"));
                assert_eq!((again, it.records().await.len()), (remote, all));
            }
        }
    }
}

#[tokio::test]
async fn a_server_that_has_enough_is_asked_again_when_it_says() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let now = it.app.clock.now();
    let reset = now.millis() / 1_000 + 240;
    let said = format!("429 Too Many Requests\nratelimit-reset: {reset}");
    it.line.next("POST /xrpc/com.atproto.repo.putRecord", Mishap::Says(said.leak()));
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let outcome = driver::publish(&order, &scene::piece("Kurz.")).await.expect("tried");
    let Outcome::Retry { at: Some(at), .. } = outcome else { panic!("{outcome:?}") };
    assert!(scene::is_about(at, now, 240));
}

on_both! {
    async fn of_two_processes_one_renews_the_session(stage: Stage) {
        let Some(mut it) = Account::open(&stage).await else { return };
        it.with_secret(|secret| secret.access = "over".into()).await;
        let other = beside(&stage, Db::open(&stage.url).await.expect("the database opens"));
        let other = {
            let (config, clock) = (it.app.config.clone(), Clock::frozen(it.app.clock.now()));
            App::new(other.db.clone(), clock, config, other.files.clone(), other.seal.clone(), false)
        };
        let (one, two) = tokio::join!(driver::check(&it.app, &it.channel), driver::check(&other, &it.channel));
        for health in [one.expect("checked"), two.expect("checked")] {
            assert!(matches!(health, Health::Good { .. }), "{health:?}");
        }
        assert_eq!(it.line.seen("POST /xrpc/com.atproto.server.refreshSession"), 1);
        let kept = refreshing::open(&it.app, &scene::again(&it.app, &it.channel).await).expect("opened");
        assert!(kept.access != "over" && kept.renewing_until.is_none());
    }
}

#[tokio::test]
async fn a_failed_renewal_keeps_what_was_there() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    it.with_secret(|secret| secret.access = "over".into()).await;
    let before = refreshing::open(&it.app, &it.channel).expect("opened");
    for mishap in [Mishap::Drops, Mishap::LosesAnswer, Mishap::Says("500 Internal Server Error")] {
        it.line.next("POST /xrpc/com.atproto.server.refreshSession", mishap);
        assert_eq!(driver::check(&it.app, &it.channel).await.expect("checked"), Health::Unknown);
        let kept = refreshing::open(&it.app, &scene::again(&it.app, &it.channel).await).expect("opened");
        assert_eq!(kept, before, "{mishap:?}");
    }
    let health = driver::check(&it.app, &it.channel).await.expect("checked");
    assert!(matches!(health, Health::Good { .. }), "{health:?}");
}

#[tokio::test]
async fn a_renewal_that_is_over_begins_a_new_session_until_the_password_is_revoked() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    it.with_secret(|secret| (secret.access, secret.refresh) = ("over".into(), "over".into())).await;
    assert!(matches!(driver::check(&it.app, &it.channel).await.expect("checked"), Health::Good { .. }));
    let revoked = json!({ "name": "verbund" });
    call(&it.app, &it.pds, "com.atproto.server.revokeAppPassword", revoked, &it.owner).await;
    it.with_secret(|secret| (secret.access, secret.refresh) = ("over".into(), "over".into())).await;
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let outcome = driver::publish(&order, &scene::piece("Kurz.")).await.expect("tried");
    assert!(matches!(outcome, Outcome::Reconnect { .. }), "{outcome:?}");
    assert!(!format!("{outcome:?}").contains(&it.app_password));
    assert!(matches!(driver::check(&it.app, &it.channel).await.expect("checked"), Health::Broken { .. }));
}

#[tokio::test]
async fn an_answer_stands_below_what_it_answers_once() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let visitor = Account::open(&stage).await.expect("a second account");
    let order = scene::order(&it.app, &stage, &it.channel, "one");
    let remote = sent(driver::publish(&order, &scene::piece("Kurz.")).await.expect("published"));
    let root = json!({ "uri": remote.ids[0], "cid": remote.more["cids"][0] });
    let question = json!({
        "$type": POST, "text": "Wann?", "createdAt": "2026-11-24T15:00:00.000Z",
        "reply": { "root": root, "parent": root },
    });
    let body = json!({ "repo": visitor.did, "collection": POST, "record": question });
    let asked = call(&visitor.app, &visitor.pds, "com.atproto.repo.createRecord", body, &visitor.owner).await;
    let reply = Reply {
        id: "answer".into(),
        text: "Um drei.".into(),
        language: "de".into(),
        house: None,
        to: asked["uri"].as_str().expect("a uri").into(),
        to_author: visitor.handle.clone(),
        handle: json!({ "cid": asked["cid"], "root": root }).to_string(),
        is_direct: false,
    };
    it.app.clock.set(it.app.clock.now().plus_minutes(1));
    let order = scene::order(&it.app, &stage, &it.channel, "answer");
    it.line.next("POST /xrpc/com.atproto.repo.putRecord", Mishap::LosesAnswer);
    assert!(matches!(driver::answer(&order, &reply).await.expect("tried"), Outcome::Retry { .. }));
    sent(driver::answer(&order, &reply).await.expect("answered"));
    let records = it.records().await;
    assert_eq!(records.len(), 2);
    assert_eq!(
        records[1]["reply"],
        json!({ "root": root, "parent": { "uri": asked["uri"], "cid": asked["cid"] } })
    );
    let long = Reply { text: "a".repeat(301), ..reply };
    assert!(matches!(driver::answer(&order, &long).await.expect("tried"), Outcome::Refused { .. }));
    assert!(
        driver::hear(&it.app, &it.channel).await.expect("asked").is_none(),
        "a bare server hears nothing"
    );
}
