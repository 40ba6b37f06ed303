//! What writing promises to people who use its pages.
use axum_test::{TestResponse, TestServer};

use super::editing::store_revision::Revision;
use super::editing::{store_revision, thinning};
use super::planning::store_plan;
use super::talking::store_talk;
use super::{RevisionId, store};
use crate::base::clock::Instant;
use crate::media::tests::acting::{picture, uploaded};
use crate::member::Person;
use crate::on_both;
use crate::testing::{NOW, Stage};

const POST: &str = "/desk/muebi/posts/1";

/// Somebody at a browser: signed in, with or without script.
struct Writer {
    cookie: String,
    sitting: &'static str,
}

impl Writer {
    async fn new(stage: &Stage, person: &Person, sitting: &'static str) -> Writer {
        Writer { cookie: stage.sign_in(person).await, sitting }
    }

    async fn get(&self, server: &TestServer, path: &str) -> TestResponse {
        server.get(path).add_header("cookie", self.cookie.as_str()).await
    }

    async fn post(&self, server: &TestServer, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let request = server.post(path).add_header("cookie", self.cookie.as_str()).form(&fields);
        if self.sitting.is_empty() {
            return request.await;
        }
        request.add_header("accept", "application/json").add_header("x-verbund-sitting", self.sitting).await
    }

    async fn save(&self, server: &TestServer, base: &str, title: &str, body: &str) -> TestResponse {
        let fields = [("base", base), ("title", title), ("body", body), ("language", "de")];
        self.post(server, &format!("{POST}/save"), &fields).await
    }
}

fn version(answer: &TestResponse) -> String {
    answer.assert_status_ok();
    answer.json::<serde_json::Value>()["version"].as_str().expect("a version").to_owned()
}

fn merge_url(answer: &TestResponse) -> String {
    assert_eq!(answer.status_code(), 409);
    answer.json::<serde_json::Value>()["merge_url"].as_str().expect("where to merge").to_owned()
}

async fn versions(stage: &Stage) -> Vec<Revision> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let post = store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("the post");
    store_revision::all(&mut conn, &post.id).await.expect("versions")
}

async fn head(stage: &Stage) -> (RevisionId, super::writing::content::Content) {
    let newest = versions(stage).await.remove(0);
    (newest.id.clone(), newest.content().expect("a text"))
}

/// Begins the one post of these tests as Anna, with script.
async fn begun(stage: &Stage, server: &TestServer) -> Writer {
    let anna = Writer::new(stage, &stage.cast.anna, "anna-page").await;
    anna.post(server, "/desk/muebi/posts", &[]).await.assert_status_see_other();
    anna
}

on_both! {
    async fn a_begun_post_is_nobody_elses_business_until_something_is_written(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        anna.post(&server, "/desk/muebi/posts", &[]).await.assert_header("location", format!("{POST}/edit"));
        let bernd = Writer::new(&stage, &stage.cast.bernd, "").await;
        bernd.get(&server, "/desk/muebi/posts").await.assert_text_contains("Beginnen Sie mit einem neuen");
        anna.get(&server, "/desk/muebi/posts").await.assert_text_contains(POST);
        anna.save(&server, "", "Vorlesen im Advent", "Ein Satz.").await.assert_status_ok();
        let list = bernd.get(&server, "/desk/muebi/posts?q=satz+ADVENT&state=draft").await;
        list.assert_text_contains("Vorlesen im Advent");
        let none = bernd.get(&server, "/desk/muebi/posts?q=Ostern").await;
        none.assert_text_contains("Kein Beitrag passt");
    }
}

