//! Every word that people read: complete in both languages, and none too many.
use std::collections::{BTreeMap, BTreeSet};

use super::{files, none, rooms};

/// Prefixes of keys that code puts together other than by `format!("room-prefix-{…}")`, which is
/// recognised by itself. Each with the place that does so.
const PUT_TOGETHER: [&str; 2] = [
    "done-",  // member::web_desk::told, from the address of the page
    "audit-", // member::people::trail, from the act in the database
];

/// Literals that look like the key of a text and are none, such as the name of a cookie or a header.
const NO_TEXTS: [&str; 8] = [
    "channel-connected",
    "delivery-status",
    "demo-picture",
    "federation-profiles",
    "federation-read",
    "federation-received",
    "post-ask",
    "signature-input",
];

/// Arguments that say one thing in several forms, of which each language takes what it needs:
/// a German "15 Uhr" needs the hour alone.
const ONE_THING: [(&str, &str); 2] = [("hour", "clock"), ("minute", "clock")];

/// What a text needs: its file and the arguments it names.
struct Text {
    path: String,
    arguments: BTreeSet<String>,
    body: String,
}

/// The texts of one language by key; a term (`-name`) counts as one.
fn texts(lang: &str) -> BTreeMap<String, Text> {
    let mut found: BTreeMap<String, Text> = BTreeMap::new();
    for file in files(&format!("text/{lang}"), &[".ftl"]) {
        let mut key = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            let indented = line.starts_with([' ', '\t', '}']);
            let (name, body) = line.split_once('=').unwrap_or(("", line));
            let start = !indented && !name.is_empty();
            if start {
                key = name.trim().to_owned();
                let text = Text { path: file.path.clone(), arguments: BTreeSet::new(), body: String::new() };
                assert!(found.insert(key.clone(), text).is_none(), "{}: {key} is there twice", file.path);
            }
            let Some(text) = found.get_mut(&key) else { continue };
            text.body.push_str(if start { body } else { line });
            text.body.push('\n');
        }
    }
    let bodies: BTreeMap<_, _> = found.iter().map(|(key, text)| (key.clone(), text.body.clone())).collect();
    for text in found.values_mut() {
        text.arguments = arguments(&text.body, &bodies);
    }
    found
}

/// The arguments a text names, itself or by the texts it puts in.
fn arguments(body: &str, bodies: &BTreeMap<String, String>) -> BTreeSet<String> {
    let own = body.split('$').skip(1).map(word).map(|name| {
        let whole = ONE_THING.iter().find(|(part, _)| *part == name);
        whole.map_or(name, |(_, whole)| (*whole).to_owned())
    });
    let inside = inside(body).filter_map(|key| bodies.get(&key)).flat_map(|body| arguments(body, bodies));
    own.chain(inside).collect()
}

/// The texts that a text puts in, as in `{ post-title }`.
fn inside(body: &str) -> impl Iterator<Item = String> {
    body.split('{').skip(1).map(|part| word(part.trim_start()))
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// The room whose texts a file holds, as `post` for `post.ftl` and `post_writing.ftl`.
fn room_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default().split(['.', '_']).next().unwrap_or_default()
}

/// What code says: whole keys, and beginnings of keys that go on with something of the moment.
#[derive(Default)]
struct Said {
    keys: BTreeMap<String, String>,
    beginnings: BTreeMap<String, String>,
}

impl Said {
    fn hear(&mut self, code: &str, path: &str, rooms: &[String]) {
        for (at, _) in code.match_indices('"') {
            let rest = &code[at + 1..];
            let text = word(rest);
            let of_a_room = text.split_once('-').is_some_and(|(room, _)| rooms.iter().any(|one| one == room));
            let plain = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if !of_a_room || !plain || NO_TEXTS.contains(&text.as_str()) {
                continue;
            }
            match rest[text.len()..].chars().next() {
                Some('{') => self.beginnings.insert(text, path.to_owned()),
                Some('"') if text.ends_with('-') => self.beginnings.insert(text, path.to_owned()),
                Some('"') => self.keys.insert(text, path.to_owned()),
                _ => None,
            };
        }
    }
}

