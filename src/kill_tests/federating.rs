//! Killed while something goes out into the Fediverse: it arrives at every server that should have
//! it, and nowhere as two different things.
use std::collections::BTreeSet;

use super::{Scene as Killed, form, kill_at, perform as perform_scene, rows};
use crate::base::app::App;
use crate::channel::order::{Order, Reply};
use crate::channel::outcome::Outcome;
use crate::channel::steps::Steps;
use crate::consortium;
use crate::federation::outgoing::pump::run_due;
use crate::federation::outgoing::tests::{later, reaching_tests};
use crate::federation::saying::tests::{Scene, piece};
use crate::federation::{driver, ending};
use crate::on_both;
use crate::post::play_tests::write;
use crate::testing::Stage;

/// The places to die at, and during what.
const POINTS: [(&str, &str); 10] = [
    ("publish", "outgoing.said"),
    ("publish", "federation.said"),
    ("publish", "federation.stands"),
    ("pump", "outgoing.spread"),
    ("pump", "outgoing.rows_made"),
    ("pump", "outgoing.claimed"),
    ("pump", "outgoing.answered"),
    ("correct", "federation.said"),
    ("withdraw", "federation.withdrawn"),
    ("answer", "federation.answered"),
];

fn scene(act: &str, number: i64) -> Killed {
    Killed::Federation { act: act.to_owned(), number }
}

/// Does one thing about a post, as the delivery would.
pub async fn perform(app: &App, act: &str, number: i64) {
    let app = &reaching_tests(app);
    if act == "pump" {
        return run_due(app).await.expect("the pump works");
    }
    let mut conn = app.db.read().await.expect("a connection");
    let muebi = consortium::store::by_slug(&mut conn, "muebi").await.expect("the Verbund");
    let channels = crate::channel::store::of_consortium(&mut conn, &muebi.id).await.expect("channels");
    drop(conn);
    if act == "depart" {
        return ending::depart(app, muebi.id.as_str()).await.expect("they leave");
    }
    let order = Order { app, consortium: &muebi, channel: &channels[0], steps: Steps::of(app, "test") };
    let it = piece(app, &muebi, number).await;
    let known = driver::look(&order, &it).await.expect("looked").unwrap_or_default();
    let outcome = match act {
        "publish" => driver::publish(&order, &it).await,
        "correct" => driver::correct(&order, &it, &known).await,
        "withdraw" => driver::withdraw(&order, &it.post, &known).await,
        "answer" => driver::answer(&order, &reply(number)).await,
        _ => driver::farewell(&order, &words()).await,
    };
    assert!(matches!(outcome, Ok(Outcome::Sent(_))), "{act}: {outcome:?}");
}

fn reply(number: i64) -> Reply {
    Reply {
        id: format!("answer-{number}"),
        text: "Gern.".into(),
        language: "de".into(),
        house: None,
        to: "https://1.example/notes/7".into(),
        to_author: "https://1.example/users/leserin".into(),
        handle: String::new(),
        is_direct: true,
    }
}

fn words() -> crate::channel::order::Farewell {
    let (text, url) = ("Wir hören auf. Danke!".into(), "http://verbund.example/muebi".into());
    crate::channel::order::Farewell { text, language: "de".into(), url }
}

/// Gives the ids that have to be at the servers that follow the Verbund, Borken, and both.
fn wanted(act: &str, post: &str, update: &str, number: i64) -> [BTreeSet<String>; 3] {
    let of = |names: &[String]| names.iter().map(|name| format!("{post}/{name}")).collect::<BTreeSet<_>>();
    let said = of(&["create".into()]);
    let shared = of(&["announce".into(), "create/announce".into()]);
    let all = &said | &shared;
    match act {
        "publish" | "pump" => [shared, said, all],
        "correct" => {
            let (own, group) = (of(&[update.into()]), of(&[update.into(), format!("{update}/announce")]));
            [&shared | &group, &said | &own, &all | &group]
        }
        "withdraw" => {
            let own = of(&["delete".into()]);
            let group = of(&["delete".into(), "delete/announce".into(), "announce/undo".into()]);
            [&shared | &group, &said | &own, &all | &group]
        }
        _ => {
            let answer = format!("http://verbund.example/ap/answer/answer-{number}/create");
            [&shared | &BTreeSet::from([answer]), said, all]
        }
    }
}

