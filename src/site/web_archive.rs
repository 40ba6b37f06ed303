//! Everything that was ever public, by month and by house.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::entry::Entry;
use super::list::{Month, Year, by_house, by_month, by_year, month_of};
use super::store::{Wanted, entries, next_opening};
use super::web_visit::Visit;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::institution::{face, store as institution_store};
use crate::page::{Badge, Public};

#[derive(Template)]
#[template(path = "site/archive.html")]
struct ArchivePage {
    public: Public,
    years: Vec<Year>,
    houses: Vec<(Badge, String, usize)>,
}

impl ArchivePage {
    fn posts(&self, count: &usize) -> String {
        self.public.w.n("site-posts", *count)
    }
}

#[derive(Template)]
#[template(path = "site/archive_list.html")]
struct ArchiveList {
    public: Public,
    title: String,
    badge: Option<Badge>,
    months: Vec<Month>,
    count: String,
}

async fn fetch(visit: &Visit, wanted: Wanted<'_>) -> Result<(Vec<Entry>, Option<Instant>)> {
    let mut conn = visit.app.db.read().await?;
    let posts = entries(&mut conn, wanted).await?;
    Ok((posts, next_opening(&mut conn, &visit.consortium.id, visit.now).await?))
}

/// Shows the months and the houses of which there are posts.
pub async fn archive(visit: Visit) -> Result<Response> {
    let (posts, opens) = fetch(&visit, Wanted::archive(&visit.consortium.id, visit.now)).await?;
    let root = visit.root();
    let houses = by_house(&posts, &visit.houses).into_iter().map(|(house, count)| {
        let href = format!("{root}/archiv/einrichtung/{}", house.slug);
        (Badge { href, ..face::badge(house, &root) }, house.place.clone(), count)
    });
    let houses = houses.collect();
    let public = visit.frame(&visit.w.t("site-nav-archive"), &visit.w.t("site-archive-description"));
    let page = ArchivePage { public, years: by_year(&posts, &visit.local(), &root), houses };
    visit.page(&page, &page.public, visit.until([opens]))
}

/// Shows the posts of one month; a month without any is not found.
pub async fn month(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response> {
    let (first, next) = month_of(&code).ok_or(Error::NotFound)?;
    let (local, root) = (visit.local(), visit.root());
    let wanted = Wanted {
        from: local.start_of(first),
        until: local.start_of(next),
        ..Wanted::archive(&visit.consortium.id, visit.now)
    };
    let (posts, opens) = fetch(&visit, wanted).await?;
    if posts.is_empty() {
        return Err(Error::NotFound);
    }
    let title = visit.w.w("site-archive-month", "month", local.month(first));
    let months = by_month(&posts, &visit.desk(&root, &[]));
    let public = visit.frame(&title, "");
    let page =
        ArchiveList { public, title, badge: None, months, count: visit.w.n("site-posts", posts.len()) };
    visit.page(&page, &page.public, visit.until([opens]))
}

/// Shows all posts of one house, by month.
pub async fn house(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Result<Response> {
    let root = visit.root();
    let id = &visit.consortium.id;
    let house = institution_store::by_slug(&mut *visit.app.db.read().await?, id, &slug).await?;
    if house.slug != slug {
        let to = format!("{root}/archiv/einrichtung/{}", house.slug);
        return Ok(super::web_visit::moved(axum::http::StatusCode::MOVED_PERMANENTLY, &to));
    }
    let wanted = Wanted { house: Some(&house.id), ..Wanted::archive(id, visit.now) };
    let (posts, opens) = fetch(&visit, wanted).await?;
    let title = visit.w.w("site-archive-house", "house", &house.display_name);
    let months = by_month(&posts, &visit.desk(&root, &[]));
    let public = visit.frame(&title, "");
    let badge = Some(face::badge(&house, &root));
    let page = ArchiveList { public, title, badge, months, count: visit.w.n("site-posts", posts.len()) };
    visit.page(&page, &page.public, visit.until([opens]))
}
