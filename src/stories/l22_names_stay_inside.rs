//! Somebody answers for every post: inside it is known who wrote it and who signed it off, and when.
//! Outside the house stands for them.
use super::{Visitor, within};
use crate::on_both;
use crate::testing::{NOW, Stage};

on_both! {
    async fn the_desk_names_who_wrote_and_who_signed_off_and_the_public_page_does_not(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let number = anna.writes(&cast.borken, "Nachtlicht").await;
        anna.proposes(number, Some("2026-11-30")).await;
        stage.app.clock.set(NOW.plus_hours(24));
        bernd.signs_off(number).await;
        stage.app.clock.set(NOW.plus_hours(24 * 6));

        // Every member reads it, the coach too.
        for person in [&cast.anna, &cast.clara, &cast.dora] {
            let reader = Visitor::of(&stage, &server, person).await;
            let page = reader.read(&format!("/desk/muebi/posts/{number}")).await;
            for (fact, day) in [
                ("Anna Albers (Borken) hat den Text begonnen.", "2026-11-26T"),
                ("Bernd Brüning (Raesfeld) hat den Beitrag freigegeben", "2026-11-27T"),
            ] {
                let after = page.split_once(fact).unwrap_or_else(|| panic!("{fact} is missing for {}", person.name)).1;
                let dated = within(after, "datetime=\"", "\"");
                assert!(dated.starts_with(day), "{fact} {dated}");
            }
        }

        let stranger = Visitor::new(&server);
        let address = format!("/muebi/beitrag/{number}-nachtlicht");
        let page = stranger.read(&address).await;
        assert!(page.contains("Bücherei Borken"));
        for path in [address.as_str(), "/muebi", "/muebi/feed.atom", "/muebi/feed.json", "/muebi/archiv", "/muebi/einrichtung/borken"] {
            let page = stranger.read(path).await;
            for name in ["Anna", "Albers", "Bernd", "Brüning"] {
                assert!(!page.contains(name), "{name} stands on {path}");
            }
        }
    }
}
