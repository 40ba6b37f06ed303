//! What came back: notifications, and what stands below our newer statuses.
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::api::{Account, Answered, Api, Fault, Status};
use super::{Secret, driver, looking, text_of};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::incoming::{Author, Incoming, Kind};
use crate::channel::order::Heard;
use crate::channel::{Channel, Network};

/// How many notifications a server is asked for at once, and how often in a row.
const PAGE: usize = 40;
const PAGES: usize = 5;
/// Below how many of our statuses is looked, and how many that vanished are looked after, at once.
const WATCHED: usize = 10;
const LOOKED_AFTER: usize = 20;

/// How far was read, as it lies in `channel.heard`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Place {
    notification: String,
    /// Below each status of ours: which statuses of others stand there.
    below: BTreeMap<String, BTreeSet<String>>,
}

/// What is needed to answer a status in its thread.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Handle {
    pub acct: String,
    pub visibility: String,
}

#[derive(Deserialize)]
struct Notification {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    created_at: String,
    account: Account,
    #[serde(default)]
    status: Option<Status>,
}

#[derive(Deserialize)]
struct Context {
    #[serde(default)]
    descendants: Vec<Status>,
}

/// Asks what came back since the last time; nothing where the server cannot be asked now.
pub(super) async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    let secret = driver::open(app, channel)?;
    let api = Api::new(app, &channel.server, &secret)?;
    let mut place: Place = serde_json::from_str(&channel.heard).unwrap_or_default();
    let mut heard = Heard::default();
    let ear = Ear { channel, secret: &secret, server: &channel.server, now: app.clock.now() };
    let read = match notifications(&api, &ear, &mut place, &mut heard).await? {
        Ok(()) => below(&api, &ear, &mut place, &mut heard).await?,
        Err(fault) => Err(fault),
    };
    if let Err(Fault::Later { at, .. }) = &read {
        heard.again_at = *at;
    }
    heard.heard = serde_json::to_string(&place)?;
    Ok(Some(heard))
}

/// Reads the notifications after the last one that was read, the oldest first, so that none is
/// passed over where there are many.
async fn notifications(
    api: &Api<'_>,
    ear: &Ear<'_>,
    place: &mut Place,
    heard: &mut Heard,
) -> Result<Answered<()>> {
    const KINDS: &str = "types[]=mention&types[]=favourite&types[]=reblog";
    for _ in 0..PAGES {
        let from = match place.notification.as_str() {
            "" => String::new(),
            last => format!("&min_id={last}"),
        };
        let path = format!("/api/v1/notifications?limit={PAGE}&{KINDS}{from}");
        let page = match api.read::<Vec<Notification>>(&path).await? {
            Ok(page) => page,
            Err(fault) => return Ok(Err(fault)),
        };
        let Some(newest) = page.iter().map(|it| &it.id).max_by_key(|id| (id.len(), (*id).clone())) else {
            break;
        };
        let is_known = *newest == place.notification;
        let (newest, count) = (newest.clone(), page.len());
        heard.incoming.extend(page.into_iter().filter_map(|it| ear.notified(it)));
        let is_first = place.notification.is_empty();
        place.notification = newest;
        if count < PAGE || is_first || is_known {
            break;
        }
    }
    Ok(Ok(()))
}

