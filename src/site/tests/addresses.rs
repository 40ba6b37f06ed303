//! Addresses hold: through renaming, leaving, an ending, and a domain of one's own.
use std::sync::Arc;

use super::{read, text};
use crate::consortium::store as consortium_store;
use crate::institution::store as institution_store;
use crate::on_both;
use crate::page::place::Domains;
use crate::site::address::{number, post, words};
use crate::testing::{NOW, Stage};

#[test]
fn a_title_becomes_words_that_can_be_typed() {
    assert_eq!(words("Öl & Äpfel: Größe zählt!"), "oel-aepfel-groesse-zaehlt");
    assert_eq!(words("Warum Oma’s Zeitung  – laut?"), "warum-omas-zeitung-laut");
    assert_eq!(words("„…“"), "");
    assert!(words(&"sehr lange Überschrift ".repeat(9)).len() <= 60);
    assert_eq!((post(12, "Ein Tag"), post(12, "!?")), ("12-ein-tag".to_owned(), "12".to_owned()));
    assert_eq!(
        (number("12-ein-tag"), number("12"), number("ein-tag"), number("-1")),
        (Some(12), Some(12), None, None)
    );
}

fn location(answer: &axum_test::TestResponse) -> (u16, String) {
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    (answer.status_code().as_u16(), to.to_owned())
}

on_both! {
    async fn a_number_alone_and_old_words_lead_to_the_post(stage: Stage) {
        let server = stage.server();
        stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        for old in ["1", "1-ganz-anders"] {
            let answer = server.get(&format!("/muebi/beitrag/{old}")).await;
            assert_eq!(location(&answer), (301, "/muebi/beitrag/1-nachtlicht".into()));
        }
        let english = server.get("/en/muebi/beitrag/1").await;
        assert_eq!(location(&english), (301, "/en/muebi/beitrag/1-nachtlicht".into()));
        server.get("/muebi/beitrag/nachtlicht").await.assert_status_not_found();
    }
}

on_both! {
    async fn a_renamed_verbund_keeps_its_addresses_and_its_feed_ids(stage: Stage) {
        let (server, it) = (stage.server(), &stage.cast.muebi);
        stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        let ids = |feed: &str| -> Vec<String> {
            feed.split("<id>").skip(1).map(|rest| rest[..rest.find("</id>").unwrap_or(0)].to_owned()).collect()
        };
        let before = ids(&read(&server, "/muebi/feed.atom").await);
        stage.change("UPDATE consortium SET slug = $1 WHERE id = $2", "westmuensterland", it.id.as_str()).await;
        stage.change("UPDATE consortium SET name = $1 WHERE id = $2", "Bücher im Westen", it.id.as_str()).await;
        let mut tx = stage.within().await;
        consortium_store::claim_slug(&mut tx, &it.id, "westmuensterland", NOW).await.expect("claimed");
        stage.done(tx).await;
        for (old, new) in [
            ("/muebi", "/westmuensterland"),
            ("/muebi/beitrag/1-nachtlicht", "/westmuensterland/beitrag/1-nachtlicht"),
            ("/en/muebi/archiv", "/en/westmuensterland/archiv"),
            ("/muebi/feed.atom", "/westmuensterland/feed.atom"),
        ] {
            assert_eq!(location(&server.get(old).await), (301, new.into()), "{old}");
        }
        let feed = read(&server, "/westmuensterland/feed.atom").await;
        assert!(feed.contains("Bücher im Westen"));
        assert_eq!(ids(&feed), before);
        assert_eq!(before.len(), 2);
    }
}

on_both! {
    async fn a_house_that_has_left_keeps_its_page_and_the_mark_on_its_posts(stage: Stage) {
        let (server, borken) = (stage.server(), &stage.cast.borken);
        stage.publish(text("Nachtlicht", borken), None).await;
        stage.change_at("UPDATE institution SET left_at = $1 WHERE id = $2", Some(NOW), borken.id.as_str()).await;
        let page = read(&server, "/muebi/einrichtung/borken").await;
        assert!(page.contains("nicht mehr zum Verbund") && page.contains("Nachtlicht"));
        let post = read(&server, "/muebi/beitrag/1-nachtlicht").await;
        assert!(post.contains("/muebi/einrichtung/borken") && post.contains("Bücherei Borken"));
        assert!(read(&server, "/muebi/feed.atom").await.contains("<name>Bücherei Borken</name>"));
        assert!(!read(&server, "/muebi/heute-geoeffnet").await.contains("Borken"), "it is no member any more");
    }
}

