use super::{Browser, muebi};
use crate::barrier::statement::Conformity;
use crate::barrier::store_statement;
use crate::consortium::{imprint::Imprint, store_imprint};
use crate::on_both;
use crate::testing::{NOW, Stage};

const IMPRINT: &str = "/desk/muebi/settings/imprint";
const STATEMENT: &str = "/desk/muebi/settings/accessibility";

/// A form that is filled in well, but for these fields.
fn with<'a>(all: &[(&'a str, &'a str)], but: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = all.iter().filter(|(name, _)| !but.iter().any(|(other, _)| other == name));
    kept.chain(but).copied().collect()
}

const PIECES: [(&str, &str); 6] = [
    ("provider", "Bücherfreunde e. V."),
    ("address", "Musterweg 2\n00000 Musterstadt"),
    ("represented_by", "der Vorstand"),
    ("imprint_email", "post@freunde.example"),
    ("imprint_phone", "0000 1"),
    ("responsible", "Rita Muster, ebenda"),
];

const WELL: [(&str, &str); 8] = [
    ("conformity", "partly"),
    ("assessed", "outside"),
    ("gap-what", "Alte Pläne"),
    ("gap-reason", "burden"),
    ("gap-instead", "Am Telefon"),
    ("made_on", "2026-01-02"),
    ("reviewed_on", "2026-11-26"),
    ("office", ""),
];

on_both! {
    async fn the_imprint_is_asked_for_piece_by_piece_and_a_public_page_keeps_it(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.get(IMPRINT).await.assert_text_contains("value=\"Stadt Borken\"");
        for (field, typed) in [("provider", ""), ("address", " "), ("responsible", ""), ("imprint_email", "kein Klammeraffe")] {
            let answer = anna.post(IMPRINT, &with(&PIECES, &[(field, typed)])).await;
            answer.assert_status_unprocessable_entity();
            answer.assert_text_contains(format!("id=\"{field}-fault\""));
            answer.assert_text_contains("value=\"der Vorstand\"");
        }
        anna.post(IMPRINT, &PIECES).await.assert_status_see_other();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let kept = store_imprint::imprint(&mut conn, &stage.cast.muebi.id).await.expect("an Impressum");
        assert_eq!((kept.provider.as_str(), kept.phone.as_str()), ("Bücherfreunde e. V.", "0000 1"));
    }
}

on_both! {
    async fn what_the_law_asks_for_is_on_the_list_before_a_page_is_public(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post("/desk/muebi/publication/end", &[]).await;
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        store_imprint::save(&mut tx, &stage.cast.muebi.id, &Imprint::default()).await.expect("saved");
        sqlx::query("DELETE FROM barrier_statement").execute(&mut *tx).await.expect("deleted");
        tx.commit().await.expect("committed");
        let page = anna.get("/desk/muebi/consortium").await;
        for part in ["wer die Seite anbietet", "die Anschrift", "wer den Anbieter vertritt", "auch für Fragen zum Datenschutz",
            "wer für die Inhalte verantwortlich ist", "Die Erklärung zur Barrierefreiheit"] {
            page.assert_text_contains(part);
        }
        let names = [("name", "Helden"), ("claim", "Drei Häuser."), ("about", "Wir sind drei.")];
        anna.post("/desk/muebi/settings/names", &names).await.assert_status_see_other();
        anna.post("/desk/muebi/publication", &[]).await.assert_status_conflict();
        anna.post(IMPRINT, &with(&PIECES, &[("imprint_phone", "")])).await.assert_status_see_other();
        anna.post("/desk/muebi/publication", &[]).await.assert_status_conflict();
        anna.post(STATEMENT, &WELL).await.assert_status_see_other();
        anna.post("/desk/muebi/publication", &[]).await.assert_status_see_other();
        assert!(muebi(&stage).await.is_public(NOW));
    }
}