/// Reads what stands below our newer statuses, and notices what has gone.
async fn below(api: &Api<'_>, ear: &Ear<'_>, place: &mut Place, heard: &mut Heard) -> Result<Answered<()>> {
    let ours = match looking::newest(api, ear.secret).await? {
        Ok(ours) => ours,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut now = BTreeMap::new();
    let mut looked_after = 0;
    let watched = ours.iter().filter(|it| it.replies_count > 0 || place.below.contains_key(&it.id));
    for status in watched.take(WATCHED) {
        let context = match api.read::<Context>(&format!("/api/v1/statuses/{}/context", status.id)).await? {
            Ok(context) => context,
            Err(Fault::Gone { .. }) => continue,
            Err(fault) => return Ok(Err(fault)),
        };
        let others = context.descendants.into_iter().filter(|it| it.account.id != ear.secret.account);
        let mut ids = BTreeSet::new();
        for other in others {
            ids.insert(other.id.clone());
            let kind = if other.visibility == "direct" { Kind::Direct } else { Kind::Reply };
            heard.incoming.push(ear.said(&other, kind));
        }
        let before = place.below.get(&status.id).cloned().unwrap_or_default();
        let missing: Vec<String> = before.difference(&ids).cloned().collect();
        for missing in missing {
            looked_after += 1;
            if looked_after > LOOKED_AFTER || !is_gone(api, &missing).await? {
                ids.insert(missing);
            } else {
                heard.gone.push(missing);
            }
        }
        now.insert(status.id.clone(), ids);
    }
    place.below = now;
    Ok(Ok(()))
}

async fn is_gone(api: &Api<'_>, id: &str) -> Result<bool> {
    let read = api.read::<Status>(&format!("/api/v1/statuses/{id}")).await?;
    Ok(matches!(read, Err(Fault::Gone { .. })))
}

/// Who listens, where.
struct Ear<'a> {
    channel: &'a Channel,
    secret: &'a Secret,
    server: &'a str,
    now: Instant,
}

impl Ear<'_> {
    fn notified(&self, it: Notification) -> Option<Incoming> {
        let status = it.status?;
        let kind = match it.kind.as_str() {
            "mention" if status.visibility == "direct" => Kind::Direct,
            "mention" if status.in_reply_to_id.is_some() => Kind::Reply,
            "mention" => Kind::Mention,
            "favourite" => Kind::Like,
            "reblog" => Kind::Share,
            _ => return None,
        };
        if !matches!(kind, Kind::Like | Kind::Share) {
            return Some(self.said(&status, kind));
        }
        let at = it.created_at.parse::<jiff::Timestamp>().map_or(self.now, Instant::from);
        let (author, address) = (self.author(&it.account), status.address());
        Some(Incoming {
            remote_id: format!("notification:{}", it.id),
            remote_url: address,
            in_reply_to: Some(status.id),
            ..self.incoming(kind, author, at)
        })
    }

    fn said(&self, status: &Status, kind: Kind) -> Incoming {
        let at = status.created().unwrap_or(self.now);
        let handle = Handle { acct: status.account.acct.clone(), visibility: status.visibility.clone() };
        let words = text_of::plain(&status.content);
        let warning = text_of::plain(&status.spoiler_text);
        Incoming {
            remote_id: status.id.clone(),
            remote_url: status.address(),
            in_reply_to: status.in_reply_to_id.clone(),
            text: if warning.is_empty() { words } else { format!("{warning}\n\n{words}") },
            language: status.language.clone().unwrap_or_default(),
            handle: serde_json::to_string(&handle).unwrap_or_default(),
            ..self.incoming(kind, self.author(&status.account), at)
        }
    }

    fn incoming(&self, kind: Kind, author: Author, at: Instant) -> Incoming {
        Incoming {
            consortium_id: self.channel.consortium_id.clone(),
            channel_id: Some(self.channel.id.clone()),
            network: Network::Mastodon,
            kind,
            remote_id: String::new(),
            remote_url: String::new(),
            in_reply_to: None,
            post_id: None,
            house: None,
            author,
            text: String::new(),
            language: String::new(),
            at,
            handle: String::new(),
        }
    }

    /// Names somebody as the whole network knows them: servers leave their own name out.
    fn author(&self, account: &Account) -> Author {
        let host = self.server.split_once("://").map_or(self.server, |(_, host)| host);
        let acct = match account.acct.contains('@') {
            true => account.acct.clone(),
            false => format!("{}@{}", account.acct, host.trim_end_matches('/')),
        };
        Author {
            id: if account.url.is_empty() { acct.clone() } else { account.url.clone() },
            name: Some(account.display_name.clone())
                .filter(|it| !it.is_empty())
                .unwrap_or_else(|| acct.clone()),
            handle: format!("@{acct}"),
            url: account.url.clone(),
        }
    }
}
