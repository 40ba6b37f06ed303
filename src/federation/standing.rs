//! Whether an actor of ours, or a post of its, is to be found by strangers now.
use super::actor::{Actor, ActorId};
use super::profile::Profile;
use super::speaking::channel_of;
use super::{content, store_actor};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::channel::Channel;
use crate::channel::store_piece::root;
use crate::consortium::{self, Consortium, ConsortiumId};
use crate::institution::{self, Institution};
use crate::post::writing::markdown;

/// A Verbund as the Fediverse finds it.
pub enum Presence {
    /// It speaks there.
    Speaks(Box<Consortium>, Box<Channel>),
    /// It has ended: what was found there is gone for good.
    Gone,
    /// It does not speak there, or is not public: nothing is to be found.
    Silent,
}

/// Tells how a Verbund stands in the Fediverse.
pub async fn of_consortium(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Presence> {
    let it = consortium::store::by_id(conn, id).await?;
    if !it.is_public(now) {
        return Ok(Presence::Silent);
    }
    if it.has_ended(now) {
        return Ok(Presence::Gone);
    }
    Ok(match channel_of(conn, id, now).await? {
        Some(channel) => Presence::Speaks(Box::new(it), Box::new(channel)),
        None => Presence::Silent,
    })
}

/// An actor as strangers find it.
pub enum Found {
    Here(Box<Shown>),
    Gone(Box<Actor>),
}

/// An actor that is to be found, and whom it stands for.
pub struct Shown {
    pub actor: Actor,
    pub consortium: Option<Consortium>,
    pub house: Option<Institution>,
}

/// Finds an actor for strangers; one of a Verbund that does not speak there is not found.
pub async fn find(conn: &mut Conn, id: &ActorId, now: Instant) -> Result<Found> {
    let actor = store_actor::by_id(conn, id).await?;
    let Some(consortium) = actor.consortium_id.clone() else {
        return Ok(Found::Here(Box::new(Shown { actor, consortium: None, house: None })));
    };
    let consortium = match of_consortium(conn, &consortium, now).await? {
        Presence::Speaks(consortium, _) => *consortium,
        Presence::Gone => return Ok(Found::Gone(Box::new(actor))),
        Presence::Silent => return Err(Error::NotFound),
    };
    let house = match &actor.institution_id {
        Some(id) => Some(institution::store::by_id(conn, &consortium.id, id).await?),
        None => None,
    };
    Ok(Found::Here(Box::new(Shown { actor, consortium: Some(consortium), house })))
}

/// Gives the actor of a Verbund that speaks in the Fediverse, or of one of its houses, made now if
/// it is asked for the first time.
pub async fn ensure(app: &App, it: &Consortium, house: Option<&Institution>) -> Result<Actor> {
    let mut conn = app.db.read().await?;
    let known = match house {
        Some(house) => store_actor::of_house(&mut conn, &house.id).await?,
        None => store_actor::of_consortium(&mut conn, &it.id).await?,
    };
    drop(conn);
    if let Some(actor) = known {
        return Ok(actor);
    }
    let now = app.clock.now();
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let actor = match house {
        Some(house) => store_actor::ensure_for_house(&mut tx, it, house, now).await?,
        None => store_actor::ensure_for_consortium(&mut tx, it, now).await?,
    };
    app.commit(tx, it.id.as_str()).await?;
    Ok(actor)
}

impl Shown {
    /// Says how the actor presents itself: with the way to the Impressum, on every server.
    pub fn profile(&self, app: &App) -> Profile {
        let Some(it) = &self.consortium else {
            return Profile {
                name: app.config.public_host().to_owned(),
                url: format!("{}/", app.config.public_url),
                ..Profile::default()
            };
        };
        let w = it.main_language();
        let root = root(&app.config, it);
        let (name, summary, url) = match &self.house {
            None => (it.name.clone(), lines(&it.claim, &markdown::excerpt(&it.about, 400)), root.clone()),
            Some(house) => (
                house.display_name.clone(),
                lines(&markdown::excerpt(&house.about, 400), &w.w("federation-part-of", "name", &it.name)),
                format!("{root}/einrichtung/{}", house.slug),
            ),
        };
        let mut fields = vec![field(w, "federation-imprint", &format!("{root}/impressum"))];
        match self.house.as_ref() {
            Some(house) => {
                fields.push(field(w, "federation-page", &url));
                if house.website.starts_with("https://") || house.website.starts_with("http://") {
                    fields.push(field(w, "federation-website", &house.website));
                }
            }
            None => fields.push(field(w, "federation-page", &root)),
        }
        Profile {
            name,
            summary,
            url,
            icon: Some(format!("{}/icon.png", self.actor.url(&app.config))),
            image: None,
            fields,
            language: w.code().to_owned(),
        }
    }
}

fn field(w: Lang, key: &str, url: &str) -> (String, String) {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/');
    let (url, shown) = (content::escaped(url), content::escaped(shown));
    (w.t(key), format!("<a href=\"{url}\" rel=\"me nofollow noopener\">{shown}</a>"))
}

fn lines(first: &str, second: &str) -> String {
    let lines = [first.trim(), second.trim()].into_iter().filter(|line| !line.is_empty());
    lines.map(|line| format!("<p>{}</p>", content::escaped(line))).collect()
}
