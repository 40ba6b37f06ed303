//! What signing off promises from the first proposal to the public page, on both databases.
use crate::on_both;
use crate::post::play_tests::{Play, change, member, set_mode, write};
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;
use crate::testing::{NOW, Stage};

on_both! {
    async fn a_silent_house_gives_way_to_the_next_and_what_that_one_signs_off_appears_on_time(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        let first = play.asked(number).await;
        assert_eq!(first.len(), 1, "one house at a time");
        play.clock(11);
        play.stage.run_jobs().await;
        assert_eq!(play.asked(number).await, first, "half the time left is twelve hours");
        play.clock(12);
        play.stage.run_jobs().await;
        let both = play.asked(number).await;
        assert_eq!(both.len(), 2);
        assert!(!both.contains(&"Borken".to_owned()), "the house that wrote is not asked");
        assert_eq!(play.approve(number, &play.anna).await, 403, "nobody signs off their own text");
        assert_eq!(play.approve(number, &play.clara).await, 303);
        assert_eq!(play.state(number).await, State::Planned);
        let due = play.clock(24);
        assert_eq!(play.post(number).await.public_revision(due.plus_seconds(-1)), None);
        assert_eq!(play.state(number).await, State::Public);
        play.stage.run_jobs().await;
        assert_eq!(play.count(number, |act| matches!(act, Act::Missed { .. })).await, 0);
        assert!(play.letters(&play.stage.cast.anna).await.iter().any(|subject| subject.contains("Freigegeben")));
    }
}

on_both! {
    async fn a_missed_time_is_told_once_and_a_late_approval_needs_a_choice(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        play.clock(24);
        play.stage.run_jobs().await;
        crate::post::acting::work::due(&play.stage.app, play.post(number).await.id.as_str()).await.expect("a second run");
        assert_eq!(play.state(number).await, State::Missed);
        assert_eq!(play.post(number).await.public_revision(NOW.plus_hours(100)), None);
        let told = play.letters(&play.stage.cast.anna).await;
        assert_eq!(told.iter().filter(|subject| subject.contains("Braucht eine neue Zeit")).count(), 1);
        let read = ("revision", play.text(number).await.0);
        assert_eq!(play.act(number, "approval", &play.bernd, std::slice::from_ref(&read)).await, 409);
        let no_choice = play.act(number, "late-approval", &play.bernd, std::slice::from_ref(&read)).await;
        assert_eq!(no_choice, 422, "now or at a new time has to be chosen");
        let mut later = play.at(30);
        later.push(read);
        assert_eq!(play.act(number, "late-approval", &play.bernd, &later).await, 303);
        assert_eq!(play.state(number).await, State::Planned);
        play.clock(30);
        assert_eq!(play.state(number).await, State::Public);
    }
}

on_both! {
    async fn a_late_approval_for_now_shows_the_post_at_once(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        play.clock(25);
        let fields = [("revision", play.text(number).await.0), ("when", "now".into())];
        assert_eq!(play.act(number, "late-approval", &play.bernd, &fields).await, 303);
        assert_eq!(play.state(number).await, State::Public);
    }
}

on_both! {
    async fn two_approvals_at_once_are_one_and_a_second_click_is_none(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        let (one, two) = tokio::join!(play.approve(number, &play.bernd), play.approve(number, &play.clara));
        let mut statuses = [one, two];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "the slower one is told who was quicker");
        assert_eq!(play.count(number, |act| matches!(act, Act::Approved(_))).await, 1);
        let quick = if one == 303 { &play.bernd } else { &play.clara };
        assert_eq!(play.approve(number, quick).await, 303, "the same click twice is friendly");
        assert_eq!(play.count(number, |act| matches!(act, Act::Approved(_))).await, 1);
        let slow = if one == 303 { &play.clara } else { &play.bernd };
        let fields = [("revision", play.text(number).await.0)];
        let told = play.answer(number, "approval", slow, &fields).await;
        told.assert_text_contains("hat den Beitrag freigegeben");
    }
}

