//! What the pools promise: who saves never keeps anybody from reading, or from saving elsewhere.
use std::time::Duration;

use axum::http::header;

use crate::base::db::{Db, Sizes};
use crate::on_both;
use crate::page::place::Domains;
use crate::routes::{Right, table};
use crate::testing::{Stage, beside, server_of};

/// As few connections as the program can live with; whoever asks for a second one waits in vain.
const NARROW: Sizes = Sizes { readers: 1, writers: 2, patience: Duration::from_secs(3) };

on_both! {
    async fn many_who_save_in_one_verbund_keep_nobody_from_reading_or_saving_in_another(stage: Stage) {
        let db = Db::open_with(&stage.url, NARROW).await.expect("the database opens");
        let first = db.begin("one").await.expect("a transaction");
        let waiting: Vec<_> = (0..20)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { db.begin("one").await.expect("its turn comes").commit().await })
            })
            .collect();
        tokio::task::yield_now().await;
        db.read().await.expect("reading is free");
        if db.kind() == crate::base::db::Kind::Postgres {
            db.begin("another").await.expect("another Verbund is free").commit().await.expect("committed");
        }
        first.commit().await.expect("committed");
        for it in waiting {
            it.await.expect("nobody panics").expect("committed");
        }
    }
}

on_both! {
    async fn every_page_is_content_with_one_connection(stage: Stage) {
        let cookies = [stage.sign_in(&stage.cast.anna).await, stage.sign_in(&stage.cast.olaf).await];
        let house = stage.cast.borken.id.as_str();
        let post = [("title", "Ein Titel"), ("body", "Ein Satz."), ("byline", house), ("language", "de")];
        for (path, form) in [("/desk/muebi/posts", &[("new", "1")][..]), ("/desk/muebi/posts/1/save", &post[..])] {
            let request = stage.server().post(path).add_header(header::COOKIE, cookies[0].as_str());
            assert!(request.form(form).await.status_code().as_u16() < 400, "{path}");
        }
        let db = Db::open_with(&stage.url, NARROW).await.expect("the database opens");
        let server = server_of(&beside(&stage, db), std::sync::Arc::new(Domains::default()));
        let mut greedy = Vec::new();
        for route in table().iter().filter(|route| route.method == "GET") {
            let path = route.path.replace("{verbund}", "muebi").replace("{number}", "1");
            let path = path.replace("{house}", "borken").replace("{slug}", "borken");
            let parts = path.split('/').map(|it| if it.starts_with('{') { "0" } else { it });
            let path = parts.collect::<Vec<_>>().join("/");
            let cookie = &cookies[usize::from(route.right == Right::Operating)];
            let answer = server.get(&path).add_header(header::COOKIE, cookie.as_str()).await;
            if answer.status_code().as_u16() >= 500 {
                greedy.push(path);
            }
        }
        assert!(greedy.is_empty(), "these hold a connection and ask for a second: {greedy:?}");
    }
}
