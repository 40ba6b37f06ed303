//! What the demo's own pages promise.
use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum_test::{TestServer, Transport};

use super::letter::{Piece, pieces};
use super::seed::fill;
use crate::base::app::App;
use crate::base::mail::{self, Letter};
use crate::on_both;
use crate::page::place::Domains;
use crate::testing::{NOW, Stage};

async fn demo(stage: &Stage) -> (App, TestServer) {
    let app = stage.empty_demo().await;
    fill(&app).await.expect("filled");
    let service = crate::serve::service(&app, Arc::new(Domains::default()));
    let router = axum::Router::new().fallback_service(service);
    (app, TestServer::builder().transport(Transport::MockHttp).build(router))
}

on_both! {
    async fn every_role_is_one_click_away(stage: Stage) {
        let (_, server) = demo(&stage).await;
        let page = server.get("/demo").await;
        page.assert_status_ok();
        page.assert_text_contains("sind erfunden");
        page.assert_text_contains("noindex");
        for role in ["coordinator", "staff", "head", "volunteer", "coach", "operator"] {
            page.assert_text_contains(format!("data-demo-role=\"{role}\""));
        }
        server.get("/en/demo").await.assert_text_contains("Sign in as");
        let text = page.text();
        let person = text.split("name=\"person\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let answer = server.post("/demo/sign-in").form(&[("person", person.expect("somebody"))]).await;
        answer.assert_status_see_other();
        let cookie = answer.header(header::SET_COOKIE);
        let cookie = cookie.to_str().expect("a cookie").split(';').next().expect("its value").to_owned();
        let inside = server
            .get("/demo")
            .add_header(header::COOKIE, HeaderValue::from_str(&cookie).expect("a cookie"))
            .await;
        inside.assert_status_ok();
    }
}

on_both! {
    async fn letters_are_kept_and_their_addresses_lead_here(stage: Stage) {
        let (app, server) = demo(&stage).await;
        server.get("/demo/mail").await.assert_status_ok();
        let body = "Guten Tag,\n\nbitte lesen Sie http://verbund.example/desk/muebi/today.\n";
        let mut tx = app.db.begin("mail").await.expect("a transaction");
        let letter = Letter::new("anna@borken.example", "Bitte <gegenlesen>".into(), body.into(), NOW);
        mail::write(&mut tx, &letter).await.expect("written");
        tx.commit().await.expect("committed");
        let page = server.get("/demo/mail").await;
        page.assert_text_contains("anna@borken.example");
        page.assert_text_contains("href=\"/desk/muebi/today\"");
        assert!(!page.text().contains("<gegenlesen>"), "what a letter says is no mark-up");
    }
}

#[test]
fn an_address_ends_before_the_full_stop() {
    let found = pieces("Siehe https://a.example/b?c=1. Danke", "https://v.example");
    let link =
        Piece::Link { href: "https://a.example/b?c=1".into(), shown: "https://a.example/b?c=1".into() };
    assert_eq!(found, [Piece::Words("Siehe ".into()), link, Piece::Words(". Danke".into())]);
}

#[test]
fn a_letter_loses_no_character() {
    for body in ["", "http://", "a http://b.example/)) c", "https://v.example", "äöü http://ü.example/ß"]
    {
        let all: String = pieces(body, "https://v.example")
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Link { shown, .. } => shown,
            })
            .collect();
        assert_eq!(all, body);
    }
}
