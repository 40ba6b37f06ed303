//! One of the five Verbünde stopped after a year: its page had been carried by one and a half houses.
//! It says goodbye on a day it names, and what was written stays.
use super::{Visitor, letters_to, within};
use crate::base::clock::Instant;
use crate::on_both;
use crate::routes::{Right, table};
use crate::testing::{NOW, Stage};

const REASON: &str = "Die Stelle in Rhede bleibt unbesetzt.";

/// Midnight in Berlin after Saturday, 28 November 2026.
fn midnight() -> Instant {
    NOW.plus_hours(2 * 24 + 15)
}

async fn jobs_left(stage: &Stage) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE done_at IS NULL
                 AND kind IN ('post-ask', 'post-due', 'verbund-end')";
    sqlx::query_scalar(sql).fetch_one(&mut *conn).await.expect("a number")
}

on_both! {
    async fn a_verbund_says_goodbye(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let stranger = Visitor::new(&server);
        let soon = anna.writes(&cast.borken, "Ein letzter Gruß").await;
        let beyond = anna.writes(&cast.borken, "Frühling im Garten").await;
        let open = anna.writes(&cast.borken, "Noch eine Frage").await;
        for (number, day) in [(soon, "2026-11-27"), (beyond, "2026-11-30"), (open, "2026-12-01")] {
            anna.proposes(number, Some(day)).await;
        }
        stage.run_jobs().await;
        bernd.signs_off(soon).await;
        bernd.signs_off(beyond).await;
        let invitation = [("house", cast.borken.id.as_str()), ("role", "staff"), ("places", "5"), ("days", "30")];
        let page = anna.post("/desk/muebi/people/invite", &invitation).await.text();
        let code = within(&page, "id=\"issued-code\">", "<");

        // The end is announced with its reason, and everybody knows of it.
        anna.is_refused("/desk/muebi/ending", &[("last_day", "2026-11-28"), ("end_reason", "")], 422).await;
        anna.does("/desk/muebi/ending", &[("last_day", "2026-11-28"), ("end_reason", REASON)]).await;
        let letter = letters_to(&stage, &cast.bernd).await.remove(0);
        assert!(letter.contains("28. November 2026") && letter.contains(REASON), "{letter}");
        for page in [bernd.read("/desk/muebi/today").await, stranger.read("/muebi").await] {
            assert!(page.contains("28. November 2026") && page.contains(REASON));
        }
        assert!(bernd.read(&format!("/desk/muebi/posts/{beyond}")).await.contains("braucht er eine Zeit davor"));
        bernd.does(&format!("/desk/muebi/posts/{open}/talk"), &[("message", "Schade.")]).await;

        // Until then everything goes on: what is due appears.
        stage.app.clock.set(midnight().plus_seconds(-1));
        assert!(stranger.read("/muebi").await.contains("Ein letzter Gruß"));
        anna.writes(&cast.borken, "Am letzten Abend").await;

        // Then writing ends, in words, at every door.
        stage.app.clock.set(midnight());
        stage.run_jobs().await;
        for route in table().into_iter().filter(|route| matches!(route.right, Right::Writing | Right::Keeping)) {
            if route.method == "POST" && !["picture-withdraw", "withdraw-consent"].contains(&route.name) {
                let path = route.path.replace("{verbund}", "muebi").replace("{number}", "1");
                let refused = bernd.is_refused(&path, &[], 409).await;
                assert!(refused.contains("Dieser Verbund ist beendet."), "{path}");
            }
        }
        anna.is_refused("/desk/muebi/ending/cancel", &[], 409).await;
        bernd.is_refused(&format!("/desk/muebi/posts/{open}/talk"), &[("message", "Noch da?")], 422).await;
        let late = Visitor::new(&server).post(&format!("/join/{code}"), &[("name", "Zu spät")]).await;
        late.assert_status_unprocessable_entity();
        late.assert_text_contains("beendet");

        // What was open has ended, and nothing waits any more.
        let page = bernd.read(&format!("/desk/muebi/posts/{open}")).await;
        assert!(page.contains("Damit endet auch der Vorschlag.") && page.contains("erscheint nicht mehr"));
        assert!(!page.contains("/approval\""));
        stage.app.clock.set(midnight().plus_hours(24 * 60));
        stage.run_jobs().await;
        assert_eq!(jobs_left(&stage).await, 0);
        assert_eq!(stranger.get(&format!("/muebi/beitrag/{beyond}")).await.status_code(), 404, "never, not even late");
        let letters = letters_to(&stage, &cast.anna).await;
        assert!(!letters.iter().any(|letter| letter.contains("verstrichen")), "nobody is told of missed times");

        // The page stays, with the day and the reason on it, and people still read at the desk.
        for path in ["/muebi".into(), "/muebi/archiv".into(), format!("/muebi/beitrag/{soon}-ein-letzter-gruss")] {
            let page = stranger.read(&path).await;
            assert!(page.contains("28. November 2026 aufgehört") && page.contains(REASON), "{path}");
        }
        assert!(!stranger.read("/muebi").await.contains("/muebi/folgen"), "nothing is left to follow");
        for path in ["today", "plan", "posts", "topics", "pictures", "consortium", "people"] {
            let bernd = Visitor::of(&stage, &server, &cast.bernd).await;
            let page = bernd.read(&format!("/desk/muebi/{path}")).await;
            assert!(page.contains("Dieser Verbund ist beendet."), "{path}");
            assert!(!page.contains("method=\"post\" action=\"/desk/muebi/posts\""), "{path} offers no new post");
        }

        // Feeds end with a last entry that says so.
        let atom = stranger.read("/muebi/feed.atom").await;
        let first = within(&atom, "<entry", "</entry>");
        assert!(first.contains("hat sich verabschiedet") && first.contains(REASON), "{first}");
        assert!(atom.contains("Ein letzter Gruß"));
        let json: serde_json::Value = stranger.get("/muebi/feed.json").await.json();
        assert_eq!((&json["expired"], json["items"].as_array().map(Vec::len)), (&true.into(), Some(2)));
    }
}

on_both! {
    async fn an_ending_can_be_called_off_and_then_nothing_ends(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let number = anna.writes(&cast.borken, "Frühling im Garten").await;
        anna.proposes(number, Some("2026-11-30")).await;
        let open = anna.writes(&cast.borken, "Noch eine Frage").await;
        anna.proposes(open, Some("2026-12-24")).await;
        bernd.signs_off(number).await;
        anna.does("/desk/muebi/ending", &[("last_day", "2026-11-28"), ("end_reason", REASON)]).await;
        anna.does("/desk/muebi/ending/cancel", &[]).await;
        assert!(letters_to(&stage, &cast.bernd).await[0].contains("geht weiter"));
        stage.app.clock.set(NOW.plus_hours(5 * 24));
        stage.run_jobs().await;
        let stranger = Visitor::new(&server);
        let front = stranger.read("/muebi").await;
        assert!(front.contains("Frühling im Garten") && !front.contains(REASON));
        bernd.signs_off(open).await;
    }
}
