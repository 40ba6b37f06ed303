//! A play of the sign-off on the stage: people who act by forms alone, and what is seen of it.
use axum_test::TestServer;

use super::dossier::Dossier;
use super::editing::store_revision::{self, Saved, Saving};
use super::signoff::state::State;
use super::signoff::step::Act;
use super::writing::content::Content;
use super::{Post, RevisionId, store, store_dossier};
use crate::base::clock::Instant;
use crate::institution::Institution;
use crate::member::{Membership, Person, Role};
use crate::testing::{NOW, Stage};

/// Saves a text for somebody, as a new post or over the newest text.
pub async fn write(stage: &Stage, number: Option<i64>, who: &Person, house: &Institution, text: &str) -> i64 {
    let now = stage.app.clock.now();
    let muebi = &stage.cast.muebi.id;
    let mut tx = stage.app.db.begin(muebi.as_str()).await.expect("a transaction");
    let post = match number {
        Some(number) => store::by_number(&mut tx, muebi, number).await,
        None => store::create(&mut tx, muebi, Some(&who.id), now).await,
    };
    let mut dossier = store_dossier::open(&mut tx, post.expect("the post"), now).await.expect("a dossier");
    let content = Content {
        title: text.into(),
        body: "Ein Satz.".into(),
        byline: vec![house.id.clone()],
        ..Content::default()
    };
    let base = dossier.post.head_revision_id.clone();
    let saving = Saving { by: &who.id, houses: vec![house.id.clone()], base: base.as_ref(), client: "" };
    let saved = store_revision::save(&mut tx, &mut dossier, saving, content, now).await.expect("saved");
    assert!(matches!(saved, Saved::Newest(_)));
    super::acting::work::follow(&mut tx, &dossier, now).await.expect("jobs");
    tx.commit().await.expect("committed");
    dossier.post.number
}

/// A stage with somebody's cookies, to act by forms alone.
pub struct Play {
    pub stage: Stage,
    pub server: TestServer,
    pub anna: String,
    pub bernd: String,
    pub clara: String,
}

impl Play {
    pub async fn of(stage: Stage) -> Play {
        let clara = Membership::new(
            &stage.cast.clara.id,
            &stage.cast.muebi.id,
            Some(&stage.cast.rhede.id),
            Role::SigningVolunteer,
            NOW.plus_hours(-24),
        );
        let mut tx = stage.app.db.begin("clara").await.expect("a transaction");
        crate::member::store::insert_membership(&mut tx, &clara).await.expect("Clara signs off too");
        tx.commit().await.expect("committed");
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        let bernd = stage.sign_in(&stage.cast.bernd).await;
        let clara = stage.sign_in(&stage.cast.clara).await;
        Play { stage, server, anna, bernd, clara }
    }

    /// A text of Anna's, proposed for a time so many hours ahead.
    pub async fn proposed(stage: Stage, hours: i64) -> (Play, i64) {
        let number = write(&stage, None, &stage.cast.anna, &stage.cast.borken, "Lesenacht").await;
        let play = Play::of(stage).await;
        let status = play.act(number, "proposal", &play.anna, &play.at(hours)).await;
        assert_eq!(status, 303);
        play.stage.run_jobs().await;
        (play, number)
    }

    /// The fields of a time so many hours from the beginning.
    pub fn at(&self, hours: i64) -> Vec<(&'static str, String)> {
        let local = NOW.plus_hours(hours).zoned(&self.stage.cast.muebi.time_zone());
        vec![
            ("when", "at".into()),
            ("date", local.date().to_string()),
            ("time", local.strftime("%H:%M").to_string()),
        ]
    }

