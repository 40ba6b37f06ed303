//! Every route is tried without rights and from a foreign Verbund: the table says who may, this
//! test knocks at each door as somebody who may not.
use axum::http::{HeaderValue, StatusCode, header};
use axum_test::{TestResponse, TestServer};

use crate::institution::{Institution, store};
use crate::on_both;
use crate::routes::{Right, Route, table};
use crate::testing::{NOW, Stage};

/// Fills the parameters of a path: the Verbund as given, everything else with something harmless.
fn filled(path: &str, verbund: &str) -> String {
    path.split('/')
        .map(|part| match part {
            "{verbund}" => verbund,
            "{number}" => "1",
            part if part.starts_with('{') => "00000000-0000-7000-8000-000000000000",
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn knock(server: &TestServer, route: &Route, verbund: &str, cookie: Option<&str>) -> TestResponse {
    let path = filled(route.path, verbund);
    let mut request = if route.method == "GET" {
        server.get(&path)
    } else {
        server.post(&path).form(&[("title", "Hallo")])
    };
    if let Some(cookie) = cookie {
        request = request.add_header(header::COOKIE, HeaderValue::from_str(cookie).expect("a cookie"));
    }
    request.await
}

fn inside(right: Right) -> bool {
    matches!(right, Right::Reading | Right::Writing | Right::Keeping | Right::Coordinating)
}

on_both! {
    async fn a_stranger_gets_no_further_than_the_door(stage: Stage) {
        let server = stage.server();
        for route in table().iter().filter(|route| inside(route.right) || route.right == Right::SignedIn) {
            let answer = knock(&server, route, "muebi", None).await;
            let expected = if route.method == "GET" { StatusCode::SEE_OTHER } else { StatusCode::UNAUTHORIZED };
            assert_eq!(answer.status_code(), expected, "{} {}", route.method, route.path);
            if route.method == "GET" {
                let to = answer.header(header::LOCATION);
                assert!(to.to_str().is_ok_and(|to| to.starts_with("/sign-in")), "{}", route.path);
            }
        }
    }
}

on_both! {
    async fn a_foreign_verbund_does_not_exist(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for route in table().iter().filter(|route| inside(route.right)) {
            let answer = knock(&server, route, "fremde", Some(&anna)).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{} {}", route.method, route.path);
            assert!(!answer.text().contains("Bücherschubsen"), "{} names the foreign Verbund", route.path);
        }
    }
}

on_both! {
    async fn a_coach_changes_nothing(stage: Stage) {
        let server = stage.server();
        let dora = stage.sign_in(&stage.cast.dora).await;
        let writing = [Right::Writing, Right::Keeping, Right::Coordinating];
        for route in table().iter().filter(|route| writing.contains(&route.right)) {
            let answer = knock(&server, route, "muebi", Some(&dora)).await;
            assert_eq!(answer.status_code(), StatusCode::FORBIDDEN, "{} {}", route.method, route.path);
        }
    }
}

on_both! {
    async fn whose_house_pauses_is_told_what_they_can_still_do(stage: Stage) {
        let server = stage.server();
        let clara = stage.sign_in(&stage.cast.clara).await;
        let mut tx = stage.app.db.begin("pause").await.expect("a transaction");
        let rhede = Institution { paused_at: Some(NOW), ..stage.cast.rhede.clone() };
        store::save(&mut tx, &rhede).await.expect("saved");
        tx.commit().await.expect("committed");
        for route in table().iter().filter(|route| route.right == Right::Writing) {
            let answer = knock(&server, route, "muebi", Some(&clara)).await;
            assert_eq!(answer.status_code(), StatusCode::CONFLICT, "{} {}", route.method, route.path);
            answer.assert_text_contains("Rhede pausiert. Sie lesen alles mit");
        }
    }
}

on_both! {
    async fn only_coordination_coordinates(stage: Stage) {
        let server = stage.server();
        let clara = stage.sign_in(&stage.cast.clara).await;
        for route in table().iter().filter(|route| route.right == Right::Coordinating) {
            let answer = knock(&server, route, "muebi", Some(&clara)).await;
            assert_eq!(answer.status_code(), StatusCode::FORBIDDEN, "{} {}", route.method, route.path);
        }
    }
}

on_both! {
    async fn what_runs_the_installation_is_for_operators(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for route in table().iter().filter(|route| route.right == Right::Operating) {
            let answer = knock(&server, route, "muebi", Some(&anna)).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{} {}", route.method, route.path);
        }
        let olaf = stage.sign_in(&stage.cast.olaf).await;
        for route in table().iter().filter(|route| inside(route.right)) {
            let answer = knock(&server, route, "muebi", Some(&olaf)).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "operators are no members: {}", route.path);
        }
    }
}

on_both! {
    async fn the_doors_of_the_demo_exist_in_the_demo_alone(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for route in table().iter().filter(|route| route.right == Right::Demo) {
            let answer = knock(&server, route, "muebi", Some(&anna)).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{} {}", route.method, route.path);
        }
    }
}

on_both! {
    async fn a_form_from_a_foreign_site_changes_nothing(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for route in table().iter().filter(|route| route.method == "POST") {
            let answer = server
                .post(&filled(route.path, "muebi"))
                .add_header(header::COOKIE, HeaderValue::from_str(&anna).expect("a cookie"))
                .add_header("sec-fetch-site", "cross-site")
                .add_header("origin", "https://boese.example")
                .form(&[("title", "Hallo")])
                .await;
            assert_eq!(answer.status_code(), StatusCode::FORBIDDEN, "{}", route.path);
            answer.assert_text_contains("fremden Seite");
        }
    }
}
