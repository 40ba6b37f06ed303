//! Only what is signed off and due is seen, on every page and in every feed.
use super::{places, read, text};
use crate::on_both;
use crate::post::signoff::step::Act;
use crate::testing::{NOW, Stage};
use axum::http::StatusCode;

on_both! {
    async fn a_signed_off_post_is_everywhere_when_due_and_nowhere_before(stage: Stage) {
        let server = stage.server();
        let due = NOW.plus_hours(2);
        let number = stage.publish(text("Nachtlicht", &stage.cast.borken), Some(due)).await;
        stage.app.clock.set(due.plus_seconds(-1));
        assert!(places(&server, "achtlicht").await.is_empty());
        server.get(&format!("/muebi/beitrag/{number}-nachtlicht")).await.assert_status_not_found();
        stage.app.clock.set(due);
        let found = places(&server, "achtlicht").await;
        assert_eq!(found.len(), 10, "all but the list of topics and the archive's front: {found:?}");
        read(&server, &format!("/muebi/beitrag/{number}-nachtlicht")).await;
    }
}

on_both! {
    async fn a_draft_and_a_proposal_are_seen_by_nobody(stage: Stage) {
        let server = stage.server();
        stage.write(text("Nachtlicht", &stage.cast.borken)).await;
        let number = stage.write(text("Nachtlicht zwei", &stage.cast.borken)).await;
        stage.propose(number, Some(NOW.plus_hours(2))).await;
        stage.app.clock.set(NOW.plus_hours(3));
        assert!(places(&server, "achtlicht").await.is_empty());
        server.get("/muebi/beitrag/1").await.assert_status_not_found();
        server.get("/muebi/beitrag/2").await.assert_status_not_found();
    }
}

on_both! {
    async fn a_held_and_a_withdrawn_post_disappear_everywhere(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let held = stage.publish(text("Nachtlicht", &cast.borken), None).await;
        let withdrawn = stage.publish(text("Mondfahrt", &cast.borken), None).await;
        assert!(!places(&server, "achtlicht").await.is_empty() && !places(&server, "ondfahrt").await.is_empty());
        stage.act(held, &cast.bernd, Act::Held { reason: None }).await;
        stage.act(withdrawn, &cast.bernd, Act::Withdrawn { reason: "Irrtum".into() }).await;
        assert!(places(&server, "achtlicht").await.is_empty());
        assert!(places(&server, "ondfahrt").await.is_empty());
        server.get("/muebi/beitrag/1-nachtlicht").await.assert_status_not_found();
        server.get("/muebi/beitrag/2-mondfahrt").await.assert_status(StatusCode::GONE);
    }
}

on_both! {
    async fn a_halt_of_the_whole_verbund_keeps_back_what_falls_due(stage: Stage) {
        let server = stage.server();
        let due = NOW.plus_hours(2);
        let number = stage.publish(text("Nachtlicht", &stage.cast.borken), Some(due)).await;
        let halt = "INSERT INTO halt (id, consortium_id, from_at) VALUES ('halt', $2, CAST($1 AS BIGINT))";
        stage.change_at(halt, Some(NOW), stage.cast.muebi.id.as_str()).await;
        let mut tx = stage.within().await;
        let mut dossier = stage.dossier(&mut tx, number).await;
        crate::post::store_dossier::project(&mut tx, &mut dossier, NOW).await.expect("projected");
        stage.done(tx).await;
        stage.app.clock.set(due.plus_hours(1));
        assert!(places(&server, "achtlicht").await.is_empty());
    }
}

