//! Every word that people read: complete in both languages, and none too many.
use std::collections::{BTreeMap, BTreeSet};

use super::{files, none, rooms};

/// Prefixes of keys that code puts together other than by `format!("room-prefix-{…}")`, which is
/// recognised by itself. Each with the place that does so.
const PUT_TOGETHER: [&str; 0] = [];

/// Literals that look like the key of a text and are none, such as the name of a cookie or a header.
const NO_TEXTS: [&str; 0] = [];

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
    for text in found.values_mut() {
        text.arguments = text.body.split('$').skip(1).map(word).collect();
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// The file a room's texts stand in, from the key's beginning.
fn room_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default().trim_end_matches(".ftl")
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
    for file in files("src", &[".rs"]).iter().filter(|file| !file.is_test()) {
        let code: Vec<_> = file.code().map(|(_, line)| line).collect();
        said.hear(&code.join("\n"), &file.path, &rooms);
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
    let lacking = |from: &BTreeMap<String, Text>, to: &BTreeMap<String, Text>, lang: &str| {
        let keys = from.iter().filter(|(key, _)| !to.contains_key(*key));
        keys.map(|(key, text)| format!("{key} ({}) is missing in {lang}", text.path)).collect::<Vec<_>>()
    };
    let mut wrong = lacking(&de, &en, "en");
    wrong.extend(lacking(&en, &de, "de"));
    for (key, german) in &de {
        let Some(english) = en.get(key).filter(|text| text.arguments != german.arguments) else { continue };
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
    let inside = |key: &str| {
        texts.values().any(|text| text.body.split('{').skip(1).any(|part| word(part.trim_start()) == key))
    };
    let unused = texts.iter().filter(|(key, _)| {
        let put_together = said.beginnings.keys().map(String::as_str).chain(PUT_TOGETHER);
        !said.keys.contains_key(*key)
            && !put_together.into_iter().any(|start| key.starts_with(start))
            && !inside(key)
    });
    let list = unused.map(|(key, text)| format!("{key} ({})", text.path)).collect();
    none(list, "Nobody says these texts; take them out:");
}
