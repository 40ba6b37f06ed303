//! How many have to look before something is public: proposed by one house, agreed to by another.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::field::{Field, Fields};
use super::store::{self, Proposal};
use super::web::{Said, back, frame, note};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::store as consortium_store;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Reading, Writing};
use crate::member::{PersonId, letter, store as member_store};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};
use crate::post::signoff::approval::Mode;
use crate::post::signoff::mode::{self, ModeChange};
use crate::post::signoff::roster::Roster;

#[derive(Template)]
#[template(path = "charter/mode.html")]
struct ModePage {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    here: String,
    current: String,
    pending: Option<Pending>,
    may_propose: bool,
    field: Vec<Field>,
    past: Vec<String>,
}

struct Pending {
    /// Carried in the form, so that nobody agrees to something other than what they saw.
    id: String,
    to: String,
    said: String,
    may_answer: bool,
    may_withdraw: bool,
}

async fn build(
    app: &App,
    it: &Reading,
    typed: Option<&Form>,
    faults: Faults,
    said: &Said,
) -> Result<ModePage> {
    let w = it.lang();
    let now = app.clock.now();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let roster = store::roster(&mut conn, &it.consortium.id, now).await?;
    let people = member_store::people_in(&mut conn, &it.consortium.id).await?;
    let name =
        |id: &PersonId| people.iter().find(|it| it.id == *id).map_or(String::new(), |it| it.name.clone());
    let proposals = store::proposals(&mut conn, &it.consortium.id).await?;
    let told = |key: &'static str, by: &PersonId, proposal: &Proposal| {
        let at = proposal.ended_at.unwrap_or(proposal.change.at);
        let sentence = Sentence::new(key).with("name", name(by)).with("when", local.full(at));
        w.say(&sentence.with("mode", w.say(&proposal.change.to.sentence())))
    };
    let pending = proposals.iter().find(|proposal| proposal.ended_at.is_none()).map(|proposal| Pending {
        id: proposal.id.clone(),
        to: w.say(&proposal.change.to.sentence()),
        said: told("charter-mode-proposed", &proposal.change.proposed_by, proposal),
        may_answer: it.may_write().is_ok()
            && mode::may_agree(&proposal.change, &roster, &it.person.id).is_ok(),
        may_withdraw: it.may_write().is_ok()
            && mode::may_withdraw(&proposal.change, &roster, &it.person.id).is_ok(),
    });
    let past =
        proposals.iter().filter(|proposal| proposal.ended_at.is_some()).map(|proposal| {
            match &proposal.agreed_by {
                Some(by) => told("charter-mode-agreed", by, proposal),
                None => told("charter-mode-dropped", &proposal.change.proposed_by, proposal),
            }
        });
    let current = Mode::from_code(&it.consortium.mode).unwrap_or_default();
    let mut fields = Fields::new(w, typed, &faults);
    let others = Mode::ALL.into_iter().filter(|mode| *mode != current);
    let picks = others.map(|mode| (mode.code().to_owned(), w.say(&mode.sentence()))).collect();
    fields.choice("radios", "mode", "", picks);
    Ok(ModePage {
        desk: frame(app, it, w.t("charter-mode-title"), said),
        back: back(it),
        here: desk_href(&it.consortium.slug, "mode"),
        current: w.say(&current.sentence()),
        may_propose: pending.is_none()
            && it.may_write().is_ok()
            && roster.member(&it.person.id).is_some_and(|member| member.speaks),
        field: fields.list,
        past: past.collect(),
        pending,
        faults,
    })
}

/// Shows what holds, what is proposed, and what was decided before.
pub async fn show(State(app): State<App>, it: Reading, said: Said) -> Result<Response> {
    let page = build(&app, &it, None, Faults::default(), &said).await?;
    html::page(&page, &page.desk.style)
}

/// Proposes another mode; it holds only when another house agrees.
pub async fn propose(State(app): State<App>, it: Writing, form: Form) -> Result<Response> {
    let Some(to) = Mode::from_code(&form.text("mode")) else {
        let mut faults = Faults::default();
        faults.add("mode", Sentence::new("charter-mode-choose"));
        let page = build(&app, &it, Some(&form), faults, &Said::default()).await?;
        return html::rejected(&page, &page.desk.style);
    };
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let current = consortium_store::by_id(&mut tx, id).await?.mode;
    let roster = store::roster(&mut tx, id, now).await?;
    let pending = store::proposals(&mut tx, id).await?.into_iter().find(|it| it.ended_at.is_none());
    let pending = pending.as_ref().map(|proposal| &proposal.change);
    let current = Mode::from_code(&current).unwrap_or_default();
    let change = mode::propose(current, pending, to, &roster, &it.person.id, now)?;
    store::insert_proposal(&mut tx, id, &change).await?;
    tell(&mut tx, &app, &it, &roster, &change).await?;
    note(&mut tx, &it, now, "mode-proposed", &it.consortium.name, to.code()).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "mode"), "mode-proposed"))
}

