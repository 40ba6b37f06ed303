//! A question reaches a house and a person, its asker hears by when, and everything is deleted again.
use super::{KEPT_DAYS, work};
use crate::base::store_mail;
use crate::conversation::desk::tests::{page, send};
use crate::conversation::{Conversation, store};
use crate::on_both;
use crate::testing::{NOW, Stage};

const QUESTION: [(&str, &str); 5] = [
    ("house", "rhede"),
    ("text", "Habt ihr samstags auf?"),
    ("name", "Gerda"),
    ("email", "gerda@leserin.example"),
    ("consent", "yes"),
];

async fn first(stage: &Stage) -> Conversation {
    store::by_number(&mut stage.app.db.read().await.unwrap(), &stage.cast.muebi.id, 1).await.unwrap()
}

async fn letters(stage: &Stage) -> Vec<(String, String, String)> {
    let all = store_mail::newest(&mut stage.app.db.read().await.unwrap(), 50).await.unwrap();
    all.into_iter().map(|it| (it.recipient, it.subject, it.body)).collect()
}

on_both! {
    async fn a_question_gets_a_number_a_house_a_person_and_a_time_and_is_answered_by_mail(stage: Stage) {
        let server = stage.server();
        server.get("/muebi/frage?haus=rhede").await.assert_text_contains("value=\"rhede\" selected");
        let answer = server.post("/muebi/frage").form(&QUESTION).await;
        answer.assert_status_see_other();
        let told = answer.header("location").to_str().unwrap().to_owned();
        let shown = server.get(&told).await;
        shown.assert_header("cache-control", "private, no-store");
        let shown = shown.text();
        assert!(shown.contains("<dd>1</dd>") && shown.contains("Do, 26. November, 18 Uhr") && !shown.contains("samstags"));
        server.get(&told.replace("/muebi/", "/fremde/")).await.assert_status_not_found();
        let it = first(&stage).await;
        assert_eq!(it.institution_id.as_ref(), Some(&stage.cast.rhede.id));
        assert_eq!(it.person_id.as_ref(), Some(&stage.cast.anna.id));
        let receipt = letters(&stage).await;
        assert_eq!(receipt[0].0, "gerda@leserin.example");
        assert!(receipt[0].2.contains(&told) && !receipt[0].2.contains("samstags"), "no stranger's words by mail");
        let anna = stage.sign_in(&stage.cast.anna).await;
        page(&server, &anna, "inbox/1").await.assert_text_contains("gerda@leserin.example");
        let clara = stage.sign_in(&stage.cast.clara).await;
        assert!(!page(&server, &clara, "inbox/1").await.text().contains("gerda@leserin.example"));
        let rhede = stage.cast.rhede.id.as_str();
        let fields = [("text", "Ja, von 10 bis 13 Uhr."), ("voice", rhede), ("seen", "1"), ("then", "close")];
        send(&server, &anna, "inbox/1/answer", &fields).await.assert_status_see_other();
        let answer = letters(&stage).await.into_iter().find(|it| it.1.starts_with("Antwort auf")).unwrap();
        assert!(answer.2.contains("Ja, von 10 bis 13 Uhr.") && answer.2.contains("Bücherei Rhede"));
        assert!(answer.2.contains("/muebi/frage"), "it says how to ask again");
        server.get(&told).await.assert_text_contains("Ihre Frage ist bearbeitet.");
    }
}

on_both! {
    async fn a_question_without_consent_or_from_a_program_is_not_kept(stage: Stage) {
        let server = stage.server();
        let answer = server.post("/muebi/frage").form(&QUESTION[..4]).await;
        answer.assert_status_unprocessable_entity();
        answer.assert_text_contains("Ohne Ihr Einverständnis");
        answer.assert_text_contains("Habt ihr samstags auf?");
        let mut filled = QUESTION.to_vec();
        filled.push(("website", "https://spam.example"));
        server.post("/en/muebi/frage").form(&filled).await.assert_text_contains("has to stay empty");
        let mut wrong = QUESTION.to_vec();
        wrong[3].1 = "gerda@";
        server.post("/muebi/frage").form(&wrong).await.assert_status_unprocessable_entity();
        let mut conn = stage.app.db.read().await.unwrap();
        assert!(store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.is_err());
    }
}

on_both! {
    async fn a_flood_of_questions_is_stopped(stage: Stage) {
        let server = stage.server();
        for _ in 0..30 {
            server.post("/muebi/frage").form(&QUESTION).await.assert_status_see_other();
        }
        server.post("/muebi/frage").form(&QUESTION).await.assert_status_too_many_requests();
    }
}

on_both! {
    async fn an_asker_takes_the_question_back_and_everything_is_gone_at_once(stage: Stage) {
        let server = stage.server();
        let answer = server.post("/muebi/frage").form(&QUESTION).await;
        let told = answer.header("location").to_str().unwrap().to_owned();
        server.post(&format!("{told}/loeschen")).await.assert_status_see_other();
        server.get(&told).await.assert_text_contains("Text, Name und Adresse sind gelöscht.");
        let anna = stage.sign_in(&stage.cast.anna).await;
        let page = page(&server, &anna, "inbox/1").await.text();
        assert!(!page.contains("Gerda") && !page.contains("samstags") && page.contains("Zurückgezogen"));
    }
}

on_both! {
    async fn texts_and_addresses_are_deleted_some_time_after_closing(stage: Stage) {
        let server = stage.server();
        server.post("/muebi/frage").form(&QUESTION).await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        send(&server, &anna, "inbox/1/closure", &[]).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(24 * KEPT_DAYS - 1));
        work::forget(&stage.app).await.unwrap();
        assert!(first(&stage).await.forgotten_at.is_none());
        stage.app.clock.set(NOW.plus_hours(24 * KEPT_DAYS + 1));
        work::forget(&stage.app).await.unwrap();
        let it = first(&stage).await;
        assert!(it.forgotten_at.is_some());
        let mut conn = stage.app.db.read().await.unwrap();
        let said = store::utterances(&mut conn, &it.id).await.unwrap();
        assert!(said.iter().all(|said| said.text.is_empty() && said.author_name.is_empty()));
        let question = crate::conversation::asking::store::by_conversation(&mut conn, &it.id).await.unwrap().unwrap();
        assert!(question.email.is_empty() && question.consent_version == crate::conversation::asking::CONSENT);
    }
}
