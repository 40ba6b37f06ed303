//! The Eingang at the desk: nobody is forgotten, nobody answers twice, nothing typed is lost.
use axum::http::{HeaderValue, StatusCode, header};
use axum_test::{TestResponse, TestServer};

use super::web_answer::filled;
use crate::base::sentence::Sentence;
use crate::channel::incoming::Incoming;
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::{Channel, Network, store as channels};
use crate::conversation::store_intake::tests::{said, take};
use crate::conversation::{Conversation, ConversationId, OURS, Utterance, store, store_answer};
use crate::on_both;
use crate::testing::{NOW, Stage};

/// Somebody asks by a channel that can answer.
pub async fn asked(stage: &Stage, text: &str) -> ConversationId {
    let channel = Channel::new(&stage.cast.muebi.id, Network::Fediverse, "Fediverse", NOW);
    let mut tx = stage.app.db.begin("channel").await.unwrap();
    channels::insert(&mut tx, &channel).await.unwrap();
    tx.commit().await.unwrap();
    let it = Incoming { channel_id: Some(channel.id), ..said(stage, "karla", "1", None, text) };
    take(stage, &it).await.unwrap()
}

pub async fn get(stage: &Stage, id: &ConversationId) -> Conversation {
    store::by_id(&mut stage.app.db.read().await.unwrap(), id).await.unwrap()
}

pub async fn said_in(stage: &Stage, id: &ConversationId) -> Vec<Utterance> {
    store::utterances(&mut stage.app.db.read().await.unwrap(), id).await.unwrap()
}

fn cookie(cookie: &str) -> HeaderValue {
    HeaderValue::from_str(cookie).unwrap()
}

pub async fn page(server: &TestServer, who: &str, path: &str) -> TestResponse {
    server.get(&format!("/desk/muebi/{path}")).add_header(header::COOKIE, cookie(who)).await
}

pub async fn send(server: &TestServer, who: &str, path: &str, fields: &[(&str, &str)]) -> TestResponse {
    server.post(&format!("/desk/muebi/{path}")).add_header(header::COOKIE, cookie(who)).form(fields).await
}

