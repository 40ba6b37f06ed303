use super::*;
use crate::consent::{ConsentId, store as consent_store};
use crate::on_both;
use crate::testing::Stage;

const CHILD: [(&str, &str); 6] = [
    ("age", "child"),
    ("subject", "Mats"),
    ("guardian_name", "Ayla Beispiel"),
    ("guardian_date", "2026-11-20"),
    ("purpose", "Vorlesetag"),
    ("channels", "website"),
];

/// Records a consent for a picture through the form and gives its id.
async fn recorded(stage: &Stage, picture: &PictureId, more: &[(&str, &str)]) -> ConsentId {
    let anna = stage.sign_in(&stage.cast.anna).await;
    let fields = [&CHILD[..], more, &[("picture", picture.as_str())]].concat();
    submit(&stage.server(), &anna, "/desk/muebi/consents", &fields).await.assert_status_see_other();
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = consent_store::all(&mut conn, &stage.cast.muebi.id).await.expect("a list");
    all[0].0.id.clone()
}

on_both! {
    async fn a_consent_taken_back_takes_its_pictures_down_at_once_and_names_what_used_them(stage: Stage) {
        let id = uploaded(&stage).await;
        let number = post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let consent = recorded(&stage, &id, &[]).await;
        let other = another_process(&stage);
        ask(&other, &id, "w320.jpg", None).await.assert_status_ok();
        let clara = stage.sign_in(&stage.cast.clara).await;
        let server = stage.server();
        let answer = submit(&server, &clara, &format!("/desk/muebi/consents/{consent}/withdrawal"), &[]).await;
        ask(&other, &id, "w320.jpg", None).await.assert_status_not_found();
        assert!(picture(&stage, &id).await.withdrawn_at.is_some());
        let to = answer.header("location").to_str().expect("an address").to_owned();
        let page = server.get(&to).add_header("cookie", &clara).await;
        page.assert_text_contains(format!("/desk/muebi/posts/{number}"));
        page.assert_text_contains("zurückgenommen");
        // Nobody puts it back while the person does not want it.
        let back = submit(&server, &clara, &format!("/desk/muebi/pictures/{id}/restoration"), &[]).await;
        back.assert_status_conflict();
        let path = format!("/desk/muebi/pictures/{id}/consents/{consent}/removal");
        submit(&server, &clara, &path, &[]).await.assert_status_conflict();
        ask(&other, &id, "w320.jpg", None).await.assert_status_not_found();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let acts: Vec<(String,)> = sqlx::query_as("SELECT act FROM audit WHERE person_id = $1")
            .bind(&stage.cast.clara.id)
            .fetch_all(&mut *conn)
            .await
            .expect("the trail");
        assert_eq!(acts, [("withdrew-consent".to_owned(),)]);
    }
}

on_both! {
    async fn when_a_consent_ends_its_pictures_go_by_themselves(stage: Stage) {
        let id = uploaded(&stage).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        recorded(&stage, &id, &[("ends_at", "2026-11-27")]).await;
        let server = stage.server();
        let midnight = crate::testing::NOW.plus_hours(15 + 24);
        stage.app.clock.set(midnight.plus_seconds(-1));
        stage.run_jobs().await;
        ask(&server, &id, "w320.jpg", None).await.assert_status_ok();
        // Even before the job has run.
        stage.app.clock.set(midnight);
        ask(&server, &id, "w320.jpg", None).await.assert_status_not_found();
        stage.run_jobs().await;
        assert_eq!(picture(&stage, &id).await.withdrawn_at, Some(midnight));
    }
}

on_both! {
    async fn recognisable_people_need_a_consent_that_covers_the_page(stage: Stage) {
        let id = uploaded(&stage).await;
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        let about = [("licence", "own"), ("credit", "B"), ("alt", "Mats liest vor."), ("persons", "1")];
        submit(&server, &anna, &format!("/desk/muebi/pictures/{id}"), &about).await;
        let said = async || {
            let mut conn = stage.app.db.read().await.expect("a connection");
            let muebi = &stage.cast.muebi.id;
            let at = stage.app.clock.now();
            let found = store::obstacles(&mut conn, muebi, std::slice::from_ref(&id), at).await.expect("an answer");
            found.into_iter().map(|sentence| sentence.key).collect::<Vec<_>>()
        };
        assert_eq!(said().await, ["media-consent-missing"]);
        recorded(&stage, &id, &[]).await;
        assert!(said().await.is_empty());
    }
}

