//! A new channel: which network, and how it is called here.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::web::{channel_href, frame, list_href, note};
use super::{Channel, ChannelId, Network, setup, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::member::web_desk::Told;
use crate::member::web_seat::{Coordinating, Reading};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

/// The longest name of a channel, in characters.
pub const NAME_MAX: usize = 60;

#[derive(Template)]
#[template(path = "channel/new.html")]
struct New {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    here: String,
    networks: Vec<Offer>,
    name: String,
}

/// A network, honestly described.
struct Offer {
    code: &'static str,
    name: String,
    what: String,
    needs: String,
    costs: String,
    is_chosen: bool,
}

fn offer(w: Lang, network: Network, chosen: &str) -> Offer {
    let code = network.code();
    Offer {
        code,
        name: w.t(&format!("channel-network-{code}")),
        what: w.t(&format!("channel-what-{code}")),
        needs: w.t(&format!("channel-needs-{code}")),
        costs: w.t(&format!("channel-costs-{code}")),
        is_chosen: code == chosen,
    }
}

fn build(app: &App, it: &Reading, there: &[Channel], form: &Form, faults: Faults) -> New {
    let w = it.lang();
    let chosen = form.text("network");
    let is_free = |network: &Network| {
        !setup::is_single(*network) || there.iter().all(|channel| channel.network() != *network)
    };
    New {
        desk: frame(app, it, w.t("channel-new-title"), &Told::default()),
        faults,
        back: (list_href(it), w.t("channel-title")),
        here: format!("{}/new", list_href(it)),
        networks: Network::ALL
            .into_iter()
            .filter(is_free)
            .map(|network| offer(w, network, &chosen))
            .collect(),
        name: form.raw("name"),
    }
}

/// Asks for the network.
pub async fn show(State(app): State<App>, it: Coordinating) -> Result<Response> {
    it.may_change()?;
    let there = store::of_consortium(&mut *app.db.read().await?, &it.consortium.id).await?;
    let page = build(&app, &it, &there, &Form::parse(b""), Faults::default());
    html::page(&page, &page.desk.style)
}

/// Adds the channel; it is off, and its usage concept comes next.
pub async fn create(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let there = store::of_consortium(&mut tx, id).await?;
    let mut faults = Faults::default();
    let network = Network::from_code(&form.text("network"));
    match network {
        None => faults.add("network", Sentence::new("channel-network-missing")),
        Some(network) if setup::is_single(network) && there.iter().any(|it| it.network() == network) => {
            faults.add("network", Sentence::new("channel-network-once"));
        }
        Some(_) => {}
    }
    let name = name(&form, network, it.lang());
    if let Some(why) = name_fault(&name, &there, None) {
        faults.add("name", why);
    }
    let Some(network) = network.filter(|_| faults.is_empty()) else {
        drop(tx);
        let page = build(&app, &it, &there, &form, faults);
        return html::rejected(&page, &page.desk.style);
    };
    let channel = fresh(&it, network, name, now);
    store::insert(&mut tx, &channel).await?;
    note(&mut tx, &it, now, "added-channel", &channel).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&format!("{}/concept", channel_href(&it, &channel.id)), "added-channel"))
}

/// Says what is wrong with a name: too long, or another channel has it.
pub(super) fn name_fault(name: &str, there: &[Channel], but: Option<&ChannelId>) -> Option<Sentence> {
    let is_taken =
        there.iter().any(|one| Some(&one.id) != but && one.name.to_lowercase() == name.to_lowercase());
    match () {
        () if name.is_empty() => Some(Sentence::new("channel-name-missing")),
        () if name.chars().count() > NAME_MAX => {
            Some(Sentence::new("channel-name-long").with("max", NAME_MAX))
        }
        () if is_taken => Some(Sentence::new("channel-name-taken")),
        () => None,
    }
}

/// Gives the name typed; a network of which there is one is called by its own.
fn name(form: &Form, network: Option<Network>, w: Lang) -> String {
    let typed = form.text("name");
    match network {
        Some(network) if typed.is_empty() && network != Network::ByHand => {
            w.t(&format!("channel-network-{}", network.code()))
        }
        _ => typed,
    }
}

fn fresh(it: &Reading, network: Network, name: String, now: Instant) -> Channel {
    Channel {
        created_by: Some(it.person.id.to_string()),
        ..Channel::new(&it.consortium.id, network, &name, now)
    }
}
