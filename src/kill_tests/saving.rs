//! Killed while a text is saved, restored, merged, talked about or thinned out.
use super::{WORK, about, head, kill_at, letters, perform, post, prepare, recover, rows};
use crate::on_both;
use crate::post::RevisionId;
use crate::post::editing::store_revision;
use crate::testing::Stage;

const SAVING: [&str; 6] = [
    "post.save.before_write",
    "post.save.after_revision",
    "post.save.after_step",
    "post.save.after_write",
    "post.save.before_commit",
    "post.save.after_commit",
];
const THINNING: [&str; 2] = ["post.thin.after_one", "post.thin.before_commit"];

/// Gives the texts of all versions, newest first.
pub async fn bodies(stage: &Stage, number: i64) -> Vec<String> {
    let id = post(stage, number).await.id;
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = store_revision::all(&mut conn, &id).await.expect("versions");
    all.iter().map(|it| it.content().expect("a text").body).collect()
}

on_both! {
    async fn killed_while_saving_nothing_typed_is_lost_and_nothing_is_there_twice(stage: Stage) {
        for point in SAVING {
            let (number, anna, revision) = prepare(&stage, false).await;
            let typed = [("title", "Zweite"), ("body", "Neu."), ("base", &revision), ("sitting", "s")];
            let scene = about(&anna, number, "save", &typed);
            kill_at(&stage, point, &scene).await;
            let after = head(&stage, number).await;
            assert_eq!(after != revision, point == "post.save.after_commit", "{point}: half a save");
            perform(&stage.app, &scene).await;
            assert_eq!(bodies(&stage, number).await, ["Neu.", "Alt."], "{point}");
            let id = post(&stage, number).await.id;
            let mut conn = stage.app.db.read().await.expect("a connection");
            assert!(store_revision::by_id(&mut conn, &id, &RevisionId(revision)).await.is_ok());
        }
    }
}

on_both! {
    async fn killed_while_an_old_version_comes_back_it_comes_back_once_and_none_is_gone(stage: Stage) {
        let (number, anna, first) = prepare(&stage, false).await;
        let typed = [("title", "Zweite"), ("body", "Neu."), ("base", &first), ("sitting", "s")];
        perform(&stage.app, &about(&anna, number, "save", &typed)).await;
        let second = head(&stage, number).await;
        let restore = about(&anna, number, &format!("versions/{first}/restoration"), &[("base", &second)]);
        kill_at(&stage, "post.restore.before_commit", &restore).await;
        assert_eq!(bodies(&stage, number).await, ["Neu.", "Alt."], "half a restoration");
        perform(&stage.app, &restore).await;
        perform(&stage.app, &restore).await;
        assert_eq!(bodies(&stage, number).await, ["Alt.", "Neu.", "Alt."]);
    }
}

on_both! {
    async fn killed_while_thinning_all_versions_are_there_or_the_last_of_the_sitting(stage: Stage) {
        for point in THINNING {
            let (number, anna, mut base) = prepare(&stage, false).await;
            for body in ["Neu.", "Neuer.", "Am neuesten."] {
                let typed = [("title", "Zweite"), ("body", body), ("base", &base), ("sitting", "s")];
                perform(&stage.app, &about(&anna, number, "save", &typed)).await;
                base = head(&stage, number).await;
            }
            stage.app.clock.set(stage.app.clock.now().plus_hours(25));
            kill_at(&stage, point, &WORK).await;
            assert_eq!(bodies(&stage, number).await, ["Am neuesten.", "Neuer.", "Neu.", "Alt."], "{point}");
            recover(&stage).await;
            assert_eq!(bodies(&stage, number).await, ["Am neuesten."], "{point}");
            assert_eq!(head(&stage, number).await, base, "{point}");
        }
    }
}

on_both! {
    async fn killed_while_speaking_it_is_said_once_and_whoever_was_spoken_to_is_told_once(stage: Stage) {
        let (number, anna, _) = prepare(&stage, false).await;
        let scene = about(&anna, number, "talk", &[("message", "@Bernd Brüning, passt das?")]);
        kill_at(&stage, "post.talk.before_commit", &scene).await;
        let said = "SELECT CAST(COUNT(*) AS BIGINT) FROM message";
        let waiting = "SELECT CAST(COUNT(*) AS BIGINT) FROM mention WHERE seen_at IS NULL";
        assert_eq!((rows(&stage, said).await, rows(&stage, waiting).await), (0, 0));
        assert!(letters(&stage).await.is_empty(), "a letter about words nobody said");
        perform(&stage.app, &scene).await;
        // The answer was lost once more: the same words a moment later are the same words.
        perform(&stage.app, &scene).await;
        assert_eq!((rows(&stage, said).await, rows(&stage, waiting).await), (1, 1));
        let told = letters(&stage).await;
        assert!(told.len() == 1 && told[0].starts_with("bernd@raesfeld.example"), "{told:?}");
    }
}
