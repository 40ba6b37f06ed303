//! Pages from memory are never late: a change anywhere is seen, and so is the passing of time.
use std::sync::Arc;

use axum_test::{TestServer, Transport};

use super::{read, text};
use crate::base::app::App;
use crate::on_both;
use crate::page::place::Domains;
use crate::post::signoff::step::Act;
use crate::schedule::look_once;
use crate::testing::{NOW, Stage};

/// Starts a second process on the same database, with a memory of its own.
async fn neighbour(stage: &Stage) -> (App, TestServer, Arc<Domains>) {
    let one = &stage.app;
    let app = App::new(
        one.db.clone(),
        one.clock.clone(),
        one.config.clone(),
        one.files.clone(),
        one.seal.clone(),
        false,
    );
    let domains = Arc::new(Domains::default());
    look_once(&app, &domains).await.expect("learned");
    let router = axum::Router::new().fallback_service(crate::serve::service(&app, domains.clone()));
    (app, TestServer::builder().transport(Transport::MockHttp).build(router), domains)
}

on_both! {
    async fn what_one_process_changes_the_other_shows_after_a_look(stage: Stage) {
        let number = stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        let (app, server, domains) = neighbour(&stage).await;
        assert!(read(&server, "/muebi").await.contains("Nachtlicht"));
        stage.act(number, &stage.cast.bernd, Act::Held { reason: None }).await;
        look_once(&app, &domains).await.expect("learned");
        assert!(!read(&server, "/muebi").await.contains("Nachtlicht"));
        assert!(!read(&server, "/muebi/feed.atom").await.contains("Nachtlicht"));
    }
}

on_both! {
    async fn a_stored_page_gives_way_at_the_very_instant_a_post_is_due(stage: Stage) {
        let due = NOW.plus_minutes(7);
        stage.publish(text("Nachtlicht", &stage.cast.borken), Some(due)).await;
        let (app, server, domains) = neighbour(&stage).await;
        for path in ["/muebi", "/muebi/feed.json", "/muebi/archiv", "/muebi/sitemap.xml"] {
            stage.app.clock.set(NOW);
            look_once(&app, &domains).await.expect("learned");
            let before = read(&server, path).await;
            stage.app.clock.set(due.plus_seconds(-1));
            assert_eq!(read(&server, path).await, before, "{path}");
            stage.app.clock.set(due);
            assert_ne!(read(&server, path).await, before, "{path}");
        }
    }
}

on_both! {
    async fn a_stored_page_never_says_that_a_closed_house_is_open(stage: Stage) {
        let (app, server, domains) = neighbour(&stage).await;
        let closing = NOW.plus_hours(9);
        stage.app.clock.set(closing.plus_seconds(-1));
        look_once(&app, &domains).await.expect("learned");
        assert!(read(&server, "/muebi").await.contains("heute bis 18 Uhr"));
        stage.app.clock.set(closing);
        assert!(!read(&server, "/muebi").await.contains("heute bis 18 Uhr"));
    }
}

on_both! {
    async fn the_directory_learns_of_a_new_verbund_when_it_opens(stage: Stage) {
        let opens = NOW.plus_hours(1);
        let sql = "UPDATE consortium SET public_at = $1 WHERE id = $2";
        stage.change_at(sql, Some(opens), stage.cast.muebi.id.as_str()).await;
        let (_, server, _) = neighbour(&stage).await;
        assert!(!read(&server, "/").await.contains("Münsterländer"));
        stage.app.clock.set(opens);
        assert!(read(&server, "/").await.contains("Münsterländer"));
    }
}
