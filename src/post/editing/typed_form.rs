//! The form of the editor, read as what a version says.
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::member::PersonId;
use crate::page::form::Form;
use crate::post::names::Names;
use crate::post::writing::content::{Content, Link};
use crate::post::writing::wording::{self, Wording};
use crate::topic::{SeriesId, TopicId};

/// Tells whether a form carries the text of a post, as that of the editor does.
pub fn carries_text(form: &Form) -> bool {
    form.has("title") && form.has("body")
}

/// Reads a version from the fields `title`, `body`, `link_label` and `link_url` (by pairs), `byline`,
/// `author`, `topic`, `series`, `language`, `picture`, and for each `channel` the fields
/// `channel_on-<id>`, `channel_text-<id>` and `channel_thread-<id>`. What belongs to another Verbund is left
/// out; pictures are looked up by the caller, who can ask the database.
pub fn content_of(form: &Form, names: &Names, before: &Content) -> Content {
    let known = |id: &InstitutionId| names.house(id).is_some();
    let links = form.all("link_label").into_iter().zip(form.all("link_url"));
    let topic = form.some("topic").filter(|id| names.topic(id).is_some());
    let series = form.some("series").filter(|id| names.one_of_the_series(id).is_some());
    Content {
        title: form.raw("title"),
        body: form.raw("body"),
        links: links.map(|(label, url)| Link { label, url }).collect(),
        byline: form.all("byline").into_iter().map(InstitutionId).filter(known).collect(),
        authors: form
            .all("author")
            .into_iter()
            .map(PersonId)
            .filter(|id| names.people.iter().any(|person| person.id == *id))
            .collect(),
        topic: topic.map(TopicId),
        series: series.map(SeriesId),
        language: form.some("language").unwrap_or_else(|| before.language.clone()),
        pictures: form.all("picture").into_iter().map(PictureId).collect(),
        wordings: wordings(form, names, before),
    }
    .tidied()
}

/// Reads what is said in single channels; of channels that the form does not name it stays.
fn wordings(form: &Form, names: &Names, before: &Content) -> Vec<Wording> {
    let asked: Vec<String> =
        form.all("channel").into_iter().filter(|id| names.channels.iter().any(|it| it.id == *id)).collect();
    let unasked = before.wordings.iter().filter(|it| !asked.contains(&it.channel)).cloned();
    let typed = asked.iter().map(|channel| Wording {
        channel: channel.clone(),
        text: form.raw(&format!("channel_text-{channel}")),
        is_left_out: !form.has(&format!("channel_on-{channel}")),
        as_thread: match form.has(&format!("channel_threads-{channel}")) {
            true => form.has(&format!("channel_thread-{channel}")),
            false => wording::of(&before.wordings, channel).as_thread,
        },
    });
    unasked.chain(typed).collect()
}
