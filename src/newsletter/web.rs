//! Asking for the newsletter on the public face: an address, what, and how often; nothing else.
use askama::Template;
use axum::response::Response;

use super::wish::{self, TRAP, Wish};
use super::{Rhythm, store_issue, work_asking, work_rounds};
use crate::base::attempt::{self, Limit};
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::channel::Channel;
use crate::institution::face;
use crate::member::door::address::Caller;
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Public, html};
use crate::site::web_visit::Visit;
use crate::topic::{Topic, store as topic_store};

/// How often one line to the net may ask, and how often all together: nobody is to fill the
/// mailboxes of others by our hand.
const PER_LINE: Limit = Limit { attempts: 12, seconds: 3600 };
const PER_CONSORTIUM: Limit = Limit { attempts: 400, seconds: 3600 };

/// What can be chosen, and what is.
pub struct Offer {
    pub rhythms: Vec<(&'static str, String, bool)>,
    pub is_some: bool,
    pub houses: Vec<(String, Badge, bool)>,
    pub topics: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "newsletter/subscribe.html")]
struct SubscribePage {
    public: Public,
    form: Form,
    faults: Faults,
    offer: Offer,
    consent: String,
}

impl SubscribePage {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.public.w).is_some()
    }
}

#[derive(Template)]
#[template(path = "newsletter/told.html")]
struct ToldPage {
    public: Public,
}

/// Gives the channel by which a Verbund's newsletter goes out now; none: there is no newsletter.
pub(super) async fn channel_of(visit: &Visit) -> Result<Option<Channel>> {
    let channels = store_issue::channels(&mut *visit.app.db.read().await?, visit.now).await?;
    let mut ours = channels.into_iter().filter(|channel| channel.consortium_id == visit.consortium.id);
    Ok(ours.next().filter(|_| !visit.has_ended()))
}

/// Puts together what can be chosen, with what is chosen already.
pub(super) fn offer(
    w: Lang,
    houses: &[(String, Badge)],
    topics: &[Topic],
    slot: &str,
    chosen: &Wish,
) -> Offer {
    let has = |id: &str| chosen.choices.iter().any(|choice| choice.target_id == id);
    let rhythm = |it: Rhythm| {
        let text = match it {
            Rhythm::Digest => w.w("newsletter-rhythm-digest", "slot", slot),
            Rhythm::Each => w.t("newsletter-rhythm-each"),
        };
        (it.code(), text, it == chosen.rhythm)
    };
    Offer {
        rhythms: Rhythm::ALL.into_iter().map(rhythm).collect(),
        is_some: !chosen.choices.is_empty(),
        houses: houses.iter().map(|(id, badge)| (id.clone(), badge.clone(), has(id))).collect(),
        topics: topics.iter().map(|it| (it.id.0.clone(), it.title.clone(), has(it.id.as_str()))).collect(),
    }
}

async fn page(visit: &Visit, channel: &Channel, form: Form, faults: Faults) -> Result<SubscribePage> {
    let w = visit.w;
    let mut conn = visit.app.db.read().await?;
    let topics = open_topics(topic_store::of_consortium(&mut conn, &visit.consortium.id).await?, visit);
    let (slot, _) = work_rounds::rhythm(&mut conn, channel).await?;
    drop(conn);
    let root = visit.root();
    let houses: Vec<_> =
        visit.members().into_iter().map(|house| (house.id.0.clone(), face::badge(house, &root))).collect();
    let typed = wish::wish(&form, &visit.members(), &topics).0;
    let mut offer = offer(w, &houses, &topics, &w.say(&slot.sentence()), &typed);
    offer.is_some = form.text("scope") == "some";
    Ok(SubscribePage {
        public: visit
            .frame(&w.t("newsletter-title"), &w.w("newsletter-description", "name", &visit.consortium.name)),
        form,
        faults,
        offer,
        consent: work_asking::words(w, &visit.consortium),
    })
}

pub(super) fn open_topics(topics: Vec<Topic>, visit: &Visit) -> Vec<Topic> {
    topics.into_iter().filter(|topic| topic.is_open(visit.now)).collect()
}

/// Shows the form.
pub async fn show(visit: Visit) -> Result<Response> {
    let channel = channel_of(&visit).await?.ok_or(Error::NotFound)?;
    let mut form = Form::default();
    form.set("rhythm", Rhythm::Digest.code());
    let page = page(&visit, &channel, form, Faults::default()).await?;
    visit.page(&page, &page.public, visit.until([]))
}

/// Takes a wish. The answer is the same for every address, known or not.
pub async fn ask(visit: Visit, caller: Caller, form: Form) -> Result<Response> {
    let channel = channel_of(&visit).await?.ok_or(Error::NotFound)?;
    let told = html::see_other(&format!("{}/newsletter/danke", visit.root()));
    if !form.raw(TRAP).is_empty() {
        return Ok(told);
    }
    let topics = topic_store::of_consortium(&mut *visit.app.db.read().await?, &visit.consortium.id).await?;
    let (wish, mut faults) = wish::wish(&form, &visit.members(), &open_topics(topics, &visit));
    let address = faults.take("email", wish::address(&form.raw("email")));
    if !faults.is_empty() {
        let page = page(&visit, &channel, form, faults).await?;
        return html::rejected(&page, &page.public.style);
    }
    // Whoever asks is counted, and not remembered by an address that says who it is.
    let line = hex::encode(visit.app.seal.mark("subscriber-line", &caller.counted()));
    attempt::count(&visit.app, &format!("subscriber-line:{}", &line[..32]), PER_LINE).await?;
    attempt::count(&visit.app, &format!("newsletter:{}", visit.consortium.id), PER_CONSORTIUM).await?;
    work_asking::ask(&visit.app, &visit.consortium, visit.w, &address, &wish).await?;
    Ok(told)
}

/// Says what happens next, to everybody the same.
pub async fn told(visit: Visit) -> Result<Response> {
    channel_of(&visit).await?.ok_or(Error::NotFound)?;
    let mut public = visit.frame(&visit.w.t("newsletter-told"), "");
    public.noindex = true;
    let page = ToldPage { public };
    visit.page(&page, &page.public, visit.until([]))
}