on_both! {
    async fn an_old_name_of_a_house_leads_to_it(stage: Stage) {
        let (server, borken) = (stage.server(), &stage.cast.borken);
        stage.change("UPDATE institution SET slug = $1 WHERE id = $2", "remigius", borken.id.as_str()).await;
        let mut renamed = borken.clone();
        renamed.slug = "remigius".into();
        let mut tx = stage.within().await;
        institution_store::claim_slug(&mut tx, &renamed).await.expect("claimed");
        stage.done(tx).await;
        let answer = server.get("/muebi/einrichtung/borken").await;
        assert_eq!(location(&answer), (301, "/muebi/einrichtung/remigius".into()));
    }
}

on_both! {
    async fn an_ended_verbund_says_when_and_why_and_stays_to_be_read(stage: Stage) {
        let (server, it) = (stage.server(), &stage.cast.muebi);
        stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        let ends = NOW.plus_hours(48);
        stage.change_at("UPDATE consortium SET ends_at = $1 WHERE id = $2", Some(ends), it.id.as_str()).await;
        let reason = "Die Projektzeit ist um.";
        stage.change("UPDATE consortium SET end_reason = $1 WHERE id = $2", reason, it.id.as_str()).await;
        let before = read(&server, "/muebi").await;
        assert!(before.contains("Der letzte Tag dieses Verbunds ist") && before.contains(reason));
        assert!(!before.contains("aufgehört"), "it has not ended yet");
        stage.app.clock.set(ends);
        for path in ["/muebi", "/muebi/beitrag/1-nachtlicht", "/muebi/archiv"] {
            let page = read(&server, path).await;
            assert!(page.contains("28. November 2026") && page.contains(reason), "{path}");
        }
        assert!(!read(&server, "/muebi").await.contains("heute bis"), "nobody keeps its hours");
        assert!(read(&server, "/").await.contains("verabschiedet"));
    }
}

on_both! {
    async fn a_domain_of_its_own_is_where_a_verbund_lives(stage: Stage) {
        let it = &stage.cast.muebi;
        stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        stage.change("UPDATE consortium SET domain = $1 WHERE id = $2", "buecher.example", it.id.as_str()).await;
        let domains = Arc::new(Domains::default());
        crate::schedule::look_once(&stage.app, &domains).await.expect("learned");
        let server = stage.server_with(domains);
        let own = async |path: &str| server.get(path).add_header("host", "buecher.example").await;
        let front = own("/").await;
        front.assert_status_ok();
        front.assert_text_contains("<link rel=\"canonical\" href=\"http://buecher.example/\">");
        front.assert_text_contains("href=\"/beitrag/1-nachtlicht\"");
        front.assert_text_contains("http://verbund.example/");
        assert!(!front.text().contains("/muebi"), "no link names the slug");
        own("/en/archiv").await.assert_text_contains("<html lang=\"en\">");
        own("/beitrag/1-nachtlicht").await.assert_status_ok();
        own("/feed.atom").await.assert_text_contains("http://buecher.example/beitrag/1-nachtlicht");
        own("/robots.txt").await.assert_text_contains("Sitemap: http://buecher.example/sitemap.xml");
        let there = async |path: &str| location(&server.get(path).add_header("host", "verbund.example").await);
        assert_eq!(there("/muebi").await, (308, "http://buecher.example/".into()));
        assert_eq!(there("/muebi/archiv?a=b").await, (308, "http://buecher.example/archiv?a=b".into()));
        assert_eq!(there("/en/muebi").await, (308, "http://buecher.example/en".into()));
        let unknown = server.get("/").add_header("host", "irgendwas.example").await;
        unknown.assert_text_contains("Bücherschubsen");
    }
}
