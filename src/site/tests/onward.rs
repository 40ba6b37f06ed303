//! Where a visitor reads on: from one post to others, from a list to a whole row, from a place to a house.
use proptest::prelude::*;

use super::{read, text};
use crate::base::text::Lang;
use crate::on_both;
use crate::site::list::balance;
use crate::site::picture::{Picture, Spot};
use crate::site::teaser::{Teaser, When};
use crate::testing::{NOW, Stage};

on_both! {
    async fn a_post_leads_on_to_its_neighbours_in_time_and_to_nothing_that_is_not_public(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        for title in ["Nachtlicht", "Mondfahrt", "Sternwarte"] {
            stage.publish(text(title, &cast.borken), None).await;
        }
        stage.write(text("Entwurf", &cast.borken)).await;
        stage.publish(text("Zukunft", &cast.borken), Some(NOW.plus_hours(5))).await;
        let middle = read(&server, "/muebi/beitrag/2-mondfahrt").await;
        assert!(middle.contains("class=\"back\" href=\"/muebi/beitrag/1-nachtlicht\""));
        assert!(middle.contains("class=\"on\" href=\"/muebi/beitrag/3-sternwarte\""));
        let newest = read(&server, "/muebi/beitrag/3-sternwarte").await;
        assert!(newest.contains("class=\"back\"") && !newest.contains("class=\"on\""));
        let first = read(&server, "/muebi/beitrag/1-nachtlicht").await;
        assert!(!first.contains("class=\"back\"") && !first.contains("Entwurf") && !first.contains("Zukunft"));
    }
}

on_both! {
    async fn a_post_names_the_houses_behind_it_and_what_others_see_in_its_topic(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let topic = stage.topic("winterlesen", "Winterlesen").await;
        for (title, house) in [("Nachtlicht", &cast.borken), ("Mondfahrt", &cast.rhede), ("Decke", &cast.borken)] {
            let mut content = text(title, house);
            content.topic = Some(topic.clone());
            stage.publish(content, None).await;
        }
        let page = read(&server, "/muebi/beitrag/1-nachtlicht").await;
        assert!(page.contains("Das Haus hinter diesem Beitrag") && page.contains("<span class=\"full\">Bücherei Borken</span>"));
        let (_, others) = page.split_once("Andere Blicke auf: Winterlesen").expect("other glances");
        assert!(others.find("Mondfahrt") < others.find("Decke"), "another house comes before the same one");
        assert!(page.contains("mailto:?subject=Nachtlicht&#38;body=http%3A%2F%2Fverbund.example%2Fmuebi%2Fbeitrag%2F1-nachtlicht"));
        let left = "UPDATE institution SET left_at = $1 WHERE id = $2";
        stage.change_at(left, Some(NOW), cast.borken.id.as_str()).await;
        let page = read(&server, "/muebi/beitrag/1-nachtlicht").await;
        let (_, behind) = page.split_once("Das Haus hinter diesem Beitrag").expect("its house");
        let (behind, _) = behind.split_once("</aside>").expect("an end");
        assert!(behind.contains("Bücherei Borken") && !behind.contains("class=\"hours\""), "no hours of one that left");
    }
}

on_both! {
    async fn a_verbund_says_in_one_sentence_what_it_is(stage: Stage) {
        let server = stage.server();
        assert!(read(&server, "/muebi").await.contains("Häuser schreiben hier gemeinsam."));
        assert!(read(&server, "/en/muebi").await.contains("houses write here together."));
        let directory = read(&server, "/").await;
        assert!(directory.contains("Ein Verbund ist eine Gruppe kleiner Häuser"));
        let (_, places) = directory.split_once("<tbody>").expect("a table of places");
        assert!(places.find("Borken") < places.find("Enger") && places.find("Enger") < places.find("Rhede"));
    }
}

on_both! {
    async fn what_the_verbund_wrote_keeps_its_language_on_an_english_page(stage: Stage) {
        let server = stage.server();
        stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        let page = read(&server, "/en/muebi").await;
        assert!(page.contains("<html lang=\"en\">") && page.contains("<div lang=\"de\">\n<h1>"));
        assert!(page.contains("<h2 class=\"big\" lang=\"de\">"));
    }
}

/// A post in a list, with or without a picture.
fn teaser(is_pictured: bool) -> Teaser {
    let picture = Picture {
        id: crate::media::PictureId::new(),
        width: 900,
        height: 600,
        alt: "Ein Regal".into(),
        decorative_at: None,
        caption: String::new(),
        licence: String::new(),
        credit: String::new(),
        source: String::new(),
        focus_x: 0.5,
        focus_y: 0.5,
    };
    Teaser {
        href: String::new(),
        title: String::new(),
        excerpt: String::new(),
        lang: "de".into(),
        badges: Vec::new(),
        when: When { iso: String::new(), text: String::new() },
        topic: None,
        picture: is_pictured.then(|| picture.shown(Spot::Teaser, Lang::De)),
        is_wide: false,
    }
}

proptest! {
    #[test]
    fn a_list_in_two_columns_ends_every_row_full(pictured in proptest::collection::vec(any::<bool>(), 0..12)) {
        let mut list: Vec<Teaser> = pictured.iter().map(|it| teaser(*it)).collect();
        balance(&mut list);
        let mut free = 2;
        for it in &list {
            prop_assert!(it.is_wide || it.picture.is_none(), "a picture takes its own row");
            prop_assert!(!it.is_wide || free == 2, "a wide one begins a row");
            free -= if it.is_wide { 2 } else { 1 };
            if free == 0 {
                free = 2;
            }
        }
        prop_assert_eq!(free, 2, "the last row is full");
    }
}
