use super::{Browser, muebi};
use crate::consortium::store;
use crate::on_both;
use crate::testing::{NOW, Stage};

on_both! {
    async fn a_verbund_starts_not_public_and_is_told_what_is_missing(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post("/desk/muebi/publication/end", &[]).await.assert_status_see_other();
        let page = anna.get("/desk/muebi/consortium").await;
        page.assert_text_contains("Ein Text „Über uns“");
        page.assert_text_contains("/desk/muebi/settings/names");
        assert!(!page.text().contains("action=\"/desk/muebi/publication\""), "no button before all is there");
        let refused = anna.post("/desk/muebi/publication", &[]).await;
        refused.assert_status_conflict();
        assert!(!muebi(&stage).await.is_public(NOW));
        let names = [("name", "Helden"), ("claim", "Drei Häuser."), ("about", "Wir sind drei.")];
        anna.post("/desk/muebi/settings/names", &names).await.assert_status_see_other();
        anna.get("/desk/muebi/consortium").await.assert_text_contains("action=\"/desk/muebi/publication\"");
        anna.post("/desk/muebi/publication", &[]).await.assert_status_see_other();
        assert!(muebi(&stage).await.is_public(NOW));
        let mut conn = stage.app.db.read().await.expect("a connection");
        let versions = store::arrangements(&mut conn, &stage.cast.muebi.id).await.expect("versions");
        assert_eq!((versions.len(), versions[0].members.len()), (1, 3));
    }
}

on_both! {
    async fn a_renamed_verbund_is_reached_under_its_old_address(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let saved = anna.post("/desk/muebi/settings/address", &[("slug", "Helden"), ("domain", "")]).await;
        saved.assert_status_see_other();
        saved.assert_header("location", "/desk/helden/settings/address?done=saved");
        for slug in ["muebi", "helden"] {
            anna.get(&format!("/desk/{slug}/consortium")).await.assert_status_ok();
        }
        let back = anna.post("/desk/helden/settings/address", &[("slug", "muebi"), ("domain", "")]).await;
        back.assert_status_see_other();
        assert_eq!(muebi(&stage).await.slug, "muebi", "its own old address is free for it");
    }
}

on_both! {
    async fn an_address_that_others_have_is_refused_with_the_text_kept(stage: Stage) {
        let emil = Browser::of(&stage, &stage.cast.emil).await;
        let domain = [("slug", "fremde"), ("domain", "buecher.example")];
        emil.post("/desk/fremde/settings/address", &domain).await.assert_status_see_other();
        emil.post("/desk/fremde/settings/address", &[("slug", "neu"), ("domain", "buecher.example")]).await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        for (slug, domain) in [
            ("neu", ""),
            ("fremde", ""),
            ("desk", ""),
            ("sign-in", ""),
            ("mü", ""),
            ("muebi", "buecher.example"),
            ("muebi", "verbund.example"),
            ("muebi", "kein name"),
        ] {
            let answer = anna.post("/desk/muebi/settings/address", &[("slug", slug), ("domain", domain)]).await;
            answer.assert_status_unprocessable_entity();
            answer.assert_text_contains("aria-invalid=\"true\"");
            answer.assert_text_contains(format!("value=\"{}\"", if domain.is_empty() { slug } else { domain }));
        }
        let it = muebi(&stage).await;
        assert_eq!((it.slug.as_str(), it.domain), ("muebi", None));
    }
}

on_both! {
    async fn a_public_page_keeps_what_it_cannot_be_without(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let without = [("imprint", "Neu & anders"), ("privacy", ""), ("barrier", "B"), ("netiquette", "")];
        let answer = anna.post("/desk/muebi/settings/legal", &without).await;
        answer.assert_status_unprocessable_entity();
        answer.assert_text_contains("id=\"privacy-fault\"");
        answer.assert_text_contains("Neu &#38; anders");
        assert_eq!(muebi(&stage).await.privacy, "Datenschutz");
    }
}

on_both! {
    async fn a_colour_can_be_looked_at_before_it_is_saved(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let pale = [("accent", "#ffee88"), ("zone", "Europe/Vienna"), ("languages", "de")];
        let looked = [pale.as_slice(), &[("do", "check")]].concat();
        let page = anna.post("/desk/muebi/settings/look", &looked).await;
        page.assert_status_ok();
        page.assert_text_contains("#ffee88 ist auf hellem Grund zu blass");
        assert_eq!(muebi(&stage).await.accent, "#7a2e1d");
        anna.post("/desk/muebi/settings/look", &pale).await.assert_status_see_other();
        let it = muebi(&stage).await;
        assert_eq!((it.accent.as_str(), it.zone.as_str(), it.languages.as_str()), ("#ffee88", "Europe/Vienna", "de"));
        let wrong = [("accent", "rot"), ("zone", "Mond"), ("languages", "fr")];
        let answer = anna.post("/desk/muebi/settings/look", &wrong).await;
        answer.assert_status_unprocessable_entity();
        assert_eq!(answer.text().matches("class=\"fault\"").count(), 3);
    }
}

on_both! {
    async fn an_ended_verbund_takes_no_writing_but_legal_corrections(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let past = [("last_day", "2026-11-25"), ("end_reason", "Schluss")];
        anna.post("/desk/muebi/ending", &past).await.assert_status_unprocessable_entity();
        let silent = [("last_day", "2026-11-26"), ("end_reason", " ")];
        anna.post("/desk/muebi/ending", &silent).await.assert_status_unprocessable_entity();
        let today = [("last_day", "2026-11-26"), ("end_reason", "Das Projekt ist zu Ende.")];
        anna.post("/desk/muebi/ending", &today).await.assert_status_see_other();
        anna.post("/desk/muebi/ending/cancel", &[]).await.assert_status_see_other();
        assert_eq!(muebi(&stage).await.ends_at, None);
        anna.post("/desk/muebi/ending", &today).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(14));
        anna.get("/desk/muebi/settings/names").await.assert_status_ok();
        stage.app.clock.set(NOW.plus_hours(15));
        let names = [("name", "Helden"), ("claim", "K"), ("about", "A")];
        for path in ["settings/names", "ending", "ending/cancel", "houses/new", "houses/borken", "halt", "mode"] {
            anna.post(&format!("/desk/muebi/{path}"), &names).await.assert_status_conflict();
        }
        anna.get("/desk/muebi/consortium").await.assert_text_contains("Das Projekt ist zu Ende.");
        let legal = [("imprint", "Neu"), ("privacy", "D"), ("barrier", "B")];
        anna.post("/desk/muebi/settings/legal", &legal).await.assert_status_see_other();
        assert_eq!(muebi(&stage).await.imprint, "Neu");
    }
}

on_both! {
    async fn after_the_end_nobody_takes_the_page_away(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE consortium SET ends_at = $1 WHERE id = $2")
            .bind(NOW)
            .bind(&stage.cast.muebi.id)
            .execute(&mut *tx)
            .await
            .expect("ended");
        tx.commit().await.expect("committed");
        anna.post("/desk/muebi/publication/end", &[]).await.assert_status_conflict();
        stage.server().get("/muebi").await.assert_status_ok();
        let page = anna.get("/desk/muebi/consortium").await;
        assert!(!page.text().contains("action=\"/desk/muebi/publication/end\""), "and nobody is offered it");
    }
}