on_both! {
    async fn an_answer_and_its_sending_are_one_and_the_conversation_closes(stage: Stage) {
        let id = asked(&stage, "Hat Rhede auf?").await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let list = page(&server, &anna, "inbox").await.text();
        assert!(list.contains("karla") && list.contains("Hat Rhede auf?") && list.contains("Antwort bis"));
        assert!(list.contains("<span class=\"count\">"), "the number stands in the navigation");
        let shown = page(&server, &anna, "inbox/1").await.text();
        assert!(shown.contains("name=\"voice\"") && shown.contains("Rhede"));
        let fields = [("text", "Ja, bis 18 Uhr."), ("voice", ""), ("seen", "1"), ("then", "close")];
        send(&server, &anna, "inbox/1/answer", &fields).await.assert_status_see_other();
        let all = said_in(&stage, &id).await;
        assert_eq!((all.len(), all[1].kind.as_str(), all[1].state.as_str()), (2, OURS, "waiting"));
        let mut tx = stage.app.db.begin("t").await.unwrap();
        let (jobs,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM job WHERE kind = 'net-answer' AND payload = $1")
            .bind(&all[1].id).fetch_one(&mut *tx).await.unwrap();
        assert_eq!(jobs, 1);
        let (channel, reply) = store_answer::read(&mut tx, &all[1].id).await.unwrap().unwrap();
        assert_eq!((channel.name.as_str(), reply.text.as_str()), ("Fediverse", "Ja, bis 18 Uhr."));
        assert_eq!(reply.to, all[0].remote_id);
        let remote = Remote { url: "https://us.example/2".into(), ids: vec!["https://us.example/2".into()], ..Remote::default() };
        store_answer::note(&mut tx, &all[1].id, &Outcome::Sent(remote), NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(get(&stage, &id).await.closed_at.is_some());
        let shown = page(&server, &anna, "inbox/1").await.text();
        assert!(shown.contains("Angekommen") && shown.contains("https://us.example/2"));
    }
}

on_both! {
    async fn of_two_who_answer_at_once_the_second_is_told_and_loses_nothing(stage: Stage) {
        let id = asked(&stage, "Wann?").await;
        let server = stage.server();
        let (anna, bernd) = (stage.sign_in(&stage.cast.anna).await, stage.sign_in(&stage.cast.bernd).await);
        let first = [("text", "Um zehn."), ("voice", ""), ("seen", "1"), ("then", "stay")];
        send(&server, &anna, "inbox/1/answer", &first).await.assert_status_see_other();
        let second = [("text", "Um elf, glaube ich."), ("voice", ""), ("seen", "1")];
        let answer = send(&server, &bernd, "inbox/1/answer", &second).await;
        answer.assert_status(StatusCode::CONFLICT);
        answer.assert_text_contains("Inzwischen hat jemand von Ihnen geantwortet");
        answer.assert_text_contains("Um elf, glaube ich.");
        assert_eq!(said_in(&stage, &id).await.len(), 2);
        page(&server, &bernd, "inbox/1").await.assert_text_contains("Um elf, glaube ich.");
        assert!(!page(&server, &anna, "inbox/1").await.text().contains("Um elf"), "drafts are one's own");
    }
}

on_both! {
    async fn who_may_not_sign_off_answers_only_what_was_given_to_them(stage: Stage) {
        asked(&stage, "Wann?").await;
        let server = stage.server();
        let (anna, clara) = (stage.sign_in(&stage.cast.anna).await, stage.sign_in(&stage.cast.clara).await);
        let fields = [("text", "Um zehn."), ("voice", ""), ("seen", "1")];
        send(&server, &clara, "inbox/1/answer", &fields).await.assert_status_forbidden();
        send(&server, &anna, "inbox/1/person", &[("to", stage.cast.clara.id.as_str())]).await;
        let borken = stage.cast.borken.id.as_str();
        let foreign = [("text", "Um zehn."), ("voice", borken), ("seen", "1")];
        send(&server, &clara, "inbox/1/answer", &foreign).await.assert_status_forbidden();
        send(&server, &clara, "inbox/1/answer", &fields).await.assert_status_see_other();
    }
}

on_both! {
    async fn handing_over_begins_anew_and_can_be_undone(stage: Stage) {
        let id = asked(&stage, "Rhede?").await;
        stage.run_jobs().await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        stage.app.clock.set(NOW.plus_hours(5));
        let before = get(&stage, &id).await;
        let raesfeld = stage.cast.raesfeld.id.as_str();
        let silent = [("house", raesfeld), ("why", "")];
        send(&server, &anna, "inbox/1/house", &silent).await.assert_status_unprocessable_entity();
        let said = [("house", raesfeld), ("why", "Das ist eure Lesung.")];
        send(&server, &anna, "inbox/1/house", &said).await.assert_status_see_other();
        let after = get(&stage, &id).await;
        assert_eq!(after.institution_id.as_ref(), Some(&stage.cast.raesfeld.id));
        assert_eq!(after.person_id.as_ref(), Some(&stage.cast.bernd.id), "somebody of that house");
        assert!(after.due_at > before.due_at && after.told_at.is_none());
        let shown = page(&server, &anna, "inbox/1").await.text();
        assert!(shown.contains("Das ist eure Lesung.") && shown.contains("gibt weiter an Raesfeld"));
        let mut conn = stage.app.db.read().await.unwrap();
        let acts = crate::conversation::store_act::of(&mut conn, &id).await.unwrap();
        drop(conn);
        let last = acts.last().unwrap().id.clone();
        send(&server, &anna, "inbox/1/undo", &[("act", &last)]).await.assert_status_see_other();
        let undone = get(&stage, &id).await;
        assert_eq!((undone.institution_id, undone.due_at), (before.institution_id, before.due_at));
    }
}

on_both! {
    async fn what_nobody_knows_of_is_decided_by_a_person(stage: Stage) {
        let id = asked(&stage, "Wann?").await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let fields = [("text", "Um zehn."), ("voice", ""), ("seen", "1")];
        send(&server, &anna, "inbox/1/answer", &fields).await;
        let answer = said_in(&stage, &id).await[1].id.clone();
        let mut tx = stage.app.db.begin("t").await.unwrap();
        let why = Sentence::new("conversation-cannot");
        store_answer::note(&mut tx, &answer, &Outcome::Unconfirmed { why }, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let shown = page(&server, &anna, "inbox/1").await.text();
        assert!(shown.contains("Unklar, ob sie angekommen ist") && shown.contains("Sie steht dort"));
        let path = format!("inbox/1/sendings/{answer}");
        send(&server, &anna, &path, &[("what", "again")]).await.assert_status_see_other();
        let again = said_in(&stage, &id).await;
        assert_eq!((again.len(), again[1].state.as_str()), (2, "waiting"));
        assert_ne!(again[1].id, answer, "it is another sending");
    }
}

on_both! {
    async fn saved_replies_fill_the_draft_with_the_name_of_the_house(stage: Stage) {
        asked(&stage, "Wann?").await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let saved = [("id", ""), ("title", "Zeiten"), ("text", "Die Zeiten von {haus} stehen aus.")];
        send(&server, &anna, "inbox/replies", &saved).await.assert_status_see_other();
        let list = page(&server, &anna, "inbox/1").await.text();
        let id = list.split("name=\"saved\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let fields = [("text", "Guten Tag!"), ("saved", &id), ("voice", stage.cast.borken.id.as_str())];
        send(&server, &anna, "inbox/1/draft", &fields).await.assert_status_see_other();
        let page = page(&server, &anna, "inbox/1").await.text();
        assert!(page.contains("Guten Tag!") && page.contains("Die Zeiten von Bücherei Borken stehen aus."));
    }
}

#[test]
fn placeholders_are_understood_in_both_languages() {
    assert_eq!(filled("{haus} {house} {verbund}", "Rhede", "MüBi"), "Rhede Rhede MüBi");
}