on_both! {
    async fn what_was_read_is_what_is_signed_off(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        let read = play.text(number).await;
        let cast = &play.stage.cast;
        write(&play.stage, Some(number), &cast.anna, &cast.borken, "Anders").await;
        assert_eq!(play.act(number, "proposal", &play.anna, &play.at(24)).await, 303);
        assert_eq!(play.act(number, "approval", &play.bernd, &[("revision", read.0)]).await, 409);
        assert_eq!(play.act(number, "approval", &play.bernd, &[]).await, 409, "unread, it cannot be signed off");
        assert_eq!(play.state(number).await, State::Proposed);
    }
}

on_both! {
    async fn a_correction_goes_the_same_way_while_the_public_sees_the_old_text(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        let old = play.text(number).await;
        play.approve(number, &play.bernd).await;
        let now = play.clock(48);
        let cast = &play.stage.cast;
        write(&play.stage, Some(number), &cast.clara, &cast.rhede, "Berichtigt").await;
        assert_eq!(play.post(number).await.public_revision(now), Some(&old));
        assert_eq!(play.act(number, "proposal", &play.clara, &[("when", "soon".into())]).await, 303);
        assert_eq!(play.post(number).await.public_revision(now), Some(&old));
        assert_eq!(play.approve(number, &play.clara).await, 403);
        assert_eq!(play.approve(number, &play.bernd).await, 303);
        let new = play.text(number).await;
        assert_eq!(play.post(number).await.public_revision(now), Some(&new));
        assert_eq!(play.post(number).await.public_since(now), Some(NOW.plus_hours(24)));
    }
}

on_both! {
    async fn a_post_is_returned_held_withdrawn_and_taken_up_again(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        assert_eq!(play.act(number, "return", &play.bernd, &[]).await, 422, "a reason has to be given");
        let reason = [("reason", "Der Tag stimmt nicht.".to_owned())];
        assert_eq!(play.act(number, "return", &play.bernd, &reason).await, 303);
        assert_eq!(play.state(number).await, State::Returned);
        let letters = play.letters(&play.stage.cast.anna).await;
        assert!(letters.iter().any(|subject| subject.contains("Zurückgegeben")));
        assert_eq!(play.act(number, "proposal", &play.anna, &play.at(24)).await, 303);
        assert_eq!(play.approve(number, &play.clara).await, 303);
        assert_eq!(play.act(number, "hold", &play.bernd, &[]).await, 303);
        assert_eq!(play.state(number).await, State::OnHold);
        let now = play.clock(30);
        assert_eq!(play.post(number).await.public_revision(now), None);
        assert_eq!(play.act(number, "release", &play.bernd, &[("when", "now".into())]).await, 303);
        assert_eq!(play.state(number).await, State::Public);
        assert_eq!(play.act(number, "withdrawal", &play.clara, &reason).await, 303);
        assert_eq!(play.post(number).await.public_revision(now), None);
        assert_eq!(play.act(number, "withdrawal", &play.clara, &reason).await, 303, "twice is once");
        assert_eq!(play.act(number, "restoration", &play.anna, &[]).await, 303);
        assert_eq!(play.state(number).await, State::Draft);
        assert_eq!(play.act(number, "archiving", &play.anna, &[]).await, 303);
        assert_eq!(play.act(number, "reopening", &play.anna, &[]).await, 303);
        assert_eq!(play.count(number, |act| matches!(act, Act::Withdrawn { .. })).await, 1);
    }
}

on_both! {
    async fn a_moved_post_keeps_its_approval_and_its_hour(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        play.approve(number, &play.bernd).await;
        let day = play.at(24 * 6).swap_remove(1);
        assert_eq!(play.act(number, "move?back=plan", &play.anna, &[day]).await, 303);
        assert_eq!(play.state(number).await, State::Planned);
        assert_eq!(play.post(number).await.due_at, Some(NOW.plus_hours(24 * 6)));
        assert_eq!(play.act(number, "move", &play.anna, &play.at(-24)).await, 422, "nothing moves into the past");
    }
}

