//! A key that is given back is given back at the network too.
use std::sync::Arc;

use axum::http::{HeaderValue, header};
use serde_json::json;

use crate::base::app::App;
use crate::channel::faulty::{Line, Mishap};
use crate::channel::{Network, scene};
use crate::on_both;
use crate::page::place::Domains;
use crate::testing::{Stage, run_jobs, server_of};

/// The program of a stage, allowed to reach the servers of a test.
fn reaching(stage: &Stage) -> App {
    let from = &stage.app;
    let mut config = from.config.clone();
    config.outgoing.is_private = true;
    App::new(from.db.clone(), from.clock.clone(), config, from.files.clone(), from.seal.clone(), false)
}

async fn taken_away(stage: &Stage, network: Network, secret: serde_json::Value, request: &str) {
    let app = reaching(stage);
    // Nobody is behind the line: it answers by itself.
    let line = Line::before("http://127.0.0.1:9").await;
    let mut channel = scene::channel(stage, network).await;
    channel.secret = app.seal.close(&channel.seal_place(), &secret.to_string()).expect("sealed");
    channel.server = line.url.clone();
    scene::save(&app, &channel).await;
    line.next(request, Mishap::Says("503 Service Unavailable"));
    line.next(request, Mishap::Says("200 OK"));
    let anna = HeaderValue::from_str(&stage.sign_in(&stage.cast.anna).await).expect("a cookie");
    let server = server_of(&app, Arc::new(Domains::default()));
    let path = format!("/desk/muebi/channels/{}/end", channel.id);
    server.post(&path).add_header(header::COOKIE, anna).await.assert_status_see_other();
    assert!(scene::again(&app, &channel).await.secret.is_empty(), "the channel has forgotten it");
    run_jobs(&app).await;
    assert_eq!(line.seen(request), 1);
    app.clock.set(app.clock.now().plus_hours(4));
    run_jobs(&app).await;
    assert_eq!(line.seen(request), 2, "a server that was away is told later");
    app.clock.set(app.clock.now().plus_hours(4));
    run_jobs(&app).await;
    assert_eq!(line.seen(request), 2, "and once");
}

on_both! {
    async fn a_channel_that_is_taken_away_gives_its_token_back(stage: Stage) {
        let app = json!({
            "server": "", "redirect": "", "scope": "", "client_id": "us", "client_secret": "hush",
            "allow_at": "", "token_at": "", "has_pkce": false,
        });
        let mastodon = json!({ "token": "t", "account": "1", "app": app });
        taken_away(&stage, Network::Mastodon, mastodon, "POST /oauth/revoke").await;
        let bluesky = json!({ "did": "did:plc:x", "pds": "", "access": "a", "refresh": "r" });
        taken_away(&stage, Network::Bluesky, bluesky, "POST /xrpc/com.atproto.server.deleteSession").await;
    }
}
