//! Signing in at a real server of Bluesky, from the form to the first post.
use axum::http::{StatusCode, header};

use super::browser_tests::{Browser, World, leavings, query, with_query};
use super::tokens;
use crate::channel::bluesky::driver;
use crate::channel::bluesky::peer_tests::Account;
use crate::channel::bluesky::session::Fault;
use crate::channel::faulty::Mishap;
use crate::channel::order::Health;
use crate::channel::outcome::Outcome;
use crate::channel::revoking;
use crate::channel::scene;
use crate::testing::Stage;

fn is_good(health: &Health) -> bool {
    matches!(health, Health::Good { .. })
}

#[tokio::test]
async fn a_coordinator_connects_by_signing_in_at_the_server_of_the_account() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::open(&stage).await else { return };
    let allow = world.begin(&world.it.handle).await;
    assert_eq!(allow.path(), "/oauth/authorize");
    assert!(query(&allow, "client_id").starts_with("http://localhost?redirect_uri="));
    assert!(query(&allow, "state").is_empty() && query(&allow, "scope").is_empty(), "that is announced");
    let back = Browser::at(&world.app, &allow).await.says_yes(&world.it.handle).await;
    assert!(back.as_str().starts_with("http://127.0.0.1:4711/connect/bluesky?"), "{back}");
    let answer = world.comes_back(&back).await;
    assert_eq!(answer.status_code(), StatusCode::SEE_OTHER, "{}", answer.text());
    let kept = world.channel().await;
    assert_eq!(kept.account, format!("@{}", world.it.handle));
    assert_eq!(kept.server, world.pds.as_str().trim_end_matches('/'));
    let two_weeks = world.app.clock.now().plus_hours(14 * 24);
    assert_eq!(kept.expires_at, Some(two_weeks), "so long servers let in whom nobody vouches for");
    let order = scene::order(&world.app, &stage, &kept, "one");
    let sent = driver::publish(&order, &scene::piece("Kommen Sie vorbei.")).await.expect("published");
    assert!(matches!(sent, Outcome::Sent(_)), "{sent:?}");
    assert_eq!(world.it.records().await.len(), 1);
    let health = driver::check(&world.app, &kept).await.expect("checked");
    assert_eq!(health, Health::Good { limits: "{}".into(), expires_at: kept.expires_at });
    let secret = world.secret().await;
    let page = world.get(&world.href, &world.anna).await.text();
    assert!(page.contains(&world.it.handle) && page.contains("Der Zugang gilt längstens bis"));
    for hidden in [&secret.access, &secret.refresh, &secret.grant.as_ref().expect("a grant").key] {
        assert!(
            !page.contains(hidden)
                && !kept.secret.contains(hidden)
                && !format!("{secret:?}").contains(hidden)
        );
    }
    let again = world.comes_back(&back).await;
    assert_eq!(again.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "an answer is good once");
    assert!(is_good(&driver::check(&world.app, &world.channel().await).await.expect("checked")));
}

#[tokio::test]
async fn what_this_session_did_not_begin_changes_nothing() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::open(&stage).await else { return };
    let allow = world.begin(&world.it.handle).await;
    let back = Browser::at(&world.app, &allow).await.says_yes(&world.it.handle).await;
    let desk = world.led_on(&back).await;
    let elsewhere = stage.sign_in(&stage.cast.anna).await;
    let made_up = with_query(&back, "state", &format!("{}.made-up", world.it.channel.id));
    for (path, cookie, wanted) in [
        (desk.clone(), elsewhere, StatusCode::UNPROCESSABLE_ENTITY),
        (desk.clone(), stage.sign_in(&stage.cast.bernd).await, StatusCode::FORBIDDEN),
        (desk.clone(), stage.sign_in(&stage.cast.emil).await, StatusCode::NOT_FOUND),
        (
            desk.replace(&stage.cast.muebi.slug, &stage.cast.foreign.slug),
            stage.sign_in(&stage.cast.emil).await,
            StatusCode::NOT_FOUND,
        ),
        (world.led_on(&made_up).await, world.anna.clone(), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(world.get(&path, &cookie).await.status_code(), wanted, "{path}");
        assert_eq!(world.channel().await.account, "");
    }
    assert_eq!(world.comes_back(&back).await.status_code(), StatusCode::SEE_OTHER, "nothing was lost by it");
}

#[tokio::test]
async fn no_answer_of_another_server_and_none_that_comes_late_is_taken() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::open(&stage).await else { return };
    let allow = world.begin(&world.it.handle).await;
    let back = Browser::at(&world.app, &allow).await.says_yes(&world.it.handle).await;
    let answer = world.comes_back(&with_query(&back, "iss", "https://bsky.example")).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        world.comes_back(&back).await.status_code(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "it is used up"
    );
    let allow = world.begin(&world.it.handle).await;
    let back = Browser::at(&world.app, &allow).await.says_yes(&world.it.handle).await;
    world.app.clock.set(world.app.clock.now().plus_minutes(11));
    let answer = world.comes_back(&back).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Beginnen Sie noch einmal"), "{}", answer.text());
    assert_eq!(world.channel().await.secret, "", "and nothing is left of it");
}

