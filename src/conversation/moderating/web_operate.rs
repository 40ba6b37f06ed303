//! The pages on which blocks are kept: by the coordination for a Verbund, by whoever runs the
//! installation for all.
use axum::extract::{Query, State};
use axum::response::Response;

use super::web_block::Keeper;
use crate::base::app::App;
use crate::base::error::Result;
use crate::member::me::web_frame::{frame, seats};
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::{Coordinating, Operating};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

fn of_consortium<'a>(app: &'a App, it: &'a Coordinating) -> Keeper<'a> {
    let w = it.lang();
    Keeper {
        app,
        w,
        consortium: Some(&it.consortium.id),
        person: &it.person.id,
        here: desk_href(&it.consortium.slug, "inbox/blocks"),
        back: (desk_href(&it.consortium.slug, "inbox"), w.t("conversation-title")),
    }
}

fn of_all<'a>(app: &'a App, it: &'a Operating) -> Keeper<'a> {
    let w = it.0.lang();
    Keeper {
        app,
        w,
        consortium: None,
        person: &it.0.person.id,
        here: "/operate/blocks".into(),
        back: ("/operate".into(), w.t("conversation-operate")),
    }
}

fn desk_of(app: &App, it: &Coordinating) -> Desk {
    desk(app, it, Here::Inbox, it.lang().t("conversation-blocks-title"))
}

async fn frame_of(app: &App, it: &Operating) -> Result<Desk> {
    let seats = seats(app, &it.0).await?;
    Ok(frame(app, &it.0, seats, it.0.lang().t("conversation-blocks-title")))
}

/// Shows the page, or what a form was answered with.
async fn answer(keeper: &Keeper<'_>, desk: Desk, form: &Form) -> Result<Response> {
    match form.text("what").as_str() {
        "end" => keeper.end(form).await,
        "import" => keeper.import(form).await,
        "preview" => {
            let (faults, preview) = match keeper.preview(form).await? {
                Ok(preview) => (Faults::default(), Some(preview)),
                Err(faults) => (faults, None),
            };
            let is_wrong = !faults.is_empty();
            let page = keeper.page(desk, form, faults, preview).await?;
            match is_wrong {
                true => html::rejected(&page, &page.desk.style),
                false => html::page(&page, &page.desk.style),
            }
        }
        _ => match keeper.add(form).await? {
            Ok(()) => Ok(html::done(&keeper.here, "inbox-blocked")),
            Err(faults) => {
                let page = keeper.page(desk, form, faults, None).await?;
                html::rejected(&page, &page.desk.style)
            }
        },
    }
}

/// Shows the blocks of a Verbund.
pub async fn list(State(app): State<App>, it: Coordinating, Query(was): Query<Told>) -> Result<Response> {
    let desk = Desk { done: told(it.lang(), &was.done), ..desk_of(&app, &it) };
    let page = of_consortium(&app, &it).page(desk, &Form::default(), Faults::default(), None).await?;
    html::page(&page, &page.desk.style)
}

/// Changes the blocks of a Verbund.
pub async fn change(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let desk = desk_of(&app, &it);
    answer(&of_consortium(&app, &it), desk, &form).await
}

/// Shows the blocks that hold for the whole installation.
pub async fn list_all(State(app): State<App>, it: Operating, Query(was): Query<Told>) -> Result<Response> {
    let desk = Desk { done: told(it.0.lang(), &was.done), ..frame_of(&app, &it).await? };
    let page = of_all(&app, &it).page(desk, &Form::default(), Faults::default(), None).await?;
    html::page(&page, &page.desk.style)
}

/// Changes the blocks that hold for the whole installation.
pub async fn change_all(State(app): State<App>, it: Operating, form: Form) -> Result<Response> {
    let desk = frame_of(&app, &it).await?;
    answer(&of_all(&app, &it), desk, &form).await
}
