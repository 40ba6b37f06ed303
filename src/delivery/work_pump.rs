//! The pump: sleeps until the next post is due, and lets each channel send on its own. A slow
//! network makes nothing else wait, and nothing that people do here waits for any network.
use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::work_plan::{Memory, plan_all};
use super::{store_due, work_send};
use crate::base::app::App;
use crate::base::error::Result;
use crate::channel::ChannelId;

/// The longest sleep, in milliseconds: another process may have changed something.
const LONGEST_SLEEP_MILLIS: i64 = 400;

/// How many sendings a process has in hand at most, for each holds its pictures in memory.
const MOST_AT_ONCE: usize = 8;

/// Pumps until told to stop; what is in hand is finished first.
pub async fn run(app: App, worker: String, mut stop: watch::Receiver<bool>) {
    let mut pump = Pump::new(&app, &worker);
    let mut woken = app.waker.pumps();
    while !*stop.borrow() {
        if let Err(error) = pump.turn().await {
            tracing::error!(?error, "the sendings cannot be reached");
        }
        let pause = pump.pause().await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = woken.changed() => {}
            () = pump.one_ended() => {}
            _ = stop.changed() => {}
        }
    }
    pump.finish().await;
}

/// Sends everything that is due now, and what follows from it, to its end.
pub async fn send_all(app: &App, worker: &str) -> Result<()> {
    let mut pump = Pump::new(app, worker);
    loop {
        pump.turn().await?;
        if pump.in_hand.is_empty() {
            return Ok(());
        }
        pump.one_ended().await;
    }
}

struct Pump {
    app: App,
    worker: String,
    memory: Memory,
    tasks: JoinSet<ChannelId>,
    in_hand: BTreeSet<ChannelId>,
}

impl Pump {
    fn new(app: &App, worker: &str) -> Pump {
        Pump {
            app: app.clone(),
            worker: worker.to_owned(),
            memory: Memory::default(),
            tasks: JoinSet::new(),
            in_hand: BTreeSet::new(),
        }
    }

    /// Plans what has changed, and takes in hand what is due.
    async fn turn(&mut self) -> Result<()> {
        plan_all(&self.app, &mut self.memory).await?;
        let now = self.app.clock.now();
        let due = store_due::due(&mut *self.app.db.read().await?, now).await?;
        for row in due {
            if self.in_hand.len() >= MOST_AT_ONCE {
                break;
            }
            if self.in_hand.contains(&row.channel_id) {
                continue;
            }
            let Some(row) = work_send::claim(&self.app, &row, &self.worker).await? else { continue };
            self.in_hand.insert(row.channel_id.clone());
            let (app, worker) = (self.app.clone(), self.worker.clone());
            self.tasks.spawn(async move {
                let channel = row.channel_id.clone();
                if let Err(error) = work_send::carry_out(&app, row, &worker).await {
                    tracing::error!(?error, "what became of a sending cannot be written down");
                }
                channel
            });
        }
        Ok(())
    }

    /// Waits until one that is in hand has ended; for ever where none is.
    async fn one_ended(&mut self) {
        match self.tasks.join_next().await {
            Some(Ok(channel)) => {
                self.in_hand.remove(&channel);
            }
            Some(Err(error)) => {
                tracing::error!(%error, "a sending broke off");
                self.in_hand.clear();
            }
            None => std::future::pending().await,
        }
    }

    async fn pause(&self) -> Duration {
        let now = self.app.clock.now();
        let next = match self.app.db.read().await {
            Ok(mut conn) => store_due::next_at(&mut conn, now).await.ok().flatten(),
            Err(_) => None,
        };
        // What is due on a channel that is busy is taken when that channel is free.
        let next = next.filter(|at| *at > now || self.in_hand.is_empty());
        let until = [next, self.memory.turns_at()].into_iter().flatten().min();
        let wait = until.map_or(LONGEST_SLEEP_MILLIS, |at| at.millis() - now.millis());
        Duration::from_millis(u64::try_from(wait.clamp(5, LONGEST_SLEEP_MILLIS)).unwrap_or(5))
    }

    async fn finish(&mut self) {
        while self.tasks.join_next().await.is_some() {}
        let handed = async {
            let mut tx = self.app.db.begin("delivery").await?;
            store_due::hand_back(&mut tx, &self.worker).await?;
            tx.commit().await
        };
        if let Err(error) = handed.await {
            tracing::warn!(%error, "what was in hand could not be handed back");
        }
    }
}
