//! One post on a page of its own.
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::address;
use super::picture::{Shown, Spot};
use super::schema;
use super::store::{Wanted, entries, entry, next_opening};
use super::teaser::{Link, Teaser, When};
use super::web_visit::{Visit, moved};
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::page::{Badge, Public};
use crate::post::writing::markdown;
use crate::topic::store as topic_store;

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
    others_title: String,
    others: Vec<Teaser>,
}

/// Shows a post. The number finds it; words that are not those of its title lead on.
pub async fn post(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Result<Response> {
    let number = address::number(&segment).ok_or(Error::NotFound)?;
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let entry = entry(&mut conn, &it.id, number, now).await?;
    if entry.segment() != segment {
        let to = format!("{root}/beitrag/{}", entry.segment());
        return Ok(moved(StatusCode::MOVED_PERMANENTLY, &to));
    }
    let topics = topic_store::of_consortium(&mut conn, &it.id).await?;
    let desk = visit.desk(&root, &topics);
    let content = &entry.content;
    let pictures = visit.pictures(&mut conn, &entry).await?;
    let mut shown = pictures
        .iter()
        .enumerate()
        .map(|(at, picture)| picture.shown(if at == 0 { Spot::Lead } else { Spot::Text }, visit.w));
    let topic = content.topic.as_ref().and_then(|id| topics.iter().find(|topic| topic.id == *id));
    let wanted = Wanted { topic: topic.map(|topic| &topic.id), ..Wanted::newest(&it.id, now, 4) };
    let mut others = entries(&mut conn, wanted).await?;
    others.retain(|other| other.id != entry.id);
    others.truncate(3);
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let description = markdown::excerpt(&content.body, 200);
    let lead = shown.next();
    let mut public = visit.frame(&content.title, &description);
    let card = lead.as_ref().and_then(|picture| picture.card.clone().or(Some(picture.src.clone())));
    public.image = card.map(|card| format!("{}{card}", visit.origin()));
    let place = schema::Place {
        url: &public.canonical,
        base: &visit.whole(Lang::De, ""),
        image: public.image.as_deref(),
        description: &description,
    };
    public.json_ld = Some(schema::script(schema::post(&entry, it, &visit.houses, &place, &visit.local())));
    let local = visit.local();
    let corrected = (local.day(entry.updated) != local.day(entry.since)).then(|| desk.when(entry.updated));
    let page = PostPage {
        title: content.title.clone(),
        lang: content.language.clone(),
        badges: desk.badges(&entry),
        when: desk.when(entry.since),
        corrected,
        archived: entry.archived_at.is_some(),
        others_title: match topic {
            Some(topic) => visit.w.w("site-more-on", "topic", &topic.title),
            None => visit.w.t("site-more"),
        },
        topic: topic.map(|topic| desk.topic(topic)),
        html: entry.html(),
        pictures: shown.collect(),
        lead,
        links: content
            .links
            .iter()
            .filter(|link| link.leads_to_the_web())
            .map(|link| Link { href: link.url.clone(), text: link.shown() })
            .collect(),
        // Under the heading of the topic nobody has to read its name three times more.
        others: others.iter().map(|other| Teaser { topic: None, ..desk.teaser(other, 0, None) }).collect(),
        public,
    };
    visit.page(&page, &page.public, visit.until([opens]))
}
