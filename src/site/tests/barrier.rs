//! A barrier is told without a script and without e-mail, and somebody says that it arrived.
use super::read;
use crate::barrier::{Report, store, store_statement, work};
use crate::on_both;
use crate::testing::{NOW, Stage, statement};

async fn reports(stage: &Stage) -> Vec<Report> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::all(&mut conn, &stage.cast.muebi.id).await.expect("reports")
}

on_both! {
    async fn a_report_is_kept_and_its_arrival_is_told(stage: Stage) {
        let server = stage.server();
        let form = [("body", "Der Knopf ist zu klein."), ("page", ""), ("reply_to", "")];
        for number in ["1", "2"] {
            let answer = server.post("/muebi/barriere-melden").form(&form).await;
            assert_eq!(answer.status_code(), 303);
            let to = answer.header("location").to_str().expect("an address").to_owned();
            let page = server.get(&to).await;
            page.assert_header("cache-control", "private, no-store");
            let page = page.text();
            assert!(page.contains("Ihre Meldung ist angekommen") && page.contains("noindex"));
            assert!(page.contains(&format!("<dd>{number}</dd>")), "{page}");
            assert!(page.contains("Donnerstag, 10. Dezember 2026"), "two weeks from now");
            assert!(page.contains("Ombudsstelle") && page.contains("§ 10d BGG NRW"));
            assert!(!page.contains("Knopf"), "what was written stays inside");
            server.get(&to.replace("/muebi/", "/fremde/")).await.assert_status_not_found();
        }
        assert_eq!(reports(&stage).await.len(), 2);
    }
}

on_both! {
    async fn whoever_reported_sees_in_their_language_how_far_it_has_come(stage: Stage) {
        let server = stage.server();
        let form = [("body", "Too small."), ("reply_to", "gast@leserin.example")];
        let answer = server.post("/en/muebi/barriere-melden").form(&form).await;
        let to = answer.header("location").to_str().expect("an address").to_owned();
        let page = read(&server, &to).await;
        assert!(page.contains("Your report has arrived") && !page.contains("gast@"), "{page}");
        let report = Report { answered_at: Some(NOW), ..reports(&stage).await.remove(0) };
        assert_eq!(report.language, "en");
        let mut tx = stage.within().await;
        work::answer(&mut tx, &stage.app, &stage.cast.muebi, &report).await.expect("answered");
        stage.done(tx).await;
        assert!(read(&server, &to).await.contains("Answered on"));
    }
}

on_both! {
    async fn the_statement_has_the_parts_that_the_law_asks_for(stage: Stage) {
        let server = stage.server();
        let mut told = statement();
        told.conformity = crate::barrier::statement::Conformity::Partly;
        told.gaps = vec![crate::barrier::statement::Gap {
            what: "Pläne <als Bild>".into(),
            reason: "burden".into(),
            instead: "Auskunft am Telefon".into(),
        }];
        let mut tx = stage.within().await;
        store_statement::save(&mut tx, &stage.cast.muebi.id, &told).await.expect("saved");
        stage.done(tx).await;
        let page = read(&server, "/muebi/barrierefreiheit").await;
        for part in [
            "§ 10b",
            "zum größten Teil",
            "Pläne &#60;als Bild&#62;",
            "unverhältnismäßig",
            "Auskunft am Telefon",
            "Barrieren",
            "Zuletzt durchgesehen am Dienstag, 27. Oktober 2026",
            "selbst geprüft",
            "href=\"/muebi/barriere-melden\"",
            "post@muebi.example",
            "40219 Düsseldorf",
        ] {
            assert!(page.contains(part), "{part} is missing");
        }
        assert!(read(&server, "/en/muebi/barrierefreiheit").await.contains("Last gone through on"));
    }
}

on_both! {
    async fn another_office_takes_the_place_of_that_of_the_land(stage: Stage) {
        let server = stage.server();
        let told = crate::barrier::statement::Statement { office: "Schlichtung Beispiel\nBerlin".into(), ..statement() };
        let mut tx = stage.within().await;
        store_statement::save(&mut tx, &stage.cast.muebi.id, &told).await.expect("saved");
        stage.done(tx).await;
        for path in ["/muebi/barrierefreiheit", "/muebi/barriere-melden"] {
            let page = read(&server, path).await;
            assert!(page.contains("Schlichtung Beispiel<br>Berlin") && !page.contains("Düsseldorf"), "{path}");
        }
    }
}

on_both! {
    async fn an_empty_report_comes_back_with_what_was_typed(stage: Stage) {
        let server = stage.server();
        let form = [("body", "  "), ("page", "Startseite"), ("reply_to", "0281 0000")];
        let answer = server.post("/muebi/barriere-melden").form(&form).await;
        assert_eq!(answer.status_code(), 422);
        let page = answer.text();
        assert!(page.contains("Startseite") && page.contains("0281 0000") && page.contains("aria-invalid"));
        assert!(reports(&stage).await.is_empty());
    }
}

on_both! {
    async fn a_flood_of_reports_is_slowed_down(stage: Stage) {
        let server = stage.server();
        for _ in 0..30 {
            server.post("/muebi/barriere-melden").form(&[("body", "Zu klein.")]).await;
        }
        let answer = server.post("/muebi/barriere-melden").form(&[("body", "Zu klein.")]).await;
        assert_eq!(answer.status_code(), 429);
        assert_eq!(reports(&stage).await.len(), 30);
    }
}
