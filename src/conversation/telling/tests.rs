//! Whoever answers hears of it once, is reminded twice, and nobody who is away is waited for.
use super::work::letters;
use crate::base::store_mail;
use crate::conversation::desk::tests::get;
use crate::conversation::store_intake::tests::{said, take};
use crate::member::{Person, store as member_store};
use crate::on_both;
use crate::testing::{NOW, Stage};

async fn written(stage: &Stage) -> Vec<(String, String)> {
    letters(&stage.app, stage.cast.muebi.id.as_str()).await.unwrap();
    let all = store_mail::newest(&mut stage.app.db.read().await.unwrap(), 50).await.unwrap();
    all.into_iter().map(|it| (it.recipient, it.subject)).collect()
}

on_both! {
    async fn what_arrived_is_told_in_one_letter_and_reminded_of_at_half_time_and_when_due(stage: Stage) {
        let id = take(&stage, &said(&stage, "karla", "1", None, "Wann?")).await.unwrap();
        take(&stage, &said(&stage, "udo", "2", None, "Und wo?")).await;
        let first = written(&stage).await;
        assert_eq!(first.len(), 1, "{first:?}");
        assert_eq!(first[0].0, "anna@borken.example");
        assert!(first[0].1.contains("2 Menschen"), "{first:?}");
        assert_eq!(written(&stage).await.len(), 1, "nobody is told twice");
        let it = get(&stage, &id).await;
        stage.app.clock.set(it.half_at.unwrap());
        assert_eq!(written(&stage).await.len(), 2);
        assert_eq!(written(&stage).await.len(), 2);
        stage.app.clock.set(it.due_at.unwrap());
        let last = written(&stage).await;
        assert_eq!(last.len(), 3);
        assert!(last.iter().any(|(_, subject)| subject.contains("fällige")), "{last:?}");
        assert_eq!(written(&stage).await.len(), 3);
    }
}

on_both! {
    async fn what_lies_with_somebody_who_is_away_is_passed_on(stage: Stage) {
        let it = said(&stage, "karla", "1", None, "Hat Raesfeld auf?");
        let id = take(&stage, &it).await.unwrap();
        assert_eq!(get(&stage, &id).await.person_id.as_ref(), Some(&stage.cast.anna.id));
        let mut tx = stage.app.db.begin("away").await.unwrap();
        sqlx::query("UPDATE person SET away_until = $1 WHERE id = $2")
            .bind(NOW.plus_hours(200))
            .bind(&stage.cast.anna.id)
            .execute(&mut *tx)
            .await
            .unwrap();
        let anna: Person = member_store::by_id(&mut tx, &stage.cast.anna.id).await.unwrap();
        assert!(anna.is_away(NOW));
        tx.commit().await.unwrap();
        let told = written(&stage).await;
        assert_eq!(get(&stage, &id).await.person_id.as_ref(), Some(&stage.cast.bernd.id));
        assert_eq!(told[0].0, "bernd@raesfeld.example");
    }
}
