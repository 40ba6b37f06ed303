//! What the newsletter promises: it comes to those who want it, as they want it, once; and it ends
//! when they say so.
mod asking;
mod bouncing;
mod collecting;
mod rules;
mod sending;
mod strict;

use axum_test::{TestResponse, TestServer};

use super::store_desk::{self, Counts};
use super::{Choice, Rhythm, Subscriber, SubscriberId, address_mark, driver, secret_hash, secret_of, store};
use crate::base::app::App;
use crate::base::config::{MailConfig, PER_MINUTE};
use crate::base::mail::Letter;
use crate::base::store_mail;
use crate::channel::order::Order;
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::steps::Steps;
use crate::channel::{Channel, Network, store as channel_store, store_piece};
use crate::post::play_tests::{Play, write};
use crate::post::store as post_store;
use crate::testing::{NOW, Stage};

/// Switches the newsletter of the Verbund on.
pub async fn switched_on(stage: &Stage) -> Channel {
    let channel = Channel {
        purpose: "Wer kein Netz will, liest mit.".into(),
        responsible: "Anna".into(),
        alternative: "Die Seite".into(),
        on_at: Some(NOW.plus_hours(-24)),
        ..Channel::new(&stage.cast.muebi.id, Network::Newsletter, "Newsletter", NOW.plus_hours(-24))
    };
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    channel_store::insert(&mut tx, &channel).await.expect("the channel");
    tx.commit().await.expect("committed");
    channel
}

/// Writes down somebody who has confirmed.
pub async fn subscriber(stage: &Stage, address: &str, rhythm: Rhythm, choices: &[Choice]) -> Subscriber {
    let (app, muebi) = (&stage.app, &stage.cast.muebi);
    let id = SubscriberId::new();
    let it = Subscriber {
        secret_hash: secret_hash(&secret_of(&app.seal, &id)),
        id,
        consortium_id: muebi.id.clone(),
        address: address.into(),
        address_mark: address_mark(&app.seal, &muebi.id, address),
        language: "de".into(),
        rhythm: rhythm.code().into(),
        confirm_hash: None,
        confirm_until: None,
        text_mark: "x".into(),
        asked_at: NOW.plus_hours(-48),
        confirmed_at: Some(NOW.plus_hours(-47)),
        ended_at: None,
        ended_why: String::new(),
    };
    let mut tx = app.db.begin("test").await.expect("a transaction");
    store::insert(&mut tx, &it).await.expect("written");
    store::choose(&mut tx, &it.id, choices).await.expect("chosen");
    tx.commit().await.expect("committed");
    it
}

/// Lets Anna's house publish a post an hour after the beginning; gives the play and the post's number.
pub async fn published(stage: Stage) -> (Play, i64) {
    let (play, number) = Play::proposed(stage, 1).await;
    assert_eq!(play.approve(number, &play.bernd).await, 303);
    play.clock(1);
    (play, number)
}

/// Publishes another post of Raesfeld at once.
pub async fn another(play: &Play, title: &str) -> i64 {
    let stage = &play.stage;
    let number = write(stage, None, &stage.cast.bernd, &stage.cast.raesfeld, title).await;
    assert_eq!(play.act(number, "proposal", &play.bernd, &[("when", "soon".into())]).await, 303);
    assert_eq!(play.approve(number, &play.anna).await, 303);
    number
}

/// Gives a post to the newsletter, as a delivery does.
pub async fn deliver(app: &App, stage: &Stage, channel: &Channel, number: i64) -> Outcome {
    deliver_on(app, &stage.cast.muebi.slug, channel.id.as_str(), number).await
}

/// The same, in a process that has only the database.
pub async fn deliver_on(app: &App, slug: &str, channel: &str, number: i64) -> Outcome {
    let (now, network) = (app.clock.now(), Network::Newsletter);
    let mut conn = app.db.read().await.expect("a connection");
    let consortium = crate::consortium::store::by_slug(&mut conn, slug).await.expect("the Verbund");
    let channel =
        channel_store::by_id(&mut conn, &consortium.id, &channel.into()).await.expect("the channel");
    let post = post_store::by_number(&mut conn, &consortium.id, number).await.expect("the post");
    let revision = post.public_revision(now).expect("a public text").clone();
    let piece = store_piece::read(&mut conn, &app.config, &consortium, &post, &revision, network, now).await;
    drop(conn);
    let order = Order { app, consortium: &consortium, channel: &channel, steps: Steps::of(app, "delivery") };
    driver::publish(&order, &piece.expect("a piece")).await.expect("an outcome")
}

/// Takes a post back from the newsletter.
pub async fn take_back(stage: &Stage, channel: &Channel, number: i64) -> Outcome {
    let app = &stage.app;
    let mut conn = app.db.read().await.expect("a connection");
    let post = post_store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
    drop(conn);
    let order = Order { app, consortium: &stage.cast.muebi, channel, steps: Steps::of(app, "delivery") };
    driver::withdraw(&order, &post.id, &Remote::default()).await.expect("an outcome")
}

pub async fn counts(stage: &Stage) -> Counts {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store_desk::counts(&mut conn, &stage.cast.muebi.id).await.expect("counts")
}

/// Gives what became of all letters of the newsletter: sent, waiting, refused, unconfirmed.
pub async fn outcomes(stage: &Stage) -> [i64; 4] {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = store_desk::sendings(&mut conn, &stage.cast.muebi.id, 100).await.expect("sendings");
    all.iter().fold([0; 4], |sum, it| {
        [sum[0] + it.sent, sum[1] + it.waiting, sum[2] + it.refused, sum[3] + it.unconfirmed]
    })
}

/// Gives the letters that were written to strangers, the oldest first.
pub async fn letters(stage: &Stage) -> Vec<Letter> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let mut all = store_mail::newest(&mut conn, 5_000).await.expect("letters");
    all.retain(|letter| letter.person_id.is_none());
    all.reverse();
    all
}

/// Gives the path of the only link in a letter.
pub fn link(letter: &Letter) -> String {
    let links: Vec<&str> = letter.body.split_whitespace().filter(|word| word.contains("://")).collect();
    assert_eq!(links.len(), 1, "one link and no other: {}", letter.body);
    links[0].strip_prefix("http://verbund.example").expect("a link to us").to_owned()
}

pub async fn order(server: &TestServer, address: &str) -> TestResponse {
    server.post("/muebi/newsletter").form(&[("email", address), ("rhythm", "digest"), ("scope", "all")]).await
}

/// The same program with a mail server that takes so many letters a minute.
pub fn with_server(app: &App, smtp: &str, per_minute: u32, trusted: Vec<u8>) -> App {
    let mut config = app.config.clone();
    let from = "Verbund <post@verbund.example>".into();
    let bounces = Some("zurueck@verbund.example".into());
    config.mail =
        Some(MailConfig { smtp: smtp.into(), from, bounces, per_minute: per_minute.min(PER_MINUTE) });
    config.outgoing.trusted = trusted;
    App::new(app.db.clone(), app.clock.clone(), config, app.files.clone(), app.seal.clone(), app.demo)
}
