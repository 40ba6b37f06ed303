//! What stands on the pages: who this is, which law holds, several glances at one topic.
use super::{read, text};
use crate::on_both;
use crate::testing::Stage;

/// Every page that a Verbund has from its first day.
const PAGES: [&str; 13] = [
    "",
    "/themen",
    "/archiv",
    "/heute-geoeffnet",
    "/ueber-uns",
    "/leichte-sprache",
    "/folgen",
    "/impressum",
    "/datenschutz",
    "/netiquette",
    "/barriere-melden",
    "/barrierefreiheit",
    "/rechtliches/gemeinsame-verantwortung",
];

on_both! {
    async fn every_page_says_whose_it_is_even_when_nothing_was_written(stage: Stage) {
        let server = stage.server();
        for page in PAGES {
            for prefix in ["", "/en"] {
                let html = read(&server, &format!("{prefix}/muebi{page}")).await;
                for part in ["Münsterländer Bibliothekshelden", "Drei Büchereien, eine Seite.", "Borken", "Rhede"] {
                    assert!(html.contains(part), "{part} is missing on {prefix}{page}");
                }
                for link in ["impressum", "datenschutz", "barriere-melden", "barrierefreiheit"] {
                    assert!(html.contains(&format!("{prefix}/muebi/{link}\"")), "{link} on {prefix}{page}");
                }
            }
        }
    }
}

on_both! {
    async fn an_english_page_names_its_german_one_and_the_other_way_round(stage: Stage) {
        let server = stage.server();
        let german = read(&server, "/muebi/archiv").await;
        assert!(german.contains("hreflang=\"en\" href=\"http://verbund.example/en/muebi/archiv\""));
        let english = read(&server, "/en/muebi/archiv").await;
        assert!(english.contains("<html lang=\"en\">") && english.contains("Everything that has ever appeared"));
        assert!(english.contains("hreflang=\"de\" href=\"http://verbund.example/muebi/archiv\""));
    }
}

on_both! {
    async fn a_topic_shows_the_houses_side_by_side(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let topic = stage.topic("winterlesen", "Winterlesen").await;
        server.get("/muebi/thema/winterlesen").await.assert_status_not_found();
        for (title, house) in [("Nachtlicht", &cast.borken), ("Mondfahrt", &cast.rhede)] {
            let mut content = text(title, house);
            content.topic = Some(topic.clone());
            stage.publish(content, None).await;
        }
        let page = read(&server, "/muebi/thema/winterlesen").await;
        assert!(page.contains("Zwei Blicke auf") && page.matches("<section class=\"glance").count() == 2);
        assert!(read(&server, "/muebi").await.contains("Zwei Blicke auf"));
        assert!(read(&server, "/muebi/themen").await.contains("2 Beiträge"));
    }
}

on_both! {
    async fn the_privacy_page_names_for_each_house_the_law_that_holds_there(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        stage.change("UPDATE institution SET carrier_kind = $1 WHERE id = $2", "catholic_parish", cast.borken.id.as_str()).await;
        stage.change("UPDATE institution SET carrier_kind = $1 WHERE id = $2", "foundation", cast.rhede.id.as_str()).await;
        let page = read(&server, "/muebi/datenschutz").await;
        for part in ["KDG", "Katholisches Datenschutzzentrum", "DSG NRW", "Bücherei Rhede hat noch nicht angegeben"] {
            assert!(page.contains(part), "{part}");
        }
    }
}

on_both! {
    async fn machines_read_the_same_facts_in_schema_org(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        stage.publish(text("Nacht</script>licht", &cast.borken), None).await;
        let data = |page: &str| -> serde_json::Value {
            let (_, rest) = page.split_once("application/ld+json\">").expect("data");
            serde_json::from_str(rest.split_once("</script>").expect("an end").0).expect("JSON")
        };
        let house = data(&read(&server, "/muebi/einrichtung/borken").await);
        assert_eq!(house["@type"], "Library");
        assert_eq!(house["openingHoursSpecification"][0]["opens"], "10:00");
        let post = data(&read(&server, "/muebi/beitrag/1-nacht-script-licht").await);
        assert_eq!((&post["@type"], &post["headline"]), (&"BlogPosting".into(), &"Nacht</script>licht".into()));
        assert_eq!(post["publisher"][0]["name"], "Bücherei Borken");
        let all = data(&read(&server, "/").await);
        assert_eq!(all["itemListElement"][0]["item"]["member"].as_array().map(Vec::len), Some(1));
    }
}

on_both! {
    async fn the_directory_is_a_page_and_a_table(stage: Stage) {
        let server = stage.server();
        let page = read(&server, "/").await;
        assert!(page.contains("href=\"/muebi\"") && page.contains("Raesfeld"));
        let table = read(&server, "/verbuende.csv").await;
        assert_eq!(table.lines().count(), 1 + 4, "a heading and four houses");
        assert!(table.contains("\"Bücherei Enger\",\"library\",\"Enger\""));
        read(&server, "/verbuende.json").await;
        let by_name = server.get("/verbuende").await;
        assert_eq!((by_name.status_code().as_u16(), by_name.header("location")), (301, "/".parse().expect("a value")));
    }
}

on_both! {
    async fn a_house_without_hours_says_so_kindly(stage: Stage) {
        let server = stage.server();
        stage.change("UPDATE institution SET opening = $1 WHERE id = $2", "", stage.cast.borken.id.as_str()).await;
        assert!(read(&server, "/muebi/einrichtung/borken").await.contains("stehen hier noch nicht"));
        assert!(read(&server, "/muebi").await.contains("Öffnungszeiten unbekannt"));
    }
}

on_both! {
    async fn a_text_with_small_headings_alone_leaves_no_level_out(stage: Stage) {
        let server = stage.server();
        let mut content = text("Nachtlicht", &stage.cast.borken);
        content.body = "### Klein\n\nEin Satz.".into();
        stage.publish(content, None).await;
        assert!(read(&server, "/muebi/beitrag/1-nachtlicht").await.contains("<h2>Klein</h2>"));
    }
}
