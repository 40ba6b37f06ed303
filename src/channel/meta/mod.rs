//! Facebook Pages and professional Instagram accounts, both by the Graph API. What Meta does not
//! recognise as a repetition is sent once; after that only reading checks follow.
use serde::{Deserialize, Serialize};

use super::Channel;
use super::order::Order;
use crate::base::app::App;
use crate::base::error::Result;

pub mod facebook;
pub mod fault;
pub mod graph;
pub mod hearing;
pub mod instagram;
pub mod joining;
pub mod permission;
pub mod web;
pub mod webhook;

#[cfg(test)]
mod connect_tests;
#[cfg(test)]
#[path = "fuzz_tests.rs"]
mod fuzz;
#[cfg(test)]
pub(crate) mod tests;

use graph::Graph;

/// Which page or account a channel speaks for, as its settings say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The id of the Facebook page.
    pub page: String,
    /// The id of the Instagram account that hangs on the page; empty where there is none.
    pub account: String,
}

impl Place {
    pub fn of(channel: &Channel) -> Place {
        serde_json::from_str(&channel.settings).unwrap_or_default()
    }
}

/// The access of a channel, sealed in the database. `Debug` says nothing of it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Access {
    /// The token of the page.
    pub token: String,
    /// The app by which it was given, where it is not the installation's.
    pub app_id: String,
    pub app_secret: String,
    /// A connecting that somebody has begun; the old access holds until it ends well.
    pub pending: Option<joining::Pending>,
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Access")
    }
}

impl Access {
    /// Opens the access of a channel.
    pub fn of(app: &App, channel: &Channel) -> Result<Access> {
        let text = app.seal.open(&channel.seal_place(), &channel.secret)?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Seals the access for its channel.
    pub fn close(&self, app: &App, channel: &Channel) -> Result<String> {
        app.seal.close(&channel.seal_place(), &serde_json::to_string(self)?)
    }

    /// Gives id and secret of the app: its own, else the installation's.
    pub fn app<'a>(&'a self, app: &'a App) -> Option<(&'a str, &'a str)> {
        if !self.app_id.is_empty() {
            return Some((&self.app_id, &self.app_secret));
        }
        let meta = &app.config.meta;
        (!meta.app_id.is_empty()).then_some((meta.app_id.as_str(), meta.app_secret.as_str()))
    }
}

/// Opens the Graph for a channel.
pub fn graph_of(app: &App, channel: &Channel) -> Result<Graph> {
    let access = Access::of(app, channel)?;
    let proof = access.app(app).map(|(_, secret)| secret.to_owned()).filter(|secret| !secret.is_empty());
    Ok(Graph::new(app, &access.token, proof))
}

fn graph(order: &Order<'_>) -> Result<Graph> {
    graph_of(order.app, order.channel)
}
