//! Posts set out in order: by month, and by the houses they are from.
use jiff::civil::Date;

use super::entry::Entry;
use super::teaser::{Desk, Link, Teaser};
use crate::calendar::local::Local;
use crate::institution::Institution;
use crate::page::Badge;

/// The perspective of one house on a topic.
#[derive(Debug, Clone)]
pub struct Perspective {
    pub badge: Badge,
    /// What the house is, as a word: a museum sees other things than a library.
    pub kind: String,
    pub posts: Vec<Teaser>,
}

/// The posts of one month.
#[derive(Debug, Clone)]
pub struct Month {
    /// As it stands in addresses, `2026-11`.
    pub code: String,
    pub name: String,
    pub posts: Vec<Teaser>,
}

/// A year and its months with something in them.
#[derive(Debug, Clone)]
pub struct Year {
    pub name: String,
    pub months: Vec<(Link, usize)>,
}

/// Writes a month as it stands in addresses.
pub fn month_code(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// Reads a month of an address; gives its first day and the first of the next.
pub fn month_of(code: &str) -> Option<(Date, Date)> {
    let (year, month) = code.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    (1..9999).contains(&first.year()).then(|| (first, first.last_of_month().tomorrow().unwrap_or(first)))
}

/// Sets posts out by month, the newest first.
pub fn by_month(entries: &[Entry], desk: &Desk<'_>) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for entry in entries {
        let date = desk.local.day(entry.since);
        let code = month_code(date);
        if months.last().is_none_or(|month| month.code != code) {
            months.push(Month { code, name: desk.local.month(date), posts: Vec::new() });
        }
        if let Some(month) = months.last_mut() {
            month.posts.push(desk.teaser(entry, 0, None));
        }
    }
    months
}

/// Counts the posts of every month, the newest year first.
pub fn by_year(entries: &[Entry], local: &Local<'_>, root: &str) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for entry in entries {
        let date = local.day(entry.since);
        let name = date.year().to_string();
        if years.last().is_none_or(|year| year.name != name) {
            years.push(Year { name, months: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        let href = format!("{root}/archiv/{}", month_code(date));
        match year.months.last_mut().filter(|(link, _)| link.href == href) {
            Some((_, count)) => *count += 1,
            None => year.months.push((Link { href, text: local.month(date) }, 1)),
        }
    }
    years
}

/// Sets the posts on a topic side by side, one column a house; a joint post stands with the
/// house that its byline names first.
pub fn perspectives(
    teasers: &[(Entry, Teaser)],
    houses: &[Institution],
    desk: &Desk<'_>,
) -> Vec<Perspective> {
    let column = |house: &Institution| {
        let own = teasers.iter().filter(|(entry, _)| entry.content.byline.first() == Some(&house.id));
        let posts: Vec<Teaser> = own.map(|(_, teaser)| teaser.clone()).collect();
        let badge = crate::institution::face::badge(house, desk.root);
        let kind = desk.local.lang.t(super::kind_key(&house.kind));
        (!posts.is_empty()).then_some(Perspective { badge, kind, posts })
    };
    houses.iter().filter_map(column).collect()
}

/// Lets a list in two columns end every row full, in its order: a post with a picture takes a row of
/// its own, and so does one without that would stand alone beside nothing.
pub fn balance(teasers: &mut [Teaser]) {
    let mut beside_nothing = false;
    for at in 0..teasers.len() {
        let is_pictured = teasers[at].picture.is_some();
        if is_pictured && beside_nothing {
            teasers[at - 1].is_wide = true;
        }
        teasers[at].is_wide = is_pictured;
        beside_nothing = !is_pictured && !beside_nothing;
    }
    if let Some(last) = teasers.last_mut().filter(|_| beside_nothing) {
        last.is_wide = true;
    }
}

/// Counts of each house the posts it has a part in, in the order of the houses.
pub fn by_house<'a>(entries: &[Entry], houses: &'a [Institution]) -> Vec<(&'a Institution, usize)> {
    let count =
        |house: &Institution| entries.iter().filter(|entry| entry.content.byline.contains(&house.id)).count();
    houses.iter().map(|house| (house, count(house))).filter(|(_, count)| *count > 0).collect()
}
