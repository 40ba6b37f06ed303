//! Coming in again when all else is lost.
use super::{Browser, WORDS, give_password, led_to, letter_to, text_of};
use crate::member::door::passkey::Stored;
use crate::member::door::{store as door_store, web_rescue};
use crate::member::{Membership, PasskeyId, Role, store as people};
use crate::on_both;
use crate::testing::Stage;

async fn issue(browser: &mut Browser<'_>, stage: &Stage) -> String {
    let answer = browser.post(&format!("/desk/muebi/people/{}/rescue", stage.cast.clara.id), &[]).await;
    answer.assert_status_ok();
    assert_eq!(answer.headers()["cache-control"], "no-store");
    text_of(&answer.text(), "issued-code")
}

on_both! {
    async fn a_code_from_the_coordination_sets_a_new_password_and_ends_all_other_sessions(stage: Stage) {
        give_password(&stage, &stage.cast.clara, "clara").await;
        let server = stage.server();
        let stolen = Browser::of(&stage, &server, &stage.cast.clara).await;
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let first = issue(&mut anna, &stage).await;
        let code = issue(&mut anna, &stage).await;
        let mut clara = Browser::new(&server);
        clara.post("/sign-in/code", &[("code", &first)]).await.assert_status_unprocessable_entity();
        clara.post("/sign-in/code", &[("code", &code)]).await.assert_text_contains("Clara Cordes");
        let short = [("code", code.as_str()), ("sign_in_name", "clara"), ("password", "kurz")];
        clara.post("/sign-in/rescue", &short).await.assert_status_unprocessable_entity();
        stolen.get("/me").await.assert_status_ok();
        let fields = [("code", code.as_str()), ("sign_in_name", "clara.c"), ("password", "neun blaue Enten")];
        led_to(&clara.post("/sign-in/rescue", &fields).await);
        clara.get("/me").await.assert_status_ok();
        assert!(led_to(&stolen.get("/me").await).starts_with("/sign-in"));
        let mut again = Browser::new(&server);
        again.post("/sign-in/rescue", &fields).await.assert_status_unprocessable_entity();
        let old = again.post("/sign-in", &[("name", "clara.c"), ("password", WORDS)]).await;
        old.assert_status_unprocessable_entity();
        led_to(&again.post("/sign-in", &[("name", "clara.c"), ("password", "neun blaue Enten")]).await);
        let trail = anna.get("/desk/muebi/audit").await;
        trail.assert_text_contains("Anna Albers hat für Clara Cordes einen Code");
        trail.assert_text_contains("Clara Cordes ist mit dem Code wieder hereingekommen");
    }
}

/// Gives a person a passkey that nobody holds, a password and a second factor.
async fn give_every_way(stage: &Stage, person: &crate::member::Person) {
    give_password(stage, person, "clara").await;
    let passkey = Stored {
        id: PasskeyId("lost".into()),
        person_id: person.id.clone(),
        name: "Verlorenes Telefon".into(),
        credential: "{}".into(),
        created_at: stage.app.clock.now(),
        last_used_at: None,
    };
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    door_store::insert_passkey(&mut tx, &passkey).await.expect("a passkey");
    door_store::set_second_factor(&mut tx, &person.id, Some("JBSWY3DPEHPK3PXP"), None)
        .await
        .expect("a factor");
    tx.commit().await.expect("committed");
}

on_both! {
    async fn a_code_voids_every_other_way_in_and_says_so(stage: Stage) {
        give_every_way(&stage, &stage.cast.clara).await;
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = issue(&mut anna, &stage).await;
        let mut clara = Browser::new(&server);
        let page = clara.post("/sign-in/code", &[("code", &code)]).await;
        page.assert_text_contains("alle Passkeys, das alte Passwort und der zweite Faktor");
        let fields = [("code", code.as_str()), ("sign_in_name", "clara"), ("password", "neun blaue Enten")];
        led_to(&clara.post("/sign-in/rescue", &fields).await);
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert!(door_store::passkeys_of(&mut conn, &stage.cast.clara.id).await.expect("a list").is_empty());
    }
}

on_both! {
    async fn no_old_password_is_left_when_a_code_is_exchanged_for_a_passkey(stage: Stage) {
        give_every_way(&stage, &stage.cast.clara).await;
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = issue(&mut anna, &stage).await;
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        web_rescue::use_up(&mut tx, &stage.app, &code).await.expect("used");
        let clara = people::by_id(&mut tx, &stage.cast.clara.id).await.expect("Clara");
        assert_eq!((clara.password_hash, clara.totp_secret), (None, None));
        assert!(door_store::passkeys_of(&mut tx, &clara.id).await.expect("a list").is_empty());
        tx.commit().await.expect("committed");
    }
}

