//! How the words of a post are kept for being looked for, and how somebody's words find them.
//!
//! Databases do not agree on what a small letter is (SQLite knows only those of English), so the
//! words are made alike here, once when they are written and once when they are asked for.
use super::content::Content;
use super::markdown::plain_text;

/// How many words of a search count; more narrow nothing down any further.
pub const WORDS_MAX: usize = 4;

/// Gives title and text of a version as a search compares them.
pub fn sought(content: &Content) -> String {
    alike(&format!("{}\n{}", content.title, plain_text(&content.body)))
}

/// Makes a pattern for SQL's `LIKE … ESCAPE '!'` of each word of a search; what was left free finds
/// everything.
pub fn patterns(search: &str) -> [String; WORDS_MAX] {
    let mut patterns = std::array::from_fn(|_| "%".to_owned());
    for (pattern, word) in patterns.iter_mut().zip(search.split_whitespace()) {
        let word = alike(word).replace('!', "!!").replace('%', "!%").replace('_', "!_");
        *pattern = format!("%{word}%");
    }
    patterns
}

/// Lets large and small letters be one, and ß be ss as on a keyboard without it.
fn alike(text: &str) -> String {
    text.to_lowercase().replace('ß', "ss")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_letters_umlauts_and_the_sharp_s_are_alike_on_both_sides() {
        let content =
            Content { title: "Öffnen STRASSE".into(), body: "**Maß** halten".into(), ..Content::default() };
        assert_eq!(sought(&content), "öffnen strasse\nmass halten");
        assert_eq!(patterns("ÖFF Straße")[..2], ["%öff%", "%strasse%"]);
    }

    #[test]
    fn signs_that_mean_something_to_a_database_are_only_signs() {
        assert_eq!(patterns("100% a_b wow!")[..3], ["%100!%%", "%a!_b%", "%wow!!%"]);
    }

    #[test]
    fn without_words_everything_is_found() {
        assert!(patterns("  ").iter().all(|pattern| pattern == "%"));
    }
}
