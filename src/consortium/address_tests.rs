use super::{RESERVED, read_domain, read_slug, slugged};

fn slug_fault(typed: &str) -> &'static str {
    read_slug(typed).expect_err("a refusal").key
}

#[test]
fn a_slug_is_read_tolerantly() {
    assert_eq!(read_slug(" /Muebi/ ").as_deref(), Ok("muebi"));
    assert_eq!(read_slug("buecher-2").as_deref(), Ok("buecher-2"));
}

#[test]
fn what_the_installation_needs_is_nobodys_address() {
    for word in RESERVED {
        assert!(["consortium-slug-reserved"].contains(&slug_fault(word)), "{word}");
    }
    let mut sorted = RESERVED;
    sorted.sort_unstable();
    assert_eq!(sorted, RESERVED, "the list is kept in order");
}

#[test]
fn the_first_part_of_every_address_of_the_installation_is_reserved() {
    for route in crate::routes::table() {
        let first = route.path.split('/').nth(1).unwrap_or_default();
        if !first.is_empty() && !first.starts_with(['{', '.']) && !first.contains('.') {
            assert!(RESERVED.contains(&first), "{first} of {} can be taken by a Verbund", route.path);
        }
    }
}

#[test]
fn a_bad_slug_is_refused_with_a_better_one() {
    assert_eq!(slug_fault("m"), "consortium-slug-length");
    assert_eq!(slug_fault("münster"), "consortium-slug-shape");
    assert_eq!(slug_fault("a--b"), "consortium-slug-shape");
    assert_eq!(slug_fault("-ab"), "consortium-slug-shape");
    let why = read_slug("Bücher & Münster").expect_err("a refusal");
    assert_eq!(format!("{:?}", why.args[0].1), "Word(\"buecher-muenster\")");
}

#[test]
fn a_suggested_slug_can_be_taken_as_it_is() {
    for name in ["Schloß Raesfeld", "  Bücherei St. Josef, Coesfeld ", "---", "Ö", "日本"] {
        let slug = slugged(name);
        assert!(slug.len() < 2 || read_slug(&slug).is_ok(), "{name} gave {slug}");
    }
}

#[test]
fn a_domain_is_a_host_name_and_not_the_installations() {
    let read = |typed: &str| read_domain(typed, "verbund.example:8080").map_err(|why| why.key);
    assert_eq!(read("  "), Ok(None));
    assert_eq!(read("https://Buecher.Example/"), Ok(Some("buecher.example".into())));
    assert_eq!(read("verbund.example"), Err("consortium-domain-installation"));
    assert_eq!(read("bücher.example"), Err("consortium-domain-umlaut"));
    for wrong in
        ["localhost", "10.0.0.1", "a_b.example", "-a.example", "a..example", "a.example/pfad", "a.b:80"]
    {
        assert_eq!(read(wrong), Err("consortium-domain-shape"), "{wrong}");
    }
}
