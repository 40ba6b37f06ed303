use super::{Browser, newcomer, raesfeld};
use crate::institution::store;
use crate::member::Role;
use crate::on_both;
use crate::testing::Stage;

const RAESFELD: [(&str, &str); 9] = [
    ("kind", "library"),
    ("official_name", "Katholische Öffentliche Bücherei St. Martin"),
    ("display_name", "Bücherei Raesfeld"),
    ("short_name", "Raesfeld"),
    ("slug", "raesfeld"),
    ("carrier_kind", "catholic_parish"),
    ("regime", ""),
    ("mark", "tower"),
    ("colour", "#9a4a10"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = RAESFELD.into_iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.chain(changes.iter().copied()).collect()
}

on_both! {
    async fn a_house_is_kept_by_its_own_people_and_coordination_alone(stage: Stage) {
        let page = "/desk/muebi/houses/raesfeld";
        let staff = newcomer(&stage, "Rita", &stage.cast.raesfeld, Role::Staff).await;
        let other = newcomer(&stage, "Rolf", &stage.cast.rhede, Role::Staff).await;
        for (person, may) in [
            (&stage.cast.bernd, true),
            (&stage.cast.anna, true),
            (&staff, true),
            (&other, false),
            (&stage.cast.clara, false),
        ] {
            let browser = Browser::of(&stage, person).await;
            for path in [page.to_owned(), format!("{page}/hours"), format!("{page}/part")] {
                let seen = browser.get(&path).await.status_code().as_u16();
                assert_eq!(seen, if may { 200 } else { 403 }, "{} at {path}", person.name);
            }
            let saved = browser.post(page, &with(&[("place", "Raesfeld-Erle")])).await.status_code().as_u16();
            assert_eq!(saved, if may { 303 } else { 403 }, "{}", person.name);
        }
        let house = raesfeld(&stage).await;
        assert_eq!((house.place.as_str(), house.law().map(|law| law.code())), ("Raesfeld-Erle", Some("kdg")));
    }
}

on_both! {
    async fn every_dirty_number_is_answered_in_the_form_and_kept(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        for (field, dirty) in [
            ("isil", "DE 107"),
            ("isil", "AB123"),
            ("isil", "DE-107, DE-108"),
            ("dbs", "DE-107"),
            ("dbs", "A1"),
            ("gnd", "2100344-1"),
            ("qid", "42"),
            ("lat", "Nord"),
            ("email", "raesfeld"),
            ("website", "keine"),
        ] {
            let answer = bernd.post("/desk/muebi/houses/raesfeld", &with(&[(field, dirty), ("about", "x")])).await;
            answer.assert_status_unprocessable_entity();
            answer.assert_text_contains(format!("id=\"{field}-fault\""));
            answer.assert_text_contains(format!("value=\"{dirty}\""));
        }
        assert_eq!(raesfeld(&stage).await.mark, "gable", "nothing was saved");
    }
}

on_both! {
    async fn a_house_that_changes_its_address_is_found_under_both(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = "/desk/muebi/houses/raesfeld";
        bernd.post(page, &with(&[("slug", "borken")])).await.assert_status_unprocessable_entity();
        bernd.post(page, &with(&[("slug", "st-martin")])).await.assert_status_see_other();
        let mut conn = stage.app.db.read().await.expect("a connection");
        for slug in ["raesfeld", "st-martin"] {
            let found = store::by_slug(&mut conn, &stage.cast.muebi.id, slug).await.expect("found");
            assert_eq!(found.id, stage.cast.raesfeld.id);
        }
    }
}

on_both! {
    async fn two_houses_of_a_verbund_do_not_have_the_same_isil(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let page = "/desk/muebi/houses/raesfeld";
        anna.post(page, &with(&[("isil", "DE-107")])).await.assert_status_see_other();
        anna.post(page, &with(&[("isil", "DE-107")])).await.assert_status_see_other();
        for other in ["/desk/muebi/houses/new", "/desk/muebi/houses/rhede"] {
            let fields = with(&[("isil", "de-107"), ("slug", "rhede"), ("short_name", "Rhede")]);
            let refused = anna.post(other, &fields).await;
            refused.assert_status_unprocessable_entity();
            refused.assert_text_contains("DE-107 gehört schon zu Bücherei Raesfeld.");
            refused.assert_text_contains("id=\"isil-fault\"");
            refused.assert_text_contains("value=\"de-107\"");
        }
    }
}

on_both! {
    async fn a_colour_like_anothers_is_noted_and_allowed(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = "/desk/muebi/houses/raesfeld";
        let looked = bernd.post(page, &with(&[("colour", "#0d6b54"), ("do", "check")])).await;
        looked.assert_status_ok();
        looked.assert_text_contains("Borken hat eine sehr ähnliche Farbe");
        assert_eq!(raesfeld(&stage).await.colour, "#9a4a10");
        bernd.post(page, &with(&[("colour", "#0d6b54")])).await.assert_status_see_other();
    }
}

on_both! {
    async fn a_house_joins_under_an_address_of_its_own(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let joined = anna.post("/desk/muebi/houses/new", &RAESFELD).await;
        joined.assert_status_see_other();
        joined.assert_header("location", "/desk/muebi/houses/raesfeld-2/hours?done=house-added");
        anna.get("/desk/muebi/houses/raesfeld-2/hours").await.assert_status_ok();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let versions =
            crate::consortium::store::arrangements(&mut conn, &stage.cast.muebi.id).await.expect("versions");
        assert_eq!(versions[0].members.len(), 4);
        let empty = anna.post("/desk/muebi/houses/new", &[]).await;
        empty.assert_status_unprocessable_entity();
    }
}

on_both! {
    async fn hours_go_through_the_form_and_come_back(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = "/desk/muebi/houses/raesfeld/hours";
        let hours = [
            ("hours-tu", "10–12, 15–18:30 Uhr"),
            ("hours-sa", "10 - 13"),
            ("public", "closed"),
            ("school", "closed"),
            ("monthly-nth", "1"),
            ("monthly-weekday", "6"),
            ("monthly-hours", "11–12"),
            ("exception-from", "2026-12-24"),
            ("exception-to", "2027-01-02"),
            ("exception-hours", ""),
            ("exception-note", "Weihnachten"),
            ("note", "nach Vereinbarung"),
            ("opening_note", "Klingeln bitte"),
            ("do", "save"),
        ];
        let preview = [&hours[..13], &[("do", "preview")]].concat();
        bernd.post(page, &preview).await.assert_text_contains("10–12, 15–18:30 Uhr");
        assert_eq!(raesfeld(&stage).await.opening, "Mo-Fr 10:00-18:00", "a preview saves nothing");
        bernd.post(page, &hours).await.assert_status_see_other();
        let house = raesfeld(&stage).await;
        assert_eq!(
            house.opening,
            "Tu 10:00-12:00,15:00-18:30; Sa 10:00-13:00; Su[1] 11:00-12:00; SH off; PH off; \
             2026 Dec 24-2027 Jan 02 off \"Weihnachten\" || unknown \"nach Vereinbarung\""
        );
        assert_eq!(house.opening_note, "Klingeln bitte");
        let shown = bernd.get(page).await;
        for text in ["value=\"10–12, 15–18:30\"", "value=\"11–12\"", "value=\"Weihnachten\"", "2027-01-02"] {
            shown.assert_text_contains(text);
        }
        let wrong = bernd.post(page, &[("hours-mo", "9 bis irgendwann"), ("do", "save")]).await;
        wrong.assert_status_unprocessable_entity();
        wrong.assert_text_contains("id=\"hours-mo-fault\"");
        wrong.assert_text_contains("value=\"9 bis irgendwann\"");
    }
}

on_both! {
    async fn pasted_hours_are_a_suggestion_that_names_what_was_not_understood(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = "/desk/muebi/houses/raesfeld/hours";
        let pasted = "Mo–Mi 10–18 Uhr, feiertags geschlossen; jeden Vollmond lange";
        let answer = bernd.post(page, &[("paste", pasted), ("do", "paste")]).await;
        answer.assert_status_ok();
        answer.assert_text_contains("name=\"hours-we\" value=\"10–18\"");
        answer.assert_text_contains("wurde nicht verstanden");
        answer.assert_text_contains(pasted);
        assert_eq!(raesfeld(&stage).await.opening, "Mo-Fr 10:00-18:00");
    }
}
