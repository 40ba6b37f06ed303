use super::*;
use crate::channel::incoming::Author;
use crate::conversation::store_answer::{self, State};
use crate::on_both;
use crate::testing::{NOW, Stage};

/// Something said by somebody in the fediverse, to the Verbund of the stage.
pub fn said(stage: &Stage, who: &str, remote: &str, to: Option<&str>, text: &str) -> Incoming {
    Incoming {
        consortium_id: stage.cast.muebi.id.clone(),
        channel_id: None,
        network: Network::Fediverse,
        kind: if to.is_some() { Kind::Reply } else { Kind::Mention },
        remote_id: format!("https://fern.example/{remote}"),
        remote_url: format!("https://fern.example/@{who}/{remote}"),
        in_reply_to: to.map(|to| format!("https://fern.example/{to}")),
        post_id: None,
        house: None,
        author: Author {
            id: format!("https://fern.example/users/{who}"),
            name: who.to_owned(),
            handle: format!("@{who}@fern.example"),
            url: format!("https://fern.example/@{who}"),
        },
        text: text.into(),
        language: "de".into(),
        at: NOW,
        handle: String::new(),
    }
}

/// Takes it in, in a transaction of its own.
pub async fn take(stage: &Stage, it: &Incoming) -> Option<ConversationId> {
    let mut tx = stage.app.db.begin(it.consortium_id.as_str()).await.unwrap();
    let id = take_in(&mut tx, it, stage.app.clock.now()).await.unwrap();
    stage.app.commit(tx, it.consortium_id.as_str()).await.unwrap();
    id
}

