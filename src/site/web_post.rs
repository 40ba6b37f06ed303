//! One post on a page of its own, the houses behind it, and where to read on.
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::address;
use super::entry::Entry;
use super::open::{OpenHouse, today};
use super::picture::{Shown, Spot};
use super::schema;
use super::store::{Wanted, entries, entry, neighbours, next_opening};
use super::teaser::{Desk, Link, Teaser, When};
use super::web_visit::{Visit, moved};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::consortium::ConsortiumId;
use crate::institution::Institution;
use crate::page::{Badge, Public};
use crate::post::signoff::state::State;
use crate::post::store as post_store;
use crate::post::writing::markdown;
use crate::topic::{Topic, store as topic_store};

/// How many other posts stand below one, of each sort.
const FURTHER: usize = 3;
/// Among how many of the newest posts on a topic other houses are looked for.
const LOOKED_THROUGH: i64 = 30;

#[derive(Template)]
#[template(path = "site/post.html")]
struct PostPage {
    public: Public,
    title: String,
    lang: String,
    badges: Vec<Badge>,
    when: When,
    /// The day of the last correction, where it is not the day of the post.
    corrected: Option<When>,
    archived: bool,
    topic: Option<Link>,
    lead: Option<Shown>,
    html: String,
    pictures: Vec<Shown>,
    links: Vec<Link>,
    makers: Vec<OpenHouse>,
    makers_title: String,
    /// A letter with the post's address in it, for those who pass it on.
    mail: String,
    shelves: Vec<Shelf>,
    before: Option<Teaser>,
    after: Option<Teaser>,
}

/// A row of further posts, and where there are more of them.
struct Shelf {
    id: &'static str,
    title: String,
    posts: Vec<Teaser>,
    more: Link,
}

/// Says of a post that nobody can see whether everybody could, before it was withdrawn.
async fn absent(conn: &mut Conn, consortium: &ConsortiumId, number: i64) -> Result<Error> {
    let post = post_store::by_number(conn, consortium, number).await?;
    let was_public = post.first_public_at.is_some() && post.state == State::Withdrawn.code();
    Ok(if was_public { Error::Gone } else { Error::NotFound })
}