on_both! {
    async fn killed_while_it_goes_out_every_server_gets_everything_and_nothing_twice_as_something_else(stage: Stage) {
        let play = Scene::of(stage, "houses").await;
        let (stage, cast) = (&play.stage, &play.stage.cast);
        for (act, point) in POINTS {
            let number = write(stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
            let since = play.sink.taken().len();
            if act != "publish" {
                perform(&stage.app, "publish", number).await;
            }
            if !matches!(act, "publish" | "pump") {
                perform(&stage.app, "pump", number).await;
            }
            kill_at(stage, point, &scene(act, number)).await;
            later(stage, 200);
            // What had begun is begun again, and once more.
            for _ in 0..2 {
                if act != "pump" {
                    perform(&stage.app, act, number).await;
                }
                perform(&stage.app, "pump", number).await;
                later(stage, 200);
            }
            let it = piece(&play.app, &cast.muebi, number).await;
            let post = format!("http://verbund.example/ap/post/{}", it.post);
            let update = format!("update/{}", crate::federation::object::update_name(&it));
            let wanted = wanted(act, &post, &update, number);
            for (server, wanted) in (1..).zip(wanted) {
                let ids: Vec<_> = play.sink.taken()[since..].iter().filter(|it| it.host == play.sink.host(server)).map(|it| it.id()).collect();
                assert_eq!(ids.iter().cloned().collect::<BTreeSet<_>>(), wanted, "{act} {point} at server {server}");
                let again = ids.len() - wanted.len();
                assert!(again <= usize::from(point == "outgoing.answered"), "{act} {point}: {again} came again");
            }
        }
    }
}

on_both! {
    async fn killed_over_its_last_words_and_its_leaving_a_verbund_says_each_once(stage: Stage) {
        let play = Scene::of(stage, "houses").await;
        let cast = &play.stage.cast;
        let number = write(&play.stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
        let mut tx = play.stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE consortium SET ends_at = $1 WHERE id = $2")
            .bind(play.stage.app.clock.now())
            .bind(&cast.muebi.id)
            .execute(&mut *tx)
            .await
            .expect("it ends");
        tx.commit().await.expect("committed");
        for (act, point, servers) in [("farewell", "federation.farewell", 5), ("depart", "federation.departed", 5)] {
            let since = play.sink.taken().len();
            kill_at(&play.stage, point, &scene(act, number)).await;
            later(&play.stage, 200);
            for _ in 0..2 {
                perform(&play.stage.app, act, number).await;
                perform(&play.stage.app, "pump", number).await;
            }
            let mut ids: Vec<_> = play.sink.taken()[since..].iter().map(|it| (it.host.clone(), it.id())).collect();
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), all, "{act}: some server was told twice");
            assert_eq!(all, servers, "{act}: every actor tells those who follow it");
        }
    }
}

on_both! {
    async fn killed_over_a_new_handle_there_is_one_new_actor(stage: Stage) {
        let cast = &stage.cast;
        let channel = crate::federation::tests::channel(&cast.muebi, "{}");
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        crate::channel::store::insert(&mut tx, &channel).await.expect("a channel");
        tx.commit().await.expect("committed");
        let old = crate::federation::standing::ensure(&stage.app, &cast.muebi, None).await.expect("an actor");
        let anna = stage.sign_in(&cast.anna).await;
        let path = format!("channels/{}/fediverse/{}/handle", channel.id, old.id);
        let taking = form(&anna, &path, &[("handle", "helden"), ("sure", "1")]);
        kill_at(&stage, "federation.handle", &taking).await;
        let actors = "SELECT CAST(COUNT(*) AS BIGINT) FROM actor WHERE kind = 'consortium'";
        let moves = "SELECT CAST(COUNT(*) AS BIGINT) FROM outgoing_activity";
        assert_eq!((rows(&stage, actors).await, rows(&stage, moves).await), (1, 0), "half a move");
        for _ in 0..2 {
            perform_scene(&stage.app, &taking).await;
            assert_eq!((rows(&stage, actors).await, rows(&stage, moves).await), (2, 1));
        }
    }
}
