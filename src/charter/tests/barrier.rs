use super::{Browser, newcomer};
use crate::barrier::{Report, Standing, store};
use crate::base::mail::Letter;
use crate::base::store_mail;
use crate::member::Role;
use crate::on_both;
use crate::testing::{NOW, Stage};

const LIST: &str = "/desk/muebi/barriers";
const ONE: &str = "/desk/muebi/barriers/1";

async fn report(stage: &Stage, body: &str, reply_to: &str) {
    let form = [("body", body), ("page", "Startseite"), ("reply_to", reply_to)];
    stage.server().post("/muebi/barriere-melden").form(&form).await.assert_status_see_other();
}

async fn one(stage: &Stage) -> Report {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("the report")
}

async fn letters(stage: &Stage) -> Vec<Letter> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store_mail::newest(&mut conn, 50).await.expect("letters")
}

async fn letters_to(stage: &Stage, address: &str) -> usize {
    letters(stage).await.iter().filter(|letter| letter.recipient == address).count()
}

on_both! {
    async fn reports_wait_at_the_desk_with_the_days_that_are_left(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.get(LIST).await.assert_text_contains("Gerade wartet niemand auf eine Antwort");
        report(&stage, "Die Schrift ist zu klein.", "").await;
        anna.get(LIST).await.assert_text_contains("Noch 14 Tage Zeit.");
        anna.get("/desk/muebi/today").await.assert_text_contains("Gemeldete Barriere 1: Die Schrift ist zu klein.");
        anna.get("/desk/muebi/consortium").await.assert_text_contains("Eine Meldung wartet auf Antwort.");
        stage.app.clock.set(NOW.plus_hours(24 * 5));
        report(&stage, "Zu blass.", "").await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let page = anna.get(LIST).await.text();
        assert!(page.find("zu klein").expect("the first") < page.find("Zu blass").expect("the second"));
        stage.app.clock.set(NOW.plus_hours(24 * 14));
        anna.get(ONE).await.assert_text_contains("Heute ist der letzte Tag.");
        stage.app.clock.set(NOW.plus_hours(24 * 16));
        anna.get(ONE).await.assert_text_contains("Seit 2 Tagen überfällig.");
        anna.get("/desk/muebi/barriers/9").await.assert_status_not_found();
    }
}

on_both! {
    async fn everybody_reads_reports_and_only_those_who_may_answer_see_the_address(stage: Stage) {
        report(&stage, "Zu klein.", "gast@leserin.example").await;
        let clara = Browser::of(&stage, &stage.cast.clara).await;
        let dora = Browser::of(&stage, &stage.cast.dora).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        for reader in [&clara, &dora] {
            let page = reader.get(ONE).await;
            page.assert_text_contains("Zu klein.");
            assert!(!page.text().contains("gast@") && !page.text().contains("name=\"answer\""));
            for (act, form) in [("answer", [("answer", "A"), ("note", "N")]), ("notice", [("interim", "A"), ("x", "")]), ("assignment", [("to", "me"), ("x", "")])] {
                reader.post(&format!("{ONE}/{act}"), &form).await.assert_status_forbidden();
            }
        }
        bernd.get(ONE).await.assert_text_contains("gast@leserin.example");
        assert_eq!(one(&stage).await.standing(), Standing::New);
    }
}

