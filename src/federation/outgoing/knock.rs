//! Two knocks: a request is signed the new way first, and where that is not understood, the old way.
use std::sync::Arc;

use http::StatusCode;
use tokio::sync::Semaphore;

use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::door::{Answer, Request, Trouble};
use crate::base::error::Result;
use crate::base::turn;
use crate::federation::actor::ActorId;
use crate::federation::{key, store_actor};
use crate::signature::{self, PrivateKey, Scheme};

/// How long it is remembered that a server knows only the old way, in days.
const OLD_DAYS: i64 = 7;

/// Signing takes a quarter of a millisecond: beside the threads that answer visitors.
static SIGNING: Semaphore = Semaphore::const_new(2);

/// In whose name a request is signed.
#[derive(Clone)]
pub struct Signing {
    pub key_id: String,
    pub key: Arc<PrivateKey>,
}

impl Signing {
    pub async fn of(app: &App, actor: &ActorId) -> Result<Signing> {
        let actor = store_actor::by_id(&mut *app.db.read().await?, actor).await?;
        let (key_id, key) = key::signing_key(app, &actor).await?;
        Ok(Signing { key_id, key })
    }
}

/// What came of a request, and which scheme was surely understood.
pub struct Knocked {
    pub came: std::result::Result<Answer, Trouble>,
    pub took: Option<Scheme>,
}

pub fn code(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Rfc9421 => "rfc9421",
        Scheme::Cavage => "cavage",
    }
}

/// Chooses the first scheme to try: what worked, and after some days the new one again.
pub fn first(remembered: &str, at: Option<Instant>, now: Instant) -> Scheme {
    let holds = at.is_some_and(|at| at.plus_hours(24 * OLD_DAYS) > now);
    if remembered == code(Scheme::Cavage) && holds { Scheme::Cavage } else { Scheme::Rfc9421 }
}

fn other(scheme: Scheme) -> Scheme {
    match scheme {
        Scheme::Rfc9421 => Scheme::Cavage,
        Scheme::Cavage => Scheme::Rfc9421,
    }
}

/// Sends a request signed one way, and after a definite no to that the other way.
pub async fn knock(app: &App, signing: &Signing, request: Request, first: Scheme) -> Result<Knocked> {
    let came = send(app, signing, request.clone(), first).await?;
    if !is_no(&came) {
        let took = is_good(&came).then_some(first);
        return Ok(Knocked { came, took });
    }
    let second = other(first);
    let again = send(app, signing, request, second).await?;
    let took = is_good(&again).then_some(second);
    Ok(Knocked { came: again, took })
}

fn is_no(came: &std::result::Result<Answer, Trouble>) -> bool {
    let no = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN];
    came.as_ref().is_ok_and(|answer| no.contains(&answer.status))
}

fn is_good(came: &std::result::Result<Answer, Trouble>) -> bool {
    came.as_ref().is_ok_and(Answer::is_good)
}

async fn send(
    app: &App,
    signing: &Signing,
    mut request: Request,
    scheme: Scheme,
) -> Result<std::result::Result<Answer, Trouble>> {
    let (signing, now) = (signing.clone(), app.clock.now());
    let signed = turn::blocking(&SIGNING, move || {
        signature::sign(scheme, &signing.key, &signing.key_id, &mut request, now).map(|()| request)
    });
    Ok(app.door.send(signed.await??).await)
}