on_both! {
    async fn saving_while_typing_goes_on_from_the_version_before(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let first = version(&anna.save(&server, "", "Eins", "Ein Satz.").await);
        let second = version(&anna.save(&server, &first, "Eins", "Ein Satz. Noch einer.").await);
        assert_ne!(first, second);
        assert_eq!(head(&stage).await.1.body, "Ein Satz. Noch einer.");
        // The answer to the second save got lost, so the page still names the first one.
        version(&anna.save(&server, &first, "Eins", "Ein Satz. Noch einer. Und mehr.").await);
        assert_eq!(head(&stage).await.1.body, "Ein Satz. Noch einer. Und mehr.");
        let again = version(&anna.save(&server, &first, "Eins", "Ein Satz. Noch einer. Und mehr.").await);
        assert_eq!(again, head(&stage).await.0.0, "the same text twice is one version");
        anna.get(&server, &format!("{POST}/edit")).await.assert_text_contains("Ein Satz. Noch einer. Und mehr.");
    }
}

on_both! {
    async fn a_form_sent_by_the_page_that_saved_does_not_collide_with_it(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let first = version(&anna.save(&server, "", "Eins", "Ein Satz.").await);
        version(&anna.save(&server, &first, "Eins", "Zwei Sätze.").await);
        let form = Writer { cookie: anna.cookie.clone(), sitting: "" };
        let fields =
            [("base", first.as_str()), ("sitting", "anna-page"), ("title", "Eins"), ("body", "Drei Sätze.")];
        let sent = form.post(&server, &format!("{POST}/save"), &fields).await;
        sent.assert_header("location", format!("{POST}/edit?done=kept"));
        assert_eq!(head(&stage).await.1.body, "Drei Sätze.");
    }
}

on_both! {
    async fn two_people_collide_and_make_one_text_of_both(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let bernd = Writer::new(&stage, &stage.cast.bernd, "bernd-page").await;
        let first = version(&anna.save(&server, "", "Eins", "Anfang.\n\nMitte.\n\nEnde.").await);
        version(&bernd.save(&server, &first, "Eins", "Anfang.\n\nBernds Mitte.\n\nEnde.").await);
        let merge = merge_url(&anna.save(&server, &first, "Eins", "Annas Anfang.\n\nAnnas Mitte.\n\nEnde.").await);
        let more = anna.save(&server, &first, "Eins", "Annas Anfang.\n\nAnnas Mitte!\n\nEnde.").await;
        assert_eq!(merge_url(&more), merge, "one page types on into one copy");
        anna.get(&server, POST).await.assert_text_contains(&merge);
        let page = anna.get(&server, &merge).await;
        page.assert_text_contains("Bernds Mitte.");
        page.assert_text_contains("Annas Mitte!");
        bernd.get(&server, &merge).await.assert_status_not_found();

        let head_before = head(&stage).await.0.0;
        let fields = [("head", head_before.as_str()), ("choice-0", "mine"), ("way", "take")];
        anna.post(&server, &merge, &fields).await.assert_status_see_other();
        let body = head(&stage).await.1.body;
        assert_eq!(body, "Annas Anfang.\n\nAnnas Mitte!\n\nEnde.");
        anna.post(&server, &merge, &fields).await.assert_status_see_other();
        assert_eq!(versions(&stage).await.len(), 3, "sent twice, merged once");
    }
}

on_both! {
    async fn a_merge_asks_again_when_the_text_has_moved_meanwhile(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let bernd = Writer::new(&stage, &stage.cast.bernd, "bernd-page").await;
        let first = version(&anna.save(&server, "", "Eins", "Text.").await);
        let second = version(&bernd.save(&server, &first, "Eins", "Bernds Text.").await);
        let merge = merge_url(&anna.save(&server, &first, "Eins", "Annas Text.").await);
        version(&bernd.save(&server, &second, "Eins", "Bernds neuer Text.").await);
        let late = anna.post(&server, &merge, &[("head", &second), ("choice-0", "mine"), ("way", "take")]).await;
        assert_eq!(late.status_code(), 409);
        late.assert_text_contains("Bernds neuer Text.");
        assert_eq!(head(&stage).await.1.body, "Bernds neuer Text.");
    }
}

