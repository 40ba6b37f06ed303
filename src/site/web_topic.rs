//! Topics, and the perspectives of several houses on them, side by side.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::list::{Perspective, perspectives};
use super::store::{Wanted, entries, next_opening};
use super::teaser::Link;
use super::web_visit::Visit;
use crate::base::error::{Error, Result};
use crate::page::{Badge, Public};
use crate::post::writing::markdown;
use crate::topic::store as topic_store;

/// The most posts that stand on a topic's page.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "site/topic.html")]
struct TopicPage {
    public: Public,
    title: String,
    intro: String,
    glances: String,
    columns: Vec<Perspective>,
    feed: String,
}

/// A topic in the list of topics.
struct Listed {
    link: Link,
    intro: String,
    count: String,
    badges: Vec<Badge>,
}

#[derive(Template)]
#[template(path = "site/topics.html")]
struct TopicsPage {
    public: Public,
    topics: Vec<Listed>,
}

/// Shows a topic. One on which nothing is public yet is not found: it would tell of plans.
pub async fn topic(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let topic = topic_store::by_slug(&mut conn, &it.id, &slug).await?;
    let wanted = Wanted { topic: Some(&topic.id), with_archived: true, ..Wanted::newest(&it.id, now, MOST) };
    let posts = entries(&mut conn, wanted).await?;
    if posts.is_empty() {
        return Err(Error::NotFound);
    }
    let desk = visit.desk(&root, &[]);
    let teasers = visit.teasers(&mut conn, &desk, &posts, 220).await?;
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let both: Vec<_> = posts.into_iter().zip(teasers).collect();
    let columns = perspectives(&both, &visit.houses, &desk);
    let mut public = visit.frame(&topic.title, &markdown::excerpt(&topic.intro, 200));
    let feed = format!("{}/thema/{}/feed.atom", visit.plain_root(), topic.slug);
    public.feeds.push((topic.title.clone(), feed.clone()));
    let page = TopicPage {
        glances: visit.w.n("site-glances", columns.len()),
        title: topic.title,
        intro: markdown::html(&topic.intro, 2),
        columns,
        feed,
        public,
    };
    visit.page(&page, &page.public, visit.until([opens]))
}

/// Lists the topics on which something is public, the newest first.
pub async fn topics(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let all = topic_store::of_consortium(&mut conn, &it.id).await?;
    let posts = entries(&mut conn, Wanted::archive(&it.id, now)).await?;
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let desk = visit.desk(&root, &all);
    let listed = all.iter().filter_map(|topic| {
        let on_it: Vec<_> =
            posts.iter().filter(|entry| entry.content.topic.as_ref() == Some(&topic.id)).collect();
        let mut badges: Vec<Badge> = Vec::new();
        for badge in on_it.iter().flat_map(|entry| desk.badges(entry)) {
            if !badges.contains(&badge) {
                badges.push(badge);
            }
        }
        let intro = markdown::excerpt(&topic.intro, 220);
        (!on_it.is_empty()).then(|| Listed {
            link: desk.topic(topic),
            intro,
            count: visit.w.n("site-posts", on_it.len()),
            badges,
        })
    });
    let topics = listed.collect();
    let public = visit.frame(&visit.w.t("site-nav-topics"), &visit.w.t("site-topics-description"));
    let page = TopicsPage { public, topics };
    visit.page(&page, &page.public, visit.until([opens]))
}
