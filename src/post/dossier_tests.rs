//! What the history of a post promises once it lies in a database.
use super::dossier::Dossier;
use super::editing::store_revision::{self, Saved, Saving};
use super::signoff::approval::{Mode, When, may_approve};
use super::signoff::state::State;
use super::signoff::step::{Act, Step};
use super::writing::content::Content;
use super::{RevisionId, store, store_dossier};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::institution::Institution;
use crate::member::Person;
use crate::on_both;
use crate::testing::{NOW, Stage};

async fn begin(stage: &Stage) -> Tx {
    stage.app.db.begin(stage.cast.muebi.id.as_str()).await.expect("a transaction")
}

fn content(title: &str, house: &Institution) -> Content {
    Content {
        title: title.into(),
        body: "Ein Satz.".into(),
        byline: vec![house.id.clone()],
        ..Content::default()
    }
}

async fn save(
    stage: &Stage,
    number: i64,
    who: (&Person, &Institution),
    base: Option<&RevisionId>,
    text: &str,
    now: Instant,
) -> Saved {
    let mut tx = begin(stage).await;
    let mut dossier = open(&mut tx, stage, number, now).await;
    let saving = Saving { by: &who.0.id, houses: vec![who.1.id.clone()], base, client: "" };
    let saved = store_revision::save(&mut tx, &mut dossier, saving, content(text, who.1), now).await;
    tx.commit().await.expect("committed");
    saved.expect("saved")
}

async fn open(tx: &mut Tx, stage: &Stage, number: i64, now: Instant) -> Dossier {
    let post = store::by_number(tx, &stage.cast.muebi.id, number).await.expect("the post");
    store_dossier::open(tx, post, now).await.expect("the dossier")
}

async fn new_post(stage: &Stage) -> i64 {
    let mut tx = begin(stage).await;
    let post =
        store::create(&mut tx, &stage.cast.muebi.id, Some(&stage.cast.anna.id), NOW).await.expect("a post");
    tx.commit().await.expect("committed");
    post.number
}

on_both! {
    async fn what_another_house_signed_off_is_public_when_due_and_not_before(stage: Stage) {
        let cast = &stage.cast;
        let number = new_post(&stage).await;
        let Saved::Newest(text) = save(&stage, number, (&cast.anna, &cast.borken), None, "Titel", NOW).await else {
            panic!("nobody else wrote")
        };
        let due = NOW.plus_hours(5);
        let mut tx = begin(&stage).await;
        let mut dossier = open(&mut tx, &stage, number, NOW).await;
        let act = Act::Proposed { revision: text.clone(), due: Some(due), mode: Mode::AnotherHouse, chosen: None };
        let step = Step::of(NOW, cast.anna.id.clone(), Some(cast.borken.id.clone()), act);
        store_dossier::add(&mut tx, &mut dossier, step, NOW).await.expect("proposed");
        let own = may_approve(&dossier.standing, &dossier.roster, &cast.anna.id, &text, When::AsProposed, NOW);
        assert!(own.is_err(), "nobody signs off their own text");
        let proof = may_approve(&dossier.standing, &dossier.roster, &cast.bernd.id, &text, When::AsProposed, NOW);
        let step = proof.expect("another house may").into_step();
        store_dossier::add(&mut tx, &mut dossier, step, NOW).await.expect("approved");
        tx.commit().await.expect("committed");

        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, &cast.muebi.id, number).await.expect("the post");
        assert_eq!(post.state(NOW), State::Planned);
        assert_eq!(post.public_revision(due.plus_seconds(-1)), None);
        assert_eq!(post.state(due), State::Public);
        assert_eq!(post.public_revision(due), Some(&text));
        assert_eq!(post.public_since(due), Some(due));
    }
}

on_both! {
    async fn two_people_at_one_text_lose_nothing(stage: Stage) {
        let cast = &stage.cast;
        let number = new_post(&stage).await;
        let Saved::Newest(first) = save(&stage, number, (&cast.anna, &cast.borken), None, "Eins", NOW).await else {
            panic!("nobody else wrote")
        };
        let later = NOW.plus_minutes(1);
        let saved = save(&stage, number, (&cast.bernd, &cast.raesfeld), Some(&first), "Zwei", later).await;
        assert!(matches!(saved, Saved::Newest(_)));
        let saved = save(&stage, number, (&cast.anna, &cast.borken), Some(&first), "Drei", later).await;
        assert!(matches!(saved, Saved::Beside(_)), "Anna has not seen what Bernd wrote");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, &cast.muebi.id, number).await.expect("the post");
        assert_eq!(post.title, "Zwei");
        let copies = store_revision::side_copies(&mut conn, &post.id, &cast.anna.id).await.expect("copies");
        assert!(copies.iter().any(|copy| copy.content.contains("Drei")));
    }
}

on_both! {
    async fn a_save_sent_twice_is_one_version(stage: Stage) {
        let cast = &stage.cast;
        let number = new_post(&stage).await;
        let once = save(&stage, number, (&cast.anna, &cast.borken), None, "Eins", NOW).await;
        let twice = save(&stage, number, (&cast.anna, &cast.borken), None, "Eins", NOW).await;
        assert_eq!(once, twice);
        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = store::by_number(&mut conn, &cast.muebi.id, number).await.expect("the post");
        assert_eq!(store_revision::all(&mut conn, &post.id).await.expect("versions").len(), 1);
    }
}
