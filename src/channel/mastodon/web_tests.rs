//! Connecting at the desk, against a Mastodon API of others.
use axum::http::{StatusCode, header};
use url::Url;

use super::driver;
use super::peer_tests::{Account, address};
use crate::base::door::Request;
use crate::channel::order::Health;
use crate::channel::scene;
use crate::testing::{Stage, server_of};

/// Finds the address that a page leads to.
fn leads_to(page: &str, beginning: &str) -> Option<Url> {
    let at = page.find(&format!("href=\"{beginning}"))? + "href=\"".len();
    let rest = &page[at..];
    Url::parse(&rest[..rest.find('"')?].replace("&#38;", "&").replace("&amp;", "&")).ok()
}

fn query(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[tokio::test]
async fn a_coordinator_connects_by_saying_yes_at_the_server() {
    let stage = Stage::sqlite().await;
    let Some(mut it) = Account::open(&stage).await else { return };
    (it.channel.secret, it.channel.account) = (String::new(), String::new());
    scene::save(&it.app, &it.channel).await;
    let server = server_of(&it.app, Default::default());
    let here = format!("/desk/{}/channels/{}/mastodon", stage.cast.muebi.slug, it.channel.id);
    let anna = stage.sign_in(&stage.cast.anna).await;
    let get = |path: String, cookie: String| {
        let request = server.get(&path).add_header(header::COOKIE, cookie);
        async move { request.await }
    };
    let post = |typed: String| {
        let request = server.post(&here).add_header(header::COOKIE, anna.clone());
        async move { request.form(&[("server", typed)]).await }
    };
    for typed in ["unsere Bücherei", "http://127.0.0.1:1"] {
        let answer = post(typed.into()).await;
        assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(answer.text().contains(&format!("value=\"{typed}\"")), "the form keeps what was typed");
    }
    let answer = post(it.peer.clone()).await;
    assert_eq!(answer.status_code(), StatusCode::SEE_OTHER, "{}", answer.text());
    let page = get(here.clone(), anna.clone()).await.text();
    let allow = leads_to(&page, &it.peer).expect("a link to the server");
    assert_eq!(query(&allow, "code_challenge_method"), "S256");
    let redirect = query(&allow, "redirect_uri");
    assert_eq!(redirect, format!("http://verbund.example{here}/return"));
    let state = query(&allow, "state");
    let fields = [
        ("username", it.name.as_str()),
        ("redirect_uri", &redirect),
        ("client_id", &query(&allow, "client_id")),
        ("state", &state),
    ];
    let said = it
        .app
        .door
        .send(Request::post(address(&it.peer, "/oauth/authorize")).form(&fields))
        .await
        .expect("asked");
    let back = Url::parse(said.header("location").expect("the way back")).expect("an address");
    let back = format!("{}?{}", back.path(), back.query().expect("a code"));
    let elsewhere = stage.sign_in(&stage.cast.anna).await;
    for (path, cookie) in [
        (back.clone(), elsewhere),
        (back.replace(&state, "made-up"), anna.clone()),
        (format!("{here}/return?error=access_denied&state={state}"), anna.clone()),
    ] {
        let answer = get(path, cookie).await;
        assert_eq!(answer.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
        assert_eq!(scene::again(&it.app, &it.channel).await.account, "");
    }
    let answer = get(back.clone(), anna.clone()).await;
    assert_eq!(answer.status_code(), StatusCode::SEE_OTHER, "{}", answer.text());
    let kept = scene::again(&it.app, &it.channel).await;
    assert!(kept.account.starts_with(&format!("@{}@", it.name)), "{}", kept.account);
    assert!(kept.limits.contains("\"text_max\":500"), "{}", kept.limits);
    assert!(matches!(driver::check(&it.app, &kept).await.expect("checked"), Health::Good { .. }));
    let again = get(back, anna.clone()).await;
    assert_eq!(again.status_code(), StatusCode::UNPROCESSABLE_ENTITY, "a code is good once");
    assert!(matches!(
        driver::check(&it.app, &scene::again(&it.app, &it.channel).await).await.expect("checked"),
        Health::Good { .. }
    ));
    let page = get(here, anna).await.text();
    let token = driver::open(&it.app, &kept).expect("opened").token;
    assert!(page.contains(&it.name) && !page.contains(&token));
}