async fn back(stage: &Stage, remote: &str) {
    let mut tx = stage.app.db.begin(stage.cast.muebi.id.as_str()).await.unwrap();
    let remote = format!("https://fern.example/{remote}");
    take_back(&mut tx, &stage.cast.muebi.id, Network::Fediverse, &remote, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

async fn texts(stage: &Stage, id: &ConversationId) -> Vec<String> {
    let mut conn = stage.app.db.read().await.unwrap();
    store::utterances(&mut conn, id).await.unwrap().into_iter().map(|said| said.text).collect()
}

async fn get(stage: &Stage, id: &ConversationId) -> Conversation {
    store::by_id(&mut stage.app.db.read().await.unwrap(), id).await.unwrap()
}

on_both! {
    async fn the_same_thing_twice_is_there_once(stage: Stage) {
        let it = said(&stage, "karla", "1", None, "Hat Rhede auf?");
        let first = take(&stage, &it).await.unwrap();
        assert_eq!(take(&stage, &it).await, Some(first.clone()));
        assert_eq!(texts(&stage, &first).await, ["Hat Rhede auf?"]);
        let conversation = get(&stage, &first).await;
        assert_eq!(conversation.institution_id, Some(stage.cast.rhede.id.clone()));
        assert_eq!(conversation.person_id, Some(stage.cast.anna.id.clone()));
        assert!(conversation.due_at > Some(NOW) && conversation.half_at < conversation.due_at);
        assert_eq!(conversation.number, 1);
    }
}

on_both! {
    async fn an_edit_replaces_the_text_and_a_deletion_empties_it_for_good(stage: Stage) {
        let mut it = said(&stage, "karla", "1", None, "Wann?");
        let id = take(&stage, &it).await.unwrap();
        it.text = "Wann genau?".into();
        take(&stage, &it).await;
        assert_eq!(texts(&stage, &id).await, ["Wann genau?"]);
        let mut forged = it.clone();
        forged.author.id = "https://evil.example/users/mallory".into();
        forged.text = "Kauft bei mir".into();
        take(&stage, &forged).await;
        assert_eq!(texts(&stage, &id).await, ["Wann genau?"], "only its author changes it");
        back(&stage, "1").await;
        take(&stage, &it).await;
        assert_eq!(texts(&stage, &id).await, [""]);
        assert_eq!(get(&stage, &id).await.due_at, None, "nothing is left to be answered");
    }
}

on_both! {
    async fn what_was_deleted_before_it_came_is_not_taken_in(stage: Stage) {
        back(&stage, "9").await;
        assert_eq!(take(&stage, &said(&stage, "karla", "9", None, "Hallo")).await, None);
    }
}

on_both! {
    async fn an_answer_that_comes_before_its_question_is_joined_to_it(stage: Stage) {
        let early = take(&stage, &said(&stage, "udo", "2", Some("1"), "Das frage ich mich auch")).await.unwrap();
        let late = take(&stage, &said(&stage, "karla", "1", None, "Wann?")).await.unwrap();
        assert_ne!(early, late);
        assert_eq!(texts(&stage, &late).await.len(), 2);
        assert_eq!(get(&stage, &early).await.joined_to, Some(late.clone()));
        let third = take(&stage, &said(&stage, "udo", "3", Some("2"), "Noch immer")).await;
        assert_eq!(third, Some(late));
    }
}

on_both! {
    async fn two_people_below_one_post_are_two_conversations_and_one_person_is_one(stage: Stage) {
        let first = take(&stage, &said(&stage, "karla", "1", Some("post"), "Schön")).await;
        let second = take(&stage, &said(&stage, "udo", "2", Some("post"), "Auch schön")).await;
        let again = take(&stage, &said(&stage, "karla", "3", Some("post"), "Sehr schön")).await;
        assert_ne!(first, second);
        assert_eq!(first, again);
    }
}

on_both! {
    async fn likes_are_counted_without_names(stage: Stage) {
        let mut it = said(&stage, "karla", "like-1", None, "");
        it.kind = Kind::Like;
        assert_eq!(take(&stage, &it).await, None);
        take(&stage, &it).await;
        let mut conn = stage.app.db.read().await.unwrap();
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT kind, mark FROM trace").fetch_all(&mut *conn).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert!(rows[0].0 == "like" && !rows[0].1.contains("fern"));
    }
}

on_both! {
    async fn a_flood_of_one_author_is_bounded_and_counted(stage: Stage) {
        let mut last = None;
        for n in 0..MOST_OF_AUTHOR + 5 {
            last = take(&stage, &said(&stage, "karla", &format!("f{n}"), Some("post"), "Kauft!")).await;
        }
        let id = last.unwrap();
        assert_eq!(texts(&stage, &id).await.len() as i64, MOST_OF_AUTHOR);
        assert_eq!(get(&stage, &id).await.unkept, 5);
        // The same one again is not counted again.
        take(&stage, &said(&stage, "karla", "f24", Some("post"), "Kauft!")).await;
        assert_eq!(get(&stage, &id).await.unkept, 5);
    }
}

on_both! {
    async fn a_new_word_opens_a_closed_conversation_with_a_new_time(stage: Stage) {
        let id = take(&stage, &said(&stage, "karla", "1", None, "Wann?")).await.unwrap();
        let mut tx = stage.app.db.begin(stage.cast.muebi.id.as_str()).await.unwrap();
        let mut it = store::by_id(&mut tx, &id).await.unwrap();
        it.closed_at = Some(NOW);
        store::save(&mut tx, &it).await.unwrap();
        tx.commit().await.unwrap();
        stage.app.clock.set(NOW.plus_hours(24 * 4));
        take(&stage, &said(&stage, "karla", "2", Some("1"), "Und wo?")).await;
        let it = get(&stage, &id).await;
        assert!(it.closed_at.is_none() && it.due_at > Some(NOW.plus_hours(24 * 4)));
    }
}

on_both! {
    async fn an_answer_that_nobody_knows_of_opens_the_conversation_again(stage: Stage) {
        let id = take(&stage, &said(&stage, "karla", "1", None, "Wann?")).await.unwrap();
        let mut tx = stage.app.db.begin(stage.cast.muebi.id.as_str()).await.unwrap();
        let mut it = store::by_id(&mut tx, &id).await.unwrap();
        (it.closed_at, it.due_at) = (Some(NOW), None);
        store::save(&mut tx, &it).await.unwrap();
        let answer = Utterance {
            conversation_id: id.clone(),
            consortium_id: stage.cast.muebi.id.clone(),
            network: "fediverse".into(),
            kind: crate::conversation::OURS.into(),
            text: "Um zehn.".into(),
            state: State::Waiting.code().into(),
            ..Utterance::empty(NOW)
        };
        store::say(&mut tx, &answer).await.unwrap();
        let why = crate::base::sentence::Sentence::new("post-picture");
        let outcome = crate::channel::outcome::Outcome::Unconfirmed { why };
        store_answer::note(&mut tx, &answer.id, &outcome, NOW).await.unwrap();
        let it = store::by_id(&mut tx, &id).await.unwrap();
        assert!(it.is_overdue(NOW));
        assert!(store_answer::read(&mut tx, &answer.id).await.unwrap().is_none());
    }
}
