//! What the editor promises to say before anybody presses a button.
use axum_test::{TestResponse, TestServer};

use super::editing::store_revision;
use super::editing::web_edit_pictures::shift;
use super::store;
use crate::media::PictureId;
use crate::media::tests::acting::{photo, send, uploaded};
use crate::on_both;
use crate::testing::Stage;

const POST: &str = "/desk/muebi/posts/1";

/// Anna at the editor of the one post, with or without script.
struct Anna {
    server: TestServer,
    cookie: String,
}

impl Anna {
    async fn begin(stage: &Stage) -> Anna {
        let anna = Anna { server: stage.server(), cookie: stage.sign_in(&stage.cast.anna).await };
        let begun = anna.server.post("/desk/muebi/posts").add_header("cookie", anna.cookie.as_str());
        begun.form(&[("", "")]).await.assert_status_see_other();
        anna
    }

    async fn page(&self, path: &str) -> String {
        self.server.get(path).add_header("cookie", self.cookie.as_str()).await.text()
    }

    async fn send(&self, fields: &[(&str, &str)]) -> TestResponse {
        let url = format!("{POST}/save");
        self.server.post(&url).add_header("cookie", self.cookie.as_str()).form(&fields).await
    }

    async fn type_in(&self, fields: &[(&str, &str)]) -> Vec<String> {
        let request = self.server.post(&format!("{POST}/save")).add_header("cookie", self.cookie.as_str());
        let request = request.add_header("accept", "application/json").add_header("x-verbund-sitting", "a");
        let said = request.form(&fields).await.json::<serde_json::Value>();
        let lacks = said["lacks"].as_array().expect("what is lacking").clone();
        lacks.iter().map(|lack| lack["place"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

on_both! {
    async fn what_is_still_needed_stands_beside_the_button_and_leads_to_its_place(stage: Stage) {
        let anna = Anna::begin(&stage).await;
        let page = anna.page(&format!("{POST}/edit")).await;
        assert!(page.contains("href=\"#title\"") && page.contains("href=\"#body\""));
        assert!(!page.contains("aria-invalid"), "nobody has done anything wrong yet");
        let borken = stage.cast.borken.id.to_string();
        let titled = [("title", "Eins"), ("body", ""), ("byline", borken.as_str()), ("language", "de")];
        assert_eq!(anna.type_in(&titled).await, ["body"]);
        let id = uploaded(&stage).await;
        let shown = [("title", "Eins"), ("body", "Zwei."), ("picture", id.as_str()), ("language", "de")];
        let place = format!("alt-{id}");
        let lacks = anna.type_in(&shown).await;
        assert!(lacks.contains(&"byline".to_owned()) && lacks.contains(&place), "{lacks:?}");
        let edit = anna.page(&format!("{POST}/edit")).await;
        assert!(edit.contains(&format!("href=\"#{place}\"")));
        assert!(anna.page(POST).await.contains(&format!("{POST}/edit#{place}")), "the post says the same");
    }
}

on_both! {
    async fn pictures_change_places_by_buttons_and_nothing_typed_is_lost(stage: Stage) {
        let anna = Anna::begin(&stage).await;
        let files = [("eins.jpg", photo(900, 600)), ("zwei.jpg", photo(600, 400))];
        send(&anna.server, &anna.cookie, &files).await.assert_status_see_other();
        let muebi = &stage.cast.muebi.id;
        let filter = crate::media::store::Filter::All;
        let mut conn = stage.app.db.read().await.expect("a connection");
        let all = crate::media::store::page(&mut conn, muebi, filter, 0).await.expect("pictures");
        drop(conn);
        let (first, second) = (all[0].id.to_string(), all[1].id.to_string());
        let up = format!("{second} up");
        let fields = [
            ("title", "Getippt"),
            ("body", "Und nicht gespeichert."),
            ("picture", first.as_str()),
            ("picture", second.as_str()),
            ("shift", up.as_str()),
        ];
        let sent = anna.send(&fields).await;
        sent.assert_header("location", format!("{POST}/edit?done=kept#pictures"));
        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, muebi, 1).await.expect("the post");
        let newest = store_revision::all(&mut conn, &post.id).await.expect("versions").remove(0);
        let content = newest.content().expect("a text");
        assert_eq!(content.pictures, [PictureId(second), PictureId(first)]);
        assert_eq!(content.title, "Getippt");
    }
}

#[test]
fn a_picture_at_the_end_of_the_row_stays_there() {
    let ids = || ["a", "b", "c"].map(PictureId::from);
    let shifted = |wish: &str| {
        let mut ids = ids();
        shift(&mut ids, wish);
        ids.map(|id| id.to_string()).join("")
    };
    assert_eq!(shifted("a up"), "abc");
    assert_eq!(shifted("c down"), "abc");
    assert_eq!(shifted("c up"), "acb");
    assert_eq!(shifted("a down"), "bac");
    assert_eq!(shifted("unknown up"), "abc");
    assert_eq!(shifted(""), "abc");
}