on_both! {
    async fn a_report_is_given_to_somebody_who_is_told_and_may_answer(stage: Stage) {
        report(&stage, "Zu klein.", "").await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let staff = newcomer(&stage, "Rita", &stage.cast.raesfeld, Role::Staff).await;
        let house = format!("house:{}", stage.cast.raesfeld.id);
        let before = letters_to(&stage, "bernd@raesfeld.example").await;
        anna.post(&format!("{ONE}/assignment"), &[("to", &house)]).await.assert_status_see_other();
        assert_eq!(letters_to(&stage, "bernd@raesfeld.example").await, before + 1, "the head of the house is told");
        let rita = Browser::of(&stage, &staff).await;
        rita.get("/desk/muebi/today").await.assert_text_contains("Gemeldete Barriere 1");
        assert!(!anna.get("/desk/muebi/today").await.text().contains("Gemeldete Barriere 1"), "it is Raesfeld's now");
        rita.post(&format!("{ONE}/assignment"), &[("to", "me")]).await.assert_status_see_other();
        let given = one(&stage).await;
        assert_eq!((given.person_id.as_ref(), given.standing()), (Some(&staff.id), Standing::Working));
        let clara = format!("person:{}", stage.cast.clara.id);
        anna.post(&format!("{ONE}/assignment"), &[("to", &clara)]).await.assert_status_see_other();
        let clara = Browser::of(&stage, &stage.cast.clara).await;
        clara.get(ONE).await.assert_text_contains("name=\"answer\"");
        for stranger in [stage.cast.emil.id.as_str(), stage.cast.dora.id.as_str(), "niemand"] {
            let to = format!("person:{stranger}");
            anna.post(&format!("{ONE}/assignment"), &[("to", &to)]).await.assert_status_unprocessable_entity();
        }
        anna.post(&format!("{ONE}/assignment"), &[("to", "")]).await.assert_status_see_other();
        assert_eq!(one(&stage).await.person_id, None);
    }
}

on_both! {
    async fn an_answer_goes_by_letter_and_closes_the_case(stage: Stage) {
        report(&stage, "Zu klein.", "Gast@leserin.example").await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = bernd.get(ONE).await;
        page.assert_text_contains("Die Antwort geht als E-Mail");
        page.assert_text_contains("ombudsstelle-barrierefreie-it@mags.nrw.de");
        let short = bernd.post(&format!("{ONE}/answer"), &[("answer", "Danke & Gruß"), ("note", "")]).await;
        short.assert_status_unprocessable_entity();
        short.assert_text_contains("Danke &#38; Gruß");
        short.assert_text_contains("id=\"note-fault\"");
        let form = [("answer", "Wir haben es geändert."), ("note", "Schrift größer.")];
        bernd.post(&format!("{ONE}/answer"), &form).await.assert_status_see_other();
        let letter = letters(&stage).await.into_iter().find(|it| it.recipient == "gast@leserin.example");
        let letter = letter.expect("a letter");
        assert_eq!(letter.subject, "Münsterländer Bibliothekshelden: Ihre Meldung Nr. 1");
        assert!(letter.body.contains("Wir haben es geändert.") && !letter.body.contains("Schrift größer"));
        assert!(!letter.body.contains("Bernd"), "no name of a person goes outside by itself");
        let page = bernd.get(ONE).await;
        page.assert_text_contains("Schrift größer.");
        bernd.post(&format!("{ONE}/answer"), &form).await.assert_status_conflict();
        assert_eq!(letters_to(&stage, "gast@leserin.example").await, 1);
        bernd.get(LIST).await.assert_text_contains("Schon beantwortet");
    }
}

on_both! {
    async fn word_in_between_gives_time_until_six_weeks(stage: Stage) {
        report(&stage, "Zu klein.", "gast@leserin.example").await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post(&format!("{ONE}/notice"), &[("interim", " ")]).await.assert_status_unprocessable_entity();
        anna.post(&format!("{ONE}/notice"), &[("interim", "Es dauert.")]).await.assert_status_see_other();
        assert_eq!(letters_to(&stage, "gast@leserin.example").await, 1);
        anna.get(ONE).await.assert_text_contains("Noch 42 Tage Zeit.");
        anna.post(&format!("{ONE}/notice"), &[("interim", "Noch einmal.")]).await.assert_status_conflict();
    }
}

on_both! {
    async fn reports_can_be_answered_after_the_end_of_the_verbund(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let last = [("last_day", "2026-11-26"), ("end_reason", "Das Projekt ist zu Ende.")];
        anna.post("/desk/muebi/ending", &last).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(48));
        report(&stage, "Zu klein.", "").await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let form = [("answer", "Geändert."), ("note", "Größer.")];
        anna.post(&format!("{ONE}/answer"), &form).await.assert_status_see_other();
        assert_eq!(one(&stage).await.standing(), Standing::Answered);
    }
}
