//! "Social Media WG" was a name that nobody understood. After half a year the three libraries
//! became the "Bibliotheks-MOB", and everything that pointed to them went on pointing to them.
use std::sync::Arc;

use super::{Visitor, within};
use crate::on_both;
use crate::page::place::Domains;
use crate::testing::Stage;

const NAMES: &str = "/desk/muebi/settings/names";
const ADDRESS: &str = "/desk/muebi/settings/address";

fn ids(feed: &str, mark: (&str, &str)) -> Vec<String> {
    feed.split(mark.0).skip(1).map(|rest| within(rest, "", mark.1)).collect()
}

on_both! {
    async fn a_verbund_takes_a_new_name_and_every_old_way_leads_to_it(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let stranger = Visitor::new(&server);
        let number = anna.writes(&cast.borken, "Nachtlicht").await;
        anna.proposes(number, None).await;
        bernd.signs_off(number).await;
        let marks = [("atom", ("<id>", "</id>")), ("rss", ("<guid isPermaLink=\"false\">", "<")), ("json", ("\"id\":\"", "\""))];
        let mut before = Vec::new();
        for (format, mark) in marks {
            before.push(ids(&stranger.read(&format!("/muebi/feed.{format}")).await, mark));
        }

        let claim = "Drei Büchereien im Sauerland.";
        anna.does(NAMES, &[("name", "Sauerländer Bibliotheks-MOB"), ("claim", claim), ("about", "Wir drei.")]).await;
        anna.does(ADDRESS, &[("slug", "bibliotheks-mob"), ("domain", "")]).await;

        let front = stranger.read("/bibliotheks-mob").await;
        assert!(front.contains("Sauerländer Bibliotheks-MOB") && front.contains("Nachtlicht"));
        for deep in [
            "",
            "/beitrag/1-nachtlicht",
            "/einrichtung/rhede",
            "/archiv?seite=2",
            "/impressum",
            "/feed.atom",
            "/feed.rss",
            "/feed.json",
            "/einrichtung/borken/feed.atom",
        ] {
            let to = format!("/bibliotheks-mob{deep}");
            assert_eq!(stranger.moved(&format!("/muebi{deep}")).await, (301, to), "{deep}");
        }
        let english = stranger.moved("/en/muebi/beitrag/1-nachtlicht").await;
        assert_eq!(english, (301, "/en/bibliotheks-mob/beitrag/1-nachtlicht".into()));
        for ((format, mark), before) in marks.into_iter().zip(&before) {
            let feed = stranger.read(&format!("/bibliotheks-mob/feed.{format}")).await;
            assert_eq!(ids(&feed, mark), *before, "no reader sees anything twice: {format}");
            assert!(feed.contains("Sauerländer Bibliotheks-MOB"));
        }
        // The links of old letters still open the desk.
        assert!(bernd.read("/desk/muebi/posts/1").await.contains("Nachtlicht"));

        // Nobody else can take the old address: neither another Verbund nor one that is founded.
        let mut emil = Visitor::of(&stage, &server, &cast.emil).await;
        let taken = emil.is_refused("/desk/fremde/settings/address", &[("slug", "muebi"), ("domain", "")], 422).await;
        assert!(taken.contains("slug-fault") && taken.contains("value=\"muebi\""));
        let mut olaf = Visitor::of(&stage, &server, &cast.olaf).await;
        let founding = [("name", "Ganz neu"), ("slug", "muebi")];
        assert!(olaf.is_refused("/operate/consortia", &founding, 422).await.contains("slug-fault"));

        // Its own people may have it back, and the other name then leads there.
        anna.does("/desk/bibliotheks-mob/settings/address", &[("slug", "muebi"), ("domain", "")]).await;
        assert_eq!(stranger.moved("/bibliotheks-mob/archiv").await, (301, "/muebi/archiv".into()));
    }
}

on_both! {
    async fn its_own_domain_does_not_notice_a_new_name(stage: Stage) {
        let domains = Arc::new(Domains::default());
        let (server, cast) = (stage.server_with(domains.clone()), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let number = anna.writes(&cast.borken, "Nachtlicht").await;
        anna.proposes(number, None).await;
        bernd.signs_off(number).await;
        anna.does(ADDRESS, &[("slug", "muebi"), ("domain", "buecher.example")]).await;
        crate::schedule::look_once(&stage.app, &domains).await.expect("learned");
        let own = async |path: &str| server.get(path).add_header("host", "buecher.example").await;
        own("/beitrag/1-nachtlicht").await.assert_status_ok();
        let before = ids(&own("/feed.atom").await.text(), ("<id>", "</id>"));

        anna.does(ADDRESS, &[("slug", "bibliotheks-mob"), ("domain", "buecher.example")]).await;
        // Until this process has learned of the new name, and after.
        for _ in 0..2 {
            own("/").await.assert_text_contains("Nachtlicht");
            own("/beitrag/1-nachtlicht").await.assert_status_ok();
            assert_eq!(ids(&own("/feed.atom").await.text(), ("<id>", "</id>")), before);
            crate::schedule::look_once(&stage.app, &domains).await.expect("learned");
        }
        let stranger = Visitor::new(&server);
        for old in ["/muebi", "/bibliotheks-mob"] {
            let there = server.get(&format!("{old}/archiv")).add_header("host", "verbund.example").await;
            assert_eq!(there.status_code().as_u16(), 308, "{old}");
            there.assert_header("location", "http://buecher.example/archiv");
        }
        assert_eq!(stranger.get("/muebi/feed.atom").await.status_code().as_u16(), 308);
    }
}
