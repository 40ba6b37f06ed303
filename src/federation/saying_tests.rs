//! Who is told what about a post, in both voices, and what an answer says to whom.
use std::collections::BTreeMap;

use serde_json::Value;

use crate::base::app::App;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::piece::{Piece, PieceHouse};
use crate::channel::steps::Steps;
use crate::channel::{Channel, Network, store, store_piece};
use crate::consortium::Consortium;
use crate::federation::actor::Actor;
use crate::federation::outgoing::pump::run_due;
use crate::federation::outgoing::tests::sink::Sink;
use crate::federation::outgoing::tests::{follows, later, reaching_tests, verbund};
use crate::federation::{driver, object, store_actor};
use crate::institution::Institution;
use crate::on_both;
use crate::post::play_tests::write;
use crate::testing::Stage;

/// The channel by which a Verbund speaks in the Fediverse, in a voice.
pub fn channel(of: &Consortium, voice: &str) -> Channel {
    Channel {
        settings: format!("{{\"voice\":\"{voice}\"}}"),
        purpose: "Lesen".into(),
        responsible: "Anna".into(),
        alternative: "die Seite".into(),
        on_at: Some(of.created_at),
        ..Channel::new(&of.id, Network::Fediverse, "Fediverse", of.created_at)
    }
}

/// Lets a Verbund speak in the Fediverse.
pub async fn speaks(stage: &Stage, of: &Consortium, voice: &str) -> Channel {
    let channel = channel(of, voice);
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    store::insert(&mut tx, &channel).await.expect("a channel");
    tx.commit().await.expect("committed");
    channel
}

/// Reads the newest text of a post as a piece.
pub async fn piece(app: &App, consortium: &Consortium, number: i64) -> Piece {
    let mut conn = app.db.read().await.expect("a connection");
    let post = crate::post::store::by_number(&mut conn, &consortium.id, number).await.expect("a post");
    let head = post.head_revision_id.clone().expect("a text");
    let now = app.clock.now();
    store_piece::read(&mut conn, &app.config, consortium, &post, &head, Network::Fediverse, now)
        .await
        .expect("a piece")
}

fn order<'a>(app: &'a App, consortium: &'a Consortium, channel: &'a Channel) -> Order<'a> {
    Order { app, consortium, channel, steps: Steps::of(app, "test") }
}

fn sent(outcome: Outcome) -> Remote {
    match outcome {
        Outcome::Sent(remote) => remote,
        other => panic!("{other:?}"),
    }
}

pub async fn house(stage: &Stage, house: &Institution) -> Actor {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let now = stage.app.clock.now();
    let actor =
        store_actor::ensure_for_house(&mut tx, &stage.cast.muebi, house, now).await.expect("an actor");
    tx.commit().await.expect("committed");
    actor
}

/// A Verbund that speaks, with one server that follows the Verbund (1), one that follows Borken (2),
/// one that follows both (3), and one that follows Raesfeld (4).
pub struct Scene {
    pub stage: Stage,
    pub app: App,
    pub channel: Channel,
    pub sink: Sink,
    verbund: Actor,
}

impl Scene {
    pub async fn of(stage: Stage, voice: &str) -> Scene {
        let channel = speaks(&stage, &stage.cast.muebi, voice).await;
        let sink = Sink::open().await;
        let verbund = verbund(&stage, &stage.cast.muebi).await;
        let (borken, raesfeld) =
            (house(&stage, &stage.cast.borken).await, house(&stage, &stage.cast.raesfeld).await);
        for (actor, server) in [(&verbund, 1), (&borken, 2), (&verbund, 3), (&borken, 3), (&raesfeld, 4)] {
            let who = format!("https://{server}.example/users/leserin");
            follows(&stage, actor, &who, &sink.inbox(server, "users/inbox"), &sink.inbox(server, "inbox"))
                .await;
        }
        let app = reaching_tests(&stage.app);
        Scene { stage, app, channel, sink, verbund }
    }

