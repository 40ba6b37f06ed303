//! What a server takes, as it tells itself, and what it is known for.
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{Answered, Api, Fault};
use crate::base::error::Result;
use crate::channel::count;

/// What a server said, as it lies in `channel.limits`: what a composer needs, and the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    #[serde(flatten)]
    pub limits: count::Told,
    /// The program and its version, as in `4.6.0` or `2.7.2 (compatible; Pixelfed 0.12.4)`.
    pub software: String,
}

impl Told {
    /// Reads what `/api/v2/instance` or the older `/api/v1/instance` says.
    pub fn of(instance: &Value) -> Told {
        let number = |paths: [&str; 2]| {
            paths.into_iter().find_map(|path| instance.pointer(path)?.as_u64()).filter(|it| *it > 0)
        };
        let size = |paths| number(paths).and_then(|it| usize::try_from(it).ok());
        const STATUSES: &str = "/configuration/statuses";
        const MEDIA: &str = "/configuration/media_attachments";
        let at = |group: &str, name: &str| format!("{group}/{name}");
        let limits = count::Told {
            text_max: size([&at(STATUSES, "max_characters"), "/max_toot_chars"]),
            url_counts: size([&at(STATUSES, "characters_reserved_per_url"), ""]),
            pictures_max: size([&at(STATUSES, "max_media_attachments"), "/max_media_attachments"]),
            alt_max: size([&at(MEDIA, "description_limit"), "/description_limit"]),
            picture_bytes_max: size([&at(MEDIA, "image_size_limit"), "/upload_limit"]),
            picture_pixels_max: number([&at(MEDIA, "image_matrix_limit"), ""]),
        };
        Told {
            limits,
            software: instance.get("version").and_then(Value::as_str).unwrap_or_default().to_owned(),
        }
    }

    pub fn kept(limits: &str) -> Told {
        serde_json::from_str(limits).unwrap_or_default()
    }

    /// Tells whether the server recognises a repetition by its `Idempotency-Key`. Pixelfed and
    /// Takahē take the header and do nothing with it.
    pub fn keeps_keys(&self) -> bool {
        let software = self.software.to_ascii_lowercase();
        !software.contains("pixelfed") && !software.contains("takahe")
    }
}

/// Asks a server what it takes; one without the newer address is asked at the older one.
pub async fn ask(api: &Api<'_>) -> Result<Answered<Told>> {
    let newer = api.read::<Value>("/api/v2/instance").await?;
    let said = match newer {
        Err(Fault::Gone { .. }) => api.read::<Value>("/api/v1/instance").await?,
        other => other,
    };
    Ok(said.map(|instance| Told::of(&instance)))
}
