//! What another server sends, read as far as everything it may send has in common. Written by
//! strangers: nothing here trusts a length, a depth or a kind.
use serde_json::Value;

/// The most addresses that are looked at in one list, and the longest address, in bytes.
const LISTED_MOST: usize = 1_000;
const LONGEST_ADDRESS: usize = 2_000;

/// An activity as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    pub id: String,
    pub kind: String,
    pub actor: String,
    /// What it is about: a whole object or an address.
    pub object: Value,
    pub target: Option<String>,
    pub content: String,
    /// Everything it is about, where it is about several things.
    pub objects: Vec<String>,
    pub to: Vec<String>,
}

/// Why something is no activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("the body is not JSON, or nests too deeply")]
    NotJson,
    #[error("the body is not one JSON object")]
    NotOne,
    #[error("the activity has no id that is an address")]
    NoId,
    #[error("the activity has no type")]
    NoType,
    #[error("the activity has no actor")]
    NoActor,
    #[error("the id of the activity is of another server than its actor")]
    OtherServer,
}

/// Reads an activity. Deep nesting is refused by the parser before it is built.
pub fn read(body: &[u8]) -> Result<Activity, Unread> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Unread::NotJson)?;
    if !value.is_object() {
        return Err(Unread::NotOne);
    }
    of(&value)
}

/// Reads an activity out of a document.
pub fn of(value: &Value) -> Result<Activity, Unread> {
    let id = id_of(&value["id"]).ok_or(Unread::NoId)?;
    let kind = kind_of(value).ok_or(Unread::NoType)?;
    let actor = id_of(&value["actor"]).ok_or(Unread::NoActor)?;
    if host(&id) != host(&actor) {
        return Err(Unread::OtherServer);
    }
    let mut to = ids_of(&value["to"]);
    to.extend(ids_of(&value["cc"]));
    Ok(Activity {
        id,
        kind,
        actor,
        object: one(&value["object"]).clone(),
        target: id_of(&value["target"]),
        content: words(&value["content"], 20_000),
        objects: ids_of(&value["object"]),
        to,
    })
}

/// Gives the type; of several the first.
pub fn kind_of(value: &Value) -> Option<String> {
    let kind = one(&value["type"]).as_str()?;
    (!kind.is_empty() && kind.len() < 100).then(|| kind.to_owned())
}

/// Gives the address of something that is an address, an object with an id, or a list of such.
pub fn id_of(value: &Value) -> Option<String> {
    let it = one(value);
    let text = it.as_str().or_else(|| it["id"].as_str()).or_else(|| it["href"].as_str())?;
    is_address(text).then(|| text.to_owned())
}

/// Gives all addresses of a list, or of a single one.
pub fn ids_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().take(LISTED_MOST).filter_map(id_of).collect(),
        single => id_of(single).into_iter().collect(),
    }
}

/// Gives a list as such, whether it is one or a single thing.
pub fn list(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => &list[..list.len().min(LISTED_MOST)],
        Value::Null => &[],
        single => std::slice::from_ref(single),
    }
}

/// Gives a text of at most so many bytes; a longer one is cut.
pub fn words(value: &Value, most: usize) -> String {
    let text = one(value).as_str().unwrap_or_default();
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].replace('\0', "")
}

/// Gives the host of an address, with its port where it has one.
pub fn host(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(url.port().map_or(host.to_owned(), |port| format!("{host}:{port}")))
}

/// Tells whether a text can be an address on the web. Also "as:Public" and the like are none.
fn is_address(text: &str) -> bool {
    text.len() <= LONGEST_ADDRESS
        && (text.starts_with("https://") || text.starts_with("http://"))
        && !text.chars().any(|c| c.is_control() || c.is_whitespace())
        && host(text).is_some()
}

/// Gives the first of a list, or the thing itself.
fn one(value: &Value) -> &Value {
    match value {
        Value::Array(list) => list.first().unwrap_or(&Value::Null),
        single => single,
    }
}
