//! Killed while two texts of two people become one.
use super::saving::bodies;
use super::{about, head, kill_at, perform, post, prepare};
use crate::on_both;
use crate::post::editing::store_revision;
use crate::testing::Stage;

const MERGING: [&str; 2] = ["post.merge.after_write", "post.merge.before_commit"];

/// Gives the copies beside a post that Bernd has not merged yet.
async fn open_copies(stage: &Stage, number: i64) -> Vec<String> {
    let id = post(stage, number).await.id;
    let mut conn = stage.app.db.read().await.expect("a connection");
    let bernd = &stage.cast.bernd.id;
    let all = store_revision::side_copies(&mut conn, &id, bernd).await.expect("copies");
    all.into_iter().map(|copy| copy.id).collect()
}

on_both! {
    async fn killed_while_merging_both_texts_stay_until_there_is_one_of_both(stage: Stage) {
        let bernd = stage.sign_in(&stage.cast.bernd).await;
        for point in MERGING {
            let (number, anna, first) = prepare(&stage, false).await;
            let annas = [("title", "Erste Fassung"), ("body", "Annas."), ("base", &first), ("sitting", "a")];
            let bernds = [("title", "Erste Fassung"), ("body", "Bernds."), ("base", &first), ("sitting", "b")];
            perform(&stage.app, &about(&anna, number, "save", &annas)).await;
            perform(&stage.app, &about(&bernd, number, "save", &bernds)).await;
            let copies = open_copies(&stage, number).await;
            let before = head(&stage, number).await;
            let take = [("head", before.as_str()), ("hand", "yes"), ("by_hand", "Von beiden."), ("way", "take")];
            let merge = about(&bernd, number, &format!("merge/{}", copies[0]), &take);
            kill_at(&stage, point, &merge).await;
            assert_eq!(bodies(&stage, number).await, ["Annas.", "Alt."], "{point}: half a merge");
            assert_eq!(open_copies(&stage, number).await, copies, "{point}: what Bernd typed is gone");
            perform(&stage.app, &merge).await;
            perform(&stage.app, &merge).await;
            assert_eq!(bodies(&stage, number).await, ["Von beiden.", "Annas.", "Alt."], "{point}");
            assert!(open_copies(&stage, number).await.is_empty(), "{point}: merged, and still asked for");
        }
    }
}
