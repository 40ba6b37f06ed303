//! What is promised is shown: every place to die at is replayed, every test that is named exists.
use super::{File, files, none};

/// The places at which code says that the program may die there.
fn kill_points(files: &[File]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
        for piece in code.join("\n").split("kill::point(").skip(1) {
            let name = piece.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            found.push((name.map_or(String::new(), |(name, _)| name.to_owned()), file.path.clone()));
        }
    }
    found
}

#[test]
fn every_place_to_die_at_is_replayed() {
    let all = files("src", &[".rs"]);
    let mut replays: Vec<_> =
        all.iter().filter(|file| file.is_test()).map(|file| file.text.clone()).collect();
    replays.extend(files("tests", &["processes.rs"]).into_iter().map(|file| file.text));
    let points = kill_points(&all);
    assert!(points.len() > 20, "the places are no longer found");
    let lost = points.into_iter().filter(|(name, _)| {
        name.is_empty() || !replays.iter().any(|text| text.contains(&format!("\"{name}\"")))
    });
    let list = lost.map(|(name, path)| format!("{path}: kill::point(\"{name}\")")).collect();
    none(list, "Let the program die here in src/kill_tests (a name is written out, never put together):");
}

/// The tests that a document names, as file and function: `member/tests/door.rs::a_sentence`.
fn named_tests(document: &str) -> Vec<(String, String)> {
    let marked = document.split('`').skip(1).step_by(2);
    let tests = marked.filter_map(|text| text.split_once("::"));
    tests.map(|(path, name)| (path.to_owned(), name.to_owned())).collect()
}

#[test]
fn every_test_that_a_requirement_names_exists() {
    let document = files("docs", &["requirements.md"]).remove(0);
    let tests = [files("src", &[".rs"]), files("tests", &[".rs", ".mjs"])].concat();
    let named = named_tests(&document.text);
    assert!(named.len() > 50, "the names are no longer found");
    let lost = named.into_iter().filter(|(path, name)| {
        let path = if path.starts_with("tests/") { path.clone() } else { format!("src/{path}") };
        let file = tests.iter().find(|file| file.path == path);
        let is_there = |file: &File| {
            file.text.contains(&format!("fn {name}(")) || file.text.contains(&format!("(\"{name}\","))
        };
        !file.is_some_and(is_there)
    });
    let list = lost.map(|(path, name)| format!("{path}::{name}")).collect();
    none(list, "docs/requirements.md names tests that are not there:");
}
