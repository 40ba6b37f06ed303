//! Weeks as rows and days as columns, as the plan and the first screen show them: what appears,
//! which places are free, what kind of day it is.
use super::store_plan::{self, Entry};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::grid::{Day, Week};
use crate::calendar::local::Local;
use crate::calendar::school::SchoolDay;
use crate::institution::{Institution, face};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::page::Badge;
use crate::post::acting::web_acts_page::title_of;
use crate::post::signoff::due::{clashes, thin_weeks};
use crate::post::signoff::state::State;
use crate::topic::series::Series;
use crate::topic::{TopicId, store_series};

/// A week with fewer posts than this is said to be thin.
const WANTED: usize = 2;

/// A post on a day.
pub struct Planned {
    pub id: String,
    pub href: String,
    pub title: String,
    pub time: String,
    pub state: &'static str,
    pub state_word: String,
    pub is_settled: bool,
    pub houses: Vec<Badge>,
    /// Where it is moved, if the reader may move it.
    pub move_url: Option<String>,
}

/// The place of a series that nobody has filled.
pub struct Free {
    pub series: String,
    pub title: String,
    pub date: String,
    pub clock: String,
    pub time: String,
}

pub enum Item {
    Post(Planned),
    Free(Free),
}

/// A day in the table.
pub struct Cell {
    pub date: String,
    /// As in „3.“, and with the month where one begins.
    pub number: String,
    pub long: String,
    pub is_today: bool,
    pub is_past: bool,
    pub is_inside: bool,
    pub is_holiday: bool,
    pub is_vacation: bool,
    /// A working day ahead on which nothing appears.
    pub is_gap: bool,
    pub holiday: Option<String>,
    pub awareness: Vec<String>,
    pub items: Vec<Item>,
}

pub struct Row {
    pub week: String,
    pub span: String,
    /// The school holidays that touch the week, or that they are not known yet.
    pub school: Vec<String>,
    pub thin: Option<String>,
    pub cells: Vec<Cell>,
}

/// The table, and in words what is to be seen in it.
pub struct Plan {
    pub rows: Vec<Row>,
    pub clashes: Vec<String>,
    pub gaps: usize,
}

/// Which posts are shown.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub house: Option<Institution>,
    pub topic: Option<TopicId>,
}

impl Filter {
    fn lets(&self, entry: &Entry) -> bool {
        let of_house = self.house.as_ref().is_none_or(|house| entry.content.byline.contains(&house.id));
        let of_topic = self.topic.as_ref().is_none_or(|topic| entry.content.topic.as_ref() == Some(topic));
        of_house && of_topic
    }

    fn is_set(&self) -> bool {
        self.house.is_some() || self.topic.is_some()
    }
}

/// Draws weeks; `back` is the page of the desk to which a moved post leads back, where posts can be
/// moved at all.
pub async fn draw(
    app: &App,
    reading: &Reading,
    weeks: &[Week],
    filter: &Filter,
    back: Option<&str>,
) -> Result<Plan> {
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return Ok(Plan { rows: Vec::new(), clashes: Vec::new(), gaps: 0 });
    };
    let zone = reading.consortium.time_zone();
    let w = reading.lang();
    let local = Local::new(&zone, w, app.clock.now());
    let from = local.start_of(first.first());
    let until = local.start_of(last.last()).plus_hours(26);
    let mut conn = app.db.read().await?;
    let mut entries = store_plan::entries(&mut conn, &reading.consortium.id, from, until).await?;
    entries.retain(|entry| entry.post.state(local.now) != State::Withdrawn);
    entries.retain(|entry| local.day(entry.at) <= last.last());
    let series = store_series::of_consortium(&mut conn, &reading.consortium.id).await?;
    let times: Vec<Instant> = entries.iter().map(|entry| entry.at).collect();
    let thin = thin_weeks(&times, first.first(), weeks.len(), WANTED, &zone);
    let pen = Pen { reading, local, filter, back };
    let rows: Vec<Row> = weeks
        .iter()
        .map(|week| {
            let cells = week.days.iter().map(|day| pen.cell(day, &entries, &series)).collect();
            let posts = thin.iter().find(|thin| thin.monday == week.first()).map(|thin| thin.posts);
            let is_ahead = week.last() >= local.today() && !filter.is_set();
            Row {
                week: local.week(week.first()),
                span: local.week_span(week.first()),
                school: school(week, w),
                thin: posts.filter(|_| is_ahead).map(|posts| w.n("post-plan-thin", posts)),
                cells,
            }
        })
        .collect();
    let gaps = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_gap).count();
    Ok(Plan { rows, clashes: pen.clashes(&entries), gaps })
}

/// What every cell is drawn with.
struct Pen<'a> {
    reading: &'a Reading,
    local: Local<'a>,
    filter: &'a Filter,
    back: Option<&'a str>,
}

