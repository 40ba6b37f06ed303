//! Sessions for which a person signed in, against a real server of Bluesky: renewed by one process at
//! a time, proven at every request, over when they are over.
use super::browser_tests::{World, leavings};
use super::key::Key;
use super::proof;
use crate::base::app::App;
use crate::base::clock::Clock;
use crate::base::db::Db;
use crate::channel::bluesky::driver;
use crate::channel::bluesky::peer_tests::Account;
use crate::channel::faulty::Mishap;
use crate::channel::order::Health;
use crate::channel::outcome::Outcome;
use crate::channel::revoking;
use crate::channel::scene;
use crate::on_both;
use crate::testing::{Stage, beside};

async fn check(app: &App, world: &World) -> Health {
    driver::check(app, &world.channel().await).await.expect("checked")
}

fn is_good(health: &Health) -> bool {
    matches!(health, Health::Good { .. })
}

#[tokio::test]
async fn a_nonce_that_is_no_longer_the_newest_costs_one_request_more() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::connected(&stage).await else { return };
    let asked = "GET /xrpc/com.atproto.server.getSession";
    proof::mistake(&world.pds, "made-up");
    assert!(is_good(&check(&world.app, &world).await));
    assert_eq!(world.line.seen(asked), 2);
    assert!(is_good(&check(&world.app, &world).await));
    assert_eq!(world.line.seen(asked), 3, "then it is known");
}

on_both! {
    /// A token that renews is good once: used twice, the server would end the whole session.
    async fn of_two_processes_one_renews_a_session(stage: Stage) {
        let Some(mut world) = World::connected(&stage).await else { return };
        let other = beside(&stage, Db::open(&stage.url).await.expect("the database opens"));
        let other = {
            let (config, clock) = (world.app.config.clone(), Clock::frozen(world.app.clock.now()));
            App::new(other.db.clone(), clock, config, other.files.clone(), other.seal.clone(), false)
        };
        for _ in 0..3 {
            world.with_secret(|secret| secret.access = "over".into()).await;
            let (one, two) = tokio::join!(check(&world.app, &world), check(&other, &world));
            assert!(is_good(&one) && is_good(&two), "{one:?} {two:?}");
        }
        let kept = world.secret().await;
        assert!(kept.access != "over" && kept.renewing_until.is_none());
    }
}

#[tokio::test]
async fn a_process_that_dies_while_renewing_does_not_lose_the_session() {
    let stage = Stage::sqlite().await;
    let Some(mut world) = World::connected(&stage).await else { return };
    let until = world.app.clock.now().plus_seconds(40);
    world.with_secret(|secret| (secret.access, secret.renewing_until) = ("over".into(), Some(until))).await;
    world.app.clock.set(until.plus_seconds(1));
    assert!(is_good(&check(&world.app, &world).await));
    assert!(world.secret().await.renewing_until.is_none());
}

#[tokio::test]
async fn a_renewal_that_fails_keeps_what_was_there() {
    let stage = Stage::sqlite().await;
    let Some(mut world) = World::connected(&stage).await else { return };
    world.with_secret(|secret| secret.access = "over".into()).await;
    let before = world.secret().await;
    for mishap in [Mishap::Drops, Mishap::Says("500 Internal Server Error"), Mishap::Says("400 Bad Request")]
    {
        world.line.next("POST /oauth/token", mishap);
        assert_eq!(check(&world.app, &world).await, Health::Unknown, "{mishap:?}");
        assert!(world.line.is_through() && world.secret().await == before, "{mishap:?}");
    }
    assert!(is_good(&check(&world.app, &world).await));
    // Where the server has renewed and we were never told, nobody but a person can help.
    world.with_secret(|secret| secret.access = "over".into()).await;
    world.line.next("POST /oauth/token", Mishap::LosesAnswer);
    assert_eq!(check(&world.app, &world).await, Health::Unknown);
    let health = check(&world.app, &world).await;
    let Health::Broken { why } = health else { panic!("{health:?}") };
    assert_eq!(why.key, "channel-bluesky-over");
}

#[tokio::test]
async fn a_post_stands_there_once_whatever_the_line_does() {
    let stage = Stage::sqlite().await;
    let Some(mut world) = World::connected(&stage).await else { return };
    let mut piece = scene::piece("Kommen Sie vorbei.");
    piece.pictures = vec![scene::picture(&world.app, "Ein Garten").await];
    for (request, mishap) in [
        ("POST /xrpc/com.atproto.repo.uploadBlob", Mishap::LosesAnswer),
        ("POST /xrpc/com.atproto.repo.putRecord", Mishap::LosesAnswer),
        ("POST /xrpc/com.atproto.repo.putRecord", Mishap::Says("503 Service Unavailable")),
    ] {
        // In the middle of it the session has to be renewed, and the nonce is an old one.
        world.with_secret(|secret| secret.access = "over".into()).await;
        proof::mistake(&world.pds, "made-up");
        world.line.after(2, request, mishap);
        let order = scene::order(&world.app, &stage, &world.it.channel, "one");
        let mut outcome = driver::publish(&order, &piece).await.expect("tried");
        if matches!(outcome, Outcome::Retry { .. }) {
            outcome = driver::publish(&order, &piece).await.expect("published");
        }
        assert!(matches!(outcome, Outcome::Sent(_)), "{outcome:?}");
        assert_eq!(world.it.records().await.len(), 1, "{request} {mishap:?}");
    }
}

#[tokio::test]
async fn tokens_are_worth_nothing_without_their_key() {
    let stage = Stage::sqlite().await;
    let Some(mut world) = World::connected(&stage).await else { return };
    world.with_secret(|secret| secret.grant.as_mut().expect("a grant").key = Key::generate().write()).await;
    let health = check(&world.app, &world).await;
    assert!(matches!(health, Health::Broken { .. }), "{health:?}");
}

#[tokio::test]
async fn a_channel_that_is_taken_away_gives_its_session_back() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::connected(&stage).await else { return };
    let secret = world.secret().await;
    let end = format!("{}/end", world.href.trim_end_matches("/bluesky"));
    let answer = world.server.post(&end).add_header("cookie", world.anna.clone()).form(&[("a", "b")]).await;
    assert_eq!(answer.status_code(), 303, "{}", answer.text());
    let jobs = leavings(&world.app).await;
    let [payload] = &jobs[..] else { panic!("{} jobs", jobs.len()) };
    world.line.next("POST /oauth/revoke", Mishap::Drops);
    revoking::revoke(&world.app, payload).await.expect("tried");
    assert_eq!(leavings(&world.app).await.len(), 2, "it is tried again");
    revoking::revoke(&world.app, payload).await.expect("left");
    let over = super::tokens::renew(&world.app, &secret, secret.grant.as_ref().expect("a grant")).await;
    let said = format!("{:?}", over.expect("asked").err());
    assert_eq!(said, "Some(Expired)");
}

#[tokio::test]
async fn a_session_by_app_password_is_given_back_too() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    let mut tx = it.app.db.begin("test").await.expect("a transaction");
    revoking::later(&mut tx, &it.app, &it.channel).await.expect("planned");
    tx.commit().await.expect("committed");
    let [payload] = &leavings(&it.app).await[..] else { panic!("one job") };
    revoking::revoke(&it.app, payload).await.expect("left");
    assert!(!payload.contains(&it.app_password));
    it.with_secret(|secret| (secret.access, secret.app_password) = ("over".into(), String::new())).await;
    let health = driver::check(&it.app, &it.channel).await.expect("checked");
    assert!(matches!(health, Health::Broken { .. }), "{health:?}");
}
