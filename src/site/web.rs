//! The Verbund's own page, and the sign of life for machines.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::entry::Entry;
use super::list::{Perspective, balance, perspectives};
use super::map::{self, Map};
use super::open::{OpenHouse, today};
use super::picture::Spot;
use super::schema;
use super::store::{Wanted, entries, next_opening};
use super::teaser::{Link, Teaser};
use super::web_visit::Visit;
use crate::base::app::App;
use crate::base::error::Result;
use crate::page::Public;
use crate::post::writing::markdown;
use crate::topic::{Topic, store as topic_store};

/// How many posts stand below the first one.
const MORE: i64 = 6;
/// How many topics are named beside the posts.
const TOPICS: usize = 6;
/// How many posts of one house stand below a topic.
const GLANCES: usize = 2;
/// How many of the newest posts are looked through for a topic with several perspectives.
const LOOKED_THROUGH: i64 = 60;

#[derive(Template)]
#[template(path = "site/front.html")]
struct Front {
    public: Public,
    open: Vec<OpenHouse>,
    lead: Option<Teaser>,
    more: Vec<Teaser>,
    has_archive: bool,
    topic: Option<Glances>,
    /// What the houses have written about of late.
    topics: Vec<Link>,
    map: Option<Map>,
    about: String,
    has_ended: bool,
}

impl Front {
    /// Says the map in words: which houses are how far from each other.
    fn map_words(&self, map: &Map) -> String {
        let ways = map.ways.iter().map(|way| format!("{} – {}: {} km", way.names.0, way.names.1, way.km));
        let names = map.spots.iter().map(|spot| spot.badge.name.clone());
        let words: Vec<String> = if map.ways.is_empty() { names.collect() } else { ways.collect() };
        self.public.w.w("site-map-words", "places", words.join(", "))
    }
}

/// A topic on the front page: one glance a house.
struct Glances {
    title: String,
    link: Link,
    intro: String,
    columns: Vec<Perspective>,
}

/// Shows the Verbund: who it is, which house is open, what is new, several glances at one topic.
pub async fn front(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let topics = topic_store::of_consortium(&mut conn, &it.id).await?;
    let desk = visit.desk(&root, &topics);
    let posts = entries(&mut conn, Wanted::newest(&it.id, now, LOOKED_THROUGH)).await?;
    let lead = match posts.first() {
        Some(entry) => Some(desk.teaser(entry, 360, visit.picture(&mut conn, entry, Spot::Lead).await?)),
        None => None,
    };
    let further: Vec<_> = posts.iter().skip(1).take(MORE as usize).cloned().collect();
    let mut more = visit.teasers(&mut conn, &desk, &further, 190).await?;
    balance(&mut more);
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let lately = of_late(&posts, &topics);
    let topic = lately.iter().find_map(|topic| {
        let on_it = posts.iter().filter(|entry| entry.content.topic.as_ref() == Some(&topic.id));
        let on_it: Vec<_> = on_it.map(|entry| (entry.clone(), desk.teaser(entry, 120, None))).collect();
        let mut columns = perspectives(&on_it, &visit.houses, &desk);
        columns.iter_mut().for_each(|column| column.posts.truncate(GLANCES));
        let title = visit.w.n("site-glances", columns.len());
        (columns.len() > 1).then(|| Glances {
            title,
            link: desk.topic(topic),
            intro: markdown::excerpt(&topic.intro, 200),
            columns,
        })
    });
    let members = visit.members();
    let (open, changes) = match visit.has_ended() {
        true => (Vec::new(), None),
        false => today(&members, now, &visit.zone, visit.w, &root),
    };
    let mut public = visit.frame("", &it.claim);
    public.json_ld = Some(schema::script(schema::consortium(it, &public.canonical, &members)));
    public.image = lead
        .as_ref()
        .and_then(|lead| lead.picture.as_ref())
        .map(|picture| format!("{}{}", visit.origin(), picture.card.as_deref().unwrap_or(&picture.src)));
    let has_archive = posts.len() > 1 + further.len();
    let about = markdown::excerpt(&it.about, 260);
    let topics = lately.iter().take(TOPICS).map(|topic| desk.topic(topic)).collect();
    let has_ended = visit.has_ended();
    let map = map::draw(&members, &root);
    let page = Front { public, open, lead, more, has_archive, topic, topics, map, about, has_ended };
    visit.page(&page, &page.public, visit.until([opens, changes]))
}

/// Gives the topics of posts, that of the newest first.
fn of_late<'a>(posts: &[Entry], topics: &'a [Topic]) -> Vec<&'a Topic> {
    let mut lately: Vec<&Topic> = Vec::new();
    for id in posts.iter().filter_map(|entry| entry.content.topic.as_ref()) {
        if let Some(topic) = topics.iter().find(|topic| topic.id == *id && !lately.contains(topic)) {
            lately.push(topic);
        }
    }
    lately
}

/// Tells machines that the program runs and reaches its database.
pub async fn health(State(app): State<App>) -> Result<&'static str> {
    crate::base::store::versions(&mut *app.db.read().await?).await?;
    Ok("ok\n")
}
