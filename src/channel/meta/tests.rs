//! What the two networks of Meta promise, played against the stand-in for the Graph API.
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};
use url::Url;

use super::{Access, facebook, hearing, instagram, permission, webhook};
use crate::base::app::App;
use crate::base::door::Request;
use crate::base::error::Result;
use crate::channel::order::{Health, Order, Reply};
use crate::channel::outcome::Outcome;
use crate::channel::piece::{Piece, PiecePicture};
use crate::channel::steps::Steps;
use crate::channel::{Channel, ChannelId, Network};
use crate::media::PictureId;
use crate::media::tests::acting::photo;
use crate::post::{PostId, RevisionId};
use crate::testing::Stage;

pub const SECRET: &str = "secret-of-the-app";

/// A page of its own in the stand-in, and a channel of ours for it.
pub struct Page {
    pub app: App,
    pub graph: String,
    pub page: String,
    pub channel: Channel,
}

impl Page {
    /// Opens it with a token of this kind, as the stand-in tells them apart; none where it is not.
    pub async fn open(stage: &Stage, network: Network, token: &str) -> Option<Page> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let graph = Stage::peer("GRAPH")?;
        let process = u64::from(std::process::id());
        // A number with 7 in front is an account of Instagram there.
        let page = format!("1{:09}", process * 1000 + NEXT.fetch_add(1, Ordering::Relaxed));
        let mut config = stage.app.config.clone();
        config.outgoing.is_private = true;
        config.meta.graph_url.clone_from(&graph);
        let it = &stage.app;
        let app = App::new(it.db.clone(), it.clock.clone(), config, it.files.clone(), it.seal.clone(), false);
        let channel = channel(&app, stage, network, &page, token);
        Some(Page { app, graph, page, channel })
    }

    async fn steer(&self, what: &str, mut say: Value) -> Value {
        say["page"] = json!(self.page);
        let url = Url::parse(&format!("{}/_t/{what}", self.graph)).expect("an address");
        let answer = self.app.door.send(Request::post(url).json(&say)).await.expect("an answer");
        answer.json().expect("JSON")
    }

    /// Gives what stands there, of one kind.
    pub async fn standing(&self, kind: &str) -> Vec<Value> {
        let state = self.steer("state", json!({})).await;
        let nodes = state["nodes"].as_array().expect("a list").clone();
        nodes.into_iter().filter(|node| node["kind"] == kind).collect()
    }

    async fn fault(&self, on: &str, kind: &str) {
        self.steer("fault", json!({ "on": on, "kind": kind })).await;
    }
}

/// A page and the Verbund it belongs to.
pub struct World {
    pub stage: Stage,
    pub at: Page,
}

impl Deref for World {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.at
    }
}

impl World {
    pub async fn new(network: Network) -> Option<World> {
        World::with_token(network, "page").await
    }

    pub async fn with_token(network: Network, token: &str) -> Option<World> {
        let stage = Stage::sqlite().await;
        let at = Page::open(&stage, network, token).await?;
        let bytes = photo(900, 600);
        at.app.files.put("picture/one/original.jpg", bytes.into()).await.expect("the picture is kept");
        Some(World { stage, at })
    }

    fn order(&self, delivery: &str) -> Order<'_> {
        Order {
            app: &self.app,
            consortium: &self.stage.cast.muebi,
            channel: &self.channel,
            steps: Steps::of(&self.app, delivery),
        }
    }

    async fn publish(&self, delivery: &str, piece: &Piece) -> Result<Outcome> {
        match self.channel.network() {
            Network::Instagram => instagram::publish(&self.order(delivery), piece).await,
            _ => facebook::publish(&self.order(delivery), piece).await,
        }
    }
}

fn channel(app: &App, stage: &Stage, network: Network, page: &str, token: &str) -> Channel {
    let id = ChannelId::new();
    let access = Access {
        token: format!("{token}:{page}"),
        app_id: "app".into(),
        app_secret: SECRET.into(),
        pending: None,
    };
    let secret = serde_json::to_string(&access).expect("JSON");
    Channel {
        secret: app.seal.close(&format!("channel:{id}"), &secret).expect("sealed"),
        settings: json!({ "page": page, "account": format!("7{page}") }).to_string(),
        id,
        on_at: Some(app.clock.now()),
        ..Channel::new(&stage.cast.muebi.id, network, "Seite", app.clock.now())
    }
}

