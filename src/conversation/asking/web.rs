//! The form for a question: which house, what, and where the answer goes.
use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use rand::RngExt;

use super::CONSENT;
use super::store::{self, Question};
use crate::base::attempt::{self, Limit};
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::conversation::store_intake::{hear, set_letters};
use crate::conversation::{Conversation, Utterance, store as conversations, store_route};
use crate::institution::Institution;
use crate::page::Public;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::site::web_visit::Visit;

/// How much of a question, and of a name, is taken, in characters.
const LONGEST: usize = 4_000;
const LONGEST_NAME: usize = 120;
/// How many questions a Verbund takes in an hour. Counted for all together: no visitor's address is
/// kept for it.
const LIMIT: Limit = Limit { attempts: 30, seconds: 3600 };

#[derive(Template)]
#[template(path = "conversation/asking/ask.html")]
struct AskPage {
    public: Public,
    form: Form,
    faults: Faults,
    houses: Vec<(String, String, bool)>,
    consent: String,
}

impl AskPage {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.public.w).is_some()
    }
}

/// Houses that can answer now.
fn houses(visit: &Visit) -> impl Iterator<Item = &Institution> {
    visit.houses.iter().filter(|house| house.is_active(visit.now))
}

fn page(visit: &Visit, form: Form, faults: Faults) -> AskPage {
    let w = visit.w;
    let chosen = form.text("house");
    AskPage {
        public: visit.frame(&w.t("conversation-ask-title"), &w.t("conversation-ask-description")),
        houses: houses(visit)
            .map(|house| (house.slug.clone(), house.display_name.clone(), house.slug == chosen))
            .collect(),
        consent: w.t("conversation-ask-consent"),
        form,
        faults,
    }
}

/// Shows the form; a link of a house's page has chosen the house already.
pub async fn show(visit: Visit, Query(asked): Query<HashMap<String, String>>) -> Result<Response> {
    if visit.has_ended() {
        return Err(Error::Refused(Sentence::new("conversation-ask-ended")));
    }
    let mut form = Form::default();
    form.set("house", asked.get("haus").cloned().unwrap_or_default());
    let page = page(&visit, form, Faults::default());
    html::page(&page, &page.public.style)
}

fn faults_of(form: &Form) -> Faults {
    let mut faults = Faults::default();
    let text = form.text("text");
    if text.is_empty() {
        faults.add("text", Sentence::new("conversation-ask-missing"));
    }
    if text.chars().count() > LONGEST {
        faults.add("text", Sentence::new("conversation-too-long").with("n", LONGEST));
    }
    if form.text("name").chars().count() > LONGEST_NAME {
        faults.add("name", Sentence::new("conversation-too-long").with("n", LONGEST_NAME));
    }
    let email = form.text("email");
    if !email.is_empty() && (email.len() > 254 || email.parse::<lettre::Address>().is_err()) {
        faults.add("email", Sentence::new("conversation-ask-email-wrong"));
    }
    if form.text("consent") != "yes" {
        faults.add("consent", Sentence::new("conversation-ask-consent-missing"));
    }
    // Programs fill in everything; people do not see this field, or read what stands beside it.
    if !form.raw("website").is_empty() {
        faults.add("website", Sentence::new("conversation-ask-website-filled"));
    }
    faults
}

/// Takes a question: it becomes a conversation with a number, a house, a person, and a time.
pub async fn ask(visit: Visit, form: Form) -> Result<Response> {
    if visit.has_ended() {
        return Err(Error::Refused(Sentence::new("conversation-ask-ended")));
    }
    let faults = faults_of(&form);
    if !faults.is_empty() {
        let page = page(&visit, form, faults);
        return html::rejected(&page, &page.public.style);
    }
    let id = visit.consortium.id.clone();
    attempt::count(&visit.app, &format!("question/{id}"), LIMIT).await?;
    let secret = hex::encode(rand::rng().random::<[u8; 24]>());
    let mut tx = visit.app.db.begin(id.as_str()).await?;
    take(&mut tx, &visit, &form, &secret).await?;
    tx.commit().await?;
    visit.app.waker.wake();
    Ok(html::see_other(&format!("{}/frage/{secret}", visit.root())))
}

async fn take(tx: &mut Tx, visit: &Visit, form: &Form, secret: &str) -> Result<()> {
    let (now, w) = (visit.now, visit.w);
    let ground = store_route::read(tx, &visit.consortium.id, now).await?;
    let chosen = houses(visit).find(|house| house.slug == form.text("house")).map(|house| house.id.clone());
    let text = clean(&form.text("text"));
    let (house, by) = ground.house(chosen.as_ref(), &[], &text, now);
    let mut it = Conversation::begun(&visit.consortium.id, "site", "question", now);
    it.person_id = ground.person(house.as_ref());
    it.institution_id = house;
    it.routed_by = by.code().into();
    hear(&mut it, &ground, now);
    conversations::insert(tx, &mut it).await?;
    let said = Utterance {
        conversation_id: it.id.clone(),
        consortium_id: it.consortium_id.clone(),
        network: it.network.clone(),
        kind: it.kind.clone(),
        author_name: clean(&form.text("name")),
        text,
        language: w.code().into(),
        ..Utterance::empty(now)
    };
    conversations::say(tx, &said).await?;
    let question = Question {
        conversation_id: it.id.clone(),
        consortium_id: it.consortium_id.clone(),
        email: form.text("email"),
        secret_hash: store::hash(secret),
        consent_version: CONSENT.into(),
        consent_text: w.t("conversation-ask-consent"),
        consented_at: now,
        withdrawn_at: None,
    };
    store::insert(tx, &question).await?;
    if !question.email.is_empty() {
        mail::write(tx, &receipt(visit, &it, &question.email, secret)).await?;
    }
    set_letters(tx, &it.consortium_id, now).await
}

/// PostgreSQL takes no zero character; nobody needs the others.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// The letter of receipt. It says nothing of what was asked: anybody can type anybody's address.
fn receipt(visit: &Visit, it: &Conversation, email: &str, secret: &str) -> Letter {
    let w = visit.w;
    let due = it.due_at.map(|due| visit.local().full(due)).unwrap_or_default();
    let subject = Sentence::new("conversation-receipt-subject")
        .with("number", it.number)
        .with("consortium", &visit.consortium.name);
    let body = Sentence::new("conversation-receipt-body")
        .with("number", it.number)
        .with("consortium", &visit.consortium.name)
        .with("due", due)
        .with("link", visit.whole(w, &format!("/frage/{secret}")));
    Letter::new(email, w.say(&subject), format!("{}\n", w.say(&body)), visit.now)
        .about(visit.consortium.id.as_str())
}