    fn order(&self) -> Order<'_> {
        order(&self.app, &self.stage.cast.muebi, &self.channel)
    }

    async fn written(&self) -> Piece {
        let cast = &self.stage.cast;
        let number = write(&self.stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
        piece(&self.app, &cast.muebi, number).await
    }

    async fn pump(&self) {
        run_due(&self.app).await.expect("the pump works");
    }

    /// Gives what arrived at each server since a number of requests, by the kinds of the activities.
    fn arrived(&self, since: usize) -> BTreeMap<usize, Vec<String>> {
        let mut all = BTreeMap::<usize, Vec<String>>::new();
        for it in &self.sink.taken()[since..] {
            let server = (1..9_u8).find(|n| self.sink.host(*n) == it.host).expect("one of ours");
            all.entry(server.into()).or_default().push(kinds(&it.activity()));
        }
        all
    }
}

/// Names the kinds in an activity from outside to inside: "Announce Create Note".
fn kinds(activity: &Value) -> String {
    let (mut at, mut kinds) = (activity, Vec::new());
    while let Some(kind) = at["type"].as_str() {
        kinds.push(kind);
        at = &at["object"];
    }
    kinds.join(" ")
}

fn told(list: &[(usize, &[&str])]) -> BTreeMap<usize, Vec<String>> {
    list.iter().map(|(server, kinds)| (*server, kinds.iter().map(|it| (*it).to_owned()).collect())).collect()
}

on_both! {
    async fn a_house_says_it_and_the_verbund_shares_it_as_an_object_and_as_an_activity(stage: Stage) {
        let scene = Scene::of(stage, "houses").await;
        let piece = scene.written().await;
        let remote = sent(driver::publish(&scene.order(), &piece).await.expect("published"));
        assert_eq!(remote.ids, [object::post_url(&scene.app.config, &piece.post)]);
        assert_eq!(sent(driver::publish(&scene.order(), &piece).await.expect("again")), remote);
        scene.pump().await;
        let shared = ["Announce", "Announce Create Note"];
        let all = ["Create Note", "Announce", "Announce Create Note"];
        assert_eq!(scene.arrived(0), told(&[(1, &shared), (2, &["Create Note"]), (3, &all)]));
        let group = scene.verbund.url(&scene.app.config);
        for it in scene.sink.taken() {
            let activity = it.activity();
            let by = crate::signature::claim(&it.headers).expect("signed").key_id;
            assert!(by.starts_with(activity["actor"].as_str().expect("an actor")), "signed by whose words they are");
            assert_eq!(activity["type"] == "Announce", activity["actor"] == group.as_str());
        }
    }
}

on_both! {
    async fn a_correction_and_a_withdrawal_reach_everybody_who_may_have_seen_the_post_once(stage: Stage) {
        let scene = Scene::of(stage, "houses").await;
        let piece = scene.written().await;
        let remote = sent(driver::publish(&scene.order(), &piece).await.expect("published"));
        scene.pump().await;
        let cast = &scene.stage.cast;
        write(&scene.stage, Some(piece.number), &cast.anna, &cast.borken, "Lesenacht am Freitag").await;
        let newer = self::piece(&scene.app, &cast.muebi, piece.number).await;
        let since = scene.sink.taken().len();
        for _ in 0..2 {
            driver::correct(&scene.order(), &newer, &remote).await.expect("corrected");
        }
        scene.pump().await;
        let shared = ["Update Note", "Announce Update Note"];
        assert_eq!(scene.arrived(since), told(&[(1, &shared), (2, &["Update Note"]), (3, &shared)]));
        let since = scene.sink.taken().len();
        for _ in 0..2 {
            driver::withdraw(&scene.order(), &piece.post, &remote).await.expect("withdrawn");
        }
        scene.pump().await;
        let undone = ["Undo Announce", "Delete Tombstone", "Announce Delete Tombstone"];
        assert_eq!(scene.arrived(since), told(&[(1, &undone), (2, &["Delete Tombstone"]), (3, &undone)]));
    }
}

on_both! {
    async fn of_two_houses_the_first_says_it_and_the_second_shares_it_too(stage: Stage) {
        let scene = Scene::of(stage, "houses").await;
        let mut piece = scene.written().await;
        let raesfeld = scene.stage.cast.raesfeld.clone();
        let (name, short, url) = (raesfeld.display_name, raesfeld.short_name, String::new());
        piece.houses.push(PieceHouse { id: raesfeld.id, name, short, url });
        let remote = sent(driver::publish(&scene.order(), &piece).await.expect("published"));
        scene.pump().await;
        assert_eq!(scene.arrived(0)[&4], ["Announce"]);
        let since = scene.sink.taken().len();
        driver::withdraw(&scene.order(), &piece.post, &remote).await.expect("withdrawn");
        scene.pump().await;
        assert_eq!(scene.arrived(since)[&4], ["Undo Announce", "Delete Tombstone"]);
    }
}

