//! What Meta has to allow, and what each permission is for.
use serde_json::Value;

use super::graph::Graph;
use super::{Access, Place};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::meta::fault::Meaning;
use crate::channel::order::Health;
use crate::channel::{Channel, Network};

/// One permission that a channel needs: its name at Meta, and whether it works without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    pub name: &'static str,
    pub is_needed: bool,
}

const fn needed(name: &'static str) -> Permission {
    Permission { name, is_needed: true }
}

const fn useful(name: &'static str) -> Permission {
    Permission { name, is_needed: false }
}

const PAGE: [Permission; 7] = [
    needed("pages_show_list"),
    needed("pages_manage_posts"),
    needed("pages_read_engagement"),
    useful("pages_manage_engagement"),
    useful("pages_read_user_content"),
    useful("pages_manage_metadata"),
    useful("read_insights"),
];

const ACCOUNT: [Permission; 5] = [
    needed("pages_show_list"),
    needed("instagram_basic"),
    needed("instagram_content_publish"),
    useful("instagram_manage_comments"),
    useful("pages_read_engagement"),
];

/// Gives the permissions of a network, the needed ones first.
pub fn of(network: Network) -> &'static [Permission] {
    if network == Network::Instagram { &ACCOUNT } else { &PAGE }
}

/// What Meta says of a token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Token {
    pub is_valid: bool,
    pub scopes: Vec<String>,
    /// Until when it holds; none where Meta names no end.
    pub expires_at: Option<Instant>,
}

impl Token {
    /// Reads the answer of `debug_token`. Zero means without an end; the access to data ends earlier.
    pub fn read(answer: &Value) -> Token {
        let data = answer.get("data").unwrap_or(answer);
        let instant = |name: &str| {
            let seconds = data.get(name).and_then(Value::as_i64).filter(|seconds| *seconds > 0)?;
            Some(Instant::from_millis(seconds.checked_mul(1000)?))
        };
        let scopes = data.get("scopes").and_then(Value::as_array).into_iter().flatten();
        let ends = [instant("expires_at"), instant("data_access_expires_at")];
        Token {
            is_valid: data.get("is_valid").and_then(Value::as_bool).unwrap_or_default(),
            scopes: scopes.filter_map(|it| it.as_str().map(str::to_owned)).collect(),
            expires_at: ends.into_iter().flatten().min(),
        }
    }

    /// Names what is missing of that without which nothing works.
    pub fn missing(&self, network: Network) -> Vec<&'static str> {
        let lacks = |it: &&Permission| it.is_needed && !self.scopes.iter().any(|scope| scope == it.name);
        of(network).iter().filter(lacks).map(|it| it.name).collect()
    }
}

/// Asks Meta about the token of a channel. Only who knows the app's secret may ask; without one it is
/// at least tried whether the token reads its own page.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let access = Access::of(app, channel)?;
    let Some((id, secret)) = access.app(app).filter(|(_, secret)| !secret.is_empty()) else {
        let place = Place::of(channel);
        let node = if channel.network() == Network::Instagram { &place.account } else { &place.page };
        let read = Graph::new(app, &access.token, None).get(node, &[("fields", "id")]).await;
        return Ok(match read {
            Ok(_) => Health::Good { limits: "{}".into(), expires_at: None },
            Err(fault) => match fault.meaning() {
                Meaning::Token => Health::Broken { why: Sentence::new("channel-meta-token") },
                _ => Health::Unknown,
            },
        });
    };
    let asking = Graph::new(app, &format!("{id}|{secret}"), None);
    let token = match asking.get("debug_token", &[("input_token", &access.token)]).await {
        Ok(answer) => Token::read(&answer),
        Err(_) => return Ok(Health::Unknown),
    };
    let missing = token.missing(channel.network());
    Ok(if !token.is_valid {
        Health::Broken { why: Sentence::new("channel-meta-token") }
    } else if !missing.is_empty() {
        Health::Broken { why: Sentence::new("channel-meta-missing").with("names", missing.join(", ")) }
    } else {
        Health::Good { limits: "{}".into(), expires_at: token.expires_at }
    })
}
