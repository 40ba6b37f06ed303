//! Connecting a page, from the first form to the chosen page, against the stand-in.
use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum_test::{TestResponse, TestServer};

use super::tests::{SECRET, World};
use super::{Access, Place};
use crate::channel::{Channel, Network, store};
use crate::page::place::Domains;
use crate::testing::server_of;

struct Desk {
    world: World,
    server: TestServer,
    cookie: HeaderValue,
}

impl Desk {
    /// A channel that nobody has connected yet, with Anna, who coordinates, before it.
    async fn new(network: Network) -> Option<Desk> {
        let mut world = World::new(network).await?;
        world.at.channel.secret = String::new();
        world.at.channel.settings = "{}".into();
        let mut tx = world.app.db.begin("test").await.expect("a transaction");
        store::insert(&mut tx, &world.channel).await.expect("a channel");
        tx.commit().await.expect("committed");
        let server = server_of(&world.app, Arc::new(Domains::default()));
        let cookie = world.stage.sign_in(&world.stage.cast.anna).await;
        let cookie = HeaderValue::from_str(&cookie).expect("a cookie");
        Some(Desk { world, server, cookie })
    }

    fn href(&self, rest: &str) -> String {
        format!("/desk/muebi/channels/{}/meta{rest}", self.world.channel.id)
    }

    async fn get(&self, href: &str) -> TestResponse {
        self.server.get(href).add_header(header::COOKIE, self.cookie.clone()).await
    }

    async fn send(&self, rest: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.server.post(&self.href(rest)).add_header(header::COOKIE, self.cookie.clone()).form(fields).await
    }

    async fn channel(&self) -> Channel {
        let mut conn = self.world.app.db.read().await.expect("a connection");
        store::by_id(&mut conn, &self.world.channel.consortium_id, &self.world.channel.id)
            .await
            .expect("there")
    }

    /// Goes through the first form and gives the state that Facebook is to send back.
    async fn begin(&self) -> String {
        let sent = self.send("", &[("app_id", "app"), ("app_secret", SECRET), ("is_live", "1")]).await;
        sent.assert_status(StatusCode::SEE_OTHER);
        let page = self.get(&self.href("")).await.text();
        let (_, state) = page.split_once("state=").expect("a link to Facebook");
        state.split('&').next().expect("a state").replace("%2E", ".")
    }
}

const APP: [(&str, &str); 3] = [("app_id", "app"), ("app_secret", SECRET), ("is_live", "1")];

#[tokio::test]
async fn a_page_is_connected_step_by_step() {
    for network in [Network::Facebook, Network::Instagram] {
        let Some(desk) = Desk::new(network).await else { return };
        let state = desk.begin().await;
        let back = desk.server.get(&format!("/connect/meta?code={}&state={state}", desk.world.page)).await;
        back.assert_status(StatusCode::SEE_OTHER);
        let on = back.header(header::LOCATION).to_str().expect("an address").to_owned();
        desk.get(&on).await.assert_status(StatusCode::SEE_OTHER);
        let page = desk.get(&desk.href("")).await.text();
        assert!(page.contains(&format!("Seite {}", desk.world.page)));
        let sent = desk.send("/page", &[("page", &desk.world.page)]).await;
        sent.assert_status(StatusCode::SEE_OTHER);
        let channel = desk.channel().await;
        assert_eq!(Place::of(&channel).page, desk.world.page);
        let access = Access::of(&desk.world.app, &channel).expect("an access");
        assert_eq!(access.token, format!("page:{}", desk.world.page));
        assert!(access.pending.is_none());
        let page = desk.get(&desk.href("")).await.text();
        assert!(page.contains(&channel.account) && page.contains("erlaubt"));
        assert!(!page.contains(SECRET) && !page.contains(&access.token), "secrets are never shown");
    }
}

#[tokio::test]
async fn an_app_that_is_not_live_is_not_connected() {
    let Some(desk) = Desk::new(Network::Facebook).await else { return };
    let sent = desk.send("", &APP[..2]).await;
    sent.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.text().contains("is_live-fault") && sent.text().contains("value=\"app\""));
    assert!(!sent.text().contains(SECRET));
    assert!(desk.channel().await.secret.is_empty());
}

#[tokio::test]
async fn what_another_session_began_or_a_wrong_secret_ends_nowhere() {
    let Some(desk) = Desk::new(Network::Facebook).await else { return };
    let state = desk.begin().await;
    let (_, state) = state.split_once('.').expect("channel and state");
    let href = desk.href(&format!("/return?code={}&state={state}", desk.world.page));
    let other = desk.world.stage.sign_in(&desk.world.stage.cast.anna).await;
    let other = HeaderValue::from_str(&other).expect("a cookie");
    let refused = desk.server.get(&href).add_header(header::COOKIE, other).await;
    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    desk.get(&desk.href("/return?code=1&state=made-up"))
        .await
        .assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    desk.get(&desk.href(&format!("/return?state={state}")))
        .await
        .assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = desk.send("", &[("app_id", "app"), ("app_secret", "wrong"), ("is_live", "1")]).await;
    wrong.assert_status(StatusCode::SEE_OTHER);
    let page = desk.get(&desk.href("")).await.text();
    let (_, state) = page.split_once("state=").expect("a link to Facebook");
    let (_, state) = state.split('&').next().expect("a state").split_once('.').expect("channel and state");
    let refused = desk.get(&desk.href(&format!("/return?code=1&state={state}"))).await;
    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.text().contains("wrong\""), "the secret is not shown again");
    assert!(Access::of(&desk.world.app, &desk.channel().await).expect("an access").token.is_empty());
}
