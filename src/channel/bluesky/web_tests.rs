//! Connecting at the desk, against a real server of Bluesky.
use axum::http::{StatusCode, header};

use super::driver;
use super::peer_tests::Account;
use crate::channel::order::Health;
use crate::channel::scene;
use crate::testing::{Stage, server_of};

fn href(stage: &Stage, it: &Account) -> String {
    format!("/desk/{}/channels/{}/bluesky", stage.cast.muebi.slug, it.channel.id)
}

#[tokio::test]
async fn a_coordinator_connects_with_a_handle_and_an_app_password() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    it.channel.secret = String::new();
    it.channel.account = String::new();
    scene::save(&it.app, &it.channel).await;
    let server = server_of(&it.app, Default::default());
    let cookie = stage.sign_in(&stage.cast.anna).await;
    let send = |fields: Vec<(&'static str, String)>| {
        let request = server.post(&href(&stage, &it)).add_header(header::COOKIE, cookie.clone());
        async move { request.form(&fields).await }
    };
    let of = |handle: &str, password: &str| {
        vec![("handle", handle.to_owned()), ("password", password.to_owned()), ("server", it.pds.clone())]
    };
    for (handle, password) in [
        (it.handle.as_str(), "only-for-tests"),
        (it.handle.as_str(), "aaaa-bbbb-cccc-dddd"),
        ("nobody.test", it.app_password.as_str()),
        ("", it.app_password.as_str()),
    ] {
        let answer = send(of(handle, password)).await;
        assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "{handle}");
        let page = answer.text();
        assert!(page.contains(&format!("value=\"{handle}\"")), "the form keeps what was typed");
        assert!(page.contains("aria-invalid") && !page.contains(password), "and never a password");
    }
    let answer = send(of(&format!("@{}", it.handle), &it.app_password)).await;
    assert_eq!(answer.status_code(), StatusCode::SEE_OTHER, "{}", answer.text());
    let kept = scene::again(&it.app, &it.channel).await;
    assert_eq!(kept.account, format!("@{}", it.handle));
    assert!(!kept.secret.contains(&it.app_password));
    assert!(matches!(driver::check(&it.app, &kept).await.expect("checked"), Health::Good { .. }));
    let page = server.get(&href(&stage, &it)).add_header(header::COOKIE, cookie.clone()).await.text();
    assert!(page.contains(&it.handle) && !page.contains(&it.app_password));
    let other = Account::open(&stage).await.expect("another account");
    let answer = send(of(&other.handle, &other.app_password)).await;
    assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "a channel stays with its account");
}

#[tokio::test]
async fn only_the_coordination_of_the_same_verbund_connects() {
    let stage = Stage::sqlite().await;
    let channel = scene::channel(&stage, crate::channel::Network::Bluesky).await;
    let server = stage.server();
    let path = format!("channels/{}/bluesky", channel.id);
    for (person, verbund, wanted) in [
        (&stage.cast.bernd, &stage.cast.muebi.slug, StatusCode::FORBIDDEN),
        (&stage.cast.emil, &stage.cast.muebi.slug, StatusCode::NOT_FOUND),
        (&stage.cast.emil, &stage.cast.foreign.slug, StatusCode::NOT_FOUND),
        (&stage.cast.anna, &stage.cast.muebi.slug, StatusCode::OK),
    ] {
        let cookie = stage.sign_in(person).await;
        let answer = server.get(&format!("/desk/{verbund}/{path}")).add_header(header::COOKIE, cookie).await;
        assert_eq!(answer.status_code(), wanted, "{} at {verbund}", person.name);
    }
}
