//! What needs no server: what servers say about themselves, what is typed, what strangers write.
use proptest::prelude::*;
use serde_json::json;

use super::joining::server_of;
use super::looking::is_about;
use super::software::Told;
use super::text_of::plain;
use crate::channel::Network;
use crate::channel::count::Limits;

#[test]
fn the_limits_are_those_that_the_server_tells() {
    let newer = json!({ "version": "4.6.0", "configuration": {
        "statuses": { "max_characters": 5000, "max_media_attachments": 6, "characters_reserved_per_url": 25 },
        "media_attachments": { "description_limit": 500, "image_size_limit": 4_000_000, "image_matrix_limit": 9_000_000 },
    }});
    let kept = serde_json::to_string(&Told::of(&newer)).expect("written down");
    let limits = Limits::told(Network::Mastodon, &kept);
    assert_eq!((limits.text_max, limits.pictures_max, limits.url_counts), (5000, 6, Some(25)));
    assert_eq!((limits.alt_max, limits.picture_bytes_max), (500, 4_000_000));
    let older = json!({ "version": "2.7.2 (compatible; Pleroma 2.5.0)", "max_toot_chars": 5000, "description_limit": 800 });
    let told = Told::of(&older);
    assert_eq!((told.limits.text_max, told.limits.alt_max), (Some(5000), Some(800)));
    assert!(told.keeps_keys());
    assert!(!Told::of(&json!({ "version": "3.5.3 (compatible; Pixelfed 0.12.4)" })).keeps_keys());
}

#[test]
fn a_server_is_read_however_it_is_typed() {
    for typed in [
        "openbiblio.social",
        "https://openbiblio.social/",
        "@muebi@openbiblio.social",
        "https://openbiblio.social/@muebi",
        " OpenBiblio.social/home ",
        "http://openbiblio.social",
    ] {
        assert_eq!(server_of(typed, false).as_deref(), Some("https://openbiblio.social"), "{typed}");
    }
    for typed in ["", "muebi", "https://", "unsere Bücherei", "@muebi"] {
        assert_eq!(server_of(typed, false), None, "{typed}");
    }
}

#[test]
fn a_status_is_read_as_the_words_it_shows() {
    let html = "<p><span class=\"h-card\"><a href=\"https://x.example/@a\">@<span>a</span></a></span> Hallo &amp; guten&nbsp;Tag,<br>gibt es &lt;Kuchen&gt;?</p><p>Gru&#223;</p>";
    assert_eq!(plain(html), "@a Hallo & guten Tag,\ngibt es <Kuchen>?\n\nGruß");
    assert_eq!(plain("a <script>b"), "a b");
    assert_eq!(plain("1 < 2 &unknown; &"), "1");
}

proptest! {
    #[test]
    fn no_text_of_strangers_makes_the_reader_fall(html in "\\PC{0,200}", more in "[<>&;#xp/ a-z0-9ä]{0,80}") {
        let _ = plain(&format!("{html}{more}"));
    }
}

#[test]
fn a_post_is_recognised_by_its_number_and_not_by_that_of_another() {
    let url = "https://muebi.example/beitrag/12-sommerfest";
    assert!(is_about("<a href=\"https://muebi.example/beitrag/12-fest-im-garten\">…</a>", url));
    assert!(is_about("https://muebi.example/beitrag/12", url));
    assert!(!is_about("https://muebi.example/beitrag/123-sommerfest", url));
    assert!(!is_about("https://andere.example/beitrag/12-sommerfest", url));
}
