//! A text as readers will see it, for the reading view and the preview.
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::consortium::Consortium;
use crate::institution::face;
use crate::media::shown::Shown as Picture;
use crate::media::{store_consented, store_shown};
use crate::member::web_seat::Reading;
use crate::page::Badge;
use crate::post::names::{self, Names};
use crate::post::writing::content::Content;
use crate::post::writing::{markdown, wording};

/// A picture of a post, as its pages show it.
#[derive(Debug, Clone, Default)]
pub struct PictureLine {
    pub id: String,
    /// The address of a small size; empty while there is none.
    pub src: String,
    pub alt: String,
    /// What keeps it from being shown, as a sentence.
    pub problem: Option<String>,
}

/// A text with everything that stands around it.
#[derive(Debug, Clone)]
pub struct Shown {
    pub title: String,
    /// The language of the text, for those who hear it.
    pub lang: String,
    pub lang_name: Option<String>,
    pub badges: Vec<Badge>,
    pub authors: String,
    pub topic: Option<String>,
    pub series: Option<String>,
    pub pictures: Vec<PictureLine>,
    /// Safe HTML.
    pub html: String,
    pub links: Vec<(String, String)>,
    /// What is said otherwise in single channels, as sentences.
    pub wordings: Vec<String>,
}

impl Shown {
    /// Dresses a text; `heading` is the level of headings within it.
    pub fn new(
        content: &Content,
        names: &Names,
        pictures: Vec<PictureLine>,
        root: &str,
        heading: u8,
        w: Lang,
    ) -> Shown {
        let houses = content.byline.iter().filter_map(|id| names.house(id));
        let authors: Vec<String> = content.authors.iter().map(|id| names.person(id)).collect();
        let topic = content.topic.as_ref().and_then(|id| names.topic(id.as_str()));
        let series = content.series.as_ref().and_then(|id| names.one_of_the_series(id.as_str()));
        Shown {
            title: content.title.clone(),
            lang: content.language.clone(),
            lang_name: (content.language != "de").then(|| names::language(&content.language, w)),
            badges: houses.map(|house| face::badge(house, root)).collect(),
            authors: authors.join(", "),
            topic: topic.map(|label| label.title.clone()),
            series: series.map(|label| label.title.clone()),
            pictures,
            html: markdown::html(&content.body, heading),
            links: content
                .links
                .iter()
                .filter(|link| link.leads_to_the_web())
                .map(|link| (link.url.clone(), link.shown()))
                .collect(),
            wordings: wording::changes(&[], &content.wordings)
                .iter()
                .map(|change| w.say(&change.sentence(|what| names.look_up(what, w))))
                .collect(),
        }
    }
}

/// Finds the pictures of a text with what they lack, in the order of the text.
pub async fn pictures(conn: &mut Conn, reading: &Reading, content: &Content) -> Result<Vec<PictureLine>> {
    let (w, id, now) = (reading.lang(), &reading.consortium.id, reading.now);
    let shown = store_shown::lines(conn, &content.pictures, now).await?;
    let lacking = store_consented::obstacles_of(conn, id, &content.pictures, now).await?;
    let line = |it: Picture| {
        let of_it = lacking.iter().filter(|(picture, _)| *picture == it.id).flat_map(|(_, whys)| whys);
        let whys = of_it.map(|why| w.say(why));
        let problem = whys.collect::<Vec<_>>().join(" ");
        PictureLine {
            src: it.whole().map(|size| it.href(size, "jpg")).unwrap_or_default(),
            problem: Some(problem).filter(|problem| !problem.is_empty()),
            alt: it.spoken().to_owned(),
            id: it.id.0,
        }
    };
    Ok(shown.into_iter().map(line).collect())
}

/// The address of a post inside.
pub fn post_href(consortium: &Consortium, number: i64) -> String {
    format!("/desk/{}/posts/{number}", consortium.slug)
}
