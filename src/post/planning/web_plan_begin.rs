//! Beginning a post from a free place in the plan: with its series and its time.
use axum::extract::State;
use axum::response::Response;

use super::store_plan;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::page::html;
use crate::post::acting::work;
use crate::post::editing::store_revision::{self, Saving};
use crate::post::signoff::step::{Act, Step};
use crate::post::writing::content::Content;
use crate::post::{store, store_dossier};
use crate::topic::{SeriesId, store_series};

use crate::post::acting::web_acts_form::USUAL_TIME;

/// `POST /desk/{verbund}/plan/begin`
pub async fn begin(State(app): State<App>, writing: Writing, form: Form) -> Result<Response> {
    let id = &writing.consortium.id;
    let zone = writing.consortium.time_zone();
    let mut tx = app.db.begin(id.as_str()).await?;
    let now = app.clock.now();
    let local = Local::new(&zone, writing.lang(), now);
    let clock = form.some("time").unwrap_or_else(|| USUAL_TIME.into());
    let mut due = local.parse(&form.text("date"), &clock).map_err(|why| Error::field("date", why))?;
    if due <= now && !form.has("time") && local.day(due) == local.today() {
        // Today's usual hour is over: the next full hour that leaves somebody time to read it.
        let full = now.plus_hours(2).millis();
        due = Instant::from_millis(full - full.rem_euclid(3_600_000));
    }
    if due <= now {
        return Err(Error::Refused(Sentence::new("post-refused-past")));
    }
    let series = match form.some("series") {
        Some(series) => Some(store_series::by_id(&mut tx, id, &SeriesId(series)).await?.id),
        None => None,
    };
    let edit = |number: i64| desk_href(&writing.consortium.slug, &format!("posts/{number}/edit"));
    // A second click, or a colleague who was quicker with the same place of a series.
    let there = store_plan::entries(&mut tx, id, due, due.plus_seconds(1)).await?;
    let same = there.into_iter().find(|entry| match &series {
        Some(_) => entry.content.series == series,
        None => {
            entry.content.is_blank() && entry.post.created_by.as_deref() == Some(writing.person.id.as_str())
        }
    });
    if let Some(same) = same {
        return Ok(html::see_other(&edit(same.post.number)));
    }
    let post = store::create(&mut tx, id, Some(&writing.person.id), now).await?;
    let mut dossier = store_dossier::open(&mut tx, post, now).await?;
    let houses: Vec<_> = writing.own_houses().iter().map(|house| house.id.clone()).collect();
    let content = Content {
        byline: houses.first().cloned().into_iter().collect(),
        series,
        language: writing.consortium.main_language().code().into(),
        ..Content::default()
    };
    let house = houses.first().cloned();
    let saving = Saving { by: &writing.person.id, houses, base: None, client: "" };
    store_revision::save(&mut tx, &mut dossier, saving, content, now).await?;
    let step = Step::of(now, writing.person.id.clone(), house, Act::Moved { due });
    store_dossier::add(&mut tx, &mut dossier, step, now).await?;
    work::follow(&mut tx, &dossier, now).await?;
    kill::point("plan.begin.before_commit");
    tx.commit().await?;
    kill::point("plan.begin.after_commit");
    Ok(html::see_other(&edit(dossier.post.number)))
}
