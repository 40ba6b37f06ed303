//! Against a Mastodon API of others (`bin/lib/peers/mastodon.sh`): what is sent stands there once,
//! whatever the line does, and what nobody knows is called unconfirmed.
use serde_json::{Value, json};
use url::Url;

use super::{Secret, driver};
use crate::base::app::App;
use crate::base::door::Request;
use crate::base::text::Lang;
use crate::channel::faulty::{Line, Mishap};
use crate::channel::incoming::Kind;
use crate::channel::order::{Health, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::{Channel, Network, scene};
use crate::on_both;
use crate::testing::Stage;

/// An account on the peer, a program that knows it, and a line between them.
pub struct Account {
    pub app: App,
    pub channel: Channel,
    pub name: String,
    pub token: String,
    pub id: String,
    pub peer: String,
    pub line: Line,
}

impl Account {
    /// Opens an account of its own for a test; none where there is no peer.
    pub async fn open(stage: &Stage) -> Option<Account> {
        let peer = Stage::peer("MASTODON")?;
        let app = scene::reaching(stage, None);
        let name = format!("u{}", &uuid::Uuid::new_v4().simple().to_string()[..12]);
        let email = format!("{name}@haus.example");
        let fields = [
            ("username", name.as_str()),
            ("email", &email),
            ("password", "only-for-tests"),
            ("agreement", "true"),
        ];
        let made = ask(&app, Request::post(address(&peer, "/api/v1/accounts")).form(&fields), "").await;
        let token = made["access_token"].as_str().expect("a token").to_owned();
        let me = ask(&app, Request::get(address(&peer, "/api/v1/accounts/verify_credentials")), &token).await;
        let id = me["id"].as_str().expect("an id").to_owned();
        let line = Line::before(&peer).await;
        let mut channel = scene::channel(stage, Network::Mastodon).await;
        let secret = Secret { token: token.clone(), account: id.clone(), ..Secret::default() };
        let secret = serde_json::to_string(&secret).expect("written");
        channel.secret = app.seal.close(&channel.seal_place(), &secret).expect("sealed");
        channel.server = line.url.clone();
        channel.account = format!("@{name}@localhost");
        // The peer counts an address at its full length, so that its own limit would come first.
        channel.limits = json!({ "text_max": 400, "software": "4.6.0" }).to_string();
        scene::save(&app, &channel).await;
        Some(Account { app, channel, name, token, id, peer, line })
    }

    pub async fn get(&self, path: &str) -> Value {
        ask(&self.app, Request::get(address(&self.peer, path)), &self.token).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Value {
        ask(&self.app, Request::post(address(&self.peer, path)).json(&body), &self.token).await
    }

    /// Gives the statuses of the account, the oldest first.
    pub async fn statuses(&self) -> Vec<Value> {
        let said = self.get(&format!("/api/v1/accounts/{}/statuses?limit=40", self.id)).await;
        let mut statuses = said.as_array().expect("statuses").clone();
        statuses.reverse();
        statuses
    }

    async fn publish(&self, stage: &Stage, sending: &str, piece: &crate::channel::piece::Piece) -> Outcome {
        let order = scene::order(&self.app, stage, &self.channel, sending);
        driver::publish(&order, piece).await.expect("tried")
    }
}

pub fn address(peer: &str, path: &str) -> Url {
    Url::parse(&format!("{peer}{path}")).expect("an address")
}

pub async fn ask(app: &App, request: Request, token: &str) -> Value {
    let request = if token.is_empty() { request } else { request.bearer(token) };
    // The peer closes lines that say nothing for a while; what only asks may ask again.
    let again = request.clone();
    let answer = match app.door.send(request).await {
        Err(_) if again.method == http::Method::GET => app.door.send(again).await,
        answered => answered,
    };
    let answer = answer.expect("the peer answers");
    let said = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(answer.is_good(), "{said}");
    serde_json::from_str(&said).unwrap_or_default()
}

fn sent(outcome: Outcome) -> Remote {
    match outcome {
        Outcome::Sent(remote) => remote,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_post_is_seen_with_its_picture_corrected_and_taken_back() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let mut piece = scene::piece("Kommen Sie in den #Garten.");
    piece.pictures = vec![scene::picture(&it.app, "Ein Garten mit Stühlen").await];
    let remote = sent(it.publish(&stage, "one", &piece).await);
    let status = it.statuses().await.remove(0);
    assert_eq!((&status["id"], &status["language"]), (&json!(remote.ids[0]), &json!("de")));
    assert!(status["content"].as_str().expect("a text").contains(&piece.url));
    let media = &status["media_attachments"][0];
    assert_eq!(media["description"], "Ein Garten mit Stühlen");
    assert_eq!(media["meta"]["focus"], json!({ "x": -0.5, "y": 0.0 }));
    piece.body = "Wegen Regen im Saal.".into();
    let order = scene::order(&it.app, &stage, &it.channel, "two");
    it.line.next("PUT /api/v1/statuses", Mishap::LosesAnswer);
    assert!(matches!(driver::correct(&order, &piece, &remote).await.expect("tried"), Outcome::Retry { .. }));
    let corrected = sent(driver::correct(&order, &piece, &remote).await.expect("corrected"));
    assert_eq!(corrected.ids, remote.ids);
    assert!(it.statuses().await[0]["content"].as_str().expect("a text").contains("im Saal"));
    assert_eq!(it.line.seen("POST /api/v2/media"), 1, "the picture is there already");
    let order = scene::order(&it.app, &stage, &it.channel, "three");
    sent(driver::withdraw(&order, &piece.post, &corrected).await.expect("withdrawn"));
    sent(driver::withdraw(&order, &piece.post, &corrected).await.expect("withdrawn again"));
    assert_eq!(it.statuses().await, Vec::<Value>::new());
    let order = scene::order(&it.app, &stage, &it.channel, "four");
    let gone = driver::correct(&order, &piece, &corrected).await.expect("tried");
    assert!(matches!(gone, Outcome::Refused { .. }), "{gone:?}");
}

#[tokio::test]
async fn a_thread_hangs_together_and_follows_a_correction() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let mut piece = scene::piece(&scene::long_text());
    let remote = sent(it.publish(&stage, "one", &piece).await);
    let statuses = it.statuses().await;
    assert!(statuses.len() > 2 && statuses.len() == remote.ids.len());
    for (at, status) in statuses.iter().enumerate().skip(1) {
        assert_eq!(status["in_reply_to_id"], json!(remote.ids[at - 1]));
    }
    let order = scene::order(&it.app, &stage, &it.channel, "other");
    let found = driver::look(&order, &piece).await.expect("looked").expect("it stands there");
    assert_eq!(found.ids, remote.ids);
    piece.body = "Kurz.".into();
    let corrected = sent(driver::correct(&order, &piece, &remote).await.expect("corrected"));
    assert_eq!((it.statuses().await.len(), corrected.ids), (1, vec![remote.ids[0].clone()]));
}

const MISHAPS: [Mishap; 6] = [
    Mishap::LosesAnswer,
    Mishap::CutsAnswer,
    Mishap::Drops,
    Mishap::Says("503 Service Unavailable"),
    Mishap::ArrivesAndSays("502 Bad Gateway"),
    Mishap::Says("429 Too Many Requests\nretry-after: 30"),
];

on_both! {
    /// At every request that changes something, and with every mishap: tried again within the hour, it
    /// stands there once.
    async fn within_the_hour_a_post_stands_there_once_whatever_the_line_does(stage: Stage) {
        let Some(it) = Account::open(&stage).await else { return };
        let picture = scene::picture(&it.app, "Ein Garten").await;
        for request in ["POST /api/v2/media", "POST /api/v1/statuses"] {
            for (n, mishap) in MISHAPS.into_iter().enumerate() {
                let mut piece = scene::piece(&scene::long_text());
                piece.pictures = vec![picture.clone()];
                let sending = format!("{request}-{n}");
                let skip = if request.ends_with("statuses") { n % 2 } else { 0 };
                it.line.after(skip, request, mishap);
                let first = it.publish(&stage, &sending, &piece).await;
                assert!(matches!(first, Outcome::Retry { .. }), "{mishap:?}: {first:?}");
                assert!(it.line.is_through(), "{mishap:?} at {request} has not happened");
                it.app.clock.set(it.app.clock.now().plus_minutes(2));
                let remote = sent(it.publish(&stage, &sending, &piece).await);
                assert_eq!(it.statuses().await.len(), remote.ids.len(), "{mishap:?} at {request}");
                assert_eq!(sent(it.publish(&stage, &sending, &piece).await), remote);
                let order = scene::order(&it.app, &stage, &it.channel, &format!("{sending}-end"));
                sent(driver::withdraw(&order, &piece.post, &remote).await.expect("withdrawn"));
            }
        }
    }
}

on_both! {
    async fn after_the_hour_a_post_is_looked_for_and_never_sent_again(stage: Stage) {
        let Some(it) = Account::open(&stage).await else { return };
        let piece = scene::piece("Kurz.");
        it.line.next("POST /api/v1/statuses", Mishap::LosesAnswer);
        assert!(matches!(it.publish(&stage, "there", &piece).await, Outcome::Retry { .. }));
        it.app.clock.set(it.app.clock.now().plus_hours(3));
        let remote = sent(it.publish(&stage, "there", &piece).await);
        assert_eq!((it.statuses().await.len(), remote.ids.len()), (1, 1));
        let lost = scene::piece("Auch kurz.");
        it.line.next("POST /api/v1/statuses", Mishap::Drops);
        assert!(matches!(it.publish(&stage, "lost", &lost).await, Outcome::Retry { .. }));
        it.app.clock.set(it.app.clock.now().plus_hours(3));
        let outcome = it.publish(&stage, "lost", &lost).await;
        assert!(matches!(outcome, Outcome::Unconfirmed { .. }), "{outcome:?}");
        assert_eq!(it.statuses().await.len(), 1);
    }
}

#[tokio::test]
async fn a_server_that_knows_no_repetition_is_asked_once() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    it.channel.limits = json!({ "software": "3.5.3 (compatible; Pixelfed 0.12.4)" }).to_string();
    let piece = scene::piece("Kurz.");
    it.line.next("POST /api/v1/statuses", Mishap::Drops);
    let first = it.publish(&stage, "lost", &piece).await;
    assert!(matches!(first, Outcome::Unconfirmed { .. }), "{first:?}");
    let again = it.publish(&stage, "lost", &piece).await;
    assert!(matches!(again, Outcome::Unconfirmed { .. }), "{again:?}");
    assert_eq!(it.statuses().await.len(), 0);
    it.line.next("POST /api/v1/statuses", Mishap::LosesAnswer);
    assert!(matches!(it.publish(&stage, "there", &piece).await, Outcome::Unconfirmed { .. }));
    sent(it.publish(&stage, "there", &piece).await);
    assert_eq!(it.statuses().await.len(), 1);
}

#[tokio::test]
async fn a_refusal_after_an_unknown_try_does_not_make_it_known() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let piece = scene::piece("Kurz.");
    for mishap in [Mishap::Drops, Mishap::Says("429 Too Many Requests")] {
        it.line.next("POST /api/v1/statuses", mishap);
        assert!(matches!(it.publish(&stage, "one", &piece).await, Outcome::Retry { .. }));
    }
    it.app.clock.set(it.app.clock.now().plus_hours(2));
    let outcome = it.publish(&stage, "one", &piece).await;
    assert!(matches!(outcome, Outcome::Unconfirmed { .. }), "{outcome:?}");
}