/// Shows a post. The number finds it; words that are not those of its title lead on.
pub async fn post(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Result<Response> {
    let number = address::number(&segment).ok_or(Error::NotFound)?;
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let entry = match entry(&mut conn, &it.id, number, now).await {
        Err(Error::NotFound) => return Err(absent(&mut conn, &it.id, number).await?),
        found => found?,
    };
    if entry.segment() != segment {
        let to = format!("{root}/beitrag/{}", entry.segment());
        return Ok(moved(StatusCode::MOVED_PERMANENTLY, &to));
    }
    let topics = topic_store::of_consortium(&mut conn, &it.id).await?;
    let desk = visit.desk(&root, &topics);
    let pictures = visit.pictures(&mut conn, &entry).await?;
    let spots = std::iter::once(Spot::Lead).chain(std::iter::repeat(Spot::Text));
    let mut shown: Vec<Shown> =
        pictures.iter().zip(spots).map(|(picture, spot)| picture.shown(spot, visit.w)).collect();
    let topic = entry.content.topic.as_ref().and_then(|id| topics.iter().find(|topic| topic.id == *id));
    let shelves = shelves(&visit, &mut conn, &desk, &entry, topic).await?;
    let (before, after) = neighbours(&mut conn, &it.id, &entry, now).await?;
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let public = frame(&visit, &entry, &shown);
    let (makers, changes) = makers(&visit, &entry, &root);
    let local = visit.local();
    let corrected = (local.day(entry.updated) != local.day(entry.since)).then(|| desk.when(entry.updated));
    let content = &entry.content;
    let leading = content.links.iter().filter(|link| link.leads_to_the_web());
    let page = PostPage {
        title: content.title.clone(),
        lang: content.language.clone(),
        badges: desk.badges(&entry),
        when: desk.when(entry.since),
        corrected,
        archived: entry.archived_at.is_some(),
        topic: topic.map(|topic| desk.topic(topic)),
        html: entry.html(),
        lead: (!shown.is_empty()).then(|| shown.remove(0)),
        pictures: shown,
        links: leading.map(|link| Link { href: link.url.clone(), text: link.shown() }).collect(),
        makers_title: visit.w.n("site-makers", makers.len()),
        makers,
        mail: address::mail(&content.title, &public.canonical),
        shelves,
        before: before.map(|entry| desk.teaser(&entry, 0, None)),
        after: after.map(|entry| desk.teaser(&entry, 0, None)),
        public,
    };
    visit.page(&page, &page.public, visit.until([opens, changes]))
}

/// Frames the page, with what machines read about the post.
fn frame(visit: &Visit, entry: &Entry, shown: &[Shown]) -> Public {
    let description = markdown::excerpt(&entry.content.body, 200);
    let mut public = visit.frame(&entry.content.title, &description);
    let card = shown.first().map(|picture| picture.card.as_ref().unwrap_or(&picture.src));
    public.image = card.map(|card| format!("{}{card}", visit.origin()));
    let place = schema::Place {
        url: &public.canonical,
        base: &visit.whole(Lang::De, ""),
        origin: &visit.origin(),
        pictures: shown,
        description: &description,
    };
    let data = schema::post(entry, &visit.consortium, &visit.houses, &place, &visit.local());
    public.json_ld = Some(schema::script(data));
    public
}

/// Gives the houses a post is from, and until when what is said of their hours holds. Of one that
/// has left no hours are told.
fn makers(visit: &Visit, entry: &Entry, root: &str) -> (Vec<OpenHouse>, Option<Instant>) {
    let byline = entry.content.byline.iter();
    let houses: Vec<&Institution> =
        byline.filter_map(|id| visit.houses.iter().find(|house| house.id == *id)).collect();
    let (mut makers, changes) = today(&houses, visit.now, &visit.zone, visit.w, root);
    for (maker, house) in makers.iter_mut().zip(houses) {
        if visit.has_ended() || house.has_left(visit.now) {
            maker.sentence.clear();
            maker.is_open = false;
        }
    }
    (makers, changes)
}

/// Sets out where to read on: what others see in the same topic, and more from the same house.
async fn shelves(
    visit: &Visit,
    conn: &mut Conn,
    desk: &Desk<'_>,
    entry: &Entry,
    topic: Option<&Topic>,
) -> Result<Vec<Shelf>> {
    let newest = |limit| Wanted::newest(&visit.consortium.id, visit.now, limit);
    let mut shelves = Vec::new();
    let mut told = vec![entry.id.clone()];
    if let Some(topic) = topic {
        let wanted = Wanted { topic: Some(&topic.id), with_archived: true, ..newest(LOOKED_THROUGH) };
        let mut posts = entries(conn, wanted).await?;
        posts.retain(|other| other.id != entry.id);
        // What other houses see comes first; the order within stays that of time.
        let is_own = |other: &Entry| other.content.byline.first() == entry.content.byline.first();
        posts.sort_by_key(is_own);
        let key = if posts.first().is_some_and(|other| !is_own(other)) {
            "site-other-glances"
        } else {
            "site-more-on"
        };
        posts.truncate(FURTHER);
        told.extend(posts.iter().map(|other| other.id.clone()));
        let teaser = |other: &Entry| Teaser { topic: None, ..desk.teaser(other, 110, None) };
        let more = Link { text: visit.w.t("site-whole-topic"), ..desk.topic(topic) };
        let title = visit.w.w(key, "topic", &topic.title);
        shelves.push(Shelf { id: "thema", title, posts: posts.iter().map(teaser).collect(), more });
    }
    let first = entry.content.byline.first();
    if let Some(house) = first.and_then(|id| visit.houses.iter().find(|house| house.id == *id)) {
        let most = FURTHER + told.len();
        let wanted = Wanted { house: Some(&house.id), ..newest(i64::try_from(most).unwrap_or(i64::MAX)) };
        let mut posts = entries(conn, wanted).await?;
        posts.retain(|other| !told.contains(&other.id));
        posts.truncate(FURTHER);
        let teaser = |other: &Entry| desk.teaser(other, 0, None);
        let href = format!("{}/archiv/einrichtung/{}", desk.root, house.slug);
        let more = Link { href, text: visit.w.t("site-house-all-posts") };
        let title = visit.w.w("site-house-more", "house", &house.short_name);
        shelves.push(Shelf { id: "haus", title, posts: posts.iter().map(teaser).collect(), more });
    }
    shelves.retain(|shelf| !shelf.posts.is_empty());
    Ok(shelves)
}