impl Pen<'_> {
    fn cell(&self, day: &Day, entries: &[Entry], series: &[Series]) -> Cell {
        let local = &self.local;
        let w = local.lang;
        let here = |at: Instant| local.day(at) == day.date;
        let of_day: Vec<&Entry> = entries.iter().filter(|entry| here(entry.at)).collect();
        let mut items: Vec<(Instant, Item)> = of_day
            .iter()
            .filter(|entry| self.filter.lets(entry))
            .map(|entry| (entry.at, Item::Post(self.planned(entry))))
            .collect();
        let is_past = day.date < local.today();
        if !self.filter.is_set() {
            let taken =
                |it: &Series| of_day.iter().any(|entry| entry.content.series.as_ref() == Some(&it.id));
            let free = series.iter().filter(|it| it.is_running() && !taken(it));
            items.extend(free.filter_map(|it| self.free(it, day)));
        }
        items.sort_by_key(|(at, _)| *at);
        let has_free = items.iter().any(|(_, item)| matches!(item, Item::Free(_)));
        let is_working = !day.is_weekend() && day.holiday.is_none() && day.is_inside;
        let is_gap = of_day.is_empty() && !is_past && !self.filter.is_set() && (is_working || has_free);
        Cell {
            date: day.date.to_string(),
            number: number(day, w),
            long: local.date(day.date),
            is_today: day.is_today,
            is_past,
            is_inside: day.is_inside,
            is_holiday: day.holiday.is_some(),
            is_vacation: day.school.is_vacation(),
            is_gap,
            holiday: day.holiday.map(|holiday| holiday.name(w)),
            awareness: day.awareness.iter().map(|one| one.name(w)).collect(),
            items: items.into_iter().map(|(_, item)| item).collect(),
        }
    }

    fn planned(&self, entry: &Entry) -> Planned {
        let w = self.local.lang;
        let state = entry.post.state(self.local.now);
        let slug = &self.reading.consortium.slug;
        let href = desk_href(slug, &format!("posts/{}", entry.post.number));
        let stays = matches!(state, State::Public | State::OnHold | State::Withdrawn | State::Archived);
        let moves = !stays && entry.post.first_public_at.is_none() && self.reading.may_write().is_ok();
        let back = self.back.filter(|_| moves);
        let back = back.map(|back| form_urlencoded::byte_serialize(back.as_bytes()).collect::<String>());
        let badge = |id| self.reading.house(id).map(|house| face::badge(house, &format!("/{slug}")));
        Planned {
            id: entry.post.number.to_string(),
            title: title_of(&entry.post.title, w),
            time: self.local.time(entry.at),
            state: state.code(),
            state_word: w.say(&state.sentence()),
            is_settled: matches!(state, State::Public | State::Planned),
            houses: entry.content.byline.iter().filter_map(badge).collect(),
            move_url: back.map(|back| format!("{href}/move?back={back}")),
            href,
        }
    }

    /// The place that a series has on a day, if it is still ahead.
    fn free(&self, series: &Series, day: &Day) -> Option<(Instant, Item)> {
        let slot = series.slot()?;
        let before = self.local.start_of(day.date).plus_seconds(-1).max(self.local.now);
        let (date, at) = slot.next_after(before, self.local.zone)?;
        let item = Free {
            series: series.id.to_string(),
            title: series.title.clone(),
            date: date.to_string(),
            clock: self.local.form_time(at),
            time: self.local.time(at),
        };
        (date == day.date).then_some((at, Item::Free(item)))
    }

    /// Names the pairs of posts that take each other's readers away.
    fn clashes(&self, entries: &[Entry]) -> Vec<String> {
        let w = self.local.lang;
        let ahead: Vec<&Entry> = entries.iter().filter(|entry| entry.at >= self.local.now).collect();
        let times: Vec<Instant> = ahead.iter().map(|entry| entry.at).collect();
        let mut found = Vec::new();
        for (n, one) in ahead.iter().enumerate() {
            for other in clashes(one.at, &times).filter(|other| *other > n).map(|other| ahead[other]) {
                let sentence = Sentence::new("post-plan-clash")
                    .with("date", self.local.date(self.local.day(one.at)))
                    .with("one", title_of(&one.post.title, w))
                    .with("at", self.local.time(one.at))
                    .with("other", title_of(&other.post.title, w))
                    .with("then", self.local.time(other.at));
                found.push(w.say(&sentence));
            }
        }
        found
    }
}

fn number(day: &Day, w: Lang) -> String {
    let d = i64::from(day.date.day());
    if d > 1 {
        return w.say(&Sentence::new("post-plan-day").with("d", d));
    }
    w.say(&Sentence::new("post-plan-day-month").with("d", d).with("month", i64::from(day.date.month())))
}

fn school(week: &Week, w: Lang) -> Vec<String> {
    let mut found: Vec<SchoolDay> = Vec::new();
    for day in week.days.iter().filter(|day| !day.is_weekend()) {
        if !found.contains(&day.school) {
            found.push(day.school);
        }
    }
    found.into_iter().filter_map(SchoolDay::sentence).map(|sentence| w.say(&sentence)).collect()
}
