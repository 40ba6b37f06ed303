//! Every way in, and who is refused.
use super::{Browser, WORDS, give_password, led_to, letter_to, link_in};
use crate::member::door::{local_path, second_factor, store as door_store};
use crate::member::people::store as trail;
use crate::on_both;
use crate::testing::Stage;

#[test]
fn going_back_never_leads_to_a_foreign_host() {
    for foreign in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "evil.example",
        "javascript:alert(1)",
        "",
        "/ /evil.example",
        "/\n//evil.example",
    ] {
        assert_eq!(local_path(foreign), None, "{foreign:?}");
    }
    assert_eq!(local_path("/desk/muebi/plan?week=3"), Some("/desk/muebi/plan?week=3"));
    assert_eq!(local_path("/sign-in?back=/x"), None, "no way in a circle");
}

on_both! {
    async fn name_and_password_let_in_and_lead_back(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::new(&server);
        let asked = clara.get("/desk").await;
        assert_eq!(led_to(&asked), "/sign-in?back=%2Fdesk");
        let answer = clara
            .post("/sign-in", &[("name", " Clara "), ("password", WORDS), ("back", "/me")])
            .await;
        assert_eq!(led_to(&answer), "/me");
        let cookie = answer.headers()["set-cookie"].to_str().expect("text");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age"));
        clara.get("/me").await.assert_text_contains("Clara Cordes");
    }
}

on_both! {
    async fn the_e_mail_address_is_as_good_as_the_name(stage: Stage) {
        give_password(&stage, &stage.cast.anna, "anna").await;
        let server = stage.server();
        let mut anna = Browser::new(&server);
        let answer = anna.post("/sign-in", &[("name", "Anna@Borken.example"), ("password", WORDS)]).await;
        assert_eq!(led_to(&answer), "/desk");
        assert_eq!(led_to(&anna.get("/desk").await), "/desk/muebi/today");
    }
}

on_both! {
    async fn a_foreign_host_in_the_address_is_dropped_at_sign_in(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::new(&server);
        clara.get("/sign-in?back=//evil.example").await.assert_status_ok();
        let answer = clara
            .post("/sign-in", &[("name", "clara"), ("password", WORDS), ("back", "//evil.example")])
            .await;
        assert_eq!(led_to(&answer), "/desk");
    }
}

on_both! {
    async fn nobody_learns_whether_a_person_exists(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut stranger = Browser::new(&server);
        let wrong = stranger.post("/sign-in", &[("name", "clara"), ("password", "falsch geraten")]).await;
        let unknown = stranger.post("/sign-in", &[("name", "niemand"), ("password", "falsch geraten")]).await;
        wrong.assert_status_unprocessable_entity();
        assert_eq!(wrong.text().replace("clara", "niemand"), unknown.text());
        assert!(wrong.headers().get("set-cookie").is_none());
        wrong.assert_text_contains("aria-invalid");
    }
}

on_both! {
    async fn guessing_is_stopped_after_ten_tries_and_may_go_on_later(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut stranger = Browser::new(&server);
        for _ in 0..10 {
            let answer = stranger.post("/sign-in", &[("name", "clara"), ("password", "falsch geraten")]).await;
            answer.assert_status_unprocessable_entity();
        }
        let right = stranger.post("/sign-in", &[("name", "clara"), ("password", WORDS)]).await;
        right.assert_status_too_many_requests();
        assert!(right.headers().contains_key("retry-after"));
        stage.app.clock.set(stage.app.clock.now().plus_minutes(11));
        led_to(&stranger.post("/sign-in", &[("name", "clara"), ("password", WORDS)]).await);
    }
}

on_both! {
    async fn guessing_codes_from_one_address_is_stopped(stage: Stage) {
        let server = stage.server();
        let mut stranger = Browser::new(&server);
        for _ in 0..120 {
            let wrong = stranger.post("/sign-in/code", &[("code", "ABCD-EFGH")]).await;
            wrong.assert_status_unprocessable_entity();
        }
        let stopped = stranger.post("/sign-in/code", &[("code", "ABCD-EFGJ")]).await;
        stopped.assert_status_too_many_requests();
        stranger.get("/join/ABCD-EFGJ").await.assert_status_too_many_requests();
    }
}

on_both! {
    async fn a_shared_computer_has_a_short_session_that_leaves_nothing_behind(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::new(&server);
        let fields = [("name", "clara"), ("password", WORDS), ("shared", "yes")];
        let answer = clara.post("/sign-in", &fields).await;
        let cookie = answer.headers()["set-cookie"].to_str().expect("text").to_owned();
        assert!(!cookie.contains("Max-Age"), "it goes with the browser: {cookie}");
        clara.get("/me").await.assert_text_contains("gemeinsamer Computer");
        stage.app.clock.set(stage.app.clock.now().plus_minutes(119));
        clara.get("/me").await.assert_status_ok();
        stage.app.clock.set(stage.app.clock.now().plus_minutes(121));
        assert!(led_to(&clara.get("/me").await).starts_with("/sign-in"));
    }
}

