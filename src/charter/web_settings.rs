//! The forms in which coordination sets what a Verbund is called, how it looks, where it is found.
use axum::extract::State;
use axum::response::Response;

use super::field::{Field, Fields};
use super::sheet::Sheet;
use super::web::{Said, back, frame, note};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::settings::{LANGUAGES, ZONES, read_legal, read_look, read_names};
use crate::consortium::{Consortium, address, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Coordinating, Reading};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// The four forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Names,
    Look,
    Address,
    Legal,
}

impl Part {
    fn code(self) -> &'static str {
        match self {
            Part::Names => "names",
            Part::Look => "look",
            Part::Address => "address",
            Part::Legal => "legal",
        }
    }

    /// The name of the act in the audit trail.
    fn act(self) -> &'static str {
        match self {
            Part::Names => "verbund-named",
            Part::Look => "verbund-look",
            Part::Address => "verbund-moved",
            Part::Legal => "verbund-legal",
        }
    }

    fn fields(self, w: Lang, it: &Consortium, typed: Option<&Form>, faults: &Faults) -> Vec<Field> {
        let mut fields = Fields::new(w, typed, faults);
        match self {
            Part::Names => {
                fields.line("name", &it.name).needed();
                fields.line("claim", &it.claim);
                fields.area("about", &it.about, 10);
                fields.area("about_simple", &it.about_simple, 8);
                if it.is_simple_behind() {
                    fields.check("simple_holds");
                }
            }
            Part::Look => {
                fields.colour("accent", &it.accent);
                let languages = LANGUAGES.map(|code| {
                    (code.to_owned(), w.t(&format!("charter-languages-{}", code.replace(',', "-"))))
                });
                fields.choice("select", "languages", &it.languages, languages.to_vec());
                let mut zones: Vec<&str> = ZONES.to_vec();
                if !zones.contains(&it.zone.as_str()) {
                    zones.insert(0, &it.zone);
                }
                let zones = zones.into_iter().map(|zone| (zone.to_owned(), zone.replace('_', " ")));
                fields.choice("select", "zone", &it.zone, zones.collect());
            }
            Part::Address => {
                fields.line("slug", &it.slug).needed();
                fields.line("domain", it.domain.as_deref().unwrap_or_default());
            }
            Part::Legal => {
                fields.area("privacy", &it.privacy, 10);
                fields.area("imprint", &it.imprint, 6);
                fields.area("barrier", &it.barrier, 6);
                fields.area("netiquette", &it.netiquette, 8);
            }
        }
        fields.list
    }
}

fn sheet(app: &App, it: &Reading, part: Part, typed: Option<&Form>, faults: Faults, said: &Said) -> Sheet {
    let w = it.lang();
    let fields = part.fields(w, &it.consortium, typed, &faults);
    Sheet {
        desk: frame(app, it, w.t(&format!("charter-{}-title", part.code())), said),
        back: back(it),
        lead: w.t(&format!("charter-{}-lead", part.code())),
        action: desk_href(&it.consortium.slug, &format!("settings/{}", part.code())),
        fields,
        button: w.t("charter-save"),
        check: (part == Part::Look).then(|| w.t("charter-check-colour")),
        links: Vec::new(),
        acts: Vec::new(),
        faults,
    }
}

fn show(app: &App, it: &Coordinating, part: Part, said: &Said) -> Result<Response> {
    let page = sheet(app, it, part, None, Faults::default(), said);
    html::page(&page, &page.desk.style)
}

async fn save(app: &App, it: &Coordinating, part: Part, form: &Form) -> Result<Response> {
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let before = store::by_id(&mut tx, id).await?;
    let mut next = before.clone();
    let faults = match part {
        Part::Names => read_names(form, &mut next, now),
        Part::Look => read_look(form, &mut next),
        Part::Legal => read_legal(form, &mut next, now),
        Part::Address => read_address(&mut tx, app, form, &mut next).await?,
    };
    if !faults.is_empty() || form.text("do") == "check" {
        drop(tx);
        let page = sheet(app, it, part, Some(form), faults, &Said::default());
        let checked = page.faults.is_empty();
        return if checked {
            html::page(&page, &page.desk.style)
        } else {
            html::rejected(&page, &page.desk.style)
        };
    }
    store::save(&mut tx, &next, now).await?;
    note(&mut tx, it, now, part.act(), &next.name, &detail(part, &before, &next)).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&next.slug, &format!("settings/{}", part.code())), "saved"))
}

/// Says what changed, where old and new are short enough to be told.
fn detail(part: Part, before: &Consortium, next: &Consortium) -> String {
    let told = |old: &str, new: &str| if old == new { String::new() } else { format!("{old} → {new}") };
    match part {
        Part::Names => told(&before.name, &next.name),
        Part::Look => told(&before.accent, &next.accent),
        Part::Legal => String::new(),
        Part::Address => {
            let domain = |it: &Consortium| it.domain.clone().unwrap_or_else(|| "–".into());
            let parts = [told(&before.slug, &next.slug), told(&domain(before), &domain(next))];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Reads slug and domain and asks whether both are free; a slug that the Verbund once had is its own.
async fn read_address(conn: &mut Conn, app: &App, form: &Form, it: &mut Consortium) -> Result<Faults> {
    let mut faults = Faults::default();
    match address::read_slug(&form.text("slug")) {
        Err(why) => faults.add("slug", why),
        Ok(slug) => match store::slug_owner(conn, &slug).await? {
            Some(owner) if owner != it.id => faults.add("slug", Sentence::new("consortium-slug-taken")),
            _ => it.slug = slug,
        },
    }
    match address::read_domain(&form.text("domain"), app.config.public_host()) {
        Err(why) => faults.add("domain", why),
        Ok(None) => it.domain = None,
        Ok(Some(domain)) => match store::domain_owner(conn, &domain).await? {
            Some(owner) if owner != it.id => faults.add("domain", Sentence::new("consortium-domain-taken")),
            _ => it.domain = Some(domain),
        },
    }
    Ok(faults)
}

/// Shows the names and the texts about the Verbund.
pub async fn names(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    it.may_change()?;
    show(&app, &it, Part::Names, &said)
}

pub async fn save_names(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    save(&app, &it, Part::Names, &form).await
}

/// Shows accent colour, languages and time zone.
pub async fn look(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    it.may_change()?;
    show(&app, &it, Part::Look, &said)
}

pub async fn save_look(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    save(&app, &it, Part::Look, &form).await
}

/// Shows slug and domain.
pub async fn address(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    it.may_change()?;
    show(&app, &it, Part::Address, &said)
}

/// Moves the Verbund to another address; the old ones lead on for ever.
pub async fn save_address(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    save(&app, &it, Part::Address, &form).await
}

/// Shows the legal texts. They can be put right even after the end: the page is still there to be read.
pub async fn legal(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    show(&app, &it, Part::Legal, &said)
}

pub async fn save_legal(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    save(&app, &it, Part::Legal, &form).await
}