on_both! {
    async fn without_script_a_collision_leads_to_the_merge_and_both_can_be_put_together_by_hand(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let first = version(&anna.save(&server, "", "Eins", "Text.").await);
        let bernd = Writer::new(&stage, &stage.cast.bernd, "").await;
        let fields = [("base", first.as_str()), ("title", "Eins"), ("body", "Bernds Text.")];
        version(&anna.save(&server, &first, "Eins", "Annas Text.").await);
        let sent = bernd.post(&server, &format!("{POST}/save"), &fields).await;
        let merge = sent.header("location").to_str().expect("a place").to_owned();
        assert!(merge.starts_with(&format!("{POST}/merge/")));
        let twice = bernd.post(&server, &format!("{POST}/save"), &fields).await;
        twice.assert_header("location", merge.clone());
        let now = head(&stage).await.0.0;
        let hand = [("head", now.as_str()), ("hand", "yes"), ("by_hand", "Text von beiden."), ("way", "look")];
        bernd.post(&server, &merge, &hand).await.assert_text_contains("Text von beiden.");
        assert_eq!(head(&stage).await.1.body, "Annas Text.", "looking changes nothing");
        let take = [("head", now.as_str()), ("hand", "yes"), ("by_hand", "Text von beiden."), ("way", "take")];
        bernd.post(&server, &merge, &take).await.assert_status_see_other();
        assert_eq!(head(&stage).await.1.body, "Text von beiden.");
    }
}

on_both! {
    async fn what_breaks_a_rule_is_kept_and_named(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let long = "ä".repeat(200);
        let fields = [
            ("title", long.as_str()),
            ("body", "Text"),
            ("language", "de"),
            ("link_label", "Kalender"),
            ("link_url", "javascript:alert(1)"),
            ("byline", stage.cast.enger.id.as_str()),
            ("byline", stage.cast.rhede.id.as_str()),
        ];
        let answer = anna.post(&server, &format!("{POST}/save"), &fields).await;
        let problems = answer.json::<serde_json::Value>()["problems"].as_array().expect("problems").len();
        assert_eq!(problems, 2);
        let content = head(&stage).await.1;
        assert_eq!(content.title, long);
        assert_eq!(content.links[0].url, "javascript:alert(1)");
        assert_eq!(content.byline.as_slice(), std::slice::from_ref(&stage.cast.rhede.id), "no foreign house");
        let page = anna.get(&server, POST).await;
        assert!(!page.text().contains("href=\"javascript"), "it is no link");
        let editor = anna.get(&server, &format!("{POST}/edit")).await;
        editor.assert_text_contains("um 60 Zeichen zu lang");
    }
}

on_both! {
    async fn a_time_that_cannot_be_stays_in_the_form_and_the_text_is_saved(stage: Stage) {
        let server = stage.server();
        begun(&stage, &server).await;
        let anna = Writer::new(&stage, &stage.cast.anna, "").await;
        let save = format!("{POST}/save");
        let with = |date| [("title", "Eins"), ("body", "Text."), ("date", date), ("time", "09:30"), ("date_was", "x")];
        let past = anna.post(&server, &save, &with("2020-01-01")).await;
        past.assert_status_unprocessable_entity();
        past.assert_text_contains("2020-01-01");
        assert_eq!(head(&stage).await.1.title, "Eins");
        let later = [("title", "Eins"), ("body", "Text.\n\nMehr."), ("base", &head(&stage).await.0.0), ("date", "2026-12-03"), ("time", "09:30")];
        anna.post(&server, &save, &later).await.assert_status_see_other();
        anna.get(&server, POST).await.assert_text_contains("Do, 3. Dezember, 9:30 Uhr");
    }
}

on_both! {
    async fn a_coach_may_talk_and_not_write_and_strangers_find_nothing(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        anna.save(&server, "", "Eins", "Text.").await.assert_status_ok();
        let dora = Writer::new(&stage, &stage.cast.dora, "").await;
        let save = [("title", "Anders"), ("body", "Anders")];
        dora.post(&server, &format!("{POST}/save"), &save).await.assert_status_forbidden();
        dora.get(&server, &format!("{POST}/edit")).await.assert_status_forbidden();
        let talk = [("message", "Schön, @Anna Albers!")];
        dora.post(&server, &format!("{POST}/talk"), &talk).await.assert_status_see_other();
        dora.get(&server, POST).await.assert_text_contains("Schön, @Anna Albers!");
        let emil = Writer::new(&stage, &stage.cast.emil, "").await;
        for path in [POST.to_owned(), format!("{POST}/edit"), format!("{POST}/versions"), "/desk/muebi/posts".into()] {
            emil.get(&server, &path).await.assert_status_not_found();
        }
        emil.post(&server, &format!("{POST}/save"), &save).await.assert_status_not_found();
        emil.get(&server, "/desk/fremde/posts/1").await.assert_status_not_found();
    }
}

