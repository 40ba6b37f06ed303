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
