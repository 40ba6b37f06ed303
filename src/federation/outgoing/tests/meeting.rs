//! A real server on another implementation takes what we deliver, and says so after its own checks.
use serde_json::json;

use crate::channel::order::{Order, Reply};
use crate::channel::outcome::Outcome;
use crate::channel::steps::Steps;
use crate::channel::store;
use crate::federation::driver;
use crate::federation::saying::tests::piece;
use crate::federation::standing::ensure;
use crate::federation::tests::peer::Encounter;
use crate::on_both;
use crate::post::play_tests::write;
use crate::testing::Stage;

/// A follower there gets a post, its correction, our answer to their words, and the withdrawal.
async fn meets(stage: Stage, peer: &str) {
    let Some(peer) = Stage::peer(peer) else { return };
    let it = Encounter::with(stage, peer).await;
    let cast = &it.stage.cast;
    let (app, muebi) = (&it.app, &cast.muebi);
    let house = ensure(app, muebi, Some(&cast.borken)).await.expect("an actor").url(&app.config);
    let verbund = ensure(app, muebi, None).await.expect("an actor").url(&app.config);
    for to in [&house, &verbund] {
        it.tell("follow", json!({ "as": "dora", "to": to })).await;
    }
    it.until("SELECT COUNT(*) FROM follower", 2).await;
    let channels = store::of_consortium(&mut app.db.read().await.expect("a connection"), &muebi.id).await;
    let channel = &channels.expect("channels")[0];
    let order = Order { app, consortium: muebi, channel, steps: Steps::of(app, "test") };
    let number = write(&it.stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
    let said = piece(app, muebi, number).await;
    let Outcome::Sent(remote) = driver::publish(&order, &said).await.expect("published") else { panic!() };
    let post = remote.ids[0].clone();
    it.peer_heard("Create", "Lesenacht").await;
    it.peer_heard("Announce", &post).await;
    write(&it.stage, Some(number), &cast.anna, &cast.borken, "Lesenacht am Freitag").await;
    driver::correct(&order, &piece(app, muebi, number).await, &remote).await.expect("corrected");
    it.peer_heard("Update", "am Freitag").await;
    let reply = Reply {
        id: format!("answer-{number}"),
        text: "Ab 19 Uhr.".into(),
        language: "de".into(),
        house: Some(cast.borken.id.clone()),
        to: post.clone(),
        to_author: it.word("SELECT remote_id FROM follower").await,
        handle: String::new(),
        is_direct: true,
    };
    driver::answer(&order, &reply).await.expect("answered");
    it.peer_heard("Create", "Ab 19 Uhr.").await;
    driver::withdraw(&order, &said.post, &remote).await.expect("withdrawn");
    it.peer_heard("Delete", &post).await;
    it.until("SELECT COUNT(*) FROM outgoing_delivery WHERE ended_at IS NULL OR outcome <> 'sent'", 0).await;
}

on_both! {
    async fn a_follower_on_another_server_sees_a_post_change_and_go(stage: Stage) {
        meets(stage, "FEDIFY").await;
    }
}