on_both! {
    async fn a_correction_shows_only_once_another_house_has_signed_it_off(stage: Stage) {
        let server = stage.server();
        let number = stage.publish(text("Nachtlicht", &stage.cast.borken), None).await;
        stage.app.clock.set(NOW.plus_hours(1));
        stage.rewrite(number, text("Mondfahrt", &stage.cast.borken)).await;
        let revision = stage.propose(number, None).await;
        assert!(places(&server, "ondfahrt").await.is_empty());
        assert_eq!(places(&server, "achtlicht").await.len(), 10);
        stage.app.clock.set(NOW.plus_hours(2));
        stage.approve(number, &revision).await;
        assert!(places(&server, "achtlicht").await.is_empty());
        assert_eq!(places(&server, "ondfahrt").await.len(), 10);
        let old = server.get("/muebi/beitrag/1-nachtlicht").await;
        assert_eq!((old.status_code().as_u16(), old.header("location").to_str().ok()), (301, Some("/muebi/beitrag/1-mondfahrt")));
    }
}

on_both! {
    async fn what_was_put_away_is_found_in_the_archive_and_by_its_address_alone(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let number = stage.publish(text("Nachtlicht", &cast.borken), None).await;
        stage.act(number, &cast.anna, Act::Archived).await;
        let archive = ["/muebi/archiv/2026-11", "/muebi/archiv/einrichtung/borken", "/muebi/sitemap.xml"];
        assert_eq!(places(&server, "achtlicht").await, archive);
        assert!(read(&server, "/muebi/beitrag/1-nachtlicht").await.contains("liegt im Archiv"));
    }
}

on_both! {
    async fn a_verbund_that_is_not_public_is_seen_by_its_members_alone(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        stage.publish(text("Nachtlicht", &cast.borken), None).await;
        let sql = "UPDATE consortium SET public_at = $1 WHERE id = $2";
        stage.change_at(sql, None, cast.muebi.id.as_str()).await;
        let anna = stage.sign_in(&cast.anna).await;
        let preview = server.get("/muebi").add_header("cookie", &anna).await;
        preview.assert_status_ok();
        preview.assert_text_contains("Vorschau");
        preview.assert_text_contains("Nachtlicht");
        assert_eq!(preview.header("cache-control"), "private, no-store");
        for path in super::super::EVERYWHERE {
            server.get(path).await.assert_status_not_found();
        }
        let emil = stage.sign_in(&cast.emil).await;
        server.get("/muebi").add_header("cookie", &emil).await.assert_status_not_found();
        assert!(!read(&server, "/").await.contains("Münsterländer Bibliothekshelden"));
    }
}

on_both! {
    async fn nobody_outside_reads_the_name_of_a_person(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut content = text("Nachtlicht", &cast.borken);
        content.authors = vec![cast.anna.id.clone()];
        stage.publish(content, None).await;
        for name in ["Anna", "Albers", "Bernd", "Clara", "Dora", "Olaf"] {
            assert!(places(&server, name).await.is_empty(), "{name}");
        }
        let page = read(&server, "/muebi/beitrag/1-nachtlicht").await;
        assert!(!page.contains("Anna") && !page.contains("Bernd"));
    }
}

on_both! {
    async fn a_picture_is_shown_until_its_consent_is_taken_back(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let picture = "01a20cd1-bd97-726b-9384-f3a8abfb1b65";
        let sql = "INSERT INTO picture (id, consortium_id, created_at, width, height, alt, licence, credit, ready_at)
                   VALUES ($1, $2, 0, 1440, 960, 'Ein Regal', 'cc-by-4.0', 'Bücherei Rhede', 1)";
        stage.change(sql, picture, cast.muebi.id.as_str()).await;
        let mut content = text("Nachtlicht", &cast.borken);
        content.pictures = vec![picture.into()];
        stage.publish(content, None).await;
        for path in ["/muebi", "/muebi/beitrag/1-nachtlicht"] {
            let page = read(&server, path).await;
            for part in ["Ein Regal", "Bücherei Rhede", "creativecommons.org/licenses/by/4.0", "srcset", "og:image"] {
                assert!(page.contains(part), "{part} is missing on {path}");
            }
        }
        stage.change_at("UPDATE picture SET withdrawn_at = $1 WHERE id = $2", Some(NOW), picture).await;
        assert!(places(&server, picture).await.is_empty());
        assert!(!read(&server, "/muebi/beitrag/1-nachtlicht").await.contains(picture));
    }
}