    pub async fn act(&self, number: i64, verb: &str, cookie: &str, fields: &[(&'static str, String)]) -> u16 {
        self.answer(number, verb, cookie, fields).await.status_code().as_u16()
    }

    pub async fn answer(
        &self,
        number: i64,
        verb: &str,
        cookie: &str,
        fields: &[(&'static str, String)],
    ) -> axum_test::TestResponse {
        let path = format!("/desk/muebi/posts/{number}/{verb}");
        self.server.post(&path).add_header("cookie", cookie).form(&fields).await
    }

    pub async fn approve(&self, number: i64, cookie: &str) -> u16 {
        let read = self.text(number).await;
        self.act(number, "approval", cookie, &[("revision", read.0)]).await
    }

    pub fn clock(&self, hours: i64) -> Instant {
        let now = NOW.plus_hours(hours);
        self.stage.app.clock.set(now);
        now
    }

    pub async fn dossier(&self, number: i64) -> Dossier {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, &self.stage.cast.muebi.id, number).await.expect("the post");
        store_dossier::open(&mut conn, post, self.stage.app.clock.now()).await.expect("the dossier")
    }

    pub async fn post(&self, number: i64) -> Post {
        self.dossier(number).await.post
    }

    pub async fn text(&self, number: i64) -> RevisionId {
        self.dossier(number).await.standing.text().expect("a text").revision.clone()
    }

    pub async fn state(&self, number: i64) -> State {
        let post = self.post(number).await;
        let now = self.stage.app.clock.now();
        assert_eq!(post.state(now), self.dossier(number).await.standing.state(now), "columns follow history");
        post.state(now)
    }

    /// The houses asked, in their order.
    pub async fn asked(&self, number: i64) -> Vec<String> {
        let cast = &self.stage.cast;
        let name = |id| {
            let houses = [&cast.borken, &cast.raesfeld, &cast.rhede];
            houses.into_iter().find(|house| house.id == id).expect("a house").short_name.clone()
        };
        let asked = |step: super::signoff::step::Step| match step.act {
            Act::Asked { house, .. } => Some(name(house)),
            _ => None,
        };
        self.dossier(number).await.steps.into_iter().filter_map(asked).collect()
    }

    pub async fn letters(&self, to: &Person) -> Vec<String> {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let rows: Vec<(String,)> =
            sqlx::query_as("SELECT subject FROM mail WHERE person_id = $1 ORDER BY created_at, id")
                .bind(&to.id)
                .fetch_all(&mut *conn)
                .await
                .expect("letters");
        rows.into_iter().map(|(subject,)| subject).collect()
    }

    pub async fn count(&self, number: i64, is: impl Fn(&Act) -> bool) -> usize {
        self.dossier(number).await.steps.iter().filter(|step| is(&step.act)).count()
    }
}

pub async fn set_mode(stage: &Stage, mode: &'static str) {
    let mut tx = stage.app.db.begin("mode").await.expect("a transaction");
    sqlx::query("UPDATE consortium SET mode = $1 WHERE id = $2")
        .bind(mode)
        .bind(&stage.cast.muebi.id)
        .execute(&mut *tx)
        .await
        .expect("the mode");
    tx.commit().await.expect("committed");
}

pub async fn change(stage: &Stage, sql: &'static str, at: Instant, id: &str) {
    let mut tx = stage.app.db.begin("change").await.expect("a transaction");
    sqlx::query(sql).bind(at).bind(id).execute(&mut *tx).await.expect("changed");
    tx.commit().await.expect("committed");
}

pub async fn member(stage: &Stage, name: &str, house: &Institution) -> Person {
    let person = Person {
        email: Some(format!("{}@{}.example", name.to_lowercase(), house.slug)),
        email_confirmed_at: Some(NOW),
        ..Person::named(name, NOW.plus_hours(-24))
    };
    let mut tx = stage.app.db.begin("member").await.expect("a transaction");
    crate::member::store::insert(&mut tx, &person).await.expect("a person");
    let membership =
        Membership::new(&person.id, &stage.cast.muebi.id, Some(&house.id), Role::Staff, NOW.plus_hours(-24));
    crate::member::store::insert_membership(&mut tx, &membership).await.expect("a membership");
    tx.commit().await.expect("committed");
    person
}
