//! Invitations: who may invite, who comes in, and that places are counted.
use super::{Browser, WORDS, led_to, text_of};
use crate::base::db::Conn;
use crate::institution::Institution;
use crate::member::store as people;
use crate::member::{Person, Role};
use crate::on_both;
use crate::testing::Stage;

const INVITE: &str = "/desk/muebi/people/invite";

/// Invites and gives the code that is shown once.
pub async fn invite(browser: &mut Browser<'_>, house: &Institution, role: &str, places: &str) -> String {
    let fields = [
        ("house", house.id.as_str()),
        ("role", role),
        ("places", places),
        ("days", "7"),
        ("until", "2027-01-31"),
    ];
    let answer = browser.post(INVITE, &fields).await;
    answer.assert_status_ok();
    text_of(&answer.text(), "issued-code")
}

/// Comes in as a new person.
pub async fn come_in<'a>(browser: &mut Browser<'a>, code: &str, name: &str) -> axum_test::TestResponse {
    let sign_in_name = name.to_lowercase().replace(' ', ".");
    let fields = [("name", name), ("sign_in_name", sign_in_name.as_str()), ("password", WORDS)];
    browser.post(&format!("/join/{code}"), &fields).await
}

async fn person(conn: &mut Conn, name: &str) -> Person {
    people::by_sign_in(conn, name).await.expect("asked").expect("a person of that name")
}

on_both! {
    async fn a_volunteer_comes_in_with_a_typed_code_and_no_e_mail_address(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = invite(&mut anna, &stage.cast.rhede, "volunteer", "20").await;
        let mut frieda = Browser::new(&server);
        let typed = code.to_lowercase().replace('-', " ");
        let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        assert_eq!(led_to(&frieda.post("/sign-in/code", &[("code", &typed)]).await), format!("/join/{plain}"));
        frieda.get(&format!("/join/{plain}")).await.assert_text_contains("Bücherei Rhede");
        assert_eq!(led_to(&come_in(&mut frieda, &plain, "Frieda Funke").await), "/desk");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let new = person(&mut conn, "frieda.funke").await;
        assert_eq!(new.email, None);
        let own = people::memberships_of(&mut conn, &new.id).await.expect("memberships");
        assert_eq!(own.len(), 1);
        assert_eq!((own[0].role(), own[0].institution_id.as_ref()), (Role::Volunteer, Some(&stage.cast.rhede.id)));
        drop(conn);
        anna.get(INVITE).await.assert_text_contains("1 von 20 Plätzen vergeben");
        frieda.get("/desk/muebi/people").await.assert_text_contains("Frieda Funke");
    }
}

on_both! {
    async fn of_two_who_come_for_the_last_place_one_gets_it(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = invite(&mut anna, &stage.cast.borken, "staff", "1").await;
        let (mut one, mut other) = (Browser::new(&server), Browser::new(&server));
        let (first, second) = tokio::join!(
            come_in(&mut one, &code, "Gerda Groß"),
            come_in(&mut other, &code, "Hanne Hof"),
        );
        let came = [&first, &second].iter().filter(|answer| answer.status_code() == 303).count();
        assert_eq!(came, 1);
        let mut conn = stage.app.db.read().await.expect("a connection");
        let gerda = people::by_sign_in(&mut conn, "gerda.groß").await.expect("asked");
        let hanne = people::by_sign_in(&mut conn, "hanne.hof").await.expect("asked");
        assert_eq!([gerda, hanne].into_iter().flatten().count(), 1, "who gets no place leaves no trace");
    }
}

on_both! {
    async fn an_invitation_that_was_taken_back_or_ran_out_says_so(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = invite(&mut anna, &stage.cast.borken, "staff", "5").await;
        let page = anna.get(INVITE).await.text();
        let (_, rest) = page.split_once("people/invite/").expect("an open invitation");
        let id = rest.split_once('/').expect("its end").0.to_owned();
        led_to(&anna.post(&format!("{INVITE}/{id}/end"), &[]).await);
        let ended = Browser::new(&server).get(&format!("/join/{code}")).await;
        ended.assert_status_unprocessable_entity();
        ended.assert_text_contains("zurückgenommen");
        let code = invite(&mut anna, &stage.cast.borken, "staff", "5").await;
        stage.app.clock.set(stage.app.clock.now().plus_hours(24 * 8));
        come_in(&mut Browser::new(&server), &code, "Ina Ilse").await.assert_text_contains("abgelaufen");
        Browser::new(&server).get("/join/ZZZZ-ZZZZ").await.assert_text_contains("kennen wir nicht");
    }
}