fn said() -> Said {
    let rooms = rooms();
    let mut said = Said::default();
    // The table of routes names routes, not texts.
    let speaks = |file: &&super::File| !file.is_test() && !file.path.starts_with("src/routes/");
    for file in files("src", &[".rs"]).iter().filter(speaks) {
        let code: Vec<_> = file.code().map(|(_, line)| line).collect();
        said.hear(&code.join("\n"), &file.path, &rooms);
    }
    for file in files("src", &[".toml"]) {
        said.hear(&file.text, &file.path, &rooms);
    }
    for file in files("src", &[".html", ".txt", ".xml"]) {
        // Only between the template's own brackets: outside, "post-list" is a class or an id.
        for bracket in ["{{", "{%"] {
            for piece in file.text.split(bracket).skip(1) {
                let end = piece.find(if bracket == "{{" { "}}" } else { "%}" }).unwrap_or(piece.len());
                said.hear(&piece[..end], &file.path, &rooms);
            }
        }
    }
    said
}

#[test]
fn both_languages_say_the_same() {
    let (de, en) = (texts("de"), texts("en"));
    // A piece that only the texts of one language put in is that language's own affair.
    let said = said();
    let own = |key: &str, texts: &BTreeMap<String, Text>| {
        !said.keys.contains_key(key) && texts.values().any(|text| inside(&text.body).any(|one| one == key))
    };
    let lacking = |from: &BTreeMap<String, Text>, to: &BTreeMap<String, Text>, lang: &str| {
        let keys = from.iter().filter(|(key, _)| !to.contains_key(*key) && !own(key, from));
        keys.map(|(key, text)| format!("{key} ({}) is missing in {lang}", text.path)).collect::<Vec<_>>()
    };
    let mut wrong = lacking(&de, &en, "en");
    wrong.extend(lacking(&en, &de, "de"));
    // `…_clock` is the same time of day, written the way of the other language.
    let plain = |text: &Text| -> BTreeSet<String> {
        text.arguments.iter().map(|name| name.trim_end_matches("_clock").to_owned()).collect()
    };
    for (key, german) in &de {
        let Some(english) = en.get(key).filter(|text| plain(text) != plain(german)) else { continue };
        wrong.push(format!("{key}: de names {:?}, en {:?}", german.arguments, english.arguments));
    }
    none(wrong, "Every text is there in German and in English, with the same arguments:");
}

#[test]
fn a_text_stands_in_the_file_of_its_room() {
    let lost = texts("de")
        .into_iter()
        .chain(texts("en"))
        .filter(|(key, text)| !key.trim_start_matches('-').starts_with(&format!("{}-", room_of(&text.path))));
    none(
        lost.map(|(key, text)| format!("{}: {key}", text.path)).collect(),
        "A key begins with its file's name:",
    );
}

#[test]
fn every_text_that_is_said_exists() {
    let texts = texts("de");
    let said = said();
    let keys = said.keys.iter().filter(|(key, _)| !texts.contains_key(*key));
    let beginnings =
        said.beginnings.iter().filter(|(start, _)| !texts.keys().any(|key| key.starts_with(*start)));
    let mut lost: Vec<_> = keys.map(|(key, path)| format!("{key} ({path})")).collect();
    lost.extend(beginnings.map(|(start, path)| format!("{start}… ({path})")));
    none(lost, "These are said and not written (or are no texts: then name them in NO_TEXTS):");
}

#[test]
fn every_text_that_exists_is_said() {
    let texts = texts("de");
    let said = said();
    let put_in: BTreeSet<_> =
        texts.values().flat_map(|text| inside(&text.body).collect::<Vec<_>>()).collect();
    let unused = texts.iter().filter(|(key, _)| {
        let put_together = said.beginnings.keys().map(String::as_str).chain(PUT_TOGETHER);
        !said.keys.contains_key(*key)
            && !put_together.into_iter().any(|start| key.starts_with(start))
            && !put_in.contains(*key)
    });
    let list = unused.map(|(key, text)| format!("{key} ({})", text.path)).collect();
    none(list, "Nobody says these texts; take them out:");
}