on_both! {
    async fn signing_out_ends_the_session_everywhere_it_was_copied_to(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let copied = Browser { server: &server, cookie: anna.cookie.clone() };
        led_to(&anna.post("/sign-out", &[]).await);
        assert_eq!(anna.cookie, None);
        assert!(led_to(&copied.get("/me").await).starts_with("/sign-in"));
    }
}

on_both! {
    async fn a_link_by_mail_lets_in_once_and_for_a_quarter_of_an_hour(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::new(&server);
        let asked = anna.post("/sign-in/link", &[("email", "anna@borken.example"), ("back", "/me")]).await;
        let unknown = anna.post("/sign-in/link", &[("email", "niemand@borken.example")]).await;
        assert_eq!(led_to(&asked), led_to(&unknown), "the answer does not tell who is known");
        assert!(letter_to(&stage, "niemand@borken.example").await.is_none());
        let letter = letter_to(&stage, "anna@borken.example").await.expect("a letter");
        assert!(letter.starts_with("Guten Tag, Anna Albers,"), "{letter}");
        let link = link_in(&letter);
        anna.get(&link).await.assert_status_ok();
        assert_eq!(anna.cookie, None, "looking at the link does not use it");
        let path = link.split('?').next().expect("a path");
        assert_eq!(led_to(&anna.post(path, &[("back", "/me")]).await), "/me");
        Browser::new(&server).post(path, &[]).await.assert_status_unprocessable_entity();
        Browser::new(&server).get(path).await.assert_text_contains("gilt nicht mehr");

        anna.post("/sign-in/link", &[("email", "anna@borken.example")]).await;
        let link = link_in(&letter_to(&stage, "anna@borken.example").await.expect("a letter"));
        stage.app.clock.set(stage.app.clock.now().plus_minutes(16));
        Browser::new(&server).post(&link, &[]).await.assert_status_unprocessable_entity();
    }
}

on_both! {
    async fn an_unconfirmed_address_gets_no_link(stage: Stage) {
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        let clara = &stage.cast.clara.id;
        crate::member::me::store::set_email(&mut tx, clara, Some("clara@rhede.example"), None).await.expect("set");
        tx.commit().await.expect("committed");
        let server = stage.server();
        Browser::new(&server).post("/sign-in/link", &[("email", "clara@rhede.example")]).await;
        assert!(letter_to(&stage, "clara@rhede.example").await.is_none());
    }
}

on_both! {
    async fn a_second_factor_is_asked_for_and_its_digits_are_good_once(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let secret = second_factor::new_secret();
        let clara_id = &stage.cast.clara.id;
        let sealed = second_factor::close(&stage.app.seal, clara_id, &secret).expect("sealed");
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        door_store::set_second_factor(&mut tx, clara_id, Some(&sealed), None).await.expect("set");
        tx.commit().await.expect("committed");
        let server = stage.server();
        let digits = second_factor::digits_at(&secret, stage.app.clock.now());
        let mut clara = Browser::new(&server);
        let begun = first_step(&mut clara).await;
        let wrong = clara.post("/sign-in/second", &[("begun", &begun), ("digits", "000000x")]).await;
        wrong.assert_status_unprocessable_entity();
        assert_eq!(clara.cookie, None);
        assert_eq!(led_to(&clara.post("/sign-in/second", &[("begun", &begun), ("digits", &digits)]).await), "/desk");
        let mut thief = Browser::new(&server);
        let begun = first_step(&mut thief).await;
        let replayed = thief.post("/sign-in/second", &[("begun", &begun), ("digits", &digits)]).await;
        replayed.assert_status_unprocessable_entity();
        assert_eq!(thief.cookie, None);
    }
}

async fn first_step(browser: &mut Browser<'_>) -> String {
    let answer = browser.post("/sign-in", &[("name", "clara"), ("password", WORDS)]).await;
    answer.assert_status_ok();
    assert_eq!(browser.cookie, None, "the password alone lets nobody in");
    let page = answer.text();
    let (_, rest) = page.split_once("name=\"begun\" value=\"").expect("the second step");
    rest.split_once('"').expect("its end").0.to_owned()
}

on_both! {
    async fn an_operator_without_a_verbund_comes_to_the_operators_page(stage: Stage) {
        let server = stage.server();
        let olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        assert_eq!(led_to(&olaf.get("/desk").await), "/operate");
        olaf.get("/desk/muebi/people").await.assert_status_not_found();
    }
}

on_both! {
    async fn passkeys_say_in_words_why_they_are_not_there(stage: Stage) {
        let server = stage.server();
        Browser::new(&server).get("/sign-in").await.assert_text_contains("nicht unter einer Nummer");
        let asked = server.post("/sign-in/passkey/start").add_header("accept", "application/json").await;
        asked.assert_status_conflict();
    }
}

on_both! {
    async fn every_act_in_a_trail_has_its_sentence(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.post("/desk/muebi/people/invite", &[("role", "coordinator"), ("places", "1"), ("days", "7")]).await;
        let mut conn = stage.app.db.read().await.expect("a connection");
        let lines = trail::trail(&mut conn, &stage.cast.muebi.id, 10).await.expect("lines");
        assert_eq!(lines.len(), 1);
        assert!(lines[0].sentence(crate::base::text::Lang::De).contains("Anna Albers hat eingeladen"));
    }
}
