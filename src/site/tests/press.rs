//! A small press: how these tests write, sign off, and read what came out.
use axum_test::TestServer;

use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::institution::Institution;
use crate::member::Person;
use crate::post::dossier::Dossier;
use crate::post::editing::store_revision::{self, Saved, Saving};
use crate::post::signoff::approval::{Mode, When, may_approve};
use crate::post::signoff::step::{Act, Step};
use crate::post::writing::content::Content;
use crate::post::{PostId, RevisionId, store, store_dossier};
use crate::testing::Stage;
use crate::topic::{Topic, TopicId, store as topic_store};

/// A text of a house.
pub fn text(title: &str, house: &Institution) -> Content {
    let body = format!("Worum es geht: {title}.");
    Content { title: title.into(), body, byline: vec![house.id.clone()], ..Content::default() }
}

impl Stage {
    pub async fn within(&self) -> Tx {
        self.app.db.begin(self.cast.muebi.id.as_str()).await.expect("a transaction")
    }

    pub async fn done(&self, tx: Tx) {
        self.app.commit(tx, self.cast.muebi.id.as_str()).await.expect("committed");
    }

    pub async fn dossier(&self, tx: &mut Tx, number: i64) -> Dossier {
        let post = store::by_number(tx, &self.cast.muebi.id, number).await.expect("the post");
        store_dossier::open(tx, post, self.app.clock.now()).await.expect("the dossier")
    }

    /// Lets Anna write a new post.
    pub async fn write(&self, content: Content) -> i64 {
        let (mut tx, now) = (self.within().await, self.app.clock.now());
        let post = store::create(&mut tx, &self.cast.muebi.id, Some(&self.cast.anna.id), now).await;
        let number = post.expect("a post").number;
        self.done(tx).await;
        self.rewrite(number, content).await;
        number
    }

    /// Lets Anna word a post anew.
    pub async fn rewrite(&self, number: i64, content: Content) -> RevisionId {
        let mut tx = self.within().await;
        let mut dossier = self.dossier(&mut tx, number).await;
        let base = dossier.post.head_revision_id.clone();
        let houses = vec![self.cast.borken.id.clone()];
        let saving = Saving { by: &self.cast.anna.id, houses, base: base.as_ref(), client: "" };
        let saved = store_revision::save(&mut tx, &mut dossier, saving, content, self.app.clock.now()).await;
        self.done(tx).await;
        match saved.expect("saved") {
            Saved::Newest(id) => id,
            Saved::Beside(_) => panic!("nobody else writes"),
        }
    }

    /// Lets something happen to a post.
    pub async fn act(&self, number: i64, by: &Person, act: Act) {
        let (mut tx, now) = (self.within().await, self.app.clock.now());
        let mut dossier = self.dossier(&mut tx, number).await;
        let step = Step::of(now, by.id.clone(), None, act);
        store_dossier::add(&mut tx, &mut dossier, step, now).await.expect("done");
        self.done(tx).await;
    }

    /// Lets Anna propose the newest text.
    pub async fn propose(&self, number: i64, due: Option<Instant>) -> RevisionId {
        let mut tx = self.within().await;
        let revision = self.dossier(&mut tx, number).await.post.head_revision_id.expect("a text");
        drop(tx);
        let act = Act::Proposed { revision: revision.clone(), due, mode: Mode::AnotherHouse, chosen: None };
        self.act(number, &self.cast.anna, act).await;
        revision
    }

    /// Lets Bernd sign it off.
    pub async fn approve(&self, number: i64, revision: &RevisionId) {
        let (mut tx, now) = (self.within().await, self.app.clock.now());
        let mut dossier = self.dossier(&mut tx, number).await;
        let (standing, roster) = (&dossier.standing, &dossier.roster);
        let proof = may_approve(standing, roster, &self.cast.bernd.id, revision, When::AsProposed, now);
        let step = proof.expect("another house may").into_step();
        store_dossier::add(&mut tx, &mut dossier, step, now).await.expect("approved");
        self.done(tx).await;
    }

    /// Writes, proposes and signs off: public when due, or at once.
    pub async fn publish(&self, content: Content, due: Option<Instant>) -> i64 {
        let number = self.write(content).await;
        let revision = self.propose(number, due).await;
        self.approve(number, &revision).await;
        number
    }

    pub async fn topic(&self, slug: &str, title: &str) -> TopicId {
        let id = TopicId::new();
        let topic = Topic {
            id: id.clone(),
            consortium_id: self.cast.muebi.id.clone(),
            slug: slug.into(),
            title: title.into(),
            intro: "Was uns wärmt.".into(),
            created_at: self.app.clock.now(),
            ended_at: None,
        };
        let mut tx = self.within().await;
        topic_store::insert(&mut tx, &topic).await.expect("a topic");
        self.done(tx).await;
        id
    }

    pub async fn id_of(&self, number: i64) -> PostId {
        let mut conn = self.app.db.read().await.expect("a connection");
        store::by_number(&mut conn, &self.cast.muebi.id, number).await.expect("the post").id
    }

    /// Changes something that other rooms will change by a form of their own.
    pub async fn change(&self, sql: &'static str, to: &str, id: &str) {
        let mut tx = self.within().await;
        sqlx::query(sql).bind(to).bind(id).execute(&mut *tx).await.expect("changed");
        self.done(tx).await;
    }

    /// The same for an instant.
    pub async fn change_at(&self, sql: &'static str, to: Option<Instant>, id: &str) {
        let mut tx = self.within().await;
        sqlx::query(sql).bind(to).bind(id).execute(&mut *tx).await.expect("changed");
        self.done(tx).await;
    }
}

/// Every page and feed that could name a post of Borken.
pub const EVERYWHERE: [&str; 12] = [
    "/muebi",
    "/muebi/archiv",
    "/muebi/archiv/2026-11",
    "/muebi/archiv/einrichtung/borken",
    "/muebi/einrichtung/borken",
    "/muebi/themen",
    "/muebi/feed.atom",
    "/muebi/feed.rss",
    "/muebi/feed.json",
    "/muebi/einrichtung/borken/feed.atom",
    "/muebi/sitemap.xml",
    "/en/muebi",
];

/// Fetches a page that is there.
pub async fn read(server: &TestServer, path: &str) -> String {
    let answer = server.get(path).await;
    assert_eq!(answer.status_code(), 200, "{path}");
    answer.text()
}

/// Tells on which of these pages a word stands; pages that are not there say nothing.
pub async fn places(server: &TestServer, word: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for path in EVERYWHERE {
        if server.get(path).await.text().contains(word) {
            found.push(path);
        }
    }
    found
}