on_both! {
    async fn a_mode_decides_who_may_sign_off(stage: Stage) {
        let cast = &stage.cast;
        let number = write(&stage, None, &cast.anna, &cast.borken, "Ohne Umweg").await;
        set_mode(&stage, "direct").await;
        let play = Play::of(stage).await;
        assert_eq!(play.act(number, "proposal", &play.anna, &play.at(24)).await, 303);
        assert_eq!(play.state(number).await, State::Planned, "who writes may publish");
        set_mode(&play.stage, "any_colleague").await;
        let cast = &play.stage.cast;
        let colleague = member(&play.stage, "Arne", &cast.borken).await;
        let arne = play.stage.sign_in(&colleague).await;
        let number = write(&play.stage, None, &cast.anna, &cast.borken, "Vier Augen").await;
        assert_eq!(play.act(number, "proposal", &play.anna, &play.at(24)).await, 303);
        assert_eq!(play.approve(number, &play.anna).await, 403);
        assert_eq!(play.approve(number, &arne).await, 303);
    }
}

on_both! {
    async fn who_is_away_is_passed_over_and_a_house_that_leaves_is_replaced(stage: Stage) {
        let now = NOW;
        let away = NOW.plus_hours(200);
        change(&stage, "UPDATE person SET away_until = $1 WHERE id = $2", away, stage.cast.bernd.id.as_str()).await;
        let third = crate::testing::house(&stage.cast.muebi, "heiden", "Heiden", "#5a3d7a");
        let mut tx = stage.app.db.begin("house").await.expect("a transaction");
        crate::institution::store::insert(&mut tx, &third).await.expect("a house");
        tx.commit().await.expect("committed");
        let greta = member(&stage, "Greta", &third).await;
        let (play, number) = Play::proposed(stage, 48).await;
        let cast = &play.stage.cast;
        let asked = play.dossier(number).await.standing.proposal().expect("open").asked[0].house.clone();
        assert_ne!(asked, cast.raesfeld.id, "all of Raesfeld are away");
        let leaving = if asked == third.id { &third } else { &cast.rhede };
        change(&play.stage, "UPDATE institution SET left_at = $1 WHERE id = $2", now, leaving.id.as_str()).await;
        play.stage.app.clock.set(NOW.plus_minutes(10));
        play.stage.run_jobs().await;
        let proposal = play.dossier(number).await.standing.proposal().expect("open").clone();
        assert_eq!(proposal.asked.len(), 2, "the other house is asked");
        assert_ne!(proposal.asked[1].house, leaving.id);
        assert!(!play.letters(&greta).await.is_empty() || leaving.id == third.id);
    }
}

on_both! {
    async fn an_unfinished_text_is_not_proposed_and_says_what_it_lacks(stage: Stage) {
        let number = write(&stage, None, &stage.cast.anna, &stage.cast.borken, "").await;
        let play = Play::of(stage).await;
        let answer = play.answer(number, "proposal", &play.anna, &play.at(24)).await;
        answer.assert_status_unprocessable_entity();
        answer.assert_text_contains("Geben Sie dem Beitrag einen Titel");
        assert_eq!(play.state(number).await, State::Draft);
    }
}

on_both! {
    async fn a_proposal_that_names_no_time_gets_a_working_day(stage: Stage) {
        let number = write(&stage, None, &stage.cast.anna, &stage.cast.borken, "Lesenacht").await;
        let play = Play::of(stage).await;
        assert_eq!(play.act(number, "proposal", &play.anna, &[]).await, 303);
        let due = play.post(number).await.due_at.expect("a time");
        assert_eq!(due, NOW.plus_hours(25), "Friday at ten, more than a day ahead");
    }
}

on_both! {
    async fn strangers_find_no_verb_and_coaches_may_use_none(stage: Stage) {
        let number = write(&stage, None, &stage.cast.anna, &stage.cast.borken, "Lesenacht").await;
        let emil = stage.sign_in(&stage.cast.emil).await;
        let dora = stage.sign_in(&stage.cast.dora).await;
        let server = stage.server();
        let mut tried = 0;
        for route in crate::routes::table() {
            let Some(verb) = route.path.strip_prefix("/desk/{verbund}/posts/{number}/") else { continue };
            if route.right != crate::routes::Right::Writing {
                continue;
            }
            let path = format!("/desk/muebi/posts/{number}/{verb}");
            for (cookie, status) in [(&emil, 404), (&dora, 403)] {
                let request = if route.method == "GET" { server.get(&path) } else { server.post(&path) };
                let answer = request.add_header("cookie", cookie).await;
                assert_eq!(answer.status_code().as_u16(), status, "{} {path}", route.method);
            }
            tried += 1;
        }
        assert!(tried >= 19, "every verb was tried");
    }
}

