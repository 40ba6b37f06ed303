//! The steps of one sending. Before a request goes out that cannot be taken back, it is written
//! down; after the answer came, so is the answer. A process that dies in between finds on its return
//! what it did, and what it does not know.
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::store_steps;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::kill;

/// The steps of one delivery or answer, as they lie in the database.
pub struct Steps<'a> {
    app: &'a App,
    sending: String,
}

/// How far a step has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<T> {
    /// Nobody has begun it.
    Fresh,
    /// It was begun, and nobody knows what became of it.
    Begun,
    Ended(T),
}

impl<'a> Steps<'a> {
    /// Opens the steps of a sending, by the id of the delivery or the answer.
    pub fn of(app: &'a App, sending: &str) -> Steps<'a> {
        Steps { app, sending: sending.to_owned() }
    }

    pub fn sending(&self) -> &str {
        &self.sending
    }

    /// Reads how far a step has come.
    pub async fn read<T: DeserializeOwned>(&self, step: &str) -> Result<Step<T>> {
        let found = store_steps::find(&mut *self.app.db.read().await?, &self.sending, step).await?;
        Ok(match found {
            None => Step::Fresh,
            Some(None) => Step::Begun,
            Some(Some(answer)) => Step::Ended(serde_json::from_str(&answer)?),
        })
    }

    /// Writes down that a step begins now; it stands when this returns.
    pub async fn begin(&self, step: &str) -> Result<()> {
        let mut tx = self.app.db.begin(&self.sending).await?;
        store_steps::begin(&mut tx, &self.sending, step, self.app.clock.now()).await?;
        tx.commit().await?;
        kill::point("sending.begun");
        Ok(())
    }

    /// Writes down what came of a step.
    pub async fn end<T: Serialize>(&self, step: &str, answer: &T) -> Result<()> {
        kill::point("sending.answered");
        let mut tx = self.app.db.begin(&self.sending).await?;
        let answer = serde_json::to_string(answer)?;
        store_steps::end(&mut tx, &self.sending, step, &answer, self.app.clock.now()).await?;
        tx.commit().await?;
        kill::point("sending.ended");
        Ok(())
    }

    /// Forgets a step with its answer, because what it made has ended by itself.
    pub async fn forget(&self, step: &str) -> Result<()> {
        let mut tx = self.app.db.begin(&self.sending).await?;
        store_steps::forget(&mut tx, &self.sending, step).await?;
        tx.commit().await
    }

    /// Forgets that a step was begun, because surely nothing went out.
    pub async fn undo(&self, step: &str) -> Result<()> {
        let mut tx = self.app.db.begin(&self.sending).await?;
        store_steps::undo(&mut tx, &self.sending, step).await?;
        tx.commit().await
    }
}
