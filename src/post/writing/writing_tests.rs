//! What we promise of the words of writing: both languages are complete.
use std::collections::BTreeSet;

use crate::base::text::Lang;

fn keys(source: &str) -> BTreeSet<&str> {
    source
        .lines()
        .filter(|line| line.starts_with("post-"))
        .filter_map(|line| line.split(" =").next())
        .collect()
}

#[test]
fn the_words_of_writing_are_complete_in_both_languages() {
    let german = keys(include_str!("../../../text/de/post_writing.ftl"));
    assert_eq!(german, keys(include_str!("../../../text/en/post_writing.ftl")));
    for key in german {
        assert!(Lang::ALL.iter().all(|lang| lang.has(key)), "{key}");
    }
}

#[test]
fn the_browser_finds_its_places_in_the_words_it_is_given() {
    for lang in Lang::ALL {
        assert!(lang.t("post-editor-saved").contains("{time}"));
        assert!(lang.t("post-editor-restore").contains("{time}"));
        let count = lang.t("post-editor-count");
        assert!(count.contains("{n}") && count.contains("{max}"), "{count}");
    }
}
