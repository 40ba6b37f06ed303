//! What topics promise once they lie in a database.
use super::{Topic, TopicId, store};
use crate::base::error::Error;
use crate::on_both;
use crate::testing::{NOW, Stage};

fn winter(stage: &Stage) -> Topic {
    Topic {
        id: TopicId::new(),
        consortium_id: stage.cast.muebi.id.clone(),
        slug: "winterlesen".into(),
        title: "Winterlesen".into(),
        intro: String::new(),
        created_at: NOW,
        ended_at: None,
    }
}

on_both! {
    async fn a_renamed_topic_keeps_its_address(stage: Stage) {
        let topic = winter(&stage);
        let mut tx = stage.app.db.begin("topic").await.expect("a transaction");
        store::insert(&mut tx, &topic).await.expect("a topic");
        store::rename(&mut tx, &topic.id, "Lesen im Winter", "Warm bleiben.").await.expect("renamed");
        let found = store::by_slug(&mut tx, &topic.consortium_id, "winterlesen").await.expect("found");
        assert_eq!((found.title.as_str(), found.intro.as_str()), ("Lesen im Winter", "Warm bleiben."));
        store::end(&mut tx, &topic.id, Some(NOW)).await.expect("ended");
        let found = store::by_id(&mut tx, &topic.consortium_id, &topic.id).await.expect("found");
        assert!(!found.is_open(NOW) && found.is_open(NOW.plus_seconds(-1)));
    }
}

on_both! {
    async fn a_topic_of_another_verbund_is_not_found(stage: Stage) {
        let topic = winter(&stage);
        let mut tx = stage.app.db.begin("topic").await.expect("a transaction");
        store::insert(&mut tx, &topic).await.expect("a topic");
        let foreign = &stage.cast.foreign.id;
        assert!(matches!(store::by_slug(&mut tx, foreign, "winterlesen").await, Err(Error::NotFound)));
        assert!(matches!(store::by_id(&mut tx, foreign, &topic.id).await, Err(Error::NotFound)));
        assert!(store::of_consortium(&mut tx, foreign).await.expect("a list").is_empty());
    }
}
