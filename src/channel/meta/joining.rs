//! How a channel gets its access: a person agrees at Facebook, Facebook names the pages, the person
//! chooses one. What was begun ends only in the session in which it was begun.
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::fault::{Asked, Fault};
use super::graph::Graph;
use super::permission;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::channel::Network;

/// How long a connecting may take, in minutes.
const PATIENCE_MINUTES: i64 = 60;

/// Who has begun to connect, what has to come back, and which pages may be chosen then.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pending {
    pub state: String,
    /// The session in which it was begun: it ends nowhere else.
    pub session: String,
    pub begun_at: i64,
    pub app_id: String,
    pub app_secret: String,
    pub pages: Vec<Page>,
}

/// A page that whoever agreed may speak for, with its own token.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    pub id: String,
    pub name: String,
    pub token: String,
    /// The professional Instagram account that hangs on it; empty where there is none.
    pub account: String,
    pub account_name: String,
}

impl Pending {
    pub fn new(app_id: &str, app_secret: &str, session: &str, now: Instant) -> Pending {
        Pending {
            state: hex::encode(rand::random::<[u8; 16]>()),
            session: session.to_owned(),
            begun_at: now.millis(),
            app_id: app_id.to_owned(),
            app_secret: app_secret.to_owned(),
            pages: Vec::new(),
        }
    }

    pub fn holds_for(&self, session: &str, now: Instant) -> bool {
        let until = Instant::from_millis(self.begun_at).plus_minutes(PATIENCE_MINUTES);
        self.session == session && now < until
    }

    /// Gives where a person agrees. `channel` comes back with the state, so that one address of ours
    /// is enough for all channels: Meta wants each address to be registered.
    pub fn allow_url(&self, app: &App, network: Network, channel: &str) -> Option<String> {
        let meta = &app.config.meta;
        let mut url = Url::parse(&format!("{}/{}/dialog/oauth", meta.dialog_url, meta.graph_version)).ok()?;
        let scopes: Vec<&str> = permission::of(network).iter().map(|it| it.name).collect();
        url.query_pairs_mut()
            .append_pair("client_id", &self.app_id)
            .append_pair("redirect_uri", &redirect(app))
            .append_pair("state", &format!("{channel}.{}", self.state))
            .append_pair("scope", &scopes.join(","))
            .append_pair("response_type", "code");
        Some(url.into())
    }

    /// Changes the code for a token that lives long, and asks for the pages.
    pub async fn finish(&self, app: &App, code: &str) -> Asked<Vec<Page>> {
        let plain = Graph::new(app, "", None);
        let (id, secret) = (self.app_id.as_str(), self.app_secret.as_str());
        let redirect = redirect(app);
        let params =
            [("client_id", id), ("client_secret", secret), ("redirect_uri", &redirect), ("code", code)];
        let short = token_in(&plain.post("oauth/access_token", &params).await?)?;
        let params = [
            ("grant_type", "fb_exchange_token"),
            ("client_id", id),
            ("client_secret", secret),
            ("fb_exchange_token", &short),
        ];
        // A page's token lives as long as the token it was asked with allows.
        let long = token_in(&plain.post("oauth/access_token", &params).await?)?;
        let graph = Graph::new(app, &long, Some(secret.to_owned()));
        let fields = "id,name,access_token,instagram_business_account{id,username}";
        let answer = graph.get("me/accounts", &[("fields", fields), ("limit", "100")]).await?;
        let pages = answer.get("data").and_then(Value::as_array).into_iter().flatten();
        Ok(pages.filter_map(Page::read).collect())
    }
}

/// The address to which Facebook sends people back; it has to be registered with the app.
pub fn redirect(app: &App) -> String {
    format!("{}/connect/meta", app.config.public_url)
}

fn token_in(answer: &Value) -> Asked<String> {
    let token = answer.get("access_token").and_then(Value::as_str);
    token.map(str::to_owned).ok_or_else(|| Fault::Strange("no token".into()))
}

impl Page {
    fn read(value: &Value) -> Option<Page> {
        let word = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let account = value.get("instagram_business_account").unwrap_or(&Value::Null);
        Some(Page {
            id: word(value, "id")?,
            name: word(value, "name").unwrap_or_default(),
            token: word(value, "access_token")?,
            account: word(account, "id").unwrap_or_default(),
            account_name: word(account, "username").unwrap_or_default(),
        })
    }

    /// Tells whether a channel of this network can speak here.
    pub fn serves(&self, network: Network) -> bool {
        network != Network::Instagram || !self.account.is_empty()
    }

    /// Gives the name under which visitors find it, and where.
    pub fn shown(&self, network: Network) -> (String, String) {
        match network {
            Network::Instagram => (
                format!("@{}", self.account_name),
                format!("https://www.instagram.com/{}/", self.account_name),
            ),
            _ => (self.name.clone(), format!("https://www.facebook.com/{}", self.id)),
        }
    }
}
