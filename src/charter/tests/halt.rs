use super::{Browser, newcomer};
use crate::base::clock::Instant;
use crate::charter::ASK_AGAIN;
use crate::member::Role;
use crate::on_both;
use crate::post::signoff::approval::{Mode, When, may_approve};
use crate::post::signoff::state::State;
use crate::post::signoff::step::{Act, Step};
use crate::post::{Post, PostId, RevisionId, store, store_dossier};
use crate::testing::{NOW, Stage};

/// A post that Anna wrote and proposed; signed off by herself in direct mode where that is asked.
async fn post(stage: &Stage, due: Instant, signed: bool) -> PostId {
    let (app, cast) = (&stage.app, &stage.cast);
    let mut tx = app.db.begin(cast.muebi.id.as_str()).await.expect("a transaction");
    let post = store::create(&mut tx, &cast.muebi.id, Some(&cast.anna.id), NOW).await.expect("a post");
    let mut dossier = store_dossier::open(&mut tx, post, NOW).await.expect("a dossier");
    let revision = RevisionId::from("text");
    let houses = vec![cast.borken.id.clone()];
    let mode = if signed { Mode::Direct } else { Mode::AnotherHouse };
    for act in [
        Act::Written { revision: revision.clone(), fingerprint: "text".into(), houses },
        Act::Proposed { revision: revision.clone(), due: Some(due), mode, chosen: None },
    ] {
        let step = Step::of(NOW, cast.anna.id.clone(), Some(cast.borken.id.clone()), act);
        store_dossier::add(&mut tx, &mut dossier, step, NOW).await.expect("written");
    }
    let last = match signed {
        true => {
            let (standing, roster) = (&dossier.standing, &dossier.roster);
            let proof = may_approve(standing, roster, &cast.anna.id, &revision, When::AsProposed, NOW);
            proof.expect("a proof").into_step()
        }
        false => {
            let house = cast.raesfeld.id.clone();
            Step::by_clock(NOW, Act::Asked { house, person: None, until: due })
        }
    };
    store_dossier::add(&mut tx, &mut dossier, last, NOW).await.expect("written");
    tx.commit().await.expect("committed");
    dossier.post.id
}

async fn now(stage: &Stage, id: &PostId) -> Post {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::by_id(&mut conn, id).await.expect("the post")
}

on_both! {
    async fn nothing_new_appears_while_everything_is_on_hold(stage: Stage) {
        let (due, later) = (NOW.plus_hours(2), NOW.plus_hours(48));
        let soon = post(&stage, due, true).await;
        let far = post(&stage, later, true).await;
        let clara = Browser::of(&stage, &stage.cast.clara).await;
        clara.post("/desk/muebi/halt", &[("halt_reason", "")]).await.assert_status_unprocessable_entity();
        clara.post("/desk/muebi/halt", &[("halt_reason", "Unwetter")]).await.assert_status_see_other();
        stage.app.clock.set(NOW.plus_hours(5));
        assert!(now(&stage, &soon).await.public_revision(stage.app.clock.now()).is_none());
        let page = clara.get("/desk/muebi/halt").await;
        page.assert_text_contains("Unwetter");
        page.assert_text_contains("Beim Aufheben erscheint sofort ein Beitrag");
        page.assert_text_contains("Danach ist ein Beitrag geplant");
        clara.post("/desk/muebi/halt/end", &[]).await.assert_status_forbidden();
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        bernd.post("/desk/muebi/halt/end", &[]).await.assert_status_see_other();
        let at = stage.app.clock.now();
        let (soon, far) = (now(&stage, &soon).await, now(&stage, &far).await);
        assert_eq!((soon.state(at), soon.public_since(at)), (State::Public, Some(at)));
        assert_eq!((far.state(at), far.opens_at), (State::Planned, Some(later)));
    }
}

on_both! {
    async fn what_was_public_before_a_halt_stays(stage: Stage) {
        let id = post(&stage, NOW.plus_hours(2), true).await;
        stage.app.clock.set(NOW.plus_hours(5));
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post("/desk/muebi/halt", &[("halt_reason", "Unwetter")]).await.assert_status_see_other();
        anna.post("/desk/muebi/halt", &[("halt_reason", "noch einmal")]).await.assert_status_see_other();
        let post = now(&stage, &id).await;
        assert_eq!(post.state(stage.app.clock.now()), State::Public);
        assert_eq!(post.changed_at, NOW, "what does not change is left alone");
        anna.get("/desk/muebi/consortium").await.assert_text_contains("Alles ist angehalten");
        anna.post("/desk/muebi/halt/end", &[]).await.assert_status_see_other();
        assert!(!anna.get("/desk/muebi/consortium").await.text().contains("Alles ist angehalten"));
    }
}

on_both! {
    async fn what_waits_for_a_house_that_leaves_asks_the_next_one(stage: Stage) {
        let id = post(&stage, NOW.plus_hours(48), false).await;
        newcomer(&stage, "Rita", &stage.cast.raesfeld, Role::Staff).await;
        let bernd = Browser::of(&stage, &stage.cast.bernd).await;
        let part = "/desk/muebi/houses/raesfeld/part";
        bernd.get(part).await.assert_text_contains("Eine Freigabe, die bei dem Haus wartet");
        bernd.post(&format!("{part}/leave"), &[]).await.assert_status_see_other();
        let mut tx = stage.app.db.begin("job").await.expect("a transaction");
        let lane = crate::base::job::Lane::Rest;
        let job = crate::base::store::claim_job(&mut tx, NOW, "test", lane).await.expect("asked");
        let job = job.expect("a job");
        assert_eq!((job.kind.as_str(), job.payload), (ASK_AGAIN, id.0));
    }
}