on_both! {
    async fn a_code_is_void_once_its_person_belongs_to_another_verbund_too(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = issue(&mut anna, &stage).await;
        join_enger(&stage, &stage.cast.clara).await;
        let fields = [("code", code.as_str()), ("sign_in_name", "clara"), ("password", "neun blaue Enten")];
        let mut clara = Browser::new(&server);
        clara.post("/sign-in/rescue", &fields).await.assert_status_unprocessable_entity();
        clara.post("/sign-in/code", &[("code", &code)]).await.assert_status_unprocessable_entity();
    }
}

on_both! {
    async fn who_belongs_to_two_verbuende_gets_a_code_from_whoever_runs_the_installation(stage: Stage) {
        join_enger(&stage, &stage.cast.clara).await;
        let server = stage.server();
        let clara = &stage.cast.clara.id;
        for (person, slug) in [(&stage.cast.anna, "muebi"), (&stage.cast.emil, "fremde")] {
            let mut coordination = Browser::of(&stage, &server, person).await;
            let page = coordination.get(&format!("/desk/{slug}/people/{clara}")).await;
            assert!(!page.text().contains("/rescue\""), "nobody is offered what will be refused");
            let refused = coordination.post(&format!("/desk/{slug}/people/{clara}/rescue"), &[]).await;
            refused.assert_status_conflict();
            refused.assert_text_contains("gehört auch zu einem anderen Verbund");
        }
        let mut olaf = Browser::of(&stage, &server, &stage.cast.olaf).await;
        let answer = olaf.post(&format!("/operate/people/{clara}/rescue"), &[]).await;
        answer.assert_status_ok();
        let code = text_of(&answer.text(), "issued-code");
        let fields = [("code", code.as_str()), ("sign_in_name", "clara"), ("password", "neun blaue Enten")];
        led_to(&Browser::new(&server).post("/sign-in/rescue", &fields).await);
        for (person, slug) in [(&stage.cast.anna, "muebi"), (&stage.cast.emil, "fremde")] {
            let coordination = Browser::of(&stage, &server, person).await;
            let trail = coordination.get(&format!("/desk/{slug}/audit")).await;
            trail.assert_text_contains("Olaf Otten hat für Clara Cordes einen Code");
        }
    }
}

async fn join_enger(stage: &Stage, person: &crate::member::Person) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let (verbund, house) = (&stage.cast.foreign.id, Some(&stage.cast.enger.id));
    let it = Membership::new(&person.id, verbund, house, Role::Staff, stage.app.clock.now());
    people::insert_membership(&mut tx, &it).await.expect("a membership");
    tx.commit().await.expect("committed");
}

on_both! {
    async fn a_code_holds_for_a_day(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let code = issue(&mut anna, &stage).await;
        stage.app.clock.set(stage.app.clock.now().plus_hours(25));
        let late = Browser::new(&server).post("/sign-in/code", &[("code", &code)]).await;
        late.assert_status_unprocessable_entity();
    }
}

on_both! {
    async fn a_code_is_only_for_people_of_the_own_verbund_and_never_for_operators(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let mut bernd = Browser::of(&stage, &server, &stage.cast.bernd).await;
        let path = |person: &crate::member::Person| format!("/desk/muebi/people/{}/rescue", person.id);
        bernd.post(&path(&stage.cast.clara), &[]).await.assert_status_forbidden();
        anna.post(&path(&stage.cast.emil), &[]).await.assert_status_not_found();
        anna.post(&path(&stage.cast.olaf), &[]).await.assert_status_not_found();
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        for person in [&stage.cast.olaf, &stage.cast.emil] {
            let house = Some(&stage.cast.borken.id);
            let it = Membership::new(&person.id, &stage.cast.muebi.id, house, Role::Staff, stage.app.clock.now());
            people::insert_membership(&mut tx, &it).await.expect("a membership");
        }
        tx.commit().await.expect("committed");
        anna.post(&path(&stage.cast.olaf), &[]).await.assert_status_conflict();
        let elsewhere = anna.post(&path(&stage.cast.emil), &[]).await;
        elsewhere.assert_status_conflict();
        elsewhere.assert_text_contains("gehört auch zu einem anderen Verbund");
    }
}

on_both! {
    async fn the_person_is_told_that_a_code_was_issued(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.post(&format!("/desk/muebi/people/{}/rescue", stage.cast.bernd.id), &[]).await.assert_status_ok();
        let letter = letter_to(&stage, "bernd@raesfeld.example").await.expect("a letter");
        assert!(letter.contains("Anna Albers hat für Sie einen Code ausgestellt"));
        assert!(letter.contains("http://verbund.example/me"));
        assert!(letter.contains("Münsterländer Bibliothekshelden"), "the foot says who writes: {letter}");
    }
}
