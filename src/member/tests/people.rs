//! What coordination changes, and who sees whom.
use super::{Browser, led_to};
use crate::member::store as people;
use crate::member::{MembershipId, Person, Role};
use crate::on_both;
use crate::testing::Stage;

async fn membership_of(stage: &Stage, person: &Person, role: Role) -> MembershipId {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let own = people::memberships_of(&mut conn, &person.id).await.expect("memberships");
    own.into_iter().find(|it| it.role() == role && it.ended_at.is_none()).expect("a membership").id
}

on_both! {
    async fn everybody_inside_sees_everybody_and_strangers_see_nobody(stage: Stage) {
        let server = stage.server();
        for person in [&stage.cast.anna, &stage.cast.clara, &stage.cast.dora] {
            let browser = Browser::of(&stage, &server, person).await;
            let page = browser.get("/desk/muebi/people").await;
            for name in ["Anna Albers", "Bernd Brüning", "Clara Cordes", "Dora Dahl"] {
                page.assert_text_contains(name);
            }
            assert!(!page.text().contains("Emil Ebbers"));
        }
        let emil = Browser::of(&stage, &server, &stage.cast.emil).await;
        for path in ["people".to_owned(), "people/invite".into(), "audit".into(), format!("people/{}", stage.cast.anna.id)] {
            emil.get(&format!("/desk/muebi/{path}")).await.assert_status_not_found();
        }
        let anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        anna.get(&format!("/desk/muebi/people/{}", stage.cast.emil.id)).await.assert_status_not_found();
    }
}

on_both! {
    async fn coordination_gives_somebody_another_house_and_role(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let old = membership_of(&stage, &stage.cast.clara, Role::Volunteer).await;
        let path = format!("/desk/muebi/people/{}/memberships/{old}", stage.cast.clara.id);
        let no_house = anna.post(&path, &[("role", "staff"), ("house", "")]).await;
        no_house.assert_status_unprocessable_entity();
        let foreign = anna.post(&path, &[("role", "staff"), ("house", stage.cast.enger.id.as_str())]).await;
        foreign.assert_status_unprocessable_entity();
        led_to(&anna.post(&path, &[("role", "staff"), ("house", stage.cast.borken.id.as_str())]).await);
        let new = membership_of(&stage, &stage.cast.clara, Role::Staff).await;
        assert_ne!(new, old, "the old membership ended and stays");
        anna.get("/desk/muebi/audit").await.assert_text_contains("Clara Cordes");
        let mut bernd = Browser::of(&stage, &server, &stage.cast.bernd).await;
        bernd.post(&path, &[("role", "head")]).await.assert_status_forbidden();
        bernd.get("/desk/muebi/audit").await.assert_status_forbidden();
    }
}

on_both! {
    async fn an_ended_membership_closes_access_at_once(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let clara = Browser::of(&stage, &server, &stage.cast.clara).await;
        clara.get("/desk/muebi/people").await.assert_status_ok();
        let id = membership_of(&stage, &stage.cast.clara, Role::Volunteer).await;
        let path = format!("/desk/muebi/people/{}/memberships/{id}/end", stage.cast.clara.id);
        led_to(&anna.post(&path, &[]).await);
        clara.get("/desk/muebi/people").await.assert_status_not_found();
        clara.get("/desk").await.assert_text_contains("zu keinem Verbund");
    }
}

on_both! {
    async fn somebody_always_coordinates(stage: Stage) {
        let server = stage.server();
        let mut anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        let id = membership_of(&stage, &stage.cast.anna, Role::Coordinator).await;
        let path = format!("/desk/muebi/people/{}/memberships/{id}", stage.cast.anna.id);
        anna.post(&format!("{path}/end"), &[]).await.assert_status_conflict();
        let house = stage.cast.borken.id.as_str();
        anna.post(&path, &[("role", "head"), ("house", house)]).await.assert_status_conflict();
    }
}

on_both! {
    async fn who_belongs_to_a_house_that_has_left_has_no_access(stage: Stage) {
        let server = stage.server();
        let bernd = Browser::of(&stage, &server, &stage.cast.bernd).await;
        bernd.get("/desk/muebi/people").await.assert_status_ok();
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        sqlx::query("UPDATE institution SET left_at = $1 WHERE id = $2")
            .bind(stage.app.clock.now())
            .bind(&stage.cast.raesfeld.id)
            .execute(&mut *tx)
            .await
            .expect("left");
        tx.commit().await.expect("committed");
        bernd.get("/desk/muebi/people").await.assert_status_forbidden();
        bernd.get("/desk").await.assert_text_contains("zu keinem Verbund");
        let anna = Browser::of(&stage, &server, &stage.cast.anna).await;
        assert!(!anna.get("/desk/muebi/people").await.text().contains("Bernd Brüning"));
    }
}
