use super::*;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn files_without_a_row_are_swept_up_and_no_others(stage: Stage) {
        let id = uploaded(&stage).await;
        let it = picture(&stage, &id).await;
        let lost = format!("picture/{}/original.jpg", PictureId::new());
        stage.app.files.put(&lost, "left by a crash".into()).await.expect("a file");
        let there = async || stage.app.files.list("picture").await.expect("a list");
        stage.app.clock.set(stage.app.clock.now().plus_hours(1));
        stage.run_jobs().await;
        assert!(there().await.contains(&lost), "seen once, it may be an upload in hand");
        stage.app.clock.set(stage.app.clock.now().plus_hours(1));
        stage.run_jobs().await;
        let left = there().await;
        assert!(!left.contains(&lost));
        assert!(!left.iter().any(|key| key.contains("/first/")), "the first small size has done its work");
        let mut needed = it.made().keys(&id);
        needed.push(it.original_key());
        assert!(needed.iter().all(|key| left.contains(key)));
        assert_eq!(left.len(), needed.len());
    }
}

on_both! {
    async fn sizes_made_for_an_old_focus_do_not_replace_those_of_the_new_one(stage: Stage) {
        let id = uploaded(&stage).await;
        let before = picture(&stage, &id).await;
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        store::update(&mut tx, &Picture { focus_x: 0.2, ..before.clone() }).await.expect("moved");
        let late = made::Made { folder: "late".into(), sizes: Vec::new() };
        store::set_made(&mut tx, &before, &late, "#000000", stage.app.clock.now()).await.expect("tried");
        tx.commit().await.expect("committed");
        assert_eq!(picture(&stage, &id).await.made(), before.made());
    }
}