on_both! {
    async fn every_page_that_asks_shows_its_form_or_says_why_not(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        for (verb, cookie, status) in [
            ("return", &play.bernd, 200),
            ("move", &play.anna, 200),
            ("hold", &play.anna, 200),
            ("proposal", &play.anna, 409),
            ("late-approval", &play.bernd, 409),
            ("release", &play.bernd, 409),
            ("withdrawal", &play.anna, 409),
        ] {
            let path = format!("/desk/muebi/posts/{number}/{verb}");
            let answer = play.server.get(&path).add_header("cookie", cookie).await;
            assert_eq!(answer.status_code().as_u16(), status, "{verb}");
        }
        play.clock(25);
        let path = format!("/desk/muebi/posts/{number}/late-approval");
        let page = play.server.get(&path).add_header("cookie", &play.bernd).await;
        page.assert_status_ok();
        page.assert_text_contains("Ein Satz.");
    }
}

on_both! {
    async fn the_editors_button_saves_and_proposes_in_one_click(stage: Stage) {
        let cast = &stage.cast;
        let number = write(&stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
        let play = Play::of(stage).await;
        let base = play.text(number).await.0;
        let mut fields = vec![
            ("base", base),
            ("title", "Lange Lesenacht".to_owned()),
            ("body", "Zwei Sätze.".into()),
            ("byline", play.stage.cast.borken.id.to_string()),
            ("date", "2026-12-01".into()),
            ("time", "10:00".into()),
        ];
        assert_eq!(play.act(number, "proposal", &play.anna, &fields).await, 303);
        let post = play.post(number).await;
        assert_eq!((post.title.as_str(), play.state(number).await), ("Lange Lesenacht", State::Proposed));
        assert_eq!(post.due_at, Some(NOW.plus_hours(24 * 5 + 1)));
        fields[1].1 = "Von Bernd".into();
        let beside = play.answer(number, "proposal", &play.bernd, &fields).await;
        let location = beside.header("location");
        assert!(location.to_str().expect("an address").contains("/merge/"), "a stale text is merged first");
        assert_eq!(play.post(number).await.title, "Lange Lesenacht");
    }
}

on_both! {
    async fn an_unfinished_text_from_the_editor_is_saved_and_shown_with_what_it_lacks(stage: Stage) {
        let cast = &stage.cast;
        let number = write(&stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
        let play = Play::of(stage).await;
        let fields = [
            ("base", play.text(number).await.0),
            ("title", String::new()),
            ("body", "Zwei Sätze.".into()),
            ("byline", play.stage.cast.borken.id.to_string()),
        ];
        let answer = play.answer(number, "proposal", &play.anna, &fields).await;
        answer.assert_header("location", format!("/desk/muebi/posts/{number}/edit?check=1"));
        assert_eq!(play.state(number).await, State::Draft);
    }
}

on_both! {
    async fn two_processes_that_look_at_once_ask_one_house_and_tell_once(stage: Stage) {
        let (play, number) = Play::proposed(stage, 24).await;
        let id = play.post(number).await.id.0;
        let app = &play.stage.app;
        play.clock(12);
        let (one, two) = tokio::join!(crate::post::acting::work::ask(app, &id), crate::post::acting::work::ask(app, &id));
        one.and(two).expect("both look");
        assert_eq!(play.asked(number).await.len(), 2, "the second house, once");
        play.clock(24);
        let (one, two) = tokio::join!(crate::post::acting::work::due(app, &id), crate::post::acting::work::due(app, &id));
        one.and(two).expect("both look");
        assert_eq!(play.count(number, |act| matches!(act, Act::Missed { .. })).await, 1);
    }
}
