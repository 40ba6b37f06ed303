//! What the first screen, the plan and the series promise, on both databases.
use axum_test::{TestResponse, TestServer};

use super::planning::store_plan;
use super::signoff::state::State;
use super::store;
use crate::base::clock::Instant;
use crate::on_both;
use crate::testing::{NOW, Stage};
use crate::topic::store_series;

struct Play {
    stage: Stage,
    server: TestServer,
    anna: String,
}

impl Play {
    async fn of(stage: Stage) -> Play {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        Play { stage, server, anna }
    }

    async fn get(&self, path: &str) -> TestResponse {
        self.server.get(&format!("/desk/muebi/{path}")).add_header("cookie", &self.anna).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.server.post(&format!("/desk/muebi/{path}")).add_header("cookie", &self.anna).form(&fields).await
    }

    /// A series on Fridays at ten, not on holidays.
    async fn friday_question(&self) -> String {
        let fields = [
            ("title", "Freitagsfrage"),
            ("rhythm", "weekly"),
            ("weekday", "5"),
            ("time", "10:00"),
            ("except-holiday", "1"),
        ];
        self.post("series", &fields).await.assert_status_see_other();
        self.post("series", &fields).await.assert_status_see_other();
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let all = store_series::of_consortium(&mut conn, &self.stage.cast.muebi.id).await.expect("series");
        assert_eq!(all.len(), 1, "the same form sent twice makes one series");
        all[0].id.to_string()
    }

    async fn first_post(&self) -> super::Post {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        store::by_number(&mut conn, &self.stage.cast.muebi.id, 1).await.expect("the post")
    }
}

on_both! {
    async fn an_empty_verbund_is_told_what_to_begin_with(stage: Stage) {
        let play = Play::of(stage).await;
        let page = play.get("today").await;
        page.assert_status_ok();
        page.assert_text_contains("Donnerstag, 26. November");
        page.assert_text_contains("Den ersten Beitrag schreiben");
        let arrival = play.server.get("/desk/muebi").add_header("cookie", &play.anna).await;
        arrival.assert_header("location", "/desk/muebi/today");
    }
}

on_both! {
    async fn a_free_place_of_a_series_becomes_a_draft_for_its_time_once(stage: Stage) {
        let play = Play::of(stage).await;
        let series = play.friday_question().await;
        play.get("series").await.assert_text_contains("Fr, 27. November, 10 Uhr");
        let plan = play.get("plan?view=week").await;
        plan.assert_text_contains("Freitagsfrage · frei");
        let place = [("series", series.as_str()), ("date", "2026-12-04"), ("time", "10:00")];
        let first = play.post("plan/begin", &place).await;
        first.assert_header("location", "/desk/muebi/posts/1/edit");
        play.post("plan/begin", &place).await.assert_header("location", "/desk/muebi/posts/1/edit");
        let post = play.first_post().await;
        let friday = NOW.plus_hours(24 * 8 + 1);
        assert_eq!((post.due_at, post.state(NOW)), (Some(friday), State::Draft));
        let mut conn = play.stage.app.db.read().await.expect("a connection");
        let content = store_plan::contents(&mut conn, &[&post]).await.expect("a text").remove(0);
        assert_eq!(content.series.map(|id| id.to_string()), Some(series));
        assert_eq!(content.byline, std::slice::from_ref(&play.stage.cast.borken.id));
        play.get("today").await.assert_text_contains("Geben Sie dem Beitrag einen Titel");
    }
}