/// Describes a picture and ticks that people can be recognised on it.
async fn described_with_people(stage: &Stage, picture: &PictureId) {
    let anna = stage.sign_in(&stage.cast.anna).await;
    let about = [("licence", "own"), ("credit", "B"), ("alt", "Mats liest vor."), ("persons", "1")];
    let path = format!("/desk/muebi/pictures/{picture}");
    submit(&stage.server(), &anna, &path, &about).await.assert_status_see_other();
}

on_both! {
    async fn a_picture_of_people_comes_back_only_with_their_consent(stage: Stage) {
        let id = uploaded(&stage).await;
        described_with_people(&stage, &id).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let server = stage.server();
        let clara = stage.sign_in(&stage.cast.clara).await;
        let act = async |act: &str| submit(&server, &clara, &format!("/desk/muebi/pictures/{id}/{act}"), &[]).await;
        act("withdrawal").await.assert_status_see_other();
        let refused = act("restoration").await;
        refused.assert_status_conflict();
        refused.assert_text_contains("Einwilligung");
        ask(&server, &id, "w320.jpg", None).await.assert_status_not_found();
        let page = server.get(&format!("/desk/muebi/pictures/{id}")).add_header("cookie", &clara).await;
        page.assert_text_contains("Das fehlt noch");
        recorded(&stage, &id, &[]).await;
        act("restoration").await.assert_status_see_other();
        ask(&server, &id, "w320.jpg", None).await.assert_status_ok();
    }
}

on_both! {
    async fn a_public_picture_goes_when_its_last_consent_is_taken_off_it(stage: Stage) {
        let id = uploaded(&stage).await;
        described_with_people(&stage, &id).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let (first, second) = (recorded(&stage, &id, &[]).await, recorded(&stage, &id, &[]).await);
        let server = stage.server();
        let clara = stage.sign_in(&stage.cast.clara).await;
        let off = async |consent: &ConsentId| {
            let path = format!("/desk/muebi/pictures/{id}/consents/{consent}/removal");
            let answer = submit(&server, &clara, &path, &[]).await;
            answer.assert_status_see_other();
            let to = answer.header("location").to_str().expect("an address").to_owned();
            server.get(&to).add_header("cookie", &clara).await.text()
        };
        off(&first).await;
        ask(&server, &id, "w320.jpg", None).await.assert_status_ok();
        assert!(off(&second).await.contains("damit niemand mehr zugestimmt hat"), "the page says what happened");
        ask(&server, &id, "w320.jpg", None).await.assert_status_not_found();
        assert!(picture(&stage, &id).await.withdrawn_at.is_some());
    }
}

on_both! {
    async fn taking_off_an_ended_consent_does_not_bring_the_picture_back(stage: Stage) {
        let id = uploaded(&stage).await;
        described_with_people(&stage, &id).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let consent = recorded(&stage, &id, &[("ends_at", "2026-11-27")]).await;
        stage.app.clock.set(crate::testing::NOW.plus_hours(15 + 24));
        let server = stage.server();
        let clara = stage.sign_in(&stage.cast.clara).await;
        let path = format!("/desk/muebi/pictures/{id}/consents/{consent}/removal");
        submit(&server, &clara, &path, &[]).await.assert_status_see_other();
        ask(&server, &id, "w320.jpg", None).await.assert_status_not_found();
    }
}

on_both! {
    async fn a_picture_nobody_else_sees_stays_when_a_consent_is_taken_off_it(stage: Stage) {
        let id = uploaded(&stage).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), false).await;
        let consent = recorded(&stage, &id, &[]).await;
        let clara = stage.sign_in(&stage.cast.clara).await;
        let path = format!("/desk/muebi/pictures/{id}/consents/{consent}/removal");
        submit(&stage.server(), &clara, &path, &[]).await.assert_status_see_other();
        assert!(picture(&stage, &id).await.withdrawn_at.is_none());
    }
}