#[tokio::test]
async fn a_server_says_when_it_listens_again() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let now = it.app.clock.now();
    let reset = now.plus_seconds(240).timestamp().to_string();
    let said = format!("429 Too Many Requests\nx-ratelimit-remaining: 0\nx-ratelimit-reset: {reset}");
    it.line.next("POST /api/v1/statuses", Mishap::Says(said.leak()));
    let outcome = it.publish(&stage, "one", &scene::piece("Kurz.")).await;
    let Outcome::Retry { at: Some(at), .. } = outcome else { panic!("{outcome:?}") };
    assert!(scene::is_about(at, now, 240));
}

#[tokio::test]
async fn refusals_are_said_in_the_servers_words_without_the_token() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    it.channel.limits = json!({ "text_max": 5000 }).to_string();
    let outcome = it.publish(&stage, "long", &scene::piece(&scene::long_text())).await;
    let Outcome::Refused { why } = &outcome else { panic!("{outcome:?}") };
    assert!(Lang::De.say(why).contains("too long"), "{}", Lang::De.say(why));
    let told = format!("401 Unauthorized\nwww-authenticate: Bearer {}", it.token);
    it.line.next("POST /api/v1/statuses", Mishap::Says(told.leak()));
    let outcome = it.publish(&stage, "locked", &scene::piece("Kurz.")).await;
    assert!(matches!(outcome, Outcome::Reconnect { .. }), "{outcome:?}");
    assert!(!format!("{outcome:?}").contains(&it.token));
    assert!(!format!("{:?}", driver::open(&it.app, &it.channel)).contains(&it.token));
}