on_both! {
    async fn a_series_left_out_on_holidays_has_no_place_there_and_an_ended_one_nowhere(stage: Stage) {
        let play = Play::of(stage).await;
        let series = play.friday_question().await;
        let christmas = play.get("plan?view=week&date=2026-12-21").await;
        let week = christmas.text();
        assert!(week.contains("1. Weihnachtstag") && week.contains("Weihnachtsferien"));
        assert!(!week.contains(r#"name="date" value="2026-12-25"><input type="hidden" name="time""#));
        play.post(&format!("series/{series}/ending"), &[]).await.assert_status_see_other();
        assert!(!play.get("plan?view=week").await.text().contains("Freitagsfrage · frei"));
        play.post(&format!("series/{series}/continuation"), &[]).await.assert_status_see_other();
        play.get("plan?view=week").await.assert_text_contains("Freitagsfrage · frei");
    }
}

on_both! {
    async fn a_series_form_keeps_what_was_typed_and_says_what_is_wrong(stage: Stage) {
        let play = Play::of(stage).await;
        let fields = [("title", "Lesezeit"), ("rhythm", "weeks"), ("every", "99"), ("weekday", "2"), ("time", "")];
        let page = play.post("series", &fields).await;
        page.assert_status_unprocessable_entity();
        page.assert_text_contains("Lesezeit");
        page.assert_text_contains("zwischen 2 und 52 Wochen");
    }
}

on_both! {
    async fn beyond_what_is_published_school_holidays_are_unknown_and_never_none(stage: Stage) {
        let play = Play::of(stage).await;
        let page = play.get("plan?view=month&date=2045-05-01").await;
        page.assert_text_contains("Schulferien noch unbekannt");
    }
}

on_both! {
    async fn the_plan_shows_what_is_too_close_and_which_weeks_are_thin(stage: Stage) {
        let play = Play::of(stage).await;
        for time in ["10:00", "10:30"] {
            play.post("plan/begin", &[("date", "2026-12-03"), ("time", time)]).await.assert_status_see_other();
        }
        for view in ["week", "month", "list"] {
            let page = play.get(&format!("plan?view={view}&date=2026-12-03")).await;
            page.assert_text_contains("Zu dicht beieinander");
            page.assert_text_contains("noch kein Beitrag");
        }
        let other = play.get("plan?view=week&house=rhede").await;
        assert!(!other.text().contains("/desk/muebi/posts/1\""), "the filter leaves out other houses");
    }
}

on_both! {
    async fn a_post_is_moved_from_the_plan_by_its_date_alone(stage: Stage) {
        let play = Play::of(stage).await;
        play.post("plan/begin", &[("date", "2026-12-03"), ("time", "15:30")]).await.assert_status_see_other();
        let moved = play.post("posts/1/move?back=plan%3Fview%3Dweek", &[("date", "2026-12-09")]).await;
        moved.assert_header("location", "/desk/muebi/plan?view=week&done=moved");
        let nine_days: Instant = NOW.plus_hours(24 * 13).plus_minutes(6 * 60 + 30);
        assert_eq!(play.first_post().await.due_at, Some(nine_days), "the local time stays");
        let elsewhere = play.post("posts/1/move?back=//evil.example", &[("date", "2026-12-10")]).await;
        elsewhere.assert_header("location", "/desk/muebi/posts/1?done=moved");
    }
}

on_both! {
    async fn who_is_away_and_what_goes_out_today_is_said(stage: Stage) {
        let mut tx = stage.app.db.begin("away").await.expect("a transaction");
        sqlx::query("UPDATE person SET away_until = $1 WHERE id = $2")
            .bind(NOW.plus_hours(48))
            .bind(&stage.cast.bernd.id)
            .execute(&mut *tx)
            .await
            .expect("away");
        tx.commit().await.expect("committed");
        let play = Play::of(stage).await;
        play.post("plan/begin", &[("date", "2026-11-26"), ("time", "15:00")]).await.assert_status_see_other();
        let page = play.get("today").await;
        page.assert_text_contains("Bernd Brüning");
        page.assert_text_contains("noch nicht freigegeben");
    }
}

on_both! {
    async fn strangers_find_neither_desk_nor_series_and_coaches_only_read(stage: Stage) {
        let emil = stage.sign_in(&stage.cast.emil).await;
        let dora = stage.sign_in(&stage.cast.dora).await;
        let play = Play::of(stage).await;
        let series = play.friday_question().await;
        for (method, path, coach) in [
            ("GET", "today", 200),
            ("GET", "plan", 200),
            ("GET", "series", 200),
            ("GET", "series/new", 403),
            ("GET", "series/{id}", 403),
            ("POST", "series", 403),
            ("POST", "series/{id}", 403),
            ("POST", "series/{id}/ending", 403),
            ("POST", "series/{id}/continuation", 403),
            ("POST", "plan/begin", 403),
        ] {
            let path = format!("/desk/muebi/{}", path.replace("{id}", &series));
            for (cookie, status) in [(&emil, 404), (&dora, coach)] {
                let request = if method == "GET" { play.server.get(&path) } else { play.server.post(&path) };
                let answer = request.add_header("cookie", cookie).await;
                assert_eq!(answer.status_code().as_u16(), status, "{method} {path}");
            }
        }
    }
}
