//! Feeds are read by machines that forgive nothing.
use feed_rs::parser;

use super::{read, text};
use crate::on_both;
use crate::post::writing::content::Link;
use crate::site::feed::xml;
use crate::testing::{NOW, Stage};

async fn fill(stage: &Stage) {
    let topic = stage.topic("winterlesen", "Winter & Lesen").await;
    let mut content = text("Nachtlicht <& mehr>", &stage.cast.borken);
    content.byline.push(stage.cast.rhede.id.clone());
    content.topic = Some(topic);
    content.body = "Ein **starker** Satz.\n\n- eins\n- zwei".into();
    content.links = vec![Link { label: "Karte".into(), url: "https://karte.example/?a=1&b=2".into() }];
    stage.publish(content, None).await;
    stage.app.clock.set(NOW.plus_hours(1));
    stage.publish(text("Mondfahrt", &stage.cast.borken), None).await;
}

on_both! {
    async fn a_feed_reader_understands_all_three_formats(stage: Stage) {
        let server = stage.server();
        fill(&stage).await;
        let id = format!("urn:uuid:{}", stage.id_of(1).await);
        let paths = ["/muebi/feed", "/muebi/einrichtung/borken/feed", "/muebi/thema/winterlesen/feed"];
        for (path, posts) in paths.into_iter().zip([2, 2, 1]) {
            for format in ["atom", "rss", "json"] {
                let source = read(&server, &format!("{path}.{format}")).await;
                let feed = parser::parse(source.as_bytes()).unwrap_or_else(|why| panic!("{path}.{format}: {why}"));
                assert_eq!(feed.entries.len(), posts, "{path}.{format}");
                let entry = feed.entries.last().expect("the older post");
                assert_eq!(entry.id, id, "{format}");
                assert_eq!(entry.title.as_ref().map(|it| it.content.as_str()), Some("Nachtlicht <& mehr>"));
                assert_eq!(entry.links[0].href, "http://verbund.example/muebi/beitrag/1-nachtlicht-mehr");
                let houses: Vec<&str> = entry.authors.iter().map(|it| it.name.as_deref().unwrap_or_default()).collect();
                assert_eq!(houses, ["Bücherei Borken", "Bücherei Rhede"], "{format}");
                assert_eq!(entry.published.map(|at| at.timestamp_millis()), Some(NOW.millis()), "{format}");
                let html = entry.content.as_ref().and_then(|it| it.body.clone()).expect("the whole text");
                assert!(html.contains("<strong>starker</strong>") && html.contains("<li>eins</li>"), "{html}");
                assert!(html.contains("https://karte.example/?a=1&amp;b=2"), "{html}");
            }
        }
    }
}

on_both! {
    async fn an_atom_feed_has_everything_the_standard_asks_for(stage: Stage) {
        let server = stage.server();
        fill(&stage).await;
        let answer = server.get("/muebi/feed.atom").await;
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        let source = answer.text();
        let (head, entries) = source.split_once("<entry").expect("an entry");
        for part in ["<id>urn:uuid:", "<title>", "<updated>2026-11-26T", "rel=\"self\"", "rel=\"alternate\"", "xml:lang=\"de\""] {
            assert!(head.contains(part), "{part} is missing in the head");
        }
        for entry in entries.split("<entry") {
            for part in ["<id>urn:uuid:", "<title>", "<updated>", "<published>", "<author>", "<content type=\"html\">"] {
                assert!(entry.contains(part), "{part} is missing in an entry");
            }
        }
    }
}

on_both! {
    async fn an_empty_feed_is_a_feed(stage: Stage) {
        let server = stage.server();
        for format in ["atom", "rss", "json"] {
            let source = read(&server, &format!("/muebi/feed.{format}")).await;
            assert!(parser::parse(source.as_bytes()).is_ok_and(|feed| feed.entries.is_empty()), "{source}");
        }
    }
}

on_both! {
    async fn a_corrected_post_is_the_same_post_with_a_later_date(stage: Stage) {
        let server = stage.server();
        let number = stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        let first = parser::parse(read(&server, "/muebi/feed.atom").await.as_bytes()).expect("a feed");
        stage.app.clock.set(NOW.plus_hours(30));
        stage.rewrite(number, text("Nachtlicht, berichtigt", &stage.cast.borken)).await;
        let revision = stage.propose(number, None).await;
        stage.approve(number, &revision).await;
        let second = parser::parse(read(&server, "/muebi/feed.atom").await.as_bytes()).expect("a feed");
        let (old, new) = (&first.entries[0], &second.entries[0]);
        assert_eq!((&old.id, old.published), (&new.id, new.published));
        assert!(new.updated > old.updated && second.updated > first.updated);
    }
}

#[test]
fn nothing_that_people_type_breaks_xml() {
    assert_eq!(xml("a<b>&\"c\"\u{1}\u{b}d\u{ffff}\n"), "a&lt;b&gt;&amp;&quot;c&quot;d\n");
}