on_both! {
    async fn a_sign_in_name_belongs_to_one_person(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = invite(&mut anna, &stage.cast.borken, "staff", "5").await;
        led_to(&come_in(&mut Browser::new(&server), &code, "Jana Jung").await);
        let again = come_in(&mut Browser::new(&server), &code, "JANA Jung").await;
        again.assert_status_unprocessable_entity();
        again.assert_text_contains("hat schon jemand");
        again.assert_text_contains("value=\"JANA Jung\"");
        let (mut one, mut other) = (Browser::new(&server), Browser::new(&server));
        let (first, second) =
            tokio::join!(come_in(&mut one, &code, "Kai Kern"), come_in(&mut other, &code, "Kai Kern"));
        assert_eq!([first, second].iter().filter(|answer| answer.status_code() == 303).count(), 1);
    }
}

on_both! {
    async fn who_is_signed_in_joins_a_further_verbund_as_the_same_person(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = invite(&mut anna, &stage.cast.borken, "staff", "2").await;
        let mut emil = Browser::of(&stage, &server, &stage.cast.emil).await;
        emil.get(&format!("/join/{code}")).await.assert_text_contains("Sie sind als Emil Ebbers angemeldet");
        led_to(&emil.post(&format!("/join/{code}/me"), &[]).await);
        let chooser = emil.get("/desk").await;
        chooser.assert_text_contains("Bücherschubsen");
        chooser.assert_text_contains("Münsterländer Bibliothekshelden");
        let again = emil.post(&format!("/join/{code}/me"), &[]).await;
        again.assert_status_conflict();
        anna.get(INVITE).await.assert_text_contains("1 von 2 Plätzen vergeben");
    }
}

on_both! {
    async fn a_coach_and_a_volunteer_cannot_invite(stage: Stage) {
        let server = stage.server();
        for person in [&stage.cast.dora, &stage.cast.clara] {
            let mut browser = Browser::of(&stage, &server, person).await;
            browser.get(INVITE).await.assert_status_forbidden();
            let fields = [("house", stage.cast.rhede.id.as_str()), ("role", "volunteer"), ("places", "1")];
            browser.post(INVITE, &fields).await.assert_status_forbidden();
        }
    }
}

on_both! {
    async fn a_head_invites_into_the_own_house_and_nowhere_else(stage: Stage) {
        let server = stage.server();
        let mut bernd = Browser::of(&stage, &server, &stage.cast.bernd).await;
        invite(&mut bernd, &stage.cast.raesfeld, "volunteer", "1").await;
        for (house, role) in [(&stage.cast.rhede, "staff"), (&stage.cast.raesfeld, "coach"), (&stage.cast.raesfeld, "coordinator")] {
            let fields = [("house", house.id.as_str()), ("role", role), ("places", "1"), ("until", "2027-01-31")];
            bernd.post(INVITE, &fields).await.assert_status_forbidden();
        }
        let foreign = [("house", stage.cast.enger.id.as_str()), ("role", "staff"), ("places", "1")];
        bernd.post(INVITE, &foreign).await.assert_status_forbidden();
    }
}

on_both! {
    async fn a_coach_is_invited_until_a_day_and_is_gone_the_next(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let missing = anna.post(INVITE, &[("role", "coach"), ("places", "1"), ("days", "7")]).await;
        missing.assert_status_unprocessable_entity();
        missing.assert_text_contains("until-fault");
        let code = invite(&mut anna, &stage.cast.borken, "coach", "1").await;
        let mut lars = Browser::new(&server);
        led_to(&come_in(&mut lars, &code, "Lars Lind").await);
        lars.get("/desk/muebi/people").await.assert_text_contains("31. Januar 2027");
        stage.app.clock.set(crate::base::clock::Instant::from_millis(1_801_436_400_000));
        let mut later = Browser::new(&server);
        led_to(&later.post("/sign-in", &[("name", "lars.lind"), ("password", WORDS)]).await);
        later.get("/desk/muebi/people").await.assert_status_not_found();
    }
}
