//! A barrier is told without a script and without e-mail, and somebody says that it arrived.
use super::read;
use crate::on_both;
use crate::testing::Stage;

async fn count(stage: &Stage) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let (count,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM barrier_report").fetch_one(&mut *conn).await.expect("a number");
    count
}

on_both! {
    async fn a_report_is_kept_and_its_arrival_is_told(stage: Stage) {
        let server = stage.server();
        let form = [("body", "Der Knopf ist zu klein."), ("page", ""), ("reply_to", "")];
        let answer = server.post("/muebi/barriere-melden").form(&form).await;
        assert_eq!(answer.status_code(), 303);
        let to = answer.header("location").to_str().expect("an address").to_owned();
        assert!(read(&server, to.split('#').next().expect("a page")).await.contains("Ihre Meldung ist angekommen"));
        assert_eq!(count(&stage).await, 1);
        assert!(!read(&server, "/muebi/barriere-melden").await.contains("angekommen"));
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
        assert_eq!(count(&stage).await, 0);
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
        assert_eq!(count(&stage).await, 30);
    }
}
