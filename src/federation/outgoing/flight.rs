//! One process speaks to one server: row after row, until there is none left or the server does not
//! want any more.
use std::collections::HashMap;
use std::time::Duration;

use bytes::Bytes;
use url::Url;

use super::knock::{Signing, first, knock};
use super::pace::Host;
use super::store_queue::Row;
use super::verdict::{Verdict, judge};
use crate::base::app::App;
use crate::base::door::Request;
use crate::base::kill;
use crate::federation::actor::ActorId;
use crate::federation::at_home;

/// How long a server may take for one row.
const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 1500 } else { 10_000 });
/// After this a server has had its turn; what is left comes next time.
const ONE_TURN: Duration = Duration::from_secs(60);
/// Nobody reads what inboxes answer, beyond its beginning.
const LONGEST_ANSWER: usize = 16 << 10;

/// What is taken to a server.
pub struct Cargo {
    pub claim: String,
    pub host: Host,
    pub rows: Vec<Row>,
    pub bodies: HashMap<String, Bytes>,
    pub signings: HashMap<String, Signing>,
}

/// What came of it.
pub struct Landed {
    pub claim: String,
    pub host: Host,
    /// Whether something new is known of how the server is signed to.
    pub has_learned: bool,
    pub results: Vec<(Row, Verdict)>,
}

/// Sends the rows one after the other. What an actor said later waits for what it said before; a
/// server that fails or wants to be left alone gets nothing more.
pub async fn fly(app: App, cargo: Cargo) -> Landed {
    let begun = std::time::Instant::now();
    let known_since = cargo.host.scheme_at;
    let Cargo { claim, mut host, rows, bodies, signings } = cargo;
    let mut results: Vec<(Row, Verdict)> = Vec::with_capacity(rows.len());
    let mut held: HashMap<String, String> = HashMap::new();
    for row in rows {
        let waits = held.get(&row.signer).is_some_and(|activity| *activity < row.activity);
        let is_gone =
            results.iter().any(|(it, came)| it.inbox == row.inbox && matches!(came, Verdict::Gone { .. }));
        if waits || is_gone {
            continue;
        }
        let (Some(body), Some(signing)) = (bodies.get(&row.activity), signings.get(&row.signer)) else {
            continue;
        };
        let verdict = one(&app, &mut host, &row, body, signing).await;
        kill::point("outgoing.answered");
        let goes_on = match &verdict {
            Verdict::Sent | Verdict::Refused { .. } | Verdict::Gone { .. } => true,
            Verdict::Unsigned { .. } => {
                held.insert(row.signer.clone(), row.activity.clone());
                !host.is_probed()
            }
            Verdict::Later { .. } | Verdict::Failed { .. } | Verdict::Nameless { .. } => false,
        };
        results.push((row, verdict));
        if !goes_on || begun.elapsed() > ONE_TURN {
            break;
        }
    }
    let has_learned = host.scheme_at != known_since;
    Landed { claim, host, has_learned, results }
}

async fn one(app: &App, host: &mut Host, row: &Row, body: &Bytes, signing: &Signing) -> Verdict {
    let now = app.clock.now();
    let Ok(url) = Url::parse(&row.inbox) else {
        return Verdict::Refused { why: "not an address".into() };
    };
    if row.host == app.config.public_host() {
        return match at_home::take(app, &ActorId(row.signer.clone()), body).await {
            Ok(_) => Verdict::Sent,
            Err(error) => Verdict::Later { at: None, why: error.to_string() },
        };
    }
    // The people of the demo live on servers that do not exist, under a name that nobody can have.
    if app.demo && url.host_str().is_some_and(|host| host.ends_with(".example")) {
        return Verdict::Sent;
    }
    let mut request = Request::post(url).body("application/activity+json", body.clone());
    (request.patience, request.longest_answer) = (PATIENCE, LONGEST_ANSWER);
    let scheme = first(&host.scheme, host.scheme_at, now);
    match knock(app, signing, request, scheme).await {
        Ok(knocked) => {
            if let Some(took) = knocked.took.map(super::knock::code).filter(|took| *took != host.scheme) {
                (host.scheme, host.scheme_at) = (took.to_owned(), Some(now));
            }
            judge(&knocked.came, app.clock.now())
        }
        // Our own fault, as a key that cannot be opened: nobody else's patience is used up.
        Err(error) => Verdict::Later { at: None, why: error.to_string() },
    }
}
