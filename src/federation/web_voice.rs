//! In whose voice a Verbund speaks in the Fediverse, and under which addresses it is found there.
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Map, Value};

use super::actor::Actor;
use super::speaking::{Voice, voice};
use super::store_actor;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::web_connect::{Params, back, find, keep};
use crate::channel::{Channel, Network};
use crate::institution::face;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Desk, html};

const HERE: [Network; 1] = [Network::Fediverse];

#[derive(Template)]
#[template(path = "federation/voice.html")]
struct Page {
    desk: Desk,
    faults: Faults,
    here: String,
    back: (String, String),
    voices: Vec<(Voice, String, String)>,
    chosen: Option<Voice>,
    /// The Verbund's address, where it has one already, and where more is decided about it.
    verbund: Option<Named>,
    houses: Vec<(Badge, Named)>,
    may_change: bool,
}

/// An address in the Fediverse, and the page on which it is changed.
struct Named {
    handle: String,
    href: String,
}

async fn build(app: &App, it: &Coordinating, channel: &Channel, faults: Faults) -> Result<Page> {
    let w = it.lang();
    let back = back(it, channel);
    let mut actors = store_actor::all_of(&mut *app.db.read().await?, &it.consortium.id).await?;
    actors.retain(|actor| actor.successor_id.is_none());
    let named = |actor: &Actor| Named {
        handle: actor.full_handle(&app.config),
        href: format!("{}/fediverse/{}", back.0, actor.id),
    };
    let root = format!("/{}", it.consortium.slug);
    let houses: Vec<_> = it
        .houses
        .iter()
        .filter_map(|house| {
            let actor = actors.iter().find(|actor| actor.institution_id.as_ref() == Some(&house.id))?;
            Some((face::badge(house, &root), named(actor)))
        })
        .collect();
    let verbund = actors.iter().find(|actor| actor.institution_id.is_none()).map(named);
    let voices = [Voice::Houses, Voice::Verbund].map(|one| {
        let code = one.code();
        (one, w.t(&format!("federation-voice-{code}")), w.t(&format!("federation-voice-{code}-hint")))
    });
    Ok(Page {
        desk: desk(app, it, Here::Consortium, w.t("federation-voice-title")),
        here: format!("{}/fediverse", back.0),
        back,
        chosen: faults.is_empty().then(|| voice(&channel.settings)),
        faults,
        voices: voices.into(),
        verbund,
        houses,
        may_change: it.may_change().is_ok(),
    })
}

/// Shows the voice that is chosen, and the addresses.
pub async fn show(State(app): State<App>, it: Coordinating, Path(params): Params) -> Result<Response> {
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let page = build(&app, &it, &channel, Faults::default()).await?;
    html::page(&page, &page.desk.style)
}

/// Takes the voice that was chosen; it holds for what is said from now on.
pub async fn choose(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let channel = find(&mut *app.db.read().await?, &it, &params, &HERE).await?;
    let Some(chosen) = Voice::from_code(&form.text("voice")) else {
        let mut faults = Faults::default();
        faults.add("voice", Sentence::new("federation-voice-choose"));
        let page = build(&app, &it, &channel, faults).await?;
        return html::rejected(&page, &page.desk.style);
    };
    keep(&app, &it, &params, &HERE, |channel| {
        let mut settings: Map<String, Value> = serde_json::from_str(&channel.settings).unwrap_or_default();
        settings.insert("voice".into(), chosen.code().into());
        channel.settings = serde_json::to_string(&settings)?;
        Ok(())
    })
    .await?;
    Ok(html::done(&back(&it, &channel).0, "chosen-voice"))
}
