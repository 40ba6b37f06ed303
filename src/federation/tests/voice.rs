//! What the coordination decides about the Fediverse, and what visitors are told.
use axum::http::{HeaderValue, StatusCode, header};

use crate::channel::{Channel, Network, store};
use crate::federation::driver;
use crate::federation::speaking::{Voice, voice};
use crate::on_both;
use crate::testing::{NOW, Stage};

async fn entered(stage: &Stage) -> Channel {
    let it = Channel {
        on_at: Some(NOW),
        ..Channel::new(&stage.cast.muebi.id, Network::Fediverse, "Fediverse", NOW)
    };
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    store::insert(&mut tx, &it).await.expect("a channel");
    tx.commit().await.expect("committed");
    it
}

async fn now(stage: &Stage, it: &Channel) -> Channel {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::by_id(&mut conn, &it.consortium_id, &it.id).await.expect("the channel")
}

on_both! {
    async fn visitors_are_told_under_which_name_they_follow_the_verbund(stage: Stage) {
        let it = entered(&stage).await;
        for _ in 0..2 {
            driver::check(&stage.app, &now(&stage, &it).await).await.expect("checked");
        }
        let handle = now(&stage, &it).await.account;
        assert!(handle.starts_with("@muebi@"), "{handle}");
        let follow = stage.server().get("/muebi/folgen").await;
        assert!(follow.text().contains(&handle));
    }
}

on_both! {
    async fn the_coordination_chooses_who_speaks_and_sees_every_name(stage: Stage) {
        let it = entered(&stage).await;
        driver::check(&stage.app, &it).await.expect("checked");
        let server = stage.server();
        let cookie = HeaderValue::from_str(&stage.sign_in(&stage.cast.anna).await).expect("a cookie");
        let here = format!("/desk/muebi/channels/{}/fediverse", it.id);
        let send = |voice: &'static str| {
            server.post(&here).add_header(header::COOKIE, cookie.clone()).form(&[("voice", voice)])
        };
        send("everybody").await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(voice(&now(&stage, &it).await.settings), Voice::Houses);
        send("verbund").await.assert_status(StatusCode::SEE_OTHER);
        assert_eq!(voice(&now(&stage, &it).await.settings), Voice::Verbund);
        let page = server.get(&here).add_header(header::COOKIE, cookie.clone()).await.text();
        for handle in ["@muebi@", "borken", "raesfeld", "rhede"] {
            assert!(page.contains(handle), "{handle}");
        }
        let head = HeaderValue::from_str(&stage.sign_in(&stage.cast.bernd).await).expect("a cookie");
        let refused = server.post(&here).add_header(header::COOKIE, head).form(&[("voice", "houses")]).await;
        refused.assert_status(StatusCode::FORBIDDEN);
    }
}
