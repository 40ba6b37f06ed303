//! What the server promises whichever page is asked for.
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn the_directory_names_the_public_verbuende(stage: Stage) {
        let server = stage.server();
        let answer = server.get("/").await;
        answer.assert_status_ok();
        answer.assert_text_contains("Münsterländer Bibliothekshelden");
        assert!(answer.headers().get("set-cookie").is_none(), "no cookie before sign-in");
        assert!(answer.headers().contains_key("etag"));
    }
}

on_both! {
    async fn a_missing_page_answers_in_the_readers_language(stage: Stage) {
        let server = stage.server();
        let german = server.get("/gibt-es-nicht/gar-nicht").await;
        german.assert_status_not_found();
        german.assert_text_contains("Hier ist nichts");
        server.get("/en/gibt-es-nicht/gar-nicht").await.assert_text_contains("Nothing here");
    }
}

on_both! {
    async fn browsers_keep_no_page_from_behind_the_sign_in_nor_from_the_ways_in(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for path in ["/desk", "/desk/muebi/today", "/desk/muebi/people", "/me", "/sign-in", "/join"] {
            let answer = server.get(path).add_header("cookie", anna.as_str()).await;
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        }
        assert_eq!(server.get("/muebi").await.header("cache-control"), "no-cache");
        let out = server.post("/sign-out").add_header("cookie", anna.as_str()).await;
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    }
}

on_both! {
    async fn what_an_address_cannot_say_is_answered_in_the_readers_language(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        for (path, words) in [
            ("/desk/muebi/pictures?page=abc", "Diese Adresse"),
            ("/en/desk/muebi/pictures?page=abc", "This address"),
            ("/me?done=1&done=2", "Diese Adresse"),
        ] {
            let answer = server.get(path).add_header("cookie", anna.as_str()).await;
            answer.assert_status(axum::http::StatusCode::BAD_REQUEST);
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
            answer.assert_text_contains(words);
        }
    }
}

on_both! {
    async fn a_script_that_sends_the_wrong_kind_is_told_so_in_words(stage: Stage) {
        let server = stage.server();
        for (kind, code) in [("text/plain", 415), ("application/json", 422)] {
            let answer = server
                .post("/sign-in/passkey/finish")
                .add_header("accept", "application/json")
                .bytes("{}".into())
                .content_type(kind)
                .await;
            assert_eq!(answer.status_code().as_u16(), code);
            let said: serde_json::Value = answer.json();
            assert!(said["error"].is_string() && said["why"].as_str().is_some_and(|why| why.contains("Bitte")));
        }
    }
}

on_both! {
    async fn a_page_that_cannot_be_written_to_says_what_can_be_done(stage: Stage) {
        let answer = stage.server().post("/muebi").form(&[("a", "b")]).await;
        answer.assert_status(axum::http::StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.header("allow"), "GET,HEAD");
    }
}