on_both! {
    async fn whoever_is_spoken_to_is_told_until_they_look(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let talk = format!("{POST}/talk");
        let words = [("message", "Wer liest gegen?"), ("to", stage.cast.bernd.id.as_str())];
        anna.post(&server, &talk, &words).await.assert_status_see_other();
        anna.post(&server, &talk, &words).await.assert_status_see_other();
        assert_eq!(open_mentions(&stage).await, 1, "sent twice, said once");
        let bernd = Writer::new(&stage, &stage.cast.bernd, "").await;
        bernd.get(&server, POST).await.assert_text_contains("@Bernd Brüning Wer liest gegen?");
        assert_eq!(open_mentions(&stage).await, 0);
        let empty = bernd.post(&server, &talk, &[("message", " ")]).await;
        empty.assert_status_unprocessable_entity();
        empty.assert_text_contains("Schreiben Sie eine Nachricht.");
    }
}

async fn open_mentions(stage: &Stage) -> usize {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let open = store_plan::mentions(&mut conn, &stage.cast.muebi.id, &stage.cast.bernd.id).await;
    open.expect("mentions").len()
}

on_both! {
    async fn ones_own_message_can_be_taken_back_and_leaves_a_trace(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        anna.post(&server, &format!("{POST}/talk"), &[("message", "Unsinn @Bernd")]).await.assert_status_see_other();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("the post");
        let id = store_talk::of_post(&mut conn, &post.id).await.expect("messages")[0].id.clone();
        drop(conn);
        let removal = format!("{POST}/talk/{id}/removal");
        let bernd = Writer::new(&stage, &stage.cast.bernd, "").await;
        bernd.post(&server, &removal, &[]).await.assert_status_not_found();
        anna.post(&server, &removal, &[]).await.assert_status_see_other();
        let page = anna.get(&server, POST).await;
        page.assert_text_contains("Diese Nachricht wurde zurückgenommen.");
        assert!(!page.text().contains("Unsinn"));
        assert_eq!(open_mentions(&stage).await, 0);
    }
}

on_both! {
    async fn an_old_version_comes_back_as_a_new_one(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let first = version(&anna.save(&server, "", "Eins", "Der erste Text.").await);
        let second = version(&anna.save(&server, &first, "Zwei", "Der zweite Text.").await);
        let page = anna.get(&server, &format!("{POST}/versions/{second}?with={first}")).await;
        page.assert_text_contains("zweite");
        page.assert_text_contains("<del>");
        let restore = format!("{POST}/versions/{first}/restoration");
        anna.post(&server, &restore, &[("base", &second)]).await.assert_status_see_other();
        assert_eq!(head(&stage).await.1.body, "Der erste Text.");
        assert_eq!(versions(&stage).await.len(), 3);
        anna.post(&server, &restore, &[("base", &first)]).await.assert_status_see_other();
        assert_eq!(versions(&stage).await.len(), 3, "sent twice, restored once");
    }
}

on_both! {
    async fn the_preview_is_safe_and_saves_nothing(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let fields = [("title", "<b>Eins</b>"), ("body", "**fett** <script>alert(1)</script>")];
        let preview = anna.post(&server, &format!("{POST}/preview"), &fields).await;
        preview.assert_text_contains("<strong>fett</strong>");
        assert!(!preview.text().contains("<script") && !preview.text().contains("<b>Eins"));
        assert!(versions(&stage).await.is_empty());
    }
}

