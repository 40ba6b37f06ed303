//! Who is asking, as an argument of a handler: its type says which right was checked.
use std::collections::HashMap;
use std::ops::Deref;

use axum::extract::{FromRequestParts, Path};
use axum::http::{header, request::Parts};

use super::seat::Seat;
use super::session::{Session, secret_in};
use super::{Person, store, store_session};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::consortium::store as consortium_store;
use crate::institution::store as institution_store;
use crate::page::answer::Asker;

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub person: Person,
    pub session: Session,
}

impl Viewer {
    /// Gives the language in which this person works.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.person.language).unwrap_or_default()
    }
}

impl FromRequestParts<App> for Viewer {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Viewer> {
        let cookies = parts.headers.get(header::COOKIE).and_then(|value| value.to_str().ok());
        let secret = cookies.and_then(secret_in).ok_or(Error::SignIn)?;
        let now = app.clock.now();
        let mut conn = app.db.read().await?;
        let Some(session) = store_session::by_secret(&mut conn, secret, now).await? else {
            // Whose session is over is told so in their language all the same.
            let language = store_session::language_of(&mut conn, secret).await?;
            if let Some(lang) = language.as_deref().and_then(Lang::from_code) {
                Asker { lang, is_shared: false }.note(&parts.extensions);
            }
            return Err(Error::SignIn);
        };
        let person = store::by_id(&mut conn, &session.person_id).await?;
        let lang = Lang::from_code(&person.language).unwrap_or_default();
        Asker { lang, is_shared: session.shared_at.is_some() }.note(&parts.extensions);
        if person.ended_at.is_some() {
            return Err(Error::SignIn);
        }
        drop(conn);
        // Not at every request: often enough that an active session never runs out.
        if now.millis() - session.seen_at.millis() > 5 * 60_000 {
            let mut tx = app.db.begin(session.id.as_str()).await?;
            store_session::touch(&mut tx, &session.id, now, now.plus_hours(session.hours())).await?;
            tx.commit().await?;
        }
        Ok(Viewer { person, session })
    }
}

/// Somebody signed in, or a stranger.
#[derive(Debug, Clone)]
pub struct MaybeViewer(pub Option<Viewer>);

impl FromRequestParts<App> for MaybeViewer {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<MaybeViewer> {
        match Viewer::from_request_parts(parts, app).await {
            Ok(viewer) => Ok(MaybeViewer(Some(viewer))),
            Err(Error::SignIn) => Ok(MaybeViewer(None)),
            Err(other) => Err(other),
        }
    }
}

/// Somebody who may read everything inside the Verbund of the path: every member, coaches too.
#[derive(Debug, Clone)]
pub struct Reading {
    pub seat: Seat,
    pub viewer: Viewer,
    /// How many people out there wait for an answer of this person: every page of the desk says so.
    pub waiting: usize,
}

impl Deref for Reading {
    type Target = Seat;
    fn deref(&self) -> &Seat {
        &self.seat
    }
}

impl Reading {
    pub fn lang(&self) -> Lang {
        self.viewer.lang()
    }
}

impl FromRequestParts<App> for Reading {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Reading> {
        let viewer = Viewer::from_request_parts(parts, app).await?;
        let Path(params) = Path::<HashMap<String, String>>::from_request_parts(parts, app)
            .await
            .map_err(|_| Error::NotFound)?;
        let slug = params.get("verbund").ok_or(Error::NotFound)?;
        let mut conn = app.db.read().await?;
        let consortium = consortium_store::by_slug(&mut conn, slug).await?;
        let houses = institution_store::of_consortium(&mut conn, &consortium.id).await?;
        let memberships = store::memberships_of(&mut conn, &viewer.person.id).await?;
        let halts = consortium_store::halts(&mut conn, &consortium.id).await?;
        let mut seat = Seat::take(viewer.person.clone(), consortium, houses, memberships, app.clock.now())?;
        seat.is_halted = halts.iter().any(|halt| halt.until_at.is_none());
        let waiting = store::waiting(&mut conn, &seat.consortium.id, &viewer.person.id).await?;
        Ok(Reading { seat, viewer, waiting })
    }
}

macro_rules! stronger {
    ($(#[$doc:meta])* $name:ident, $check:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(pub Reading);

        impl Deref for $name {
            type Target = Reading;
            fn deref(&self) -> &Reading {
                &self.0
            }
        }

        impl FromRequestParts<App> for $name {
            type Rejection = Error;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<$name> {
                let reading = Reading::from_request_parts(parts, app).await?;
                reading.seat.$check()?;
                Ok($name(reading))
            }
        }
    };
}

stronger!(
    /// Somebody who may write in the Verbund of the path: everybody but coaches, while it lives and
    /// their house takes part.
    Writing,
    may_write
);
stronger!(
    /// Somebody who may keep their house in order in the Verbund of the path, also while it pauses:
    /// everybody but coaches, while the Verbund lives.
    Keeping,
    may_change
);
stronger!(
    /// Somebody who coordinates the Verbund of the path.
    Coordinating,
    may_coordinate
);

/// Somebody who runs the installation.
#[derive(Debug, Clone)]
pub struct Operating(pub Viewer);

impl FromRequestParts<App> for Operating {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Operating> {
        let viewer = Viewer::from_request_parts(parts, app).await?;
        if viewer.person.is_operator() { Ok(Operating(viewer)) } else { Err(Error::NotFound) }
    }
}
