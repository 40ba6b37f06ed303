//! What the settings promise.
use super::{Config, Raw};

fn env(pairs: &'static [(&str, &str)]) -> Raw {
    Raw::from_env(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
}

fn good(raw: Raw) -> Config {
    raw.check().expect("good settings")
}

#[test]
fn without_any_settings_it_runs_on_this_machine_with_the_embedded_database() {
    let config = good(Raw::default());
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert!(config.database.starts_with("sqlite:"));
    assert!(config.mail.is_none());
}

#[test]
fn all_mistakes_are_told_at_once() {
    let raw = Raw {
        listen: Some("überall".into()),
        database: Some("mysql://x".into()),
        public_url: Some("verbund.example".into()),
        trusted_proxies: Some(vec!["proxy".into()]),
        smtp: Some("mail.example".into()),
        key: Some("a word".into()),
        ..Raw::default()
    };
    let mistakes = raw.check().expect_err("nothing of this is right");
    let about = |word: &str| mistakes.iter().any(|mistake| mistake.starts_with(word));
    for word in ["listen", "database", "public_url", "trusted_proxies", "mail_from", "key"] {
        assert!(about(word), "{word} is missing in {mistakes:?}");
    }
}

#[test]
fn what_is_nearer_wins() {
    let file = Raw { listen: Some("127.0.0.1:1".into()), data: Some("a".into()), ..Raw::default() };
    let near = env(&[("VERBUND_LISTEN", "127.0.0.1:2")]);
    let config = good(file.overridden_by(near));
    assert_eq!(config.listen.port(), 2);
    assert_eq!(config.data.to_str(), Some("a"));
}

#[test]
fn lists_in_the_environment_are_parted_by_commas() {
    let config = good(env(&[("VERBUND_TRUSTED_PROXIES", "127.0.0.1, ::1")]));
    assert_eq!(config.trusted_proxies.len(), 2);
}

#[test]
fn a_setting_that_does_not_exist_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("verbund.toml");
    std::fs::write(&path, "lissten = \"127.0.0.1:1\"").expect("written");
    let mistake = Raw::from_file(&path).expect_err("there is no such setting");
    assert!(mistake.contains("lissten"), "{mistake}");
}
