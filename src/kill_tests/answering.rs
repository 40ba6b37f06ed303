//! Killed while somebody answers, hands a conversation over, or is written to.
use super::{WORK, form, kill_at, letters, perform, recover, rows};
use crate::conversation::desk::tests::{asked, get, said_in};
use crate::on_both;
use crate::testing::Stage;

const ANSWERING: [&str; 2] = ["conversation.answer.written", "conversation.answer.committed"];

on_both! {
    async fn killed_while_answering_there_is_one_answer_and_one_sending_or_none(stage: Stage) {
        for point in ANSWERING {
            let before = rows(&stage, "SELECT COUNT(*) FROM utterance WHERE kind = 'answer'").await;
            let id = if before == 0 { asked(&stage, "Wann?").await } else { first(&stage).await };
            let seen = said_in(&stage, &id).await.len().to_string();
            let anna = stage.sign_in(&stage.cast.anna).await;
            let fields = [("text", "Um zehn."), ("voice", ""), ("seen", seen.as_str()), ("then", "stay")];
            let scene = form(&anna, "inbox/1/answer", &fields);
            kill_at(&stage, point, &scene).await;
            let done = i64::from(point == "conversation.answer.committed");
            let answers = async || rows(&stage, "SELECT COUNT(*) FROM utterance WHERE kind = 'answer'").await;
            let jobs = async || rows(&stage, "SELECT COUNT(*) FROM job WHERE kind = 'net-answer'").await;
            assert_eq!((answers().await, jobs().await), (before + done, before + done), "{point}: half an answer");
            // Sent once more by somebody who saw no answer: the second is told, not doubled.
            perform(&stage.app, &scene).await;
            assert_eq!((answers().await, jobs().await), (before + 1, before + 1), "{point}");
        }
    }
}

async fn first(stage: &Stage) -> crate::conversation::ConversationId {
    let mut conn = stage.app.db.read().await.expect("a connection");
    crate::conversation::store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("it").id
}

on_both! {
    async fn killed_while_handing_over_it_lies_with_one_house_and_says_so(stage: Stage) {
        let id = asked(&stage, "Rhede?").await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        let fields = [("house", stage.cast.raesfeld.id.as_str()), ("why", "Eure Lesung.")];
        let scene = form(&anna, "inbox/1/house", &fields);
        kill_at(&stage, "conversation.handed", &scene).await;
        let acts = async || rows(&stage, "SELECT COUNT(*) FROM conversation_act").await;
        let it = get(&stage, &id).await;
        assert_eq!((acts().await, it.institution_id), (0, Some(stage.cast.rhede.id.clone())));
        perform(&stage.app, &scene).await;
        let it = get(&stage, &id).await;
        assert_eq!((acts().await, it.institution_id), (1, Some(stage.cast.raesfeld.id.clone())));
    }
}

on_both! {
    async fn killed_while_telling_somebody_they_get_one_letter(stage: Stage) {
        asked(&stage, "Wann?").await;
        stage.app.clock.set(stage.app.clock.now().plus_minutes(16));
        kill_at(&stage, "conversation.letters", &WORK).await;
        assert!(letters(&stage).await.is_empty());
        recover(&stage).await;
        recover(&stage).await;
        assert_eq!(letters(&stage).await.len(), 1);
    }
}
