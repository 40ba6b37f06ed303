use super::{Browser, newcomer, raesfeld};
use crate::base::db::Conn;
use crate::charter::store;
use crate::consortium::store as consortium_store;
use crate::member::Role;
use crate::on_both;
use crate::testing::{NOW, Stage};

const PART: &str = "/desk/muebi/houses/raesfeld/part";

async fn versions(conn: &mut Conn, stage: &Stage) -> Vec<usize> {
    let all = consortium_store::arrangements(conn, &stage.cast.muebi.id).await.expect("versions");
    all.into_iter().map(|version| version.members.len()).collect()
}

on_both! {
    async fn a_house_that_leaves_loses_access_at_once_and_comes_off_the_roster(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let page = bernd.get(PART).await;
        page.assert_text_contains("Bernd Brüning");
        bernd.post(&format!("{PART}/leave"), &[]).await.assert_status_see_other();
        assert_eq!(raesfeld(&stage).await.left_at, Some(NOW));
        let again = Browser::of(&stage, &stage.cast.bernd).await;
        for browser in [&bernd, &again] {
            let closed = browser.get("/desk/muebi/consortium").await;
            closed.assert_status_forbidden();
            closed.assert_text_contains("Bücherei Raesfeld ist aus dem Verbund ausgetreten");
        }
        let mut conn = stage.app.db.read().await.expect("a connection");
        let roster = store::roster(&mut conn, &stage.cast.muebi.id, NOW).await.expect("a roster");
        assert!(!roster.is_active(&stage.cast.raesfeld.id));
        assert_eq!(versions(&mut conn, &stage).await, [2]);
        anna.get("/desk/muebi/consortium").await.assert_text_contains("ausgetreten am");
    }
}

on_both! {
    async fn leaving_can_be_undone_for_two_weeks_and_is_a_new_joining_later(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post(&format!("{PART}/leave"), &[]).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(13 * 24));
        anna.post(&format!("{PART}/return"), &[]).await.assert_status_see_other();
        assert_eq!(raesfeld(&stage).await.joined_at, stage.cast.raesfeld.joined_at);
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        bernd.get("/desk/muebi/consortium").await.assert_status_ok();
        anna.post(&format!("{PART}/leave"), &[]).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(29 * 24));
        anna.post(&format!("{PART}/return"), &[]).await.assert_status_see_other();
        let house = raesfeld(&stage).await;
        assert_eq!((house.joined_at, house.left_at), (NOW.plus_hours(29 * 24), None));
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        bernd.get("/desk/muebi/consortium").await.assert_status_not_found();
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(versions(&mut conn, &stage).await, [3, 2, 3, 2]);
    }
}

on_both! {
    async fn a_house_that_coordinates_alone_hands_over_before_it_leaves(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let part = "/desk/muebi/houses/borken/part";
        anna.get(part).await.assert_text_contains("koordinieren den Verbund allein");
        anna.post(&format!("{part}/leave"), &[]).await.assert_status_conflict();
        newcomer(&stage, "Rita", &stage.cast.rhede, Role::Coordinator).await;
        anna.post(&format!("{part}/leave"), &[]).await.assert_status_see_other();
        let again = Browser::of(&stage, &stage.cast.anna).await;
        again.get("/desk/muebi/consortium").await.assert_status_forbidden();
    }
}

on_both! {
    async fn a_pausing_house_is_no_longer_asked_and_its_people_read_on(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        bernd.post(&format!("{PART}/pause"), &[]).await.assert_status_see_other();
        bernd.get("/desk/muebi/consortium").await.assert_text_contains("pausiert seit");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let roster = store::roster(&mut conn, &stage.cast.muebi.id, NOW).await.expect("a roster");
        assert!(!roster.is_active(&stage.cast.raesfeld.id));
        bernd.post(&format!("{PART}/pause/end"), &[]).await.assert_status_see_other();
        assert_eq!(raesfeld(&stage).await.paused_at, None);
        assert_eq!(versions(&mut conn, &stage).await, [3], "who pauses still answers for what it has there");
    }
}

on_both! {
    async fn nobody_of_a_pausing_house_finds_a_button_that_is_refused(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        bernd.post(&format!("{PART}/pause"), &[]).await.assert_status_see_other();
        for path in ["today", "plan", "posts", "topics", "pictures", "series", "mode", "consents", "people"] {
            let page = bernd.get(&format!("/desk/muebi/{path}")).await;
            page.assert_status_ok();
            page.assert_text_contains("Raesfeld pausiert. Sie lesen alles mit");
            assert_eq!(page.text().matches("method=\"post\"").count(), 2, "only the language and signing out on {path}");
        }
        bernd.get("/desk/muebi/houses/raesfeld/hours").await.assert_status_ok();
        bernd.get(PART).await.assert_text_contains("/pause/end");
    }
}

on_both! {
    async fn only_the_head_and_coordination_let_a_house_leave(stage: Stage) {
        let staff = newcomer(&stage, "Rita", &stage.cast.raesfeld, Role::Staff).await;
        let rita = Browser::of(&stage, &staff).await;
        rita.get(PART).await.assert_status_ok();
        for act in ["leave", "pause", "pause/end"] {
            rita.post(&format!("{PART}/{act}"), &[]).await.assert_status_forbidden();
        }
        assert_eq!(raesfeld(&stage).await.left_at, None);
    }
}
