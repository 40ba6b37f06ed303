//! What the demo promises about its contents and its history.
use std::collections::BTreeMap;

use super::book::Book;
use super::days::Days;
use super::picture::{self, Undrawn};
use super::seed::{expected, fill, play};
use super::story::{Deed, story};
use crate::base::clock::Instant;
use crate::base::error::Error;
use crate::base::{job, store as base_store, store_mail};
use crate::consortium::store as consortium_store;
use crate::media::store::{self as picture_store, Filter};
use crate::member::store as member_store;
use crate::on_both;
use crate::post::signoff::state::State;
use crate::post::store as post_store;
use crate::testing::{NOW, Stage};

/// Words that would lay blame on a house or a person.
const BLAME: [&str; 12] = [
    "eure schuld",
    "ihre schuld",
    "selber schuld",
    "versagt",
    "unfähig",
    "verschlafen",
    "geschlampt",
    "nachlässig",
    "blamiert",
    "unzuverlässig",
    "schon wieder nicht",
    "wie immer zu spät",
];

on_both! {
    async fn an_empty_database_is_filled_once(stage: Stage) {
        let app = stage.empty_demo().await;
        assert!(fill(&app).await.expect("filled"));
        assert!(!fill(&app).await.expect("left as it is"));
        let all = consortium_store::all(&mut app.db.read().await.expect("a connection")).await.expect("all");
        assert_eq!(all.len(), 6);
    }
}

on_both! {
    async fn every_post_stands_where_its_file_says(stage: Stage) {
        let app = stage.empty_demo().await;
        fill(&app).await.expect("filled");
        let mut conn = app.db.read().await.expect("a connection");
        let mut seen = BTreeMap::new();
        for book in Book::all() {
            let consortium = consortium_store::by_slug(&mut conn, &book.consortium.slug).await.expect("a Verbund");
            let posts = post_store::latest(&mut conn, &consortium.id, 1000).await.expect("posts");
            assert_eq!(posts.len(), book.post.len());
            for told in &book.post {
                let post = posts.iter().find(|post| post.title == told.title).expect("the post");
                let state = post.state(NOW);
                assert_eq!(state, expected(told), "{}", told.key);
                let is_shown = matches!(state, State::Public | State::Archived);
                assert_eq!(post.public_revision(NOW).is_some(), is_shown, "{}", told.key);
                *seen.entry(state).or_insert(0) += 1;
            }
        }
        assert_eq!(seen.len(), State::ALL.len(), "a state is missing: {seen:?}");
    }
}

on_both! {
    async fn the_jobs_of_the_first_minute_find_everything_told(stage: Stage) {
        let app = stage.empty_demo().await;
        fill(&app).await.expect("filled");
        let letters = store_mail::newest(&mut app.db.read().await.expect("a connection"), 1000).await.expect("letters");
        assert!(!letters.is_empty(), "who is asked has a letter");
        let mut tx = app.db.begin("job").await.expect("a transaction");
        job::enqueue_once(&mut tx, picture::JOB, picture::JOB, "[]", NOW).await.expect("nothing to draw");
        tx.commit().await.expect("committed");
        crate::testing::run_jobs(&app).await;
        let mut conn = app.db.read().await.expect("a connection");
        let after = store_mail::newest(&mut conn, 1000).await.expect("letters");
        let told: std::collections::BTreeSet<_> =
            after.iter().map(|letter| (&letter.recipient, &letter.subject, &letter.body)).collect();
        assert_eq!(told.len(), after.len(), "nobody is told anything twice");
        let next = base_store::next_job_at(&mut conn, job::Lane::Rest).await.expect("asked");
        assert!(next.is_some_and(|at| at > NOW), "what is still to come has its jobs: {next:?}");
    }
}

on_both! {
    async fn real_contents_are_never_mixed_with_the_demo(stage: Stage) {
        assert!(matches!(fill(&stage.app).await, Err(Error::Refused(_))));
        let all = consortium_store::all(&mut stage.app.db.read().await.expect("a connection")).await.expect("all");
        assert_eq!(all.len(), 2, "only the Verbünde of the stage");
    }
}

on_both! {
    async fn old_names_lead_on_and_somebody_has_no_mail(stage: Stage) {
        let app = stage.empty_demo().await;
        fill(&app).await.expect("filled");
        let mut conn = app.db.read().await.expect("a connection");
        for book in Book::all() {
            let consortium = consortium_store::by_slug(&mut conn, &book.consortium.slug).await.expect("a Verbund");
            assert!(consortium.is_public(NOW));
            for old in &book.consortium.old_slugs {
                let found = consortium_store::by_slug(&mut conn, old).await.expect("the old name");
                assert_eq!(found.id, consortium.id);
            }
            let people = member_store::people_in(&mut conn, &consortium.id).await.expect("people");
            assert_eq!(people.iter().filter(|person| person.email.is_none()).count(), 1, "{}", consortium.slug);
        }
    }
}

