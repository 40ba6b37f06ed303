//! Somebody with a browser, and what the tests look up again and again.
use axum_test::{TestResponse, TestServer};

use crate::consortium::Consortium;
use crate::institution::Institution;
use crate::institution::store as institution_store;
use crate::member::{Membership, Person, Role, store as member_store};
use crate::testing::{NOW, Stage};

/// Somebody with a browser.
pub struct Browser {
    server: TestServer,
    cookie: String,
}

impl Browser {
    pub async fn of(stage: &Stage, person: &Person) -> Browser {
        Browser { server: stage.server(), cookie: stage.sign_in(person).await }
    }

    pub async fn get(&self, path: &str) -> TestResponse {
        self.server.get(path).add_header("cookie", &self.cookie).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.server.post(path).add_header("cookie", &self.cookie).form(&fields).await
    }
}

pub async fn muebi(stage: &Stage) -> Consortium {
    let mut conn = stage.app.db.read().await.expect("a connection");
    crate::consortium::store::by_id(&mut conn, &stage.cast.muebi.id).await.expect("the Verbund")
}

pub async fn raesfeld(stage: &Stage) -> Institution {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let (verbund, house) = (&stage.cast.muebi.id, &stage.cast.raesfeld.id);
    institution_store::by_id(&mut conn, verbund, house).await.expect("the house")
}

/// Lets a new person of a house come in.
pub async fn newcomer(stage: &Stage, name: &str, house: &Institution, role: Role) -> Person {
    let person = Person::named(name, NOW);
    let membership =
        Membership::new(&person.id, &house.consortium_id, Some(&house.id), role, NOW.plus_hours(-1));
    let mut tx = stage.app.db.begin("newcomer").await.expect("a transaction");
    member_store::insert(&mut tx, &person).await.expect("a person");
    member_store::insert_membership(&mut tx, &membership).await.expect("a membership");
    tx.commit().await.expect("committed");
    person
}