#[tokio::test]
async fn who_says_no_is_told_that_nothing_has_changed() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::connected(&stage).await else { return };
    let before = world.secret().await;
    let allow = world.begin(&world.it.handle).await;
    let back = Browser::at(&world.app, &allow).await.says_no().await;
    let answer = world.comes_back(&back).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("wurde nicht zugestimmt"), "{}", answer.text());
    assert!(world.secret().await == before, "the access from before stays");
    assert!(is_good(&driver::check(&world.app, &world.channel().await).await.expect("checked")));
}

#[tokio::test]
async fn a_channel_stays_with_its_account() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::open(&stage).await else { return };
    let other = Account::open(&stage).await.expect("another account");
    let allow = world.begin(&world.it.handle).await;
    let back = Browser::at(&world.app, &allow).await.says_yes(&other.handle).await;
    let answer = world.comes_back(&back).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    assert!(answer.text().contains("für ein anderes Konto"), "{}", answer.text());
    assert!(world.line.seen("POST /oauth/revoke") > 0, "what was not wanted is given back");
    assert_eq!(world.channel().await.secret, "");
    let mut world = world;
    world.connect().await;
    let answer = world.sends(&other.handle).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Dieser Kanal gehört zu"), "{}", answer.text());
}

#[tokio::test]
async fn connecting_anew_gives_the_session_from_before_back() {
    let stage = Stage::sqlite().await;
    let Some(mut world) = World::connected(&stage).await else { return };
    let before = world.secret().await;
    world.connect().await;
    let after = world.secret().await;
    assert!(after.refresh != before.refresh && after.did == before.did);
    let jobs = leavings(&world.app).await;
    let [payload] = &jobs[..] else { panic!("{} jobs", jobs.len()) };
    assert!(!payload.contains(&before.refresh));
    revoking::revoke(&world.app, payload).await.expect("left");
    let over =
        tokens::renew(&world.app, &before, before.grant.as_ref().expect("a grant")).await.expect("asked");
    assert!(matches!(over, Err(Fault::Expired)));
    world.with_secret(|secret| secret.access = "over".into()).await;
    assert!(is_good(&driver::check(&world.app, &world.it.channel).await.expect("checked")));
}

#[tokio::test]
async fn an_installation_that_servers_can_read_about_is_let_in_for_long() {
    let stage = Stage::sqlite().await;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let public_url = format!("https://p{port}.verbund-tests.org");
    let Some(mut world) = World::open_at(&stage, &public_url).await else { return };
    let service = crate::serve::service(&world.app, Default::default());
    let router = axum::Router::new().fallback_service(service);
    tokio::spawn(async move { axum::serve(listener, router).await });
    world.connect().await;
    let now = world.app.clock.now();
    assert!(world.it.channel.expires_at.is_some_and(|at| at > now.plus_hours(700 * 24)));
    let grant = world.secret().await.grant.expect("a grant");
    assert_eq!(grant.client_id, format!("{public_url}/connect/bluesky/client.json"));
    world.with_secret(|secret| secret.access = "over".into()).await;
    assert!(is_good(&driver::check(&world.app, &world.it.channel).await.expect("checked")));
    // Whoever has the tokens and their key still has not the installation's.
    let secret = world.secret().await;
    let thief = {
        let seal = crate::base::seal::Seal::with_key([8; 32]);
        let (config, clock) = (world.app.config.clone(), world.app.clock.clone());
        crate::base::app::App::new(world.app.db.clone(), clock, config, world.app.files.clone(), seal, false)
    };
    let refused = tokens::renew(&thief, &secret, &grant).await.expect("asked");
    assert!(refused.is_err());
    world.with_secret(|secret| secret.access = "over".into()).await;
    assert!(is_good(&driver::check(&world.app, &world.it.channel).await.expect("checked")));
}

#[tokio::test]
async fn a_server_without_this_way_leads_to_the_other_one() {
    let stage = Stage::sqlite().await;
    let Some(world) = World::open(&stage).await else { return };
    for (request, mishap, said) in [
        (
            "GET /.well-known/oauth-protected-resource",
            Mishap::Says("404 Not Found"),
            "mit einem App-Passwort",
        ),
        ("GET /.well-known/oauth-authorization-server", Mishap::Drops, "nicht zu erreichen"),
        ("POST /oauth/par", Mishap::Says("400 Bad Request"), "mit einem App-Passwort"),
    ] {
        world.line.next(request, mishap);
        let answer = world.sends(&world.it.handle).await;
        assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "{request}");
        let page = answer.text();
        assert!(page.contains(said) && page.contains(&format!("value=\"{}\"", world.it.handle)), "{page}");
        assert!(world.line.is_through());
    }
    let form = [("handle", world.it.handle.as_str()), ("server", &world.it.pds), ("way", "password")];
    let sent =
        world.server.post(&world.href).add_header(header::COOKIE, world.anna.clone()).form(&form).await;
    assert_eq!(sent.status_code(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.text().contains("<details open><summary>Mit einem App-Passwort"), "{}", sent.text());
}
