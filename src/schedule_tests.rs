//! What the timers promise.
use super::*;
use crate::on_both;
use crate::testing::Stage;

async fn waiting(stage: &Stage, kind: &str) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE kind = $1 AND done_at IS NULL";
    let (count,): (i64,) = sqlx::query_as(sql).bind(kind).fetch_one(&mut *conn).await.expect("a number");
    count
}

on_both! {
    async fn tomorrows_forgetting_is_set_once_though_todays_was_done_twice(stage: Stage) {
        set_timers(&stage.app).await.expect("set");
        for _ in 0..2 {
            forget(&stage.app).await.expect("forgotten");
        }
        set_timers(&stage.app).await.expect("set");
        assert_eq!(waiting(&stage, FORGET).await, 1);
    }
}
