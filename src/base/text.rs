//! Every word that people read, in German and English, with plural rules.
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::sentence::{Arg, Sentence};

#[derive(rust_embed::RustEmbed)]
#[folder = "text/"]
struct Files;

/// A sentence as it was written down.
#[derive(serde::Deserialize)]
struct Kept {
    key: String,
    args: Vec<(String, KeptArg)>,
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum KeptArg {
    Number(i64),
    Word(String),
    Said(Box<Kept>),
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    De,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// The language's code, as in `lang="de"`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// Reads a code; unknown ones are no language of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Chooses by what a browser says it prefers (`Accept-Language`), German where it says nothing we have.
    pub fn preferred(accept: &str) -> Lang {
        accept
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let code = pieces.next()?.trim().get(..2)?.to_ascii_lowercase();
                let weight = pieces
                    .find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok())
                    .unwrap_or(1.0);
                Some((Lang::from_code(&code)?, weight))
            })
            .fold(None, |best: Option<(Lang, f32)>, next| match best {
                Some(best) if best.1 >= next.1 => Some(best),
                _ => Some(next),
            })
            .map_or(Lang::De, |(lang, _)| lang)
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        &BUNDLES[&self]
    }

    /// Says a text without arguments.
    pub fn t(self, key: &str) -> String {
        self.format(key, None)
    }

    /// Says a text with a number in it, called `$n` there.
    pub fn n(self, key: &str, n: impl TryInto<i64>) -> String {
        let mut args = FluentArgs::new();
        args.set("n", n.try_into().unwrap_or(i64::MAX));
        self.format(key, Some(&args))
    }

    /// Says a text with one word in it.
    pub fn w(self, key: &str, name: &'static str, word: impl ToString) -> String {
        let mut args = FluentArgs::new();
        args.set(name, word.to_string());
        self.format(key, Some(&args))
    }

    /// Says a text with several words in it, where its name is known only at run time.
    pub fn words(self, key: &str, words: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, word) in words {
            args.set(*name, (*word).to_owned());
        }
        self.format(key, Some(&args))
    }

    /// Says a sentence.
    pub fn say(self, sentence: &Sentence) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &sentence.args {
            match arg {
                Arg::Word(word) => args.set(*name, word.clone()),
                Arg::Number(number) => args.set(*name, *number),
                Arg::Said(sentence) => args.set(*name, self.say(sentence)),
            }
        }
        self.format(sentence.key, Some(&args))
    }

    /// Says a sentence that was written down with [`Sentence::keep`]; what was not is said as it is.
    pub fn say_kept(self, kept: &str) -> String {
        match serde_json::from_str::<Kept>(kept) {
            Ok(kept) => self.say_read(&kept),
            Err(_) => kept.to_owned(),
        }
    }

    fn say_read(self, kept: &Kept) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &kept.args {
            match arg {
                KeptArg::Number(number) => args.set(name.as_str(), *number),
                KeptArg::Word(word) => args.set(name.as_str(), word.as_str()),
                KeptArg::Said(kept) => args.set(name.as_str(), self.say_read(kept)),
            }
        }
        self.format(&kept.key, Some(&args))
    }

    /// Tells whether there is a text of this name.
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    fn format(self, key: &str, args: Option<&FluentArgs>) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = self.code(), "a text is missing");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, lang = self.code(), ?errors, "a text misses an argument");
        }
        text
    }
}

static BUNDLES: LazyLock<HashMap<Lang, FluentBundle<FluentResource>>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(|lang| (lang, load(lang))).collect());

/// Reads the text files of one language; a file that cannot be read is a fault of the build,
/// which the completeness test finds first.
fn load(lang: Lang) -> FluentBundle<FluentResource> {
    let id = lang.code().parse().expect("a language code");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for path in Files::iter().filter(|path| path.starts_with(lang.code())) {
        let file = Files::get(&path).expect("an embedded file");
        let source = String::from_utf8(file.data.into_owned()).expect("a text file in UTF-8");
        let resource = FluentResource::try_new(source)
            .unwrap_or_else(|(_, errors)| panic!("{path} cannot be read: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{path}: {errors:?}"));
    }
    bundle
}

#[test]
fn a_sentence_that_was_kept_is_said_in_every_language_as_if_it_were_new() {
    let inner = Sentence::new("consent-channel").with("channel", "bluesky");
    let whole = Sentence::new("post-title-long").with("n", 3_i64).with("max", inner.clone());
    for w in Lang::ALL {
        assert_eq!(w.say_kept(&inner.keep()), w.say(&inner));
        assert_eq!(w.say_kept(&whole.keep()), w.say(&whole));
    }
    assert_eq!(Lang::De.say_kept("so wie es ist"), "so wie es ist");
}