on_both! {
    async fn the_statement_is_checked_and_comes_back_as_typed(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        for (but, fault) in [
            (vec![("conformity", "")], "conformity"),
            (vec![("assessed", "geraten")], "assessed"),
            (vec![("gap-what", "")], "gaps"),
            (vec![("gap-what", ""), ("gap-instead", "")], "gaps"),
            (vec![("conformity", "full")], "gaps"),
            (vec![("made_on", "")], "made_on"),
            (vec![("reviewed_on", "2026-11-27")], "reviewed_on"),
            (vec![("reviewed_on", "2026-01-01")], "reviewed_on"),
        ] {
            let answer = anna.post(STATEMENT, &with(&WELL, &but)).await;
            answer.assert_status_unprocessable_entity();
            answer.assert_text_contains(format!("id=\"{fault}-fault\""));
        }
        anna.post(STATEMENT, &WELL).await.assert_status_see_other();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let kept = store_statement::statement(&mut conn, &stage.cast.muebi.id).await.expect("asked").expect("one");
        assert_eq!((kept.conformity, kept.gaps[0].what.as_str()), (Conformity::Partly, "Alte Pläne"));
        let page = anna.get(STATEMENT).await;
        page.assert_text_contains("value=\"Alte Pläne\"");
        page.assert_text_contains("value=\"2026-11-26\"");
    }
}

on_both! {
    async fn a_statement_that_nobody_went_through_for_a_year_is_something_to_do(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let overdue = "Erklärung zur Barrierefreiheit ist älter als ein Jahr";
        for path in ["/desk/muebi/consortium", "/desk/muebi/today"] {
            assert!(!anna.get(path).await.text().contains(overdue), "{path}");
        }
        stage.app.clock.set(NOW.plus_hours(24 * 340));
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        for path in ["/desk/muebi/consortium", "/desk/muebi/today"] {
            anna.get(path).await.assert_text_contains(overdue);
            assert!(!bernd.get(path).await.text().contains(overdue), "it is coordination's affair");
        }
        let well = with(&WELL, &[("made_on", "2026-01-02"), ("reviewed_on", "2027-11-01")]);
        anna.post(STATEMENT, &well).await.assert_status_see_other();
        assert!(!anna.get("/desk/muebi/today").await.text().contains(overdue));
    }
}

on_both! {
    async fn a_changed_text_leaves_the_one_in_leichte_sprache_behind_until_somebody_sees_to_it(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let behind = "Der Text in Leichter Sprache ist älter";
        let names = |about, simple| {
            [("name", "Helden"), ("claim", "Drei Häuser."), ("about", about), ("about_simple", simple)]
        };
        anna.post("/desk/muebi/settings/names", &names("Eins", "Leicht")).await;
        assert!(!muebi(&stage).await.is_simple_behind(), "written together they are of one age");
        stage.app.clock.set(NOW.plus_hours(1));
        anna.post("/desk/muebi/settings/names", &names("Zwei", "Leicht")).await;
        assert!(muebi(&stage).await.is_simple_behind());
        for path in ["/desk/muebi/consortium", "/desk/muebi/today"] {
            anna.get(path).await.assert_text_contains(behind);
        }
        anna.get("/desk/muebi/settings/names").await.assert_text_contains("name=\"simple_holds\"");
        stage.app.clock.set(NOW.plus_hours(2));
        let confirmed = [names("Zwei", "Leicht").as_slice(), &[("simple_holds", "1")]].concat();
        anna.post("/desk/muebi/settings/names", &confirmed).await;
        assert!(!muebi(&stage).await.is_simple_behind());
        assert!(!anna.get("/desk/muebi/today").await.text().contains(behind));
        assert!(!anna.get("/desk/muebi/settings/names").await.text().contains("simple_holds"));
        stage.app.clock.set(NOW.plus_hours(3));
        anna.post("/desk/muebi/settings/names", &names("Drei", "Ganz leicht")).await;
        assert!(!muebi(&stage).await.is_simple_behind());
    }
}
