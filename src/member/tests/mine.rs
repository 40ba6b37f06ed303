//! What people decide about themselves.
use super::{Browser, WORDS, give_password, led_to, letter_to, link_in, text_of};
use crate::member::door::second_factor;
use crate::member::store as people;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn a_new_address_counts_only_once_it_is_confirmed(stage: Stage) {
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        led_to(&clara.post("/me/email", &[("email", "Clara@Rhede.example")]).await);
        let letter = letter_to(&stage, "clara@rhede.example").await.expect("a letter");
        let link = link_in(&letter);
        let read = |stage: &Stage| (stage.app.clone(), stage.cast.clara.id.clone());
        let (app, id) = read(&stage);
        let before = people::by_id(&mut app.db.read().await.expect("read"), &id).await.expect("clara");
        assert_eq!(before.email, None);
        Browser::new(&server).get(&link).await.assert_text_contains("clara@rhede.example");
        led_to(&Browser::new(&server).post(&link, &[]).await);
        let after = people::by_id(&mut app.db.read().await.expect("read"), &id).await.expect("clara");
        assert_eq!(after.confirmed_email(), Some("clara@rhede.example"));
        Browser::new(&server).get(&link).await.assert_status(axum::http::StatusCode::GONE);
        let late = Browser::new(&server).post(&link, &[]).await;
        late.assert_status(axum::http::StatusCode::GONE);
        late.assert_text_contains("Fordern Sie unter „Meine Angaben“ einen neuen an.");
    }
}

on_both! {
    async fn somebody_elses_address_cannot_be_taken_nor_found_out(stage: Stage) {
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let known = led_to(&clara.post("/me/email", &[("email", "anna@borken.example")]).await);
        let unknown = led_to(&clara.post("/me/email", &[("email", "neu@borken.example")]).await);
        assert_eq!(known, unknown);
        assert!(letter_to(&stage, "anna@borken.example").await.is_none());
    }
}

on_both! {
    async fn a_password_is_changed_only_by_who_knows_the_present_one(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let other = Browser::of(&stage, &server, &stage.cast.clara).await;
        let wrong = [("current", "geraten"), ("password", "neun blaue Enten")];
        clara.post("/me/password", &wrong).await.assert_status_unprocessable_entity();
        led_to(&clara.post("/me/password", &[("current", WORDS), ("password", "neun blaue Enten")]).await);
        clara.get("/me").await.assert_status_ok();
        assert!(led_to(&other.get("/me").await).starts_with("/sign-in"), "all other sessions end");
    }
}

on_both! {
    async fn nobody_gives_up_the_last_way_in(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        clara.get("/me").await.assert_text_contains("letzte Möglichkeit");
        let refused = clara.post("/me/password/remove", &[]).await;
        refused.assert_status_conflict();
        refused.assert_text_contains("letzte Möglichkeit");
        let still = Browser::new(&server).post("/sign-in", &[("name", "clara"), ("password", WORDS)]).await;
        led_to(&still);
    }
}

on_both! {
    async fn a_second_factor_counts_once_its_digits_were_typed_and_goes_only_with_them(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let page = clara.get("/me/second-factor").await;
        page.assert_text_contains("<svg");
        let secret = text_of(&page.text(), "secret").replace(' ', "");
        clara.post("/me/second-factor", &[("digits", "1")]).await.assert_status_unprocessable_entity();
        let digits = second_factor::digits_at(&secret, stage.app.clock.now());
        led_to(&clara.post("/me/second-factor", &[("digits", &digits)]).await);
        clara.get("/me").await.assert_text_contains("Eingeschaltet");
        let replayed = clara.post("/me/second-factor/remove", &[("digits", &digits)]).await;
        replayed.assert_status_unprocessable_entity();
        led_to(&clara.post("/me/second-factor/remove", &[("digits", WORDS)]).await);
        clara.get("/me").await.assert_text_contains("Ausgeschaltet");
    }
}