#[tokio::test]
async fn a_check_tells_what_the_server_takes_or_that_the_access_is_over() {
    let stage = Stage::sqlite().await;
    let Some(it) = Account::open(&stage).await else { return };
    let health = driver::check(&it.app, &it.channel).await.expect("checked");
    let Health::Good { limits, .. } = health else { panic!("{health:?}") };
    assert!(limits.contains("\"text_max\":500") && limits.contains("4.6.0"), "{limits}");
    it.line.next("GET /api/v1/accounts/verify_credentials", Mishap::Drops);
    assert_eq!(driver::check(&it.app, &it.channel).await.expect("checked"), Health::Unknown);
    it.line.next("GET /api/v1/accounts/verify_credentials", Mishap::Says("401 Unauthorized"));
    let health = driver::check(&it.app, &it.channel).await.expect("checked");
    assert!(matches!(health, Health::Broken { .. }), "{health:?}");
}

#[tokio::test]
async fn what_people_answer_is_heard_once_answered_in_the_thread_and_noticed_when_it_goes() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    let visitor = Account::open(&stage).await.expect("a second account");
    let remote = sent(it.publish(&stage, "one", &scene::piece("Kurz.")).await);
    let reply =
        json!({ "status": format!("@{} Wann <b>genau</b>?", it.name), "in_reply_to_id": remote.ids[0] });
    let reply = visitor.post("/api/v1/statuses", reply).await;
    let direct = json!({ "status": format!("@{} Unter uns.", it.name), "visibility": "direct" });
    let direct = visitor.post("/api/v1/statuses", direct).await;
    visitor.post(&format!("/api/v1/statuses/{}/favourite", remote.ids[0]), json!({})).await;
    let heard = driver::hear(&it.app, &it.channel).await.expect("asked").expect("heard");
    let of = |kind: Kind| heard.incoming.iter().find(move |it| it.kind == kind).expect("of this kind");
    let asked = of(Kind::Reply);
    assert!(asked.text.ends_with("Wann <b>genau</b>?"), "{}", asked.text);
    assert_eq!(asked.in_reply_to.as_ref(), remote.ids.first());
    assert_eq!(asked.remote_id, reply["id"]);
    assert_eq!(of(Kind::Direct).remote_id, direct["id"]);
    assert_eq!(of(Kind::Like).in_reply_to.as_ref(), remote.ids.first());
    it.channel.heard = heard.heard.clone();
    let next = driver::hear(&it.app, &it.channel).await.expect("asked").expect("heard");
    let new: Vec<_> = next.incoming.iter().filter(|it| it.remote_id != asked.remote_id).collect();
    assert!(new.is_empty() && next.gone.is_empty(), "{new:?}");
    for (came, wanted) in [(asked, "public"), (of(Kind::Direct), "direct")] {
        let answer = Reply {
            id: format!("answer-{wanted}"),
            text: "Um drei.".into(),
            language: "de".into(),
            house: None,
            to: came.remote_id.clone(),
            to_author: came.author.handle.clone(),
            handle: came.handle.clone(),
            is_direct: came.kind == Kind::Direct,
        };
        let order = scene::order(&it.app, &stage, &it.channel, &answer.id);
        it.line.next("POST /api/v1/statuses", Mishap::LosesAnswer);
        assert!(matches!(driver::answer(&order, &answer).await.expect("tried"), Outcome::Retry { .. }));
        let answered = sent(driver::answer(&order, &answer).await.expect("answered"));
        let status = it.get(&format!("/api/v1/statuses/{}", answered.ids[0])).await;
        assert_eq!(
            (&status["in_reply_to_id"], &status["visibility"]),
            (&json!(came.remote_id), &json!(wanted))
        );
        assert!(
            status["content"].as_str().expect("a text").contains(&visitor.name),
            "who is answered is named"
        );
    }
    assert_eq!(it.statuses().await.len(), 3);
    it.channel.heard = next.heard.clone();
    let gone = Request::new(
        http::Method::DELETE,
        address(&it.peer, &format!("/api/v1/statuses/{}", asked.remote_id)),
    );
    ask(&visitor.app, gone, &visitor.token).await;
    let last = driver::hear(&it.app, &it.channel).await.expect("asked").expect("heard");
    assert_eq!(last.gone, std::slice::from_ref(&asked.remote_id));
}
