//! The pump: whatever is due goes out, to many servers at once and to each in its turn. It is woken
//! by who says something and by the clock, in every process that works.
use std::collections::HashMap;
use std::time::{Duration, Instant as Tick};

use bytes::Bytes;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::flight::{Cargo, Landed, fly};
use super::knock::Signing;
use super::pace::Host;
use super::{settle, store_host, store_queue, store_spread};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::kill;
use crate::federation::actor::ActorId;

/// All rows of the pump are written in this scope: what one process writes, the next one sees.
pub const SCOPE: &str = "outgoing";

/// How many servers are spoken to at once that answer at once, and how many in all: one that lets
/// us wait soon holds no place of those that do not.
const QUICK: usize = 64;
const ALL: usize = 400;
const SOON: Duration = Duration::from_secs(1);
/// How many servers that have failed are spoken to at once.
const FAILING: usize = 100;
/// Answers that come within this are written down together.
const TOGETHER: Duration = Duration::from_millis(4);
/// The longest sleep, in milliseconds: another process may have said something.
const LONGEST_SLEEP_MILLIS: i64 = 500;
/// How long a key and the text of an activity are kept in hand.
const IN_HAND: Duration = Duration::from_secs(30);
/// After this a conversation will not land any more.
const LOST: Duration = Duration::from_secs(store_host::LEASE_SECONDS.unsigned_abs());
/// How long conversations are waited for when the program ends.
const ENDING: Duration = Duration::from_secs(20);

/// The state of one process's pump.
struct Pump {
    app: App,
    name: String,
    turns: u64,
    flights: JoinSet<Landed>,
    /// Who is spoken to since when, and whether it had failed before.
    aloft: HashMap<String, (Tick, bool)>,
    landed: Vec<Landed>,
    bodies: HashMap<String, Bytes>,
    signings: HashMap<String, Signing>,
    emptied: Tick,
}

