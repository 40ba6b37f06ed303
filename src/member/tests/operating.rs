//! Running the installation.
use super::{Browser, WORDS, give_password, led_to, text_of};
use crate::consortium::address::read_slug;
use crate::member::Person;
use crate::member::operating::inviting;
use crate::member::tests::join::come_in;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn a_verbund_is_founded_and_its_first_coordinator_comes_in(stage: Stage) {
        let server = stage.server();
        let mut olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        olaf.get("/operate").await.assert_text_contains("Bücherschubsen");
        for slug in ["muebi", "desk", "Süd", "", "verbuende", "archiv", "robots", "a--b"] {
            let refused = olaf.post("/operate/consortia", &[("name", "Neu"), ("slug", slug)]).await;
            refused.assert_status_unprocessable_entity();
        }
        let answer = olaf.post("/operate/consortia", &[("name", "Lesen im Süden"), ("slug", "sueden")]).await;
        answer.assert_status_ok();
        let code = text_of(&answer.text(), "issued-code");
        assert_eq!(text_of(&answer.text(), "issued-link"), format!("http://verbund.example/join/{code}"));
        let mut mona = Browser::new(&server);
        led_to(&come_in(&mut mona, &code, "Mona Maas").await);
        mona.get("/desk/sueden/people").await.assert_text_contains("Koordination");
        assert!(!server.get("/").await.text().contains("Lesen im Süden"), "it starts not public");
    }
}

on_both! {
    async fn only_operators_come_to_the_operators_page(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.get("/operate").await.assert_status_not_found();
        anna.post("/operate/consortia", &[("name", "X"), ("slug", "xx")]).await.assert_status_not_found();
        anna.post("/operate/operators", &[]).await.assert_status_not_found();
    }
}

on_both! {
    async fn a_new_installation_has_a_one_time_link_for_its_first_operator(stage: Stage) {
        assert!(inviting::invite_first_operator(&stage.app).await.expect("asked").is_none(), "Olaf is there");
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE person SET operator_since = NULL").execute(&mut *tx).await.expect("nobody");
        tx.commit().await.expect("committed");
        let first = inviting::invite_first_operator(&stage.app).await.expect("asked").expect("a code");
        let second = inviting::invite_first_operator(&stage.app).await.expect("asked").expect("another start");
        let server = stage.server();
        let mut nora = Browser::new(&server);
        led_to(&come_in(&mut nora, &second, "Nora Nagel").await);
        assert_eq!(led_to(&nora.get("/desk").await), "/operate");
        come_in(&mut Browser::new(&server), &first, "Otto Ost").await.assert_status_unprocessable_entity();
        assert!(inviting::invite_first_operator(&stage.app).await.expect("asked").is_none());
    }
}

#[test]
fn no_verbund_is_called_like_a_part_of_the_installation() {
    let firsts = crate::routes::table().into_iter().filter_map(|route| route.path.split('/').nth(1));
    for first in firsts.filter(|first| !first.is_empty() && !first.contains(['{', '.'])) {
        assert!(read_slug(first).is_err(), "a Verbund could be called {first}");
    }
}

/// Makes a second operator by the page and gives the browser of the one who came in.
async fn second_operator<'a>(olaf: &mut Browser<'a>, name: &str) -> Browser<'a> {
    let answer = olaf.post("/operate/operators", &[]).await;
    let mut nora = Browser::new(olaf.server);
    led_to(&come_in(&mut nora, &text_of(&answer.text(), "issued-code"), name).await);
    nora
}

on_both! {
    async fn each_invitation_to_operate_is_one_of_its_own_and_all_is_written_down(stage: Stage) {
        let server = stage.server();
        let mut olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        let other = text_of(&olaf.post("/operate/operators", &[]).await.text(), "issued-code");
        second_operator(&mut olaf, "Nora Nagel").await;
        led_to(&come_in(&mut Browser::new(&server), &other, "Otto Ost").await);
        let page = olaf.get("/operate").await;
        page.assert_text_contains("Olaf Otten hat jemanden für den Betrieb eingeladen");
        page.assert_text_contains("Nora Nagel betreibt jetzt die Installation");
        page.assert_text_contains("Otto Ost betreibt jetzt die Installation");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let by: Vec<(Option<String>,)> = sqlx::query_as("SELECT created_by FROM invitation")
            .fetch_all(&mut *conn)
            .await
            .expect("invitations");
        assert!(by.iter().all(|(by,)| by.as_deref() == Some(stage.cast.olaf.id.as_str())));
    }
}

async fn path_of(stage: &Stage, name: &str) -> String {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let it: Person = sqlx::query_as("SELECT * FROM person WHERE name = $1")
        .bind(name)
        .fetch_one(&mut *conn)
        .await
        .expect("a person");
    format!("/operate/people/{}", it.id)
}

on_both! {
    async fn somebody_stops_operating_but_the_last_one_stays(stage: Stage) {
        let server = stage.server();
        let mut olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        let last = format!("{}/operating/end", path_of(&stage, "Olaf Otten").await);
        olaf.post(&last, &[]).await.assert_status_conflict();
        let end = format!("{}/end", path_of(&stage, "Olaf Otten").await);
        olaf.post(&end, &[]).await.assert_status_conflict();
        let nora = second_operator(&mut olaf, "Nora Nagel").await;
        nora.get("/operate").await.assert_text_contains("Olaf Otten");
        let path = path_of(&stage, "Nora Nagel").await;
        led_to(&olaf.post(&format!("{path}/operating/end"), &[]).await);
        nora.get("/operate").await.assert_status_not_found();
        olaf.get("/operate").await.assert_text_contains("Olaf Otten hat beendet, dass Nora Nagel");
    }
}

on_both! {
    async fn a_person_who_was_ended_is_out_at_once_and_comes_in_by_no_way(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let mut olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        let list = olaf.get("/operate/people?name=cord").await;
        list.assert_text_contains("Clara Cordes");
        assert!(!list.text().contains("Bernd"));
        let path = format!("/operate/people/{}", stage.cast.clara.id);
        olaf.get(&path).await.assert_text_contains("Münsterländer Bibliothekshelden");
        led_to(&olaf.post(&format!("{path}/end"), &[]).await);
        assert!(led_to(&clara.get("/me").await).starts_with("/sign-in"));
        let fields = [("name", "clara"), ("password", WORDS)];
        Browser::new(&server).post("/sign-in", &fields).await.assert_status_unprocessable_entity();
        olaf.get(&path).await.assert_text_contains("Zugang beendet");
        let anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.get("/desk/muebi/audit").await.assert_text_contains("Olaf Otten hat den Zugang von Clara Cordes beendet");
        led_to(&olaf.post(&format!("{path}/return"), &[]).await);
        led_to(&Browser::new(&server).post("/sign-in", &fields).await);
    }
}

on_both! {
    async fn only_operators_end_people(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.get("/operate/people").await.assert_status_not_found();
        let path = format!("/operate/people/{}", stage.cast.clara.id);
        anna.get(&path).await.assert_status_not_found();
        for act in ["end", "return", "operating/end", "rescue"] {
            anna.post(&format!("{path}/{act}"), &[]).await.assert_status_not_found();
        }
    }
}