on_both! {
    async fn sessions_are_listed_and_ended_singly_or_all_but_this(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let phone = Browser::of(&stage, &server, &stage.cast.anna).await;
        let library = Browser::of(&stage, &server, &stage.cast.anna).await;
        let bernd = Browser::of(&stage, &server, &stage.cast.bernd).await;
        let page = anna.get("/me").await.text();
        assert_eq!(page.matches("/me/sessions/").count(), 3, "two others, and all others at once");
        let (_, rest) = page.split_once("action=\"/me/sessions/").expect("another session");
        let id = rest.split_once('/').expect("its end").0.to_owned();
        let mut stranger = Browser::of(&stage, &server, &stage.cast.bernd).await;
        led_to(&stranger.post(&format!("/me/sessions/{id}/end"), &[]).await);
        phone.get("/me").await.assert_status_ok();
        led_to(&anna.post(&format!("/me/sessions/{id}/end"), &[]).await);
        let gone = [phone.get("/me").await.status_code(), library.get("/me").await.status_code()];
        assert_eq!(gone.iter().filter(|code| **code == 303).count(), 1);
        led_to(&anna.post("/me/sessions/end-others", &[]).await);
        assert_eq!(phone.get("/me").await.status_code(), 303);
        assert_eq!(library.get("/me").await.status_code(), 303);
        anna.get("/me").await.assert_status_ok();
        bernd.get("/me").await.assert_status_ok();
    }
}

on_both! {
    async fn who_is_away_is_seen_as_away_until_that_day_is_over(stage: Stage) {
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        clara.post("/me/away", &[("away", "2026-11-20")]).await.assert_status_unprocessable_entity();
        led_to(&clara.post("/me/away", &[("away", "2026-11-27")]).await);
        clara.get("/desk/muebi/people").await.assert_text_contains("Nicht da bis Fr, 27. November");
        led_to(&clara.post("/me/away", &[("away", "2026-11-27"), ("back", "yes")]).await);
        assert!(!clara.get("/desk/muebi/people").await.text().contains("Nicht da"));
    }
}

on_both! {
    async fn the_page_speaks_the_persons_language(stage: Stage) {
        let server = stage.server();
        let mut clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let fields = [("name", "Clara C."), ("language", "en"), ("sign_in_name", "Clara")];
        led_to(&clara.post("/me", &fields).await);
        let page = clara.get("/me?done=saved").await;
        page.assert_text_contains("My details");
        page.assert_text_contains("Saved.");
        page.assert_text_contains("value=\"clara\"");
        assert!(!clara.get("/me?done=evil").await.text().contains("evil"));
    }
}

on_both! {
    async fn another_language_is_chosen_from_any_page_and_leads_back_there(stage: Stage) {
        let server = stage.server();
        let cookie = stage.sign_in(&stage.cast.clara).await;
        let choose = |from: &'static str| {
            let request = server.post("/me/language").add_header("cookie", cookie.as_str());
            request.add_header("referer", from).form(&[("language", "en")])
        };
        assert_eq!(led_to(&choose("https://verbund.example/desk/muebi/plan").await), "/desk/muebi/plan");
        assert_eq!(led_to(&choose("https://elsewhere.example//desk/muebi").await), "/me");
        let page = server.get("/desk/muebi/today").add_header("cookie", cookie.as_str()).await;
        page.assert_text_contains("lang=\"en\"");
        page.assert_text_contains("Sign out");
        let id = &stage.cast.clara.id;
        let clara = people::by_id(&mut stage.app.db.read().await.expect("read"), id).await.expect("clara");
        assert_eq!((clara.language.as_str(), &clara.name), ("en", &stage.cast.clara.name));
    }
}

on_both! {
    async fn whoever_only_accompanies_is_not_offered_to_write(stage: Stage) {
        let server = stage.server();
        let clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        let dora = Browser::of(&stage, &server, &stage.cast.dora).await;
        let tab = "class=\"slim\"><form";
        assert!(clara.get("/desk/muebi/topics").await.text().contains(tab));
        assert!(!dora.get("/desk/muebi/topics").await.text().contains(tab));
    }
}