#[tokio::test]
async fn the_form_asks_for_whoever_must_agree_at_that_age() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let anna = stage.sign_in(&stage.cast.anna).await;
    for (age, person, guardian) in [("adult", true, false), ("youth", true, true), ("child", false, true)] {
        let path = format!("/desk/muebi/consents/new?age={age}");
        let page = server.get(&path).add_header("cookie", &anna).await.text();
        assert_eq!(page.contains("name=\"person_name\""), person, "{age}");
        assert_eq!(page.contains("name=\"guardian_name\""), guardian, "{age}");
    }
    let fields =
        [("age", "youth"), ("subject", "Mia"), ("person_name", "Mia"), ("person_date", "2026-12-24")];
    let answer = submit(&server, &anna, "/desk/muebi/consents", &fields).await;
    answer.assert_status_unprocessable_entity();
    for said in ["value=\"Mia\"", "wer zugestimmt hat", "wofür", "mindestens einen Kanal", "in der Zukunft"]
    {
        answer.assert_text_contains(said);
    }
}

on_both! {
    async fn consents_stay_inside_the_houses(stage: Stage) {
        let id = uploaded(&stage).await;
        let consent = recorded(&stage, &id, &[]).await;
        let server = stage.server();
        let coach = stage.sign_in(&stage.cast.dora).await;
        let emil = stage.sign_in(&stage.cast.emil).await;
        for path in ["/desk/muebi/consents".to_owned(), format!("/desk/muebi/consents/{consent}")] {
            server.get(&path).add_header("cookie", &coach).await.assert_status_forbidden();
            server.get(&path).add_header("cookie", &emil).await.assert_status_not_found();
        }
        let page = server.get(&format!("/desk/muebi/pictures/{id}")).add_header("cookie", &coach).await;
        assert!(!page.text().contains("Mats"), "a coach does not learn who is on it");
        let foreign = format!("/desk/fremde/consents/{consent}/withdrawal");
        submit(&server, &emil, &foreign, &[]).await.assert_status_not_found();
        let withdrawal = format!("/desk/muebi/consents/{consent}/withdrawal");
        submit(&server, &coach, &withdrawal, &[]).await.assert_status_forbidden();
        assert!(picture(&stage, &id).await.withdrawn_at.is_none());
    }
}

on_both! {
    async fn a_consent_can_be_taken_back_after_the_verbund_has_ended(stage: Stage) {
        let id = uploaded(&stage).await;
        let consent = recorded(&stage, &id, &[]).await;
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE consortium SET ends_at = $1 WHERE id = $2")
            .bind(stage.app.clock.now())
            .bind(&stage.cast.muebi.id)
            .execute(&mut *tx)
            .await
            .expect("ended");
        tx.commit().await.expect("committed");
        let bernd = stage.sign_in(&stage.cast.bernd).await;
        let path = format!("/desk/muebi/consents/{consent}/withdrawal");
        submit(&stage.server(), &bernd, &path, &[]).await.assert_status_see_other();
        assert!(picture(&stage, &id).await.withdrawn_at.is_some());
    }
}

#[tokio::test]
async fn a_consent_covers_further_pictures_and_only_own_ones() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let first = uploaded(&stage).await;
    let consent = recorded(&stage, &first, &[]).await;
    let second = uploaded(&stage).await;
    let anna = stage.sign_in(&stage.cast.anna).await;
    let path = format!("/desk/muebi/consents/{consent}/pictures");
    submit(&server, &anna, &path, &[("picture", second.as_str())]).await.assert_status_see_other();
    let stranger = PictureId::new();
    submit(&server, &anna, &path, &[("picture", stranger.as_str())]).await.assert_status_not_found();
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = consent_store::all(&mut conn, &stage.cast.muebi.id).await.expect("a list");
    assert_eq!(all[0].1, 2);
}
