//! Killed while a picture is taken in, while its sizes are made, and while a consent is taken back.
use super::{Scene, WORK, form, kill_at, perform, recover, rows};
use crate::consent::store as consent_store;
use crate::media::tests::acting::{ask, newest, picture, post_with, submit, uploaded};
use crate::media::{Picture, store};
use crate::on_both;
use crate::testing::Stage;

/// Lets the two looks pass after which files without a row are swept away.
async fn sweep(stage: &Stage) {
    for _ in 0..2 {
        stage.app.clock.set(stage.app.clock.now().plus_hours(1).plus_minutes(1));
        stage.run_jobs().await;
    }
}

async fn pictures(stage: &Stage) -> Vec<Picture> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::page(&mut conn, &stage.cast.muebi.id, store::Filter::All, 0).await.expect("a list")
}

/// Checks that the files that lie there are those of the pictures, all of them and no others.
async fn assert_files_are_those_of(stage: &Stage, pictures: &[Picture]) {
    let mut there = stage.app.files.list("picture").await.expect("a list");
    let mut known = Vec::new();
    for picture in pictures {
        known.extend(picture.made().keys(&picture.id));
        known.push(picture.original_key());
    }
    there.sort();
    known.sort();
    assert_eq!(there, known);
}

on_both! {
    async fn killed_while_a_picture_is_taken_in_there_is_none_and_no_file_stays_behind(stage: Stage) {
        let anna = stage.sign_in(&stage.cast.anna).await;
        let upload = Scene::Upload { cookie: anna };
        kill_at(&stage, "media.intake.after_files", &upload).await;
        assert!(pictures(&stage).await.is_empty(), "half a picture");
        assert!(!stage.app.files.list("picture").await.expect("a list").is_empty(), "it died too early");
        perform(&stage.app, &upload).await;
        recover(&stage).await;
        sweep(&stage).await;
        let all = pictures(&stage).await;
        assert_eq!(all.len(), 1);
        assert!(all[0].ready_at.is_some());
        assert_files_are_those_of(&stage, &all).await;
    }
}

on_both! {
    async fn killed_after_an_upload_nobody_repeats_the_files_are_swept_all_the_same(stage: Stage) {
        let anna = stage.sign_in(&stage.cast.anna).await;
        kill_at(&stage, "media.intake.after_files", &Scene::Upload { cookie: anna }).await;
        sweep(&stage).await;
        assert_files_are_those_of(&stage, &[]).await;
    }
}

on_both! {
    async fn killed_while_sizes_are_made_they_are_made_again_and_only_these_stay(stage: Stage) {
        let anna = stage.sign_in(&stage.cast.anna).await;
        perform(&stage.app, &Scene::Upload { cookie: anna.clone() }).await;
        kill_at(&stage, "media.sizes.after_files", &WORK).await;
        let id = newest(&stage).await;
        let before = picture(&stage, &id).await;
        assert!(before.ready_at.is_none(), "sizes that nobody has noted");
        let server = stage.server();
        let first = before.made().sizes[0].width;
        ask(&server, &id, &format!("w{first}.jpg"), Some(&anna)).await.assert_status_ok();
        recover(&stage).await;
        sweep(&stage).await;
        let after = picture(&stage, &id).await;
        assert!(after.ready_at.is_some() && after.made().folder != before.made().folder);
        assert_files_are_those_of(&stage, &[after]).await;
    }
}

const CONSENT: [(&str, &str); 5] = [
    ("age", "adult"),
    ("subject", "Mia"),
    ("person_name", "Mia Muster"),
    ("person_date", "2026-11-20"),
    ("purpose", "Vorlesetag"),
];

on_both! {
    async fn killed_while_a_consent_is_taken_back_it_stands_or_every_picture_is_down(stage: Stage) {
        let covered = [uploaded(&stage).await, uploaded(&stage).await];
        post_with(&stage, &stage.cast.anna, &covered, true).await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        let server = stage.server();
        let of_both = [("channels", "website"), ("picture", covered[0].as_str())];
        let fields = [&CONSENT[..], &of_both].concat();
        submit(&server, &anna, "/desk/muebi/consents", &fields).await.assert_status_see_other();
        let consent = {
            let mut conn = stage.app.db.read().await.expect("a connection");
            let all = consent_store::all(&mut conn, &stage.cast.muebi.id).await.expect("a list");
            all[0].0.id.clone()
        };
        let further = format!("/desk/muebi/consents/{consent}/pictures");
        submit(&server, &anna, &further, &[("picture", covered[1].as_str())]).await.assert_status_see_other();

        let withdrawal = form(&anna, &format!("consents/{consent}/withdrawal"), &[]);
        kill_at(&stage, "consent.withdrawal.half", &withdrawal).await;
        let withdrawn = "SELECT CAST(COUNT(*) AS BIGINT) FROM consent WHERE withdrawn_at IS NOT NULL";
        let noted = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit WHERE act = 'withdrew-consent'";
        assert_eq!((rows(&stage, withdrawn).await, rows(&stage, noted).await), (0, 0), "half a withdrawal");
        for id in &covered {
            ask(&server, id, "w320.jpg", None).await.assert_status_ok();
        }
        for _ in 0..2 {
            perform(&stage.app, &withdrawal).await;
            assert_eq!((rows(&stage, withdrawn).await, rows(&stage, noted).await), (1, 1));
            for id in &covered {
                ask(&server, id, "w320.jpg", None).await.assert_status_not_found();
                assert!(picture(&stage, id).await.withdrawn_at.is_some());
            }
        }
    }
}
