//! The plan: weeks, a month or a list, by house and by topic.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use std::collections::HashMap;

use super::web_plan_rows::{Filter, Item, Plan, draw};
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::Region;
use crate::calendar::grid::{self, Week};
use crate::calendar::local::{Local, parse_date};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Reading;
use crate::page::{Desk, NavLink, html};
use crate::post::showing::web_post::done;
use crate::topic::{Topic, store as topic_store};

/// How many weeks the table of weeks has.
const WEEKS: u16 = 4;

/// How many weeks the list has.
const WEEKS_IN_LIST: u16 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Week,
    Month,
    List,
}

impl View {
    const ALL: [View; 3] = [View::Week, View::Month, View::List];

    fn code(self) -> &'static str {
        match self {
            View::Week => "week",
            View::Month => "month",
            View::List => "list",
        }
    }
}

/// A choice in the filter.
struct Choice {
    value: String,
    text: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "post/planning/plan.html")]
struct Page {
    desk: Desk,
    root: String,
    may_write: bool,
    heading: String,
    span: String,
    /// The views to choose from; where nobody chose, a phone stands in another than a screen.
    views: Vec<(&'static str, Vec<NavLink>)>,
    before: String,
    now: String,
    after: String,
    view: &'static str,
    date: String,
    weekdays: Vec<(String, String)>,
    houses: Vec<Choice>,
    topics: Vec<Choice>,
    is_filtered: bool,
    plan: Plan,
    shows_table: bool,
    shows_list: bool,
    /// Whether nobody chose a view: then a phone gets the list and a screen the table.
    is_default: bool,
    is_empty: bool,
}

/// `GET /desk/{verbund}/plan`
pub async fn plan(
    State(app): State<App>,
    reading: Reading,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let chosen = query.get("view").and_then(|code| View::ALL.into_iter().find(|view| view.code() == code));
    let view = chosen.unwrap_or(View::Week);
    let date = query.get("date").and_then(|text| parse_date(text).ok()).unwrap_or_else(|| local.today());
    let topics = topic_store::of_consortium(&mut *app.db.read().await?, &reading.consortium.id).await?;
    let (house, topic) = (chosen_in(&query, "house"), chosen_in(&query, "topic"));
    let filter = filter(&reading, &topics, house, topic);
    let address = |view: Option<View>, date: Date| {
        let mut parts = Vec::new();
        parts.extend(view.map(|view| format!("view={}", view.code())));
        parts.push(format!("date={date}"));
        parts.extend(house.map(|slug| format!("house={slug}")));
        parts.extend(topic.map(|slug| format!("topic={slug}")));
        format!("plan?{}", parts.join("&"))
    };
    let weeks = weeks(view, date, local.today());
    let plan = draw(&app, &reading, &weeks, &filter, Some(&address(chosen, date))).await?;
    let href = |view, date| desk_href(&reading.consortium.slug, &address(view, date));
    let (before, after) = neighbours(view, date);
    let views = |here: View| -> Vec<NavLink> {
        let link = |one: View| NavLink {
            href: href(Some(one), date),
            text: w.t(&format!("post-plan-view-{}", one.code())),
            is_here: one == here,
            count: 0,
        };
        View::ALL.map(link).to_vec()
    };
    let mut desk = desk(&app, &reading, Here::Plan, w.t("post-plan"));
    desk.done = done(&query, w);
    let is_empty = plan.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.items.is_empty());
    let page = Page {
        desk,
        root: desk_href(&reading.consortium.slug, ""),
        may_write: reading.may_write().is_ok(),
        heading: w.t("post-plan"),
        span: match (view, weeks.first(), weeks.last()) {
            (View::Month, ..) => local.month(date),
            (_, Some(first), Some(last)) => local.span(first.first(), last.last()),
            _ => String::new(),
        },
        views: match chosen {
            Some(_) => vec![("", views(view))],
            None => vec![("wide-only", views(View::Week)), ("narrow-only", views(View::List))],
        },
        before: href(chosen, before),
        now: href(chosen, local.today()),
        after: href(chosen, after),
        view: chosen.map_or("", View::code),
        date: date.to_string(),
        weekdays: weekdays(&weeks, &local),
        houses: houses(&reading, &filter),
        topics: topic_choices(&topics, &filter),
        is_filtered: filter.house.is_some() || filter.topic.is_some(),
        shows_table: view != View::List,
        shows_list: view == View::List || chosen.is_none(),
        is_default: chosen.is_none(),
        is_empty,
        plan,
    };
    html::page(&page, &page.desk.style)
}

fn weeks(view: View, date: Date, today: Date) -> Vec<Week> {
    let region = Region::default();
    match view {
        View::Week => grid::weeks(date, WEEKS, today, region),
        View::Month => grid::month(date, today, region),
        View::List => grid::weeks(date, WEEKS_IN_LIST, today, region),
    }
}

/// The days that lead one step back and one step on.
fn neighbours(view: View, date: Date) -> (Date, Date) {
    let span = match view {
        View::Week => jiff::Span::new().weeks(i64::from(WEEKS)),
        View::Month => jiff::Span::new().months(1),
        View::List => jiff::Span::new().weeks(i64::from(WEEKS_IN_LIST)),
    };
    let date = if view == View::Month { date.first_of_month() } else { date };
    (date.saturating_sub(span), date.saturating_add(span))
}

/// The heads of the columns: short for eyes, whole for ears.
pub fn weekdays(weeks: &[Week], local: &Local<'_>) -> Vec<(String, String)> {
    let days = weeks.first().map(|week| week.days.as_slice()).unwrap_or_default();
    days.iter().map(|day| (local.weekday_short(day.date), local.weekday(day.date))).collect()
}

fn chosen_in<'a>(query: &'a HashMap<String, String>, field: &str) -> Option<&'a String> {
    query.get(field).filter(|slug| !slug.is_empty())
}

fn filter(reading: &Reading, topics: &[Topic], house: Option<&String>, topic: Option<&String>) -> Filter {
    let house = house.and_then(|slug| reading.houses.iter().find(|house| house.slug == *slug));
    let topic = topic.and_then(|slug| topics.iter().find(|it| it.slug == *slug));
    Filter { house: house.cloned(), topic: topic.map(|it| it.id.clone()) }
}

fn topic_choices(topics: &[Topic], filter: &Filter) -> Vec<Choice> {
    let choice = |it: &Topic| Choice {
        value: it.slug.clone(),
        text: it.title.clone(),
        is_chosen: filter.topic.as_ref() == Some(&it.id),
    };
    topics.iter().map(choice).collect()
}

fn houses(reading: &Reading, filter: &Filter) -> Vec<Choice> {
    let houses = reading.houses.iter().filter(|house| !house.has_left(reading.now));
    houses
        .map(|house| Choice {
            value: house.slug.clone(),
            text: house.short_name.clone(),
            is_chosen: filter.house.as_ref().is_some_and(|one| one.id == house.id),
        })
        .collect()
}
