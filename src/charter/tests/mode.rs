use super::{Browser, muebi, newcomer};
use crate::charter::store;
use crate::member::Role;
use crate::on_both;
use crate::testing::Stage;

async fn pending(stage: &Stage) -> Option<String> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = store::proposals(&mut conn, &stage.cast.muebi.id).await.expect("proposals");
    all.into_iter().find(|proposal| proposal.ended_at.is_none()).map(|proposal| proposal.id)
}

on_both! {
    async fn another_mode_holds_only_when_another_house_agrees(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let colleague = newcomer(&stage, "Arne", &stage.cast.borken, Role::Head).await;
        let arne = Browser::of(&stage, &colleague).await;
        anna.post("/desk/muebi/mode", &[]).await.assert_status_unprocessable_entity();
        anna.post("/desk/muebi/mode", &[("mode", "direct")]).await.assert_status_see_other();
        assert_eq!(muebi(&stage).await.mode, "another_house");
        let id = pending(&stage).await.expect("a proposal");
        for own in [&anna, &arne] {
            own.post("/desk/muebi/mode/agreement", &[("proposal", &id)]).await.assert_status_conflict();
        }
        bernd.post("/desk/muebi/mode", &[("mode", "any_colleague")]).await.assert_status_conflict();
        bernd.get("/desk/muebi/mode").await.assert_text_contains("Zustimmen");
        bernd.post("/desk/muebi/mode/agreement", &[("proposal", "eine andere")]).await.assert_status_conflict();
        bernd.post("/desk/muebi/mode/agreement", &[("proposal", &id)]).await.assert_status_see_other();
        assert_eq!(muebi(&stage).await.mode, "direct");
        assert_eq!(pending(&stage).await, None);
        anna.get("/desk/muebi/mode").await.assert_text_contains("Bernd Brüning hat zugestimmt");
    }
}

on_both! {
    async fn volunteers_decide_on_the_rule_only_where_a_house_has_nobody_else(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let volunteer = newcomer(&stage, "Vera", &stage.cast.raesfeld, Role::Volunteer).await;
        let vera = Browser::of(&stage, &volunteer).await;
        vera.post("/desk/muebi/mode", &[("mode", "direct")]).await.assert_status_conflict();
        assert!(!vera.get("/desk/muebi/mode").await.text().contains("Etwas anderes vorschlagen"));
        anna.post("/desk/muebi/mode", &[("mode", "direct")]).await.assert_status_see_other();
        let id = pending(&stage).await.expect("a proposal");
        vera.post("/desk/muebi/mode/agreement", &[("proposal", &id)]).await.assert_status_conflict();
        assert_eq!(muebi(&stage).await.mode, "another_house");
        let clara = Browser::of(&stage, &stage.cast.clara).await;
        clara.post("/desk/muebi/mode/agreement", &[("proposal", &id)]).await.assert_status_see_other();
        assert_eq!(muebi(&stage).await.mode, "direct", "Rhede has nobody but volunteers");
    }
}

on_both! {
    async fn a_change_that_is_rejected_or_taken_back_changes_nothing(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        anna.post("/desk/muebi/mode", &[("mode", "direct")]).await.assert_status_see_other();
        let id = pending(&stage).await.expect("a proposal");
        anna.post("/desk/muebi/mode/rejection", &[("proposal", &id)]).await.assert_status_conflict();
        bernd.post("/desk/muebi/mode/withdrawal", &[("proposal", &id)]).await.assert_status_conflict();
        bernd.post("/desk/muebi/mode/rejection", &[("proposal", &id)]).await.assert_status_see_other();
        anna.post("/desk/muebi/mode", &[("mode", "direct")]).await.assert_status_see_other();
        let id = pending(&stage).await.expect("a proposal");
        anna.post("/desk/muebi/mode/withdrawal", &[("proposal", &id)]).await.assert_status_see_other();
        assert_eq!((muebi(&stage).await.mode.as_str(), pending(&stage).await), ("another_house", None));
    }
}
