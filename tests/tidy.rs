//! The house rules that a machine can check: who may use whom, what stands where, what things are called.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[path = "tidy/promises.rs"]
mod promises;
#[path = "tidy/words.rs"]
mod words;

const MOST_LINES: usize = 400;
const MEDIAN_LINES: usize = 150;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 10] =
    ["utils", "util", "helpers", "helper", "manager", "managers", "service", "services", "common", "misc"];

/// A file of the product with its path from the root, as in `src/post/store.rs`.
#[derive(Clone)]
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The room it stands in, as `post` for `src/post/store.rs`; the files of `src/` itself are in none.
    fn room(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split_once('/').map(|(room, _)| room)
    }

    /// Whether it is this furniture: `web.rs`, `web_plan.rs` or anything in `web/`.
    fn is(&self, furniture: &str) -> bool {
        let name = self.name().trim_end_matches(".rs");
        name == furniture
            || name.starts_with(&format!("{furniture}_"))
            || self.path.contains(&format!("/{furniture}/"))
    }

    pub fn is_test(&self) -> bool {
        self.is("tests")
            || self.name().ends_with("_tests.rs")
            || self.path.contains("_tests/")
            || self.room() == Some("stories")
    }

    /// The code without whole-line comments.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(n, line)| (n + 1, line))
    }

    fn says(&self, words: &[&str]) -> Vec<String> {
        let hit = |line: &&str| words.iter().any(|word| line.contains(word));
        let hits = self.code().filter(|(_, line)| hit(line));
        hits.map(|(n, line)| format!("{}:{n}: {}", self.path, line.trim())).collect()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends in one of these.
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let wanted = found.into_iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending) && (!ending.is_empty() || !name.contains('.')))
    });
    wanted
        .filter_map(|path| {
            let text = fs::read_to_string(&path).ok()?;
            let path = path.strip_prefix(root()).ok()?.to_string_lossy().into_owned();
            Some(File { path, text })
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        match path.is_dir() {
            true if path.ends_with("node_modules") => {}
            true => walk(&path, found),
            false => found.push(path),
        }
    }
}

/// The rooms from the ground up.
pub fn rooms() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let names = lib.lines().filter_map(|line| {
        line.trim().strip_prefix("pub mod ").or_else(|| line.trim().strip_prefix("mod "))?.strip_suffix(';')
    });
    names.map(str::to_owned).collect()
}

#[track_caller]
pub fn none(list: Vec<String>, advice: &str) {
    assert!(list.is_empty(), "{advice}\n  {}\n", list.join("\n  "));
}

/// The rooms a piece of code names: `crate::post::…` and `crate::{post, topic::Topic}`.
fn named_rooms(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if !rest.starts_with('{') {
            found.insert(word(rest));
            continue;
        }
        let (mut depth, mut fresh) = (0, false);
        for (n, c) in rest.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 1 => break,
                '}' => depth -= 1,
                _ if fresh && depth == 1 && !c.is_whitespace() => {
                    found.insert(word(&rest[n..]));
                }
                _ => {}
            }
            fresh = depth == 1 && (c == '{' || c == ',' || (fresh && c.is_whitespace()));
        }
    }
    found
}

#[test]
fn a_list_of_uses_names_its_rooms() {
    let code = "use crate::{base::{id, clock}, post::Post,\n topic}; fn f(x: crate::site::X)";
    assert_eq!(named_rooms(code).into_iter().collect::<Vec<_>>(), ["base", "post", "site", "topic"]);
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let order: BTreeMap<_, _> = rooms().into_iter().enumerate().map(|(n, room)| (room, n)).collect();
    let mut wrong = Vec::new();
    for file in files("src", &[".rs"]).iter().filter(|file| !file.is_test()) {
        let Some(own) = file.room().and_then(|room| order.get(room)) else { continue };
        let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
        let below = named_rooms(&code.join("\n")).into_iter().filter(|room| order.get(room) > Some(own));
        wrong.extend(below.map(|room| format!("{} uses {room}", file.path)));
    }
    none(
        wrong,
        "A room may use only the rooms above it in src/lib.rs: let the lower room ask for what it needs.",
    );
}

