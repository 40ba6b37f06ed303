//! Killed while a series is made or changed, and while a post begins from the plan.
use super::{form, kill_at, perform, rows};
use crate::on_both;
use crate::post::planning::store_plan;
use crate::post::store;
use crate::testing::{NOW, Stage};
use crate::topic::store_series;

const BEGINNING: [&str; 2] = ["plan.begin.before_commit", "plan.begin.after_commit"];
const NOTES: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit WHERE act LIKE 'series-%'";

const FRIDAYS: [(&str, &str); 4] =
    [("title", "Freitagsfrage"), ("rhythm", "weekly"), ("weekday", "5"), ("time", "10:00")];

/// Gives each series by id, title and rule.
async fn all(stage: &Stage) -> Vec<(String, String, String)> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = store_series::of_consortium(&mut conn, &stage.cast.muebi.id).await.expect("series");
    all.into_iter().map(|it| (it.id.to_string(), it.title, it.slot)).collect()
}

on_both! {
    async fn killed_while_a_series_is_made_or_changed_there_is_one_and_it_is_whole(stage: Stage) {
        let anna = stage.sign_in(&stage.cast.anna).await;
        let create = form(&anna, "series", &FRIDAYS);
        kill_at(&stage, "series.create.before_commit", &create).await;
        assert!(all(&stage).await.is_empty(), "half a series");
        perform(&stage.app, &create).await;
        perform(&stage.app, &create).await;
        let before = all(&stage).await;
        assert_eq!((before.len(), rows(&stage, NOTES).await), (1, 1), "the same form sent twice is one series");
        let (id, _, fridays) = before[0].clone();
        let mondays = [("title", "Montagsfrage"), ("rhythm", "weekly"), ("weekday", "1"), ("time", "10:00")];
        let update = form(&anna, &format!("series/{id}"), &mondays);
        kill_at(&stage, "series.update.before_commit", &update).await;
        assert_eq!((all(&stage).await, rows(&stage, NOTES).await), (before, 1), "half a change");
        perform(&stage.app, &update).await;
        let after = all(&stage).await;
        assert_eq!((after.len(), after[0].0.as_str(), after[0].1.as_str()), (1, id.as_str(), "Montagsfrage"));
        assert_ne!(after[0].2, fridays, "the title was changed and the day was not");
        assert_eq!(rows(&stage, NOTES).await, 2);
    }
}

on_both! {
    async fn killed_while_a_post_begins_from_the_plan_it_begins_once_with_its_time(stage: Stage) {
        let anna = stage.sign_in(&stage.cast.anna).await;
        perform(&stage.app, &form(&anna, "series", &FRIDAYS)).await;
        let series = all(&stage).await.remove(0).0;
        for (at, point) in BEGINNING.into_iter().enumerate() {
            let day = ["2026-12-04", "2026-12-11"][at];
            let place = [("series", series.as_str()), ("date", day), ("time", "10:00")];
            let begin = form(&anna, "plan/begin", &place);
            kill_at(&stage, point, &begin).await;
            let there = async || {
                let mut conn = stage.app.db.read().await.expect("a connection");
                store::latest(&mut conn, &stage.cast.muebi.id, 50).await.expect("posts")
            };
            let done = usize::from(point == "plan.begin.after_commit");
            assert_eq!(there().await.len(), at + done, "{point}: half a beginning");
            perform(&stage.app, &begin).await;
            let posts = there().await;
            assert_eq!(posts.len(), at + 1, "{point}");
            let post = posts.iter().max_by_key(|post| post.number).expect("the post");
            let friday = NOW.plus_hours(24 * 8 + 1 + 24 * 7 * at as i64);
            assert_eq!(post.due_at, Some(friday), "{point}");
            let mut conn = stage.app.db.read().await.expect("a connection");
            let content = store_plan::contents(&mut conn, &[post]).await.expect("a text").remove(0);
            assert_eq!(content.series.map(|id| id.to_string()), Some(series.clone()), "{point}");
        }
    }
}