fn piece(stage: &Stage, pictures: usize) -> Piece {
    let picture = PiecePicture {
        id: PictureId::new(),
        original_key: "picture/one/original.jpg".into(),
        alt: "Ein Karren voller Bücher".into(),
        credit: String::new(),
        focus: (0.5, 0.5),
        width: 900,
        height: 600,
        cut: Vec::new(),
        ready_at: Some(crate::testing::NOW),
        public: vec![(640, "https://verbund.example/bild/1/w640.jpg".into())],
    };
    Piece {
        post: PostId::new(),
        number: 7,
        revision: RevisionId::new(),
        title: "Lesenacht".into(),
        body: "Am Freitag lesen wir bis Mitternacht.".into(),
        wording: None,
        as_thread: false,
        language: "de".into(),
        url: "https://verbund.example/muebi/beitrag/7-lesenacht".into(),
        houses: Vec::new(),
        topic: None,
        links: Vec::new(),
        pictures: vec![picture; pictures],
        since: stage.app.clock.now(),
        updated: stage.app.clock.now(),
    }
}

fn remote(outcome: Outcome) -> crate::channel::outcome::Remote {
    match outcome {
        Outcome::Sent(remote) => remote,
        other => panic!("not sent: {other:?}"),
    }
}

#[tokio::test]
async fn a_post_with_pictures_stands_on_the_page_with_their_descriptions() {
    let Some(world) = World::new(Network::Facebook).await else { return };
    let piece = piece(&world.stage, 2);
    let sent = remote(world.publish("d1", &piece).await.expect("an outcome"));
    let posts = world.standing("post").await;
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0]["id"], json!(sent.ids[0]));
    assert_eq!(posts[0]["pictures"].as_array().expect("a list").len(), 2);
    assert!(posts[0]["message"].as_str().expect("a text").contains(&piece.url));
    assert_eq!(world.standing("photo").await[0]["alt"], "Ein Karren voller Bücher");
    // Whoever asks again after a death gets the same answer, and no second post.
    assert_eq!(remote(world.publish("d1", &piece).await.expect("an outcome")).ids, sent.ids);
    assert_eq!(world.standing("post").await.len(), 1);
}