#[test]
fn every_room_is_listed() {
    let listed = rooms();
    let found = files("src", &[".rs"]);
    let lost = found.iter().filter_map(File::room).filter(|room| !listed.iter().any(|one| one == room));
    let lost: BTreeSet<_> = lost.map(str::to_owned).collect();
    none(lost.into_iter().collect(), "These folders of src/ are not in the list of src/lib.rs:");
}

#[test]
fn only_stores_speak_to_the_database() {
    let elsewhere = files("src", &[".rs"]).into_iter().filter(|file| {
        // The ground lays the connection, the migrations and the queue of jobs.
        let stage = file.path == "src/testing.rs";
        !file.is("store") && !file.is_test() && !stage && file.room() != Some("base")
    });
    let wrong = elsewhere.flat_map(|file| match file.is("web") || file.is("work") || file.room().is_none() {
        true => file.says(&["sqlx::query", "sqlx::raw_sql", "QueryBuilder"]),
        false => file.says(&["sqlx"]),
    });
    // How a type lies in a row is written at the type; that is no SQL.
    let wrong = wrong.filter(|line| !line.contains("sqlx::FromRow") && !line.contains("sqlx::Type"));
    none(wrong.collect(), "SQL stands in store.rs (or store/*.rs) alone:");
}

#[test]
fn only_handlers_speak_http() {
    let elsewhere = files("src", &[".rs"]).into_iter().filter(|file| {
        let frame = matches!(file.room(), Some("page" | "routes") | None);
        !frame && !file.is("web") && !file.is("http") && !file.is_test()
    });
    let wrong = elsewhere.flat_map(|file| file.says(&["axum::", "use axum"]));
    none(
        wrong.collect(),
        "Only web.rs (or web_*.rs, web/*.rs), page/, routes/, base/http and src/*.rs name axum:",
    );
}

#[test]
fn rules_wait_for_nothing() {
    // What a room is and what may happen to it stays pure; the ground and the frame are no nouns.
    let pure = files("src", &["mod.rs"]).into_iter().filter(|file| {
        !matches!(file.room(), Some("base" | "page" | "demo"))
            && !["web", "store", "work"].iter().any(|f| file.is(f))
            && !file.is_test()
    });
    let wrong = pure.flat_map(|file| file.says(&["async fn", ".await"]));
    none(wrong.collect(), "mod.rs holds types and rules; what waits belongs to store.rs, web.rs or work.rs:");
}

fn written_by_hand() -> Vec<File> {
    let endings = ["rs", "html", "css", "js", "mjs", "sh", "py", "txt", ""];
    let folders = ["src", "assets", "tests", "bin", ".ci"];
    let all = folders.iter().flat_map(|folder| files(folder, &endings));
    all.filter(|file| !file.path.contains("/data/")).collect()
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long = written_by_hand().into_iter().map(|file| (file.text.lines().count(), file.path));
    let long = long.filter(|(lines, _)| *lines > MOST_LINES);
    let list = long.map(|(lines, path)| format!("{path}: {lines} lines")).collect();
    none(list, "Cut these by behaviour, one adjective a file:");
}

#[test]
fn half_of_all_files_are_short() {
    let mut lines: Vec<_> = written_by_hand().iter().map(|file| file.text.lines().count()).collect();
    lines.sort_unstable();
    let median = lines[lines.len() / 2];
    assert!(median <= MEDIAN_LINES, "the median file has {median} lines, {MEDIAN_LINES} are the aim");
}

#[test]
fn names_say_what_is_inside() {
    let empty = |path: &str| {
        path.split('/').any(|part| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or(part)))
    };
    let wrong = written_by_hand().into_iter().map(|file| file.path).filter(|path| empty(path));
    none(wrong.collect(), "These names say nothing; name the noun or the behaviour:");
}

#[test]
fn every_module_says_what_it_is() {
    let silent =
        files("src", &[".rs"]).into_iter().filter(|file| !file.is_test() && !file.text.starts_with("//!"));
    let list = silent.map(|file| file.path).collect();
    none(list, "The first line of a module is a sentence after //! that says what it is:");
}
