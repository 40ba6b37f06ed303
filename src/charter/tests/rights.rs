use super::Browser;
use crate::on_both;
use crate::routes::{Right, table};
use crate::testing::Stage;

/// Every route of this room, with a house put in.
fn routes() -> Vec<(&'static str, String, Right)> {
    let mine = ["consortium", "publication", "settings", "ending", "mode", "halt", "houses"];
    let all = table().into_iter().filter(|route| {
        let third = route.path.split('/').nth(3).unwrap_or_default();
        route.path.starts_with("/desk/{verbund}/") && mine.contains(&third)
    });
    all.map(|route| {
        let path = route.path.replace("{verbund}", "muebi").replace("{house}", "raesfeld");
        (route.method, path, route.right)
    })
    .collect()
}

on_both! {
    async fn strangers_and_other_verbuende_find_nothing(stage: Stage) {
        let emil = Browser::of(&stage, &stage.cast.emil).await;
        let server = stage.server();
        assert!(routes().len() > 30);
        for (method, path, _) in routes() {
            match method {
                "GET" => {
                    emil.get(&path).await.assert_status_not_found();
                    server.get(&path).await.assert_status_see_other();
                }
                _ => {
                    emil.post(&path, &[]).await.assert_status_not_found();
                    server.post(&path).await.assert_status_unauthorized();
                }
            }
        }
        emil.get("/desk/fremde/houses/raesfeld").await.assert_status_not_found();
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.get("/desk/muebi/houses/enger").await.assert_status_not_found();
    }
}

on_both! {
    async fn a_coach_reads_and_changes_nothing(stage: Stage) {
        let dora = Browser::of(&stage, &stage.cast.dora).await;
        for (method, path, right) in routes() {
            let answer = match method {
                "GET" => dora.get(&path).await,
                _ => dora.post(&path, &[]).await,
            };
            match right {
                Right::Reading => answer.assert_status_ok(),
                _ => answer.assert_status_forbidden(),
            };
        }
    }
}

on_both! {
    async fn only_coordination_sets_what_concerns_all(stage: Stage) {
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        for (method, path, right) in routes() {
            if right == Right::Coordinating {
                let answer = match method {
                    "GET" => bernd.get(&path).await,
                    _ => bernd.post(&path, &[]).await,
                };
                answer.assert_status_forbidden();
            }
        }
    }
}
