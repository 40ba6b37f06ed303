//! Twenty of the twenty-six people of one Verbund were volunteers who came once or twice a month and
//! had no address of their own. One code on a sheet of paper brings them all in.
use super::people::{WORDS, give_password};
use super::{Newcomer, Visitor, within};
use crate::member::Role;
use crate::on_both;
use crate::routes::{Right, table};
use crate::testing::{NOW, Stage};

const INVITE: &str = "/desk/muebi/people/invite";

/// The name under which the n-th volunteer signs in.
fn name(n: usize) -> String {
    format!("ehrenamt-{n}")
}

async fn comes_in(visitor: &mut Visitor<'_>, code: &str, n: usize) -> axum_test::TestResponse {
    let (sign_in, full) = (name(n), format!("Ehrenamt {n}"));
    let fields = [("name", full.as_str()), ("sign_in_name", &sign_in), ("password", WORDS)];
    visitor.post(&format!("/join/{code}"), &fields).await
}

on_both! {
    async fn one_code_brings_in_twenty_volunteers_and_no_one_more(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let fields = [("house", cast.rhede.id.as_str()), ("role", "volunteer"), ("places", "20"), ("days", "7")];
        let code = within(&anna.post(INVITE, &fields).await.text(), "id=\"issued-code\">", "<");

        for n in 1..=19 {
            let came = comes_in(&mut Visitor::new(&server), &code, n).await;
            assert_eq!(came.status_code(), 303, "{n}: {}", came.text());
        }
        // Two at once at the last place: one gets it, the other reads why not.
        let (mut one, mut other) = (Visitor::new(&server), Visitor::new(&server));
        let (first, second) = tokio::join!(comes_in(&mut one, &code, 20), comes_in(&mut other, &code, 21));
        let (last, missed) = if first.status_code() == 303 { (20, second) } else { (21, first) };
        assert!(missed.status_code().is_client_error());
        missed.assert_text_contains("Alle Plätze dieser Einladung sind vergeben");
        let late = comes_in(&mut Visitor::new(&server), &code, 22).await;
        late.assert_status_unprocessable_entity();
        late.assert_text_contains("Alle Plätze dieser Einladung sind vergeben");
        assert!(anna.read(INVITE).await.contains("20 von 20 Plätzen vergeben"));

        // Each of them comes back another day, with name and password.
        stage.app.clock.set(NOW.plus_hours(24));
        for n in (1..=19).chain([last]) {
            let mut back = Visitor::new(&server);
            let to = back.does("/sign-in", &[("name", &name(n)), ("password", WORDS)]).await;
            assert_eq!(to, "/desk");
            back.read("/desk/muebi/today").await;
        }
    }
}

on_both! {
    async fn guessing_codes_is_stopped(stage: Stage) {
        let server = stage.server();
        let mut thief = Visitor::new(&server);
        let mut tries = 0;
        let stopped = loop {
            tries += 1;
            let answer = thief.post("/sign-in/code", &[("code", &format!("AAAA-{tries:04}"))]).await;
            if answer.status_code() == 429 {
                break answer;
            }
            answer.assert_status_unprocessable_entity();
            assert!(tries < 200, "somebody could try for ever");
        };
        assert!(stopped.headers().contains_key("retry-after"));
        assert_eq!(thief.get("/join/ZZZZ-ZZZZ").await.status_code(), 429, "all doors count together");
    }
}

on_both! {
    async fn a_volunteer_who_has_lost_the_password_gets_a_code_from_coordination(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        give_password(&stage, &cast.clara, "clara").await;
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let rescue = format!("/desk/muebi/people/{}/rescue", cast.clara.id);
        let code = within(&anna.post(&rescue, &[]).await.text(), "id=\"issued-code\">", "<");
        let mut clara = Visitor::new(&server);
        let asked = clara.post("/sign-in/code", &[("code", &code)]).await;
        asked.assert_text_contains("Clara Cordes");
        let words = "vier Ziegen am Bach";
        let fields = [("code", code.as_str()), ("sign_in_name", "clara"), ("password", words)];
        clara.does("/sign-in/rescue", &fields).await;
        clara.read("/desk/muebi/today").await;
        let mut again = Visitor::new(&server);
        again.is_refused("/sign-in/rescue", &fields, 422).await;
        again.is_refused("/sign-in", &[("name", "clara"), ("password", WORDS)], 422).await;
        again.does("/sign-in", &[("name", "clara"), ("password", words)]).await;
        assert!(anna.read("/desk/muebi/audit").await.contains("Clara Cordes"));
    }
}

on_both! {
    async fn a_volunteer_writes_and_proposes_and_decides_nothing_for_others(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut clara = Visitor::of(&stage, &server, &cast.clara).await;
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let own = clara.writes(&cast.rhede, "Bücherflohmarkt").await;
        clara.proposes(own, None).await;
        anna.signs_off(own).await;
        assert!(Visitor::new(&server).read("/muebi").await.contains("Bücherflohmarkt"));

        // A post of another house is there to be read and talked about, not to be signed off.
        let number = anna.writes(&cast.borken, "Lesenacht").await;
        anna.proposes(number, Some("2026-11-30")).await;
        let post = format!("/desk/muebi/posts/{number}");
        let page = clara.read(&post).await;
        assert!(page.contains("Lesenacht") && !page.contains(&format!("{post}/approval")));
        let read = within(&anna.read(&format!("{post}/edit")).await, "name=\"base\" value=\"", "\"");
        let refused = clara.is_refused(&format!("{post}/approval"), &[("revision", &read)], 403).await;
        assert!(refused.contains("Als Ehrenamt schreiben und schlagen Sie vor"));
        clara.does(&format!("{post}/talk"), &[("message", "Da helfe ich mit!")]).await;

        // Nobody is invited, no house and no setting changed, no mode proposed.
        let invitation = [("house", cast.rhede.id.as_str()), ("role", "volunteer"), ("places", "1")];
        clara.is_refused(INVITE, &invitation, 403).await;
        clara.get("/desk/muebi/houses/rhede").await.assert_status_forbidden();
        assert!(!clara.read("/desk/muebi/mode").await.contains("<form method=\"post\" action=\"/desk/muebi/mode"));
        clara.is_refused("/desk/muebi/mode", &[("mode", "direct")], 409).await;
        for route in table().into_iter().filter(|route| route.right == Right::Coordinating) {
            let path = route.path.replace("{verbund}", "muebi").replace("{house}", "rhede");
            let answer = if route.method == "GET" { clara.get(&path).await } else { clara.post(&path, &[]).await };
            assert_eq!(answer.status_code(), 403, "{} {path}", route.method);
        }
        let overview = clara.read("/desk/muebi/consortium").await;
        for closed in ["/settings/", "people/invite", "/ending", "houses/rhede"] {
            assert!(!overview.contains(closed), "no way to {closed} is shown");
        }

        // Her house trusts her with it, and then she may.
        let frieda = Newcomer { name: "Frieda", house: &cast.rhede, role: Role::SigningVolunteer, language: "de" };
        let mut frieda = Visitor::of(&stage, &server, &frieda.enter(&stage).await).await;
        frieda.signs_off(number).await;
    }
}