/// Writes to everybody who could agree.
async fn tell(conn: &mut Conn, app: &App, it: &Writing, roster: &Roster, change: &ModeChange) -> Result<()> {
    let words = ["charter-mode-letter", "charter-mode-letter-body"];
    write(conn, app, it, words, |person| mode::may_agree(change, roster, person).is_ok()).await
}

/// Tells everybody who may write by which rule their posts are signed off from now on.
async fn tell_result(conn: &mut Conn, app: &App, it: &Writing, roster: &Roster) -> Result<()> {
    let words = ["charter-mode-letter-agreed", "charter-mode-letter-agreed-body"];
    let writes = |person: &PersonId| roster.member(person).is_some_and(|member| roster.may_edit(member));
    write(conn, app, it, words, |person| *person != it.person.id && writes(person)).await
}

async fn write(
    conn: &mut Conn,
    app: &App,
    it: &Writing,
    words: [&'static str; 2],
    to: impl Fn(&PersonId) -> bool,
) -> Result<()> {
    let path = desk_href(&it.consortium.slug, "mode");
    let [subject, body] = words.map(|key| Sentence::new(key).with("name", &it.person.name));
    for person in member_store::people_in(conn, &it.consortium.id).await? {
        if to(&person.id) {
            letter::write_to(conn, app, &person, &it.consortium, &subject, &body, &path).await?;
        }
    }
    Ok(())
}

/// Agrees to the proposal as somebody of another house: the mode holds from now on, for what is
/// proposed from now on.
pub async fn agree(State(app): State<App>, it: Writing, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let proposal = seen(store::proposals(&mut tx, id).await?, &form)?;
    let roster = store::roster(&mut tx, id, now).await?;
    let agreement = mode::may_agree(&proposal.change, &roster, &it.person.id)?;
    let mut consortium = consortium_store::by_id(&mut tx, id).await?;
    consortium.mode = agreement.mode().code().to_owned();
    consortium_store::save(&mut tx, &consortium, now).await?;
    store::end_proposal(&mut tx, &proposal.id, Some(agreement.by()), now).await?;
    note(&mut tx, &it, now, "mode-agreed", &consortium.name, &consortium.mode).await?;
    tell_result(&mut tx, &app, &it, &roster).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "mode"), "mode-agreed"))
}

/// Rejects the proposal, as somebody who could agree to it.
pub async fn reject(State(app): State<App>, it: Writing, form: Form) -> Result<Response> {
    drop_proposal(&app, &it, &form, "mode-rejected", mode::may_reject).await
}

/// Takes the proposal back, as somebody of the house that made it.
pub async fn withdraw(State(app): State<App>, it: Writing, form: Form) -> Result<Response> {
    drop_proposal(&app, &it, &form, "mode-withdrawn", mode::may_withdraw).await
}

type Rule = fn(
    &mode::ModeChange,
    &crate::post::signoff::roster::Roster,
    &PersonId,
) -> std::result::Result<(), Sentence>;

async fn drop_proposal(app: &App, it: &Writing, form: &Form, act: &str, rule: Rule) -> Result<Response> {
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let proposal = seen(store::proposals(&mut tx, id).await?, form)?;
    let roster = store::roster(&mut tx, id, now).await?;
    rule(&proposal.change, &roster, &it.person.id)?;
    store::end_proposal(&mut tx, &proposal.id, None, now).await?;
    note(&mut tx, it, now, act, &it.consortium.name, proposal.change.to.code()).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "mode"), act))
}

/// Finds the proposal that the form was shown for, if it still waits.
fn seen(proposals: Vec<Proposal>, form: &Form) -> Result<Proposal> {
    let pending = proposals.into_iter().find(|proposal| proposal.ended_at.is_none());
    pending.filter(|proposal| proposal.id == form.text("proposal")).ok_or(Error::Stale)
}