/// Drawing takes long: once, and on one database.
#[tokio::test]
async fn a_picture_is_drawn_in_the_background_and_only_once() {
    let stage = Stage::sqlite().await;
    let app = stage.empty_demo().await;
    fill(&app).await.expect("filled");
    let muebi = consortium_store::by_slug(&mut app.db.read().await.expect("a connection"), "muebi")
        .await
        .expect("muebi");
    let first = async || {
        let mut conn = app.db.read().await.expect("a connection");
        let page = picture_store::page(&mut conn, &muebi.id, Filter::All, 0).await.expect("pictures");
        page.into_iter().next().expect("a picture")
    };
    let before = first().await;
    assert!(before.ready_at.is_none() && !before.alt.is_empty() && before.persons_at.is_none());
    let undrawn = Undrawn { id: before.id.clone(), scene: "bookshelf".into(), seed: 1 };
    let payload = serde_json::to_string(&[undrawn]).expect("a list");
    picture::draw_next(&app, &payload).await.expect("drawn");
    let drawn = first().await;
    assert!(drawn.ready_at.is_some() && !drawn.made().sizes.is_empty());
    picture::draw_next(&app, &payload).await.expect("nothing to do");
    assert_eq!(first().await.made(), drawn.made());
}

/// The demo is shown on any day: on New Year's Day, on the days on which the clocks change, on the
/// 29th of February, a minute past midnight.
#[tokio::test]
async fn it_can_be_filled_on_any_day() {
    let stage = Stage::sqlite().await;
    let app = stage.empty_demo().await;
    for day in
        ["2027-01-01T00:01", "2027-03-28T04:00", "2027-10-31T02:30", "2028-02-29T12:00", "2027-12-24T23:59"]
    {
        let local: jiff::civil::DateTime = day.parse().expect("a time");
        let now = Instant::from(&local.in_tz("Europe/Berlin").expect("a zone"));
        app.clock.set(now);
        for book in Book::all() {
            let mut tx = app.db.begin("demo").await.expect("a transaction");
            play(&mut tx, &app, &book).await.unwrap_or_else(|error| panic!("{day}: {error}"));
        }
    }
}

#[test]
fn what_is_told_as_past_is_past_and_what_is_ahead_is_ahead() {
    let books = Book::all();
    for day in (0..366).step_by(5) {
        let now = NOW.plus_hours(24 * day + day % 24);
        let days = Days::new(now, jiff::tz::TimeZone::get("Europe/Berlin").expect("a zone"));
        for book in &books {
            for (n, told) in book.post.iter().enumerate() {
                let series =
                    told.series.as_ref().and_then(|slug| book.series.iter().find(|one| one.slug == *slug));
                let due = days.due(told, series);
                let is_past = matches!(told.state.as_str(), "public" | "missed" | "withdrawn" | "archived");
                assert_eq!(due < now, is_past, "{} on day {day}", told.key);
                let deeds = story(book, told, n, due, &days);
                assert!(deeds.iter().all(|(at, _)| *at <= now), "{} tells of tomorrow", told.key);
                assert!(
                    matches!(deeds.first(), Some((_, Deed::Write { .. }))),
                    "{} begins with its text",
                    told.key
                );
            }
        }
    }
}

#[test]
fn addresses_in_the_contents_lead_nowhere() {
    for book in Book::all() {
        let text = format!("{book:?}");
        for address in text.split("://").skip(1) {
            let host = address.split(['/', '"', ' ', ')', '\\']).next().unwrap_or_default();
            assert!(host.ends_with(".example"), "{host}");
        }
        for (before, after) in text.split('@').zip(text.split('@').skip(1)) {
            let is_mail = before.ends_with(|c: char| c.is_ascii_alphanumeric());
            let host = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').next();
            let host = host.unwrap_or_default().trim_end_matches('.');
            assert!(!is_mail || host.ends_with(".example"), "{host}");
        }
    }
}

#[test]
fn no_house_is_blamed() {
    for book in Book::all() {
        let talk = book.post.iter().flat_map(|post| post.talk.iter().map(|talk| &talk.text));
        let reasons = book.post.iter().map(|post| &post.returned_reason);
        let all = talk.chain(reasons).chain([&book.consortium.end_reason]);
        for text in all.chain(book.person.iter().map(|person| &person.note)) {
            let text = text.to_lowercase();
            assert!(BLAME.iter().all(|word| !text.contains(word)), "{text}");
        }
    }
}

#[test]
fn who_signed_off_is_named_inside_and_not_in_the_post() {
    for book in Book::all() {
        for post in &book.post {
            let inside = [post.approved_by.as_ref(), post.returned_by.as_ref()].into_iter().flatten();
            let behind =
                book.person.iter().filter(|person| matches!(person.role.as_str(), "coordinator" | "coach"));
            for person in inside.filter_map(|key| book.person(key)).chain(behind) {
                let is_named = post.body.contains(&person.name) || post.title.contains(&person.name);
                assert!(!is_named, "{} names {}", post.key, person.name);
            }
        }
    }
}
