use super::*;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn strangers_get_a_picture_when_a_public_post_shows_it(stage: Stage) {
        let server = stage.server();
        let id = uploaded(&stage).await;
        ask(&server, &id, "w320.webp", None).await.assert_status_not_found();
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), false).await;
        ask(&server, &id, "w320.webp", None).await.assert_status_not_found();
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let answer = ask(&server, &id, "w320.webp", None).await;
        answer.assert_status_ok();
        assert_eq!(answer.header("content-type"), "image/webp");
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert!(answer.headers().get("set-cookie").is_none());
        ask(&server, &id, "original.jpg", None).await.assert_status_not_found();
        ask(&server, &id, "w999.webp", None).await.assert_status_not_found();
    }
}

on_both! {
    async fn a_planned_post_hands_its_picture_out_from_its_time_on(stage: Stage) {
        let server = stage.server();
        let id = uploaded(&stage).await;
        let number = post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), false).await;
        let opens = stage.app.clock.now().plus_hours(1);
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE post SET next_revision_id = head_revision_id, opens_at = $1 WHERE number = $2")
            .bind(opens)
            .bind(number)
            .execute(&mut *tx)
            .await
            .expect("planned");
        tx.commit().await.expect("committed");
        ask(&server, &id, "w320.jpg", None).await.assert_status_not_found();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let uses = store_shown::uses(&mut conn, &id, stage.app.clock.now()).await.expect("uses");
        assert_eq!(uses.iter().map(|it| it.stage).collect::<Vec<_>>(), [store_shown::Stage::Planned]);
        stage.app.clock.set(opens);
        ask(&server, &id, "w320.jpg", None).await.assert_status_ok();
        let uses = store_shown::uses(&mut conn, &id, opens).await.expect("uses");
        assert_eq!(uses[0].stage, store_shown::Stage::Public);
    }
}

on_both! {
    async fn members_see_their_own_pictures_and_no_foreign_ones(stage: Stage) {
        let server = stage.server();
        let id = uploaded(&stage).await;
        let coach = stage.sign_in(&stage.cast.dora).await;
        let answer = ask(&server, &id, "w320.jpg", Some(&coach)).await;
        answer.assert_status_ok();
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        let emil = stage.sign_in(&stage.cast.emil).await;
        ask(&server, &id, "w320.jpg", Some(&emil)).await.assert_status_not_found();
        for path in [format!("/desk/muebi/pictures/{id}"), format!("/desk/fremde/pictures/{id}")] {
            server.get(&path).add_header("cookie", &emil).await.assert_status_not_found();
        }
        let own = submit(&server, &emil, &format!("/desk/fremde/pictures/{id}/withdrawal"), &[]).await;
        own.assert_status_not_found();
        assert!(picture(&stage, &id).await.withdrawn_at.is_none());
    }
}

on_both! {
    async fn people_of_a_house_that_has_left_see_no_unpublished_picture(stage: Stage) {
        let server = stage.server();
        let id = uploaded(&stage).await;
        let bernd = stage.sign_in(&stage.cast.bernd).await;
        ask(&server, &id, "w320.jpg", Some(&bernd)).await.assert_status_ok();
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE institution SET left_at = $1 WHERE id = $2")
            .bind(stage.app.clock.now())
            .bind(&stage.cast.raesfeld.id)
            .execute(&mut *tx)
            .await
            .expect("left");
        tx.commit().await.expect("committed");
        ask(&server, &id, "w320.jpg", Some(&bernd)).await.assert_status_not_found();
        let anna = stage.sign_in(&stage.cast.anna).await;
        ask(&server, &id, "w320.jpg", Some(&anna)).await.assert_status_ok();
    }
}

#[tokio::test]
async fn a_browser_that_has_the_picture_gets_it_only_once() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let id = uploaded(&stage).await;
    post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
    let tag = ask(&server, &id, "w320.jpg", None).await.header("etag");
    let again = server.get(&format!("/bild/{id}/w320.jpg")).add_header("if-none-match", tag.clone()).await;
    again.assert_status(http::StatusCode::NOT_MODIFIED);
    assert!(again.as_bytes().is_empty());
    // Taken down, it may not even be shown from the browser's own store.
    let anna = stage.sign_in(&stage.cast.anna).await;
    submit(&server, &anna, &format!("/desk/muebi/pictures/{id}/withdrawal"), &[]).await;
    let gone = server.get(&format!("/bild/{id}/w320.jpg")).add_header("if-none-match", tag).await;
    gone.assert_status_not_found();
}

#[tokio::test]
async fn moving_the_focus_makes_new_crops_under_a_new_tag() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let id = uploaded(&stage).await;
    post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
    let before = ask(&server, &id, "teaser480.jpg", None).await;
    let anna = stage.sign_in(&stage.cast.anna).await;
    let fields = [("alt", "Ein Verlauf."), ("licence", "own"), ("focus_x", "50"), ("focus_y", "5")];
    submit(&server, &anna, &format!("/desk/muebi/pictures/{id}"), &fields).await.assert_status_see_other();
    stage.run_jobs().await;
    let after = ask(&server, &id, "teaser480.jpg", None).await;
    after.assert_status_ok();
    assert_ne!(before.header("etag"), after.header("etag"));
    assert_ne!(before.as_bytes(), after.as_bytes());
}

on_both! {
    async fn a_picture_taken_down_is_gone_from_the_other_process_at_once_and_comes_back(stage: Stage) {
        let id = uploaded(&stage).await;
        post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
        let other = another_process(&stage);
        ask(&other, &id, "w320.jpg", None).await.assert_status_ok();
        let server = stage.server();
        let bernd = stage.sign_in(&stage.cast.bernd).await;
        let about = [("licence", "own"), ("credit", "B"), ("alt", "Ein Verlauf.")];
        submit(&server, &bernd, &format!("/desk/muebi/pictures/{id}"), &about).await;
        submit(&server, &bernd, &format!("/desk/muebi/pictures/{id}/withdrawal"), &[]).await;
        ask(&other, &id, "w320.jpg", None).await.assert_status_not_found();
        ask(&other, &id, "w320.jpg", Some(&bernd)).await.assert_status_not_found();
        submit(&server, &bernd, &format!("/desk/muebi/pictures/{id}/restoration"), &[]).await;
        ask(&other, &id, "w320.jpg", None).await.assert_status_ok();
    }
}
