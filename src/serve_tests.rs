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
    async fn a_page_that_cannot_be_written_to_says_what_can_be_done(stage: Stage) {
        let answer = stage.server().post("/muebi").form(&[("a", "b")]).await;
        answer.assert_status(axum::http::StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.header("allow"), "GET,HEAD");
    }
}