/// Works until told to stop; what is in the air lands first.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut woken = app.waker.pumps();
    let mut pump = Pump::new(app);
    while !*stop.borrow() {
        let is_busy = pump.turn().await.unwrap_or_else(|error| {
            tracing::error!(?error, "the pump cannot reach its rows");
            false
        });
        if is_busy {
            continue;
        }
        let pause = pump.pause().await;
        tokio::select! {
            Some(landed) = pump.flights.join_next() => pump.take(landed).await,
            _ = woken.changed() => {}
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
    let _ = tokio::time::timeout(ENDING, pump.land()).await;
    if let Err(error) = pump.end().await {
        tracing::warn!(?error, "the pump could not hand back what it had");
    }
}

/// Sends everything that is due now, and what becomes due by that: for tests and for one-time work.
pub async fn run_due(app: &App) -> Result<()> {
    let mut pump = Pump::new(app.clone());
    loop {
        let is_busy = pump.turn().await?;
        if pump.flights.is_empty() && pump.landed.is_empty() && !is_busy {
            return Ok(());
        }
        if let Some(landed) = pump.flights.join_next().await {
            pump.take(landed).await;
        }
    }
}

impl Pump {
    fn new(app: App) -> Pump {
        Pump {
            app,
            name: format!("{}-{}", std::process::id(), crate::base::id::new_id()),
            turns: 0,
            flights: JoinSet::new(),
            aloft: HashMap::new(),
            landed: Vec::new(),
            bodies: HashMap::new(),
            signings: HashMap::new(),
            emptied: Tick::now(),
        }
    }

    /// Writes down what came back, spreads what was said, and takes what is due. Tells whether there
    /// may be more to do at once.
    async fn turn(&mut self) -> Result<bool> {
        let now = self.app.clock.now();
        let has_spread = self.spread().await?;
        let (quick, failing) = self.room();
        let has_landed = !self.landed.is_empty();
        let is_due = has_landed || {
            let next = store_host::next_at(&mut *self.app.db.read().await?).await?;
            quick > 0 && next.is_some_and(|at| at <= now)
        };
        if !is_due {
            return Ok(has_spread);
        }
        self.turns += 1;
        let claim = format!("{}-{}", self.name, self.turns);
        let mut tx = self.app.db.begin(SCOPE).await?;
        settle::all(&mut tx, &self.landed, now).await?;
        let most = |room: usize| i64::try_from(room).unwrap_or(0);
        let mut hosts = store_host::claim(&mut tx, &claim, true, most(quick), now).await?;
        let left = failing.min(quick.saturating_sub(hosts.len()));
        hosts.extend(store_host::claim(&mut tx, &claim, false, most(left), now).await?);
        let rows = match hosts.is_empty() {
            true => Vec::new(),
            false => store_queue::due(&mut tx, &claim, now).await?,
        };
        tx.commit().await?;
        kill::point("outgoing.claimed");
        self.landed.clear();
        let is_busy = has_spread || has_landed || !hosts.is_empty();
        self.take_off(hosts, rows, &claim).await?;
        Ok(is_busy)
    }

    /// Turns one batch of followers into rows, if there is any.
    async fn spread(&self) -> Result<bool> {
        if !store_spread::is_open(&mut *self.app.db.read().await?).await? {
            return Ok(false);
        }
        let mut tx = self.app.db.begin(SCOPE).await?;
        let has_spread = store_spread::spread(&mut tx, self.app.clock.now()).await?;
        tx.commit().await?;
        kill::point("outgoing.rows_made");
        Ok(has_spread)
    }

    /// Tells for how many more servers there is room, and for how many of those that fail.
    fn room(&mut self) -> (usize, usize) {
        // Whose conversation broke down does not land; its lease runs out all the same.
        self.aloft.retain(|_, (since, _)| since.elapsed() < LOST);
        let quick = self.aloft.values().filter(|(since, failing)| !failing && since.elapsed() < SOON).count();
        let failing = self.aloft.values().filter(|(_, failing)| *failing).count();
        let all = ALL.saturating_sub(self.aloft.len());
        (QUICK.saturating_sub(quick).min(all), FAILING.saturating_sub(failing))
    }

    async fn take_off(&mut self, hosts: Vec<Host>, rows: Vec<store_queue::Row>, claim: &str) -> Result<()> {
        if self.emptied.elapsed() > IN_HAND {
            self.bodies.clear();
            self.signings.clear();
            self.emptied = Tick::now();
        }
        let mut of_host: HashMap<String, Vec<store_queue::Row>> = HashMap::new();
        for row in rows {
            if !self.bodies.contains_key(&row.activity) {
                let body = store_queue::body(&mut *self.app.db.read().await?, &row.activity).await?;
                self.bodies.insert(row.activity.clone(), body.into());
            }
            if !self.signings.contains_key(&row.signer) {
                match Signing::of(&self.app, &ActorId(row.signer.clone())).await {
                    Ok(signing) => drop(self.signings.insert(row.signer.clone(), signing)),
                    Err(error) => tracing::error!(?error, actor = row.signer, "an actor cannot sign"),
                }
            }
            of_host.entry(row.host.clone()).or_default().push(row);
        }
        for host in hosts {
            let rows = of_host.remove(&host.host).unwrap_or_default();
            self.aloft.insert(host.host.clone(), (Tick::now(), host.failures > 0));
            let cargo = Cargo {
                claim: claim.to_owned(),
                bodies: pick(&self.bodies, rows.iter().map(|row| &row.activity)),
                signings: pick(&self.signings, rows.iter().map(|row| &row.signer)),
                host,
                rows,
            };
            self.flights.spawn(fly(self.app.clone(), cargo));
        }
        Ok(())
    }

    /// Takes what has landed, and what lands at the same time.
    async fn take(&mut self, first: std::result::Result<Landed, tokio::task::JoinError>) {
        if self.flights.len() > 8 {
            tokio::time::sleep(TOGETHER).await;
        }
        let mut next = Some(first);
        while let Some(landed) = next {
            match landed {
                Ok(landed) => {
                    self.aloft.remove(&landed.host.host);
                    self.landed.push(landed);
                }
                // Its lease runs out, and its rows are taken up again.
                Err(error) => tracing::error!(%error, "a conversation with a server broke down"),
            }
            next = self.flights.try_join_next();
        }
    }

    async fn pause(&self) -> Duration {
        let next = match self.app.db.read().await {
            Ok(mut conn) => store_host::next_at(&mut conn).await.ok().flatten(),
            Err(_) => None,
        };
        let wait = next.map_or(LONGEST_SLEEP_MILLIS, |at| at.millis() - self.app.clock.now().millis());
        Duration::from_millis(u64::try_from(wait.clamp(5, LONGEST_SLEEP_MILLIS)).unwrap_or(5))
    }

    async fn land(&mut self) {
        while let Some(landed) = self.flights.join_next().await {
            self.take(landed).await;
        }
    }

    async fn end(&mut self) -> Result<()> {
        let now = self.app.clock.now();
        let mut tx = self.app.db.begin(SCOPE).await?;
        settle::all(&mut tx, &self.landed, now).await?;
        store_host::hand_back(&mut tx, &self.name).await?;
        tx.commit().await
    }
}

fn pick<T: Clone>(
    from: &HashMap<String, T>,
    keys: impl Iterator<Item = impl AsRef<str>>,
) -> HashMap<String, T> {
    keys.filter_map(|key| from.get_key_value(key.as_ref()).map(|(key, it)| (key.clone(), it.clone())))
        .collect()
}