on_both! {
    async fn in_its_own_voice_the_verbund_says_it_and_names_the_house(stage: Stage) {
        let scene = Scene::of(stage, "verbund").await;
        let piece = scene.written().await;
        driver::publish(&scene.order(), &piece).await.expect("published");
        scene.pump().await;
        assert_eq!(scene.arrived(0), told(&[(1, &["Create Note"]), (3, &["Create Note"])]));
        let note = &scene.sink.taken()[0].activity()["object"];
        assert!(note["content"].as_str().expect("words").contains("Bücherei Borken"));
        let shown = driver::compose(&scene.channel, &piece);
        assert!(shown.parts[0].text.contains("Bücherei Borken") && shown.parts[0].text.starts_with("Lesenacht\n\n"));
    }
}

fn reply(to: &str, house: Option<&Institution>, is_direct: bool) -> Reply {
    Reply {
        id: if is_direct { "direct" } else { "open" }.into(),
        text: "Ja, ab 19 Uhr.\n\nBis <bald>!".into(),
        language: "de".into(),
        house: house.map(|it| it.id.clone()),
        to: "https://1.example/notes/7".into(),
        to_author: to.into(),
        handle: String::new(),
        is_direct,
    }
}

on_both! {
    async fn an_answer_comes_from_the_house_in_charge_and_what_is_direct_stays_direct(stage: Stage) {
        let scene = Scene::of(stage, "houses").await;
        let author = "https://1.example/users/leserin";
        let borken = scene.stage.cast.borken.clone();
        let open = sent(driver::answer(&scene.order(), &reply(author, Some(&borken), false)).await.expect("answered"));
        driver::answer(&scene.order(), &reply(author, Some(&borken), false)).await.expect("again");
        scene.pump().await;
        assert_eq!(scene.arrived(0).keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
        let note = scene.sink.taken()[0].activity()["object"].clone();
        assert_eq!(note["id"].as_str(), open.ids.first().map(String::as_str));
        assert_eq!(note["inReplyTo"], "https://1.example/notes/7");
        assert_eq!(note["tag"][0]["href"], author);
        let words = note["content"].as_str().expect("words");
        assert!(words.contains("ab 19 Uhr.</p><p>Bis &lt;bald&gt;!") && words.contains("@<span>"), "{words}");
        let since = scene.sink.taken().len();
        driver::answer(&scene.order(), &reply(author, None, true)).await.expect("answered");
        later(&scene.stage, 1);
        scene.pump().await;
        assert_eq!(scene.arrived(since), told(&[(1, &["Create Note"])]));
        let it = scene.sink.taken().pop().expect("it arrived").activity();
        assert_eq!((&it["actor"], &it["to"]), (&scene.verbund.url(&scene.app.config).into(), &vec![author].into()));
        assert_eq!(it["cc"], Value::Array(vec![]));
        let server = crate::testing::server_of(&scene.app, Default::default());
        server.get("/ap/answer/open").await.assert_text_contains("ab 19 Uhr");
        server.get("/ap/answer/direct").await.assert_status_not_found();
    }
}

on_both! {
    async fn what_is_said_to_a_verbund_at_home_needs_no_server_to_arrive(stage: Stage) {
        let scene = Scene::of(stage, "houses").await;
        speaks(&scene.stage, &scene.stage.cast.foreign, "verbund").await;
        let other = verbund(&scene.stage, &scene.stage.cast.foreign).await;
        let to = other.url(&scene.app.config);
        follows(&scene.stage, &other, &to, &other.inbox_url(&scene.app.config), "").await;
        driver::answer(&scene.order(), &reply(&to, None, true)).await.expect("answered");
        scene.pump().await;
        assert!(scene.sink.taken().is_empty());
        let mut conn = scene.app.db.read().await.expect("a connection");
        let (text,): (String,) = sqlx::query_as("SELECT text FROM utterance WHERE consortium_id = $1")
            .bind(&scene.stage.cast.foreign.id)
            .fetch_one(&mut *conn)
            .await
            .expect("it is in the other's Eingang");
        assert!(text.contains("ab 19 Uhr"), "{text}");
    }
}