on_both! {
    async fn thinning_keeps_what_somebody_may_still_need(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let bernd = Writer::new(&stage, &stage.cast.bernd, "bernd-page").await;
        let mut base = String::new();
        let mut all = Vec::new();
        for n in 1..=4 {
            base = version(&anna.save(&server, &base, "Eins", &format!("Satz {n}.")).await);
            all.push(base.clone());
        }
        merge_url(&bernd.save(&server, &all[1], "Eins", "Bernds Satz.").await);
        stage.app.clock.set(NOW.plus_minutes(11));
        let last = version(&anna.save(&server, &base, "Eins", "Ein neuer Anfang.").await);

        let post = versions(&stage).await[0].post_id.clone();
        stage.app.clock.set(Instant::from_millis(NOW.millis()).plus_hours(25));
        thinning::run(&stage.app, post.as_str()).await.expect("thinned");
        let left: Vec<String> = versions(&stage).await.into_iter().map(|version| version.id.0).collect();
        assert_eq!(left, [last.as_str(), all[3].as_str(), all[1].as_str()], "the copy is based on the second");
        let parents: Vec<_> = versions(&stage).await.into_iter().map(|it| it.parent_id.map(|id| id.0)).collect();
        assert_eq!(parents, [Some(all[3].clone()), Some(all[1].clone()), None]);
        thinning::run(&stage.app, post.as_str()).await.expect("nothing is left to thin");
        anna.get(&server, &format!("{POST}/versions")).await.assert_text_contains(&last);
    }
}

on_both! {
    async fn a_picture_is_added_and_described_in_the_editor(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        let id = uploaded(&stage).await;
        let back = anna.get(&server, &format!("{POST}/edit?picture={id}&picture=unknown")).await;
        back.assert_text_contains("data-unsaved");
        back.assert_text_contains(format!("alt-{id}"));
        assert!(versions(&stage).await.is_empty(), "looking saves nothing");
        let (alt, was) = (format!("alt-{id}"), format!("alt_was-{id}"));
        let fields = [
            ("title", "Eins"),
            ("body", "Text."),
            ("picture", id.as_str()),
            (&alt, "Ein Regal voller Bücher."),
            (&was, ""),
        ];
        let answer = anna.post(&server, &format!("{POST}/save"), &fields).await;
        let said = answer.json::<serde_json::Value>();
        assert_eq!(said["pictures"][0]["problem"], serde_json::Value::Null, "nothing is lacking: {said}");
        assert_eq!(head(&stage).await.1.pictures, std::slice::from_ref(&id));
        assert_eq!(picture(&stage, &id).await.alt, "Ein Regal voller Bücher.");
        anna.get(&server, POST).await.assert_text_contains("Ein Regal voller Bücher.");
        let form = Writer { cookie: anna.cookie.clone(), sitting: "" };
        let then = [("title", "Eins"), ("body", "Text."), ("sitting", "anna-page"), ("then", "picture")];
        let sent = form.post(&server, &format!("{POST}/save"), &then).await;
        sent.assert_header("location", format!("{POST}/pictures"));
        form.get(&server, &format!("{POST}/pictures")).await.assert_text_contains("posts/1/edit#pictures");
    }
}

on_both! {
    async fn whoever_is_spoken_to_gets_a_letter_that_opens_the_conversation(stage: Stage) {
        let server = stage.server();
        let anna = begun(&stage, &server).await;
        anna.save(&server, "", "Vorlesen", "Text.").await.assert_status_ok();
        let words = [("message", "@Bernd und @Clara, lest ihr gegen?")];
        anna.post(&server, &format!("{POST}/talk"), &words).await.assert_status_see_other();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let letters = crate::base::store_mail::newest(&mut conn, 9).await.expect("letters");
        assert_eq!(letters.len(), 1, "Clara has no address; she sees it on her first screen");
        assert_eq!(letters[0].recipient, "bernd@raesfeld.example");
        assert!(letters[0].body.contains("lest ihr gegen?"));
        assert!(letters[0].body.contains("http://verbund.example/desk/muebi/posts/1#talk"));
    }
}
