//! The feeds of a Verbund, of a house and of a topic.
use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;

use super::entry::Entry;
use super::feed::{self, Feed, Item};
use super::picture::{Picture, Spot};
use super::store::{Wanted, entries, next_opening};
use super::web_visit::Visit;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::{Institution, store as institution_store};
use crate::post::writing::markdown;
use crate::topic::{Topic, store as topic_store};

/// How many posts a feed holds.
const ITEMS: i64 = 30;

type Names = Path<HashMap<String, String>>;

/// Gives the newest posts as Atom.
pub async fn atom(visit: Visit, names: Names) -> Result<Response> {
    answer(visit, names, "application/atom+xml; charset=utf-8", feed::atom).await
}

/// Gives the newest posts as RSS.
pub async fn rss(visit: Visit, names: Names) -> Result<Response> {
    answer(visit, names, "application/rss+xml; charset=utf-8", feed::rss).await
}

/// Gives the newest posts as JSON Feed.
pub async fn json(visit: Visit, names: Names) -> Result<Response> {
    answer(visit, names, "application/feed+json; charset=utf-8", feed::json).await
}

/// What a feed is the feed of: its id, its title, its page below the Verbund's.
struct Subject {
    id: String,
    title: String,
    subtitle: String,
    path: String,
    house: Option<Institution>,
    topic: Option<Topic>,
}

async fn subject(visit: &Visit, names: &HashMap<String, String>) -> Result<Subject> {
    let it = &visit.consortium;
    let mut conn = visit.app.db.read().await?;
    if let Some(slug) = names.get("house") {
        let house = institution_store::by_slug(&mut conn, &it.id, slug).await?;
        return Ok(Subject {
            id: house.id.to_string(),
            title: format!("{} · {}", house.display_name, it.name),
            subtitle: markdown::excerpt(&house.about, 200),
            path: format!("/einrichtung/{}", house.slug),
            house: Some(house),
            topic: None,
        });
    }
    if let Some(slug) = names.get("topic") {
        let topic = topic_store::by_slug(&mut conn, &it.id, slug).await?;
        return Ok(Subject {
            id: topic.id.to_string(),
            title: format!("{} · {}", topic.title, it.name),
            subtitle: markdown::excerpt(&topic.intro, 200),
            path: format!("/thema/{}", topic.slug),
            house: None,
            topic: Some(topic),
        });
    }
    let (title, subtitle) = (it.name.clone(), it.claim.clone());
    Ok(Subject { id: it.id.to_string(), title, subtitle, path: String::new(), house: None, topic: None })
}

async fn answer(
    visit: Visit,
    Path(names): Names,
    kind: &'static str,
    write: fn(&Feed) -> String,
) -> Result<Response> {
    let subject = subject(&visit, &names).await?;
    let it = &visit.consortium;
    let mut conn = visit.app.db.read().await?;
    let wanted = Wanted {
        house: subject.house.as_ref().map(|house| &house.id),
        topic: subject.topic.as_ref().map(|topic| &topic.id),
        ..Wanted::newest(&it.id, visit.now, ITEMS)
    };
    let posts = entries(&mut conn, wanted).await?;
    let topics = topic_store::of_consortium(&mut conn, &it.id).await?;
    let mut items = Vec::with_capacity(posts.len());
    for entry in &posts {
        let pictures = visit.pictures(&mut conn, entry).await?;
        items.push(item(&visit, entry, &topics, &pictures));
    }
    let opens = next_opening(&mut conn, &it.id, visit.now).await?;
    drop(conn);
    let ended = it.ends_at.filter(|_| visit.has_ended());
    if let Some(at) = ended {
        items.insert(0, farewell(&visit, at));
    }
    let turns = [opens, it.ends_at.filter(|_| ended.is_none())].into_iter().flatten().min();
    let feed = Feed {
        id: subject.id,
        title: subject.title,
        subtitle: subject.subtitle,
        home: visit.whole(Lang::De, &subject.path),
        own: format!("{}{}{}/feed", visit.origin(), visit.plain_root(), subject.path),
        lang: it.main_language().code().into(),
        updated: posts.iter().map(|entry| entry.updated).chain(ended).max().unwrap_or(it.created_at),
        has_ended: ended.is_some(),
        items,
    };
    Ok(visit.document(kind, write(&feed), turns))
}

/// The last entry of every feed of a Verbund that has ended: when, why, and that all stays to be read.
fn farewell(visit: &Visit, at: Instant) -> Item {
    let it = &visit.consortium;
    let w = it.main_language();
    let local = Local::new(&visit.zone, w, visit.now);
    let said = w.w("site-ended", "date", local.date_long(local.day(at.plus_seconds(-1))));
    let words = format!("{said} {}", it.end_reason.trim());
    Item {
        id: format!("{}#end", it.id),
        title: w.w("site-feed-ended", "name", &it.name),
        href: visit.whole(w, ""),
        lang: w.code().into(),
        html: format!("<p>{}</p>", feed::xml(words.trim())),
        summary: words.trim().into(),
        published: at,
        updated: at,
        authors: vec![(it.name.clone(), visit.whole(w, ""))],
        topic: None,
        image: None,
    }
}

fn item(visit: &Visit, entry: &Entry, topics: &[Topic], pictures: &[Picture]) -> Item {
    let content = &entry.content;
    let base = format!("{}{}", visit.origin(), visit.plain_root());
    let houses = content.byline.iter().filter_map(|id| visit.houses.iter().find(|house| house.id == *id));
    let authors =
        houses.map(|house| (house.display_name.clone(), format!("{base}/einrichtung/{}", house.slug)));
    let topic = content.topic.as_ref().and_then(|id| topics.iter().find(|topic| topic.id == *id));
    let whole = |path: &str| format!("{}{path}", visit.origin());
    let shown: Vec<_> = pictures.iter().map(|picture| picture.shown(Spot::Text, visit.w)).collect();
    let figures = shown.iter().map(|it| {
        let credit = [&it.caption, &it.credit, &it.licence].map(String::as_str);
        let words: Vec<&str> = credit.into_iter().filter(|words| !words.is_empty()).collect();
        format!(
            "<figure><img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"{}\"><figcaption>{}</figcaption></figure>",
            feed::xml(&whole(&it.src)), it.width, it.height, feed::xml(&it.alt), feed::xml(&words.join(" · "))
        )
    });
    let links = content.links.iter().filter(|link| link.leads_to_the_web()).map(|link| {
        format!("<li><a href=\"{}\">{}</a></li>", feed::xml(&link.url), feed::xml(&link.shown()))
    });
    let links: String = links.collect();
    let mut html: String = figures.collect();
    html += &entry.html();
    if !links.is_empty() {
        html += &format!("<ul>{links}</ul>");
    }
    Item {
        id: entry.id.to_string(),
        title: content.title.clone(),
        href: format!("{base}/beitrag/{}", entry.segment()),
        lang: content.language.clone(),
        html,
        summary: markdown::excerpt(&content.body, 300),
        published: entry.since,
        updated: entry.updated,
        authors: authors.collect(),
        topic: topic.map(|topic| topic.title.clone()),
        image: shown.first().map(|it| whole(&it.src)),
    }
}
