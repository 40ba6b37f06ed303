//! Who offers the page, who answers for it together, and with which date the simple text stands.
use super::read;
use crate::charter::parties;
use crate::consortium::{store, store_imprint};
use crate::institution::store as institution_store;
use crate::on_both;
use crate::testing::{NOW, Stage};

const JOINT: &str = "/muebi/rechtliches/gemeinsame-verantwortung";

impl Stage {
    /// Writes the version of the arrangement that holds now.
    async fn arrange(&self) {
        let (id, now) = (&self.cast.muebi.id, self.app.clock.now());
        let mut tx = self.within().await;
        let houses = institution_store::of_consortium(&mut tx, id).await.expect("houses");
        store::write_arrangement(&mut tx, id, &parties(&houses, now), now).await.expect("written");
        self.done(tx).await;
    }
}

on_both! {
    async fn the_joint_responsibility_names_the_houses_of_the_version_that_holds(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let page = read(&server, JOINT).await;
        assert!(page.contains("Bücherei Rhede") && page.contains("Die erste Fassung entsteht"));
        stage.change("UPDATE institution SET carrier_name = $1 WHERE id = $2", "Stadt Rhede", cast.rhede.id.as_str()).await;
        stage.arrange().await;
        let page = read(&server, JOINT).await;
        for part in ["Fassung 1, gültig seit Donnerstag, 26. November 2026", "Stadt Rhede", "DSG NRW",
            "Dazugekommen: Bücherei Borken, Bücherei Raesfeld, Bücherei Rhede", "Ihre Rechte"] {
            assert!(page.contains(part), "{part} is missing");
        }
        stage.app.clock.set(NOW.plus_hours(48));
        stage.change_at("UPDATE institution SET left_at = $1 WHERE id = $2", Some(NOW.plus_hours(48)), cast.rhede.id.as_str()).await;
        stage.arrange().await;
        let page = read(&server, JOINT).await;
        assert!(page.contains("Fassung 2, gültig seit Samstag, 28. November 2026"));
        assert!(page.contains("Ausgeschieden: Bücherei Rhede") && page.contains("Fassung 1 vom"));
        assert!(!page.contains("Stadt Rhede"), "who has left answers no longer");
    }
}

on_both! {
    async fn there_is_one_contact_point_and_else_the_house_that_coordinates(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        assert!(read(&server, JOINT).await.contains("mailto:post@muebi.example"));
        let mut tx = stage.within().await;
        store_imprint::save(&mut tx, &cast.muebi.id, &Default::default()).await.expect("saved");
        stage.done(tx).await;
        assert!(read(&server, JOINT).await.contains("Eine gemeinsame Adresse fehlt noch"));
        for (mail, house) in [("rhede@rhede.example", &cast.rhede), ("buecherei@borken.example", &cast.borken)] {
            stage.change("UPDATE institution SET email = $1 WHERE id = $2", mail, house.id.as_str()).await;
        }
        let page = read(&server, JOINT).await;
        let (_, contact) = page.split_once("id=\"kontakt\"").expect("the contact point");
        let (contact, _) = contact.split_once("<h2").expect("its end");
        assert!(contact.contains("buecherei@borken.example") && !contact.contains("rhede@"), "{contact}");
    }
}

on_both! {
    async fn the_imprint_is_shown_piece_by_piece(stage: Stage) {
        let page = read(&stage.server(), "/muebi/impressum").await;
        for part in ["Anbieter dieser Seite", "Stadt Borken<br>Am Markt 1", "mailto:post@muebi.example",
            "die Bürgermeisterin", "§ 18 Absatz 2", "Anna Albers", "<p>Impressum</p>"] {
            assert!(page.contains(part), "{part} is missing");
        }
    }
}

on_both! {
    async fn the_text_in_leichte_sprache_says_with_which_date_it_stands(stage: Stage) {
        let server = stage.server();
        assert!(!read(&server, "/muebi/leichte-sprache").await.contains("Stand:"));
        let mut muebi = stage.cast.muebi.clone();
        (muebi.about_simple, muebi.about_simple_at) = ("Wir sind drei.".into(), Some(NOW));
        let mut tx = stage.within().await;
        store::save(&mut tx, &muebi, NOW).await.expect("saved");
        stage.done(tx).await;
        assert!(read(&server, "/muebi/leichte-sprache").await.contains("Stand: Donnerstag, 26. November 2026"));
    }
}