#[tokio::test]
async fn an_answer_that_got_lost_is_found_by_reading_and_nothing_is_posted_twice() {
    for network in [Network::Facebook, Network::Instagram] {
        let Some(world) = World::new(network).await else { return };
        let (edge, kind) = match network {
            Network::Instagram => ("media_publish", "media"),
            _ => ("feed", "post"),
        };
        let piece = piece(&world.stage, 1);
        world.fault(edge, "lost").await;
        let mut outcome = world.publish("d1", &piece).await.expect("an outcome");
        if matches!(outcome, Outcome::Retry { .. }) {
            outcome = world.publish("d1", &piece).await.expect("an outcome");
        }
        remote(outcome);
        assert_eq!(world.standing(kind).await.len(), 1, "{network:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_found_is_unconfirmed_and_stays_so() {
    for kind in ["dead", "html", "1"] {
        let Some(world) = World::new(Network::Facebook).await else { return };
        let piece = piece(&world.stage, 0);
        world.fault("feed", kind).await;
        for _ in 0..3 {
            let outcome = world.publish("d1", &piece).await.expect("an outcome");
            assert!(matches!(outcome, Outcome::Unconfirmed { .. }), "{kind}: {outcome:?}");
        }
        assert!(world.standing("post").await.is_empty(), "{kind}");
    }
}

#[tokio::test]
async fn a_container_that_was_not_published_is_published_once_after_any_fault() {
    for kind in ["dead", "html", "1", "lost"] {
        let Some(world) = World::new(Network::Instagram).await else { return };
        let piece = piece(&world.stage, 3);
        world.fault("media_publish", kind).await;
        let first = world.publish("d1", &piece).await.expect("an outcome");
        assert!(matches!(first, Outcome::Retry { .. }), "{kind}: {first:?}");
        remote(world.publish("d1", &piece).await.expect("an outcome"));
        assert_eq!(world.standing("media").await.len(), 1, "{kind}");
        assert_eq!(world.standing("container").await.len(), 4, "{kind}");
    }
}

#[tokio::test]
async fn containers_that_expired_are_made_anew() {
    let Some(world) = World::new(Network::Instagram).await else { return };
    let piece = piece(&world.stage, 1);
    world.fault("media_publish", "4").await;
    let first = world.publish("d1", &piece).await.expect("an outcome");
    assert!(matches!(first, Outcome::Retry { .. }), "{first:?}");
    world.steer("expire", json!({})).await;
    let second = world.publish("d1", &piece).await.expect("an outcome");
    assert!(matches!(second, Outcome::Retry { .. }), "{second:?}");
    remote(world.publish("d1", &piece).await.expect("an outcome"));
    assert_eq!(world.standing("media").await.len(), 1);
}

#[tokio::test]
async fn what_meta_says_becomes_a_state_with_a_next_step() {
    let now = crate::testing::NOW;
    for (token, on, fault) in [("expired", "", ""), ("poor", "", ""), ("page", "feed", "190")] {
        let Some(world) = World::with_token(Network::Facebook, token).await else { return };
        if !fault.is_empty() {
            world.fault(on, fault).await;
        }
        let outcome = world.publish("d1", &piece(&world.stage, 0)).await.expect("an outcome");
        assert!(matches!(outcome, Outcome::Reconnect { .. }), "{token}: {outcome:?}");
    }
    let Some(world) = World::new(Network::Facebook).await else { return };
    world.fault("feed", "4").await;
    let limited = world.publish("d1", &piece(&world.stage, 0)).await.expect("an outcome");
    assert!(
        matches!(limited, Outcome::Retry { at: Some(at), .. } if at == now.plus_minutes(17)),
        "{limited:?}"
    );
    world.fault("feed", "368").await;
    let blocked = world.publish("d1", &piece(&world.stage, 0)).await.expect("an outcome");
    assert!(matches!(&blocked, Outcome::Refused { why } if why.key == "channel-meta-blocked"), "{blocked:?}");
    // Whoever tries again after that is not stopped by what was begun before.
    remote(world.publish("d1", &piece(&world.stage, 0)).await.expect("an outcome"));
}

#[tokio::test]
async fn a_post_is_corrected_and_taken_back_where_the_network_allows_it() {
    let Some(world) = World::new(Network::Facebook).await else { return };
    let mut piece = piece(&world.stage, 0);
    let sent = remote(world.publish("d1", &piece).await.expect("an outcome"));
    piece.body = "Am Samstag lesen wir bis Mitternacht.".into();
    let corrected = facebook::correct(&world.order("d2"), &piece, &sent).await;
    assert_eq!(remote(corrected.expect("an outcome")), sent);
    assert!(world.standing("post").await[0]["message"].as_str().expect("a text").contains("Samstag"));
    for _ in 0..2 {
        remote(facebook::withdraw(&world.order("d3"), &piece.post, &sent).await.expect("an outcome"));
    }
    assert!(world.standing("post").await.is_empty());
    assert!(matches!(instagram::correct(), Outcome::Refused { .. }));
}

#[tokio::test]
async fn comments_come_back_and_are_answered_once() {
    for network in [Network::Facebook, Network::Instagram] {
        let Some(world) = World::new(network).await else { return };
        let sent = remote(world.publish("d1", &piece(&world.stage, 1)).await.expect("an outcome"));
        let code = network.code();
        let say = json!({ "network": code, "below": sent.ids[0], "text": "Wann genau?", "by": "v1", "name": "Karla" });
        let comment = world.steer("comment", say).await["id"].as_str().expect("an id").to_owned();
        let heard = hearing::hear(&world.app, &world.channel).await.expect("heard").expect("something");
        assert_eq!(heard.incoming.len(), 1, "{code}");
        let it = &heard.incoming[0];
        assert_eq!((it.text.as_str(), it.remote_id.as_str()), ("Wann genau?", comment.as_str()));
        assert_eq!(
            (it.author.name.as_str(), it.in_reply_to.as_deref()),
            ("Karla", Some(sent.ids[0].as_str()))
        );
        let reply = Reply {
            id: "a1".into(),
            text: "Um acht.".into(),
            language: "de".into(),
            house: None,
            to: comment,
            to_author: "v1".into(),
            handle: String::new(),
            is_direct: false,
        };
        let edge = if network == Network::Instagram { "replies" } else { "comments" };
        world.fault(edge, "lost").await;
        let mut outcomes = Vec::new();
        for _ in 0..2 {
            let order = world.order("a1");
            outcomes.push(match network {
                Network::Instagram => instagram::answer(&order, &reply).await.expect("an outcome"),
                _ => facebook::answer(&order, &reply).await.expect("an outcome"),
            });
        }
        assert!(matches!(outcomes[0], Outcome::Unconfirmed { .. }), "{outcomes:?}");
        remote(outcomes.remove(1));
        let heard = hearing::hear(&world.app, &world.channel).await.expect("heard").expect("something");
        assert_eq!(heard.incoming.len(), 1, "our own answer is no question");
    }
}

#[tokio::test]
async fn the_health_of_a_channel_names_what_is_missing_and_when_it_ends() {
    for (token, is_good, ends) in [("page", true, false), ("ending", true, true), ("poor", false, false)] {
        let Some(world) = World::with_token(Network::Facebook, token).await else { return };
        match permission::check(&world.app, &world.channel).await.expect("an answer") {
            Health::Good { expires_at, .. } => {
                assert_eq!((is_good, expires_at.is_some()), (true, ends), "{token}")
            }
            Health::Broken { why } => {
                assert!(!is_good, "{token}");
                assert_eq!(why.key, "channel-meta-missing");
            }
            Health::Unknown => panic!("{token} is unknown"),
        }
    }
}

#[tokio::test]
async fn a_message_is_believed_only_with_the_signature_of_the_app() {
    let body = br#"{"object":"page","entry":[{"id":"1","changes":[
        {"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_2","post_id":"1_1","from":{"id":"9","name":"Karla"},"message":"Wann?","created_time":1795679000}},
        {"field":"feed","value":{"item":"comment","verb":"remove","comment_id":"1_3","from":{"id":"9"}}},
        {"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_4","from":{"id":"1"},"message":"von uns"}},
        {"field":"feed","value":{"item":"reaction","verb":"add","from":{"id":"9"}}}]}]}"#;
    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, SECRET.as_bytes());
    let tag = format!("sha256={}", hex::encode(aws_lc_rs::hmac::sign(&key, body)));
    assert!(webhook::is_signed(SECRET, body, &tag));
    assert!(!webhook::is_signed("another", body, &tag));
    assert!(!webhook::is_signed(SECRET, b"{}", &tag));
    assert!(!webhook::is_signed("", body, &tag));
    assert!(!webhook::is_signed(SECRET, body, "sha256=zz"));
    let stage = Stage::sqlite().await;
    let it = channel(&stage.app, &stage, Network::Facebook, "1", "page");
    let message = webhook::read(body).expect("a message");
    assert!(message.entry[0].concerns(&it));
    let heard = message.entry[0].heard(&it, stage.app.clock.now());
    let texts: Vec<&str> = heard.incoming.iter().map(|it| it.text.as_str()).collect();
    assert_eq!((texts, heard.gone), (vec!["Wann?"], vec!["1_3".to_owned()]));
    assert!(!message.entry[0].concerns(&channel(&stage.app, &stage, Network::Facebook, "2", "page")));
}

#[test]
fn an_address_is_found_whole_and_not_as_the_beginning_of_another() {
    let url = "https://verbund.example/muebi/beitrag/7";
    assert!(facebook::holds("Lesenacht https://verbund.example/muebi/beitrag/7", url));
    assert!(facebook::holds("https://verbund.example/muebi/beitrag/7\n\n#lesen", url));
    assert!(!facebook::holds("https://verbund.example/muebi/beitrag/77", url));
    assert!(!facebook::holds("https://verbund.example/muebi/beitrag/7-lesenacht", url));
}

#[test]
fn a_time_is_read_as_meta_writes_it() {
    let at = hearing::instant("2026-11-26T08:00:00+0000").expect("a time");
    assert_eq!(at, crate::testing::NOW);
    assert_eq!(hearing::instant("gestern"), None);
    assert_eq!(hearing::instant("äöü"), None);
}
