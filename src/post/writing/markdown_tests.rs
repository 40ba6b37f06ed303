//! What we promise of the text: it is safe, it is German, it is never lost.
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::markdown::{TAGS, excerpt, html, plain_text};

fn shown(body: &str) -> String {
    html(body, 3).trim_end().to_owned()
}

#[test]
fn a_line_break_typed_by_hand_is_a_line_break() {
    assert_eq!(shown("Eins\nzwei\n\ndrei"), "<p>Eins<br>\nzwei</p>\n<p>drei</p>");
}

#[test]
fn the_small_markdown_has_bold_italic_headings_lists_quotes_and_links() {
    assert_eq!(shown("**fett** und *schräg*"), "<p><strong>fett</strong> und <em>schräg</em></p>");
    assert_eq!(shown("# A\n## B\n### C\n###### D"), "<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>\n<h4>D</h4>");
    assert_eq!(html("## B\n### C", 2).trim_end(), "<h2>B</h2>\n<h3>C</h3>");
    assert_eq!(shown("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    assert_eq!(shown("1. a\n2. b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(shown("- a\n  - b"), "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>");
    assert_eq!(shown("> weise"), "<blockquote>\n<p>weise</p>\n</blockquote>");
    assert_eq!(
        shown("[Mehr](https://borken.example/a \"T\")"),
        r#"<p><a href="https://borken.example/a" rel="noopener">Mehr</a></p>"#
    );
}

#[test]
fn bare_addresses_become_links_and_leave_the_marks_to_the_sentence() {
    let link = r#"<a href="https://borken.example/x" rel="noopener">https://borken.example/x</a>"#;
    assert_eq!(shown("Siehe https://borken.example/x."), format!("<p>Siehe {link}.</p>"));
    assert_eq!(shown("„https://borken.example/x“"), format!("<p>„{link}“</p>"));
    assert_eq!(shown("(https://borken.example/x)"), format!("<p>({link})</p>"));
    assert!(shown("anna@borken.example").contains("mailto:anna@borken.example"));
    assert!(shown("www.borken.example").contains(r#"href="http://www.borken.example/""#));
    assert!(shown("[Haus](www.borken.example)").contains(r#"href="https://www.borken.example/""#));
    assert!(shown("[Post](anna@borken.example)").contains(r#"href="mailto:anna@borken.example""#));
}

#[test]
fn german_dates_at_the_beginning_of_a_line_are_no_list() {
    for typed in [
        "3. Oktober ist Feiertag.",
        "24. Dezember geschlossen\n31. Dezember geschlossen",
        "1. Mai: zu\n2. Mai: offen",
        "- 24. Dezember: geschlossen",
        "Gegründet wurde das Haus\n1987. Seitdem wächst es.",
        "> 3. Oktober",
        "1. Vorsitzende ist Anna.",
        "3) drei",
    ] {
        let html = shown(typed);
        assert!(!html.contains("<ol"), "{typed} → {html}");
        let number: String =
            typed.trim_start_matches(['-', '>', ' ']).chars().take_while(char::is_ascii_digit).collect();
        assert!(html.contains(&number) || typed.starts_with('G'), "{typed} → {html}");
        assert!(!html.contains('\\'), "{typed} → {html}");
    }
}

#[test]
fn a_numbered_list_keeps_the_numbers_that_were_typed() {
    assert!(shown("1. a\n2. b\n\nText\n\n3. c\n4. d").contains(r#"<ol start="3">"#));
    let lazy = shown("1. a\n1. b");
    assert_eq!(lazy, "<p>1. a<br>\n1. b</p>");
}

#[test]
fn stars_quotes_dashes_and_blanks_of_german_stay() {
    for typed in [
        "Leser*innen und Autor*innen",
        "Leser_innen und Autor_innen, Leser:innen",
        "„Haus“ – ‚so‘ … »ja« 5 € 3 × 4 §\u{a0}7",
        "Anna (*1820, †1890) und Karl (*1830)",
        "[Hinweis]: geschlossen",
        "10 Uhr | 20 Uhr",
        "ein `Wort` und ~~eins~~",
        "#Freitagsschaf",
        "C:\\Bilder",
        "3 - 2 = 1, a_b_c",
        "Preis: 5,- Euro",
    ] {
        assert_eq!(plain_text(typed), typed);
    }
    assert_eq!(plain_text("**Leser*innen** und *Autor*innen*"), "Leser*innen und Autor*innen");
    assert_eq!(shown("„Haus“ – ja"), "<p>„Haus“ – ja</p>");
    assert_eq!(shown("Überschrift\n-----"), "<p>Überschrift</p>\n<hr>");
    assert_eq!(shown("A\n===="), "<p>A<br>\n====</p>");
}

#[test]
fn a_line_moved_in_is_a_paragraph_and_not_program_code() {
    for typed in ["    Vier Blanks", "\tEin Tabulator", "-     weit", "```\nZaun\n```", "~~~\nZaun\n~~~"] {
        let html = shown(typed);
        assert!(!html.contains("pre") && !html.contains("code"), "{typed:?} → {html}");
    }
    assert_eq!(shown("    Vier *Blanks*"), "<p>Vier <em>Blanks</em></p>");
    assert!(shown("- a\n\n    - b").contains("<ul>\n<li>\n<p>a</p>\n<ul>"));
}

#[test]
fn what_looks_like_html_is_shown_as_it_was_typed() {
    assert_eq!(shown("a <b>c</b> & d"), "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>");
    assert_eq!(plain_text("Anna <anna@borken.example>"), "Anna <anna@borken.example>");
    assert_eq!(plain_text("1 < 2 > 1"), "1 < 2 > 1");
    assert_eq!(plain_text("x\n\n<div>\n**y**"), "x\n\n<div>\ny");
}

const HOSTILE: [&str; 34] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "\\<script>alert(1)\\</script>",
    "\\\\<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style><!--</style><img src=x onerror=alert(1)>-->",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61;vascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](\u{a0}javascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](https://bank.example@evil.example/)",
    "[x](blob:https://evil.example/1)",
    "<javascript:alert(1)>",
    "<https://x.example/\"onmouseover=\"alert(1)>",
    "[x](https://x.example/\"onmouseover=\"alert(1))",
    "![x](javascript:alert(1))",
    "\\![x](https://tracker.example/pixel.gif)",
    "![x](https://tracker.example/pixel.gif)",
    "[x]: javascript:alert(1)\n\n[x]",
    "```html\" onload=\"x\n<script>\n```",
];

/// Reads every tag of an output strictly and tells what is not ours.
fn foreign(html: &str) -> Option<String> {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { return Some(rest[at..].to_owned()) };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        let (name, attributes) =
            tag.trim_start_matches('/').split_once(' ').unwrap_or((tag.trim_start_matches('/'), ""));
        let mut pieces = attributes.split('"');
        let mut known = TAGS.contains(&name);
        while let (Some(attribute), Some(value)) = (pieces.next(), pieces.next()) {
            known &= match (name, attribute.trim()) {
                ("a", "href=") => {
                    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| value.starts_with(scheme))
                }
                ("a", "rel=") => value == "noopener",
                ("ol", "start=") => value.bytes().all(|byte| byte.is_ascii_digit()),
                _ => false,
            };
        }
        if !known {
            return Some(tag.to_owned());
        }
    }
    None
}

#[test]
fn hostile_texts_come_out_harmless() {
    for typed in HOSTILE {
        for body in [
            typed.to_owned(),
            format!("> - **{typed}**"),
            format!("a\n{typed}\nb"),
            format!("[{typed}]({typed})"),
        ] {
            let html = shown(&body);
            assert_eq!(foreign(&html), None, "{body:?} → {html}");
        }
    }
    for typed in HOSTILE.iter().filter(|typed| typed.starts_with("[x](") && !typed.contains("x.example")) {
        assert!(!shown(typed).contains("href"), "{typed} → {}", shown(typed));
    }
}

#[test]
fn deep_and_huge_texts_take_little_time() {
    let n = 10_000;
    let stairs = (0..140).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect::<String>();
    let bodies = [
        ">".repeat(n),
        ">".repeat(n) + " a\n" + &">".repeat(n) + " b",
        "> ".repeat(n) + "a",
        "- ".repeat(n) + "a",
        "1. ".repeat(n) + "a",
        stairs,
        "*a **b ".repeat(n / 4) + &"** *".repeat(n / 4),
        "*".repeat(n) + "a" + &"*".repeat(n),
        "*a_".repeat(n),
        "[".repeat(n),
        "[a](".repeat(n),
        "![".repeat(n) + &"](a.example)".repeat(n),
        "<".repeat(n),
        "`".repeat(n),
        "&".repeat(n),
        "www.".repeat(n),
        "a@".repeat(n),
        "http://".repeat(n),
        "\\".repeat(n),
        "\n".repeat(n * 2),
        "1. a\n2. b\n".repeat(n / 5),
        "Wort ".repeat(n * 10),
    ];
    for body in bodies {
        let start = Instant::now();
        let html = shown(&body);
        assert_eq!(foreign(&html), None);
        plain_text(&body);
        excerpt(&body, 200);
        // Generous, because the machine may be busy and the build slow; a bad case takes minutes.
        assert!(start.elapsed() < Duration::from_secs(10), "{:.20} took {:?}", body, start.elapsed());
    }
}

#[test]
fn plain_words_keep_paragraphs_and_lists() {
    let body = "## Programm\n\nUm **zehn** Uhr:\n\n- [Lesung](https://borken.example)\n- Musik\n\n1. Eins\n2. Zwei\n\n> Schluss";
    assert_eq!(
        plain_text(body),
        "Programm\n\nUm zehn Uhr:\n\n• Lesung\n• Musik\n\n1. Eins\n2. Zwei\n\nSchluss"
    );
}

#[test]
fn an_excerpt_ends_with_a_sentence_where_it_can() {
    let body = "Am 3. Oktober kommt Dr. Anna Beispiel zu uns. Sie liest aus ihrem neuen Buch über Schafe.";
    assert_eq!(excerpt(body, 60), "Am 3. Oktober kommt Dr. Anna Beispiel zu uns. Sie liest\u{a0}…");
    let body = "Am 3. Oktober kommt Dr. Anna Beispiel nach Borken. Sie liest aus ihrem Buch.";
    assert_eq!(excerpt(body, 60), "Am 3. Oktober kommt Dr. Anna Beispiel nach Borken.");
    assert_eq!(excerpt("„Wirklich?“ Das fragte sie den ganzen Tag.", 20), "„Wirklich?“");
    assert_eq!(excerpt("Kurz.\n\n**Und** gut", 60), "Kurz. Und gut");
}

#[test]
fn an_excerpt_never_cuts_a_word_unless_it_is_longer_than_the_space() {
    assert_eq!(excerpt("Heute geöffnet, morgen leider geschlossen", 20), "Heute geöffnet\u{a0}…");
    assert_eq!(excerpt(&"ä".repeat(50), 10), format!("{}…", "ä".repeat(8)));
    assert_eq!(excerpt("Schaf", 0), "");
}

/// Pieces that are likely to do harm, mixed with anything.
fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        proptest::sample::select(vec![
            "<",
            ">",
            "\"",
            "'",
            "&",
            "`",
            "```",
            "~~~",
            "*",
            "**",
            "_",
            "[",
            "](",
            ")",
            "]:",
            "!",
            "\\",
            "\n",
            "\n\n",
            "    ",
            "\t",
            "- ",
            "1. ",
            "2. ",
            "> ",
            "# ",
            "---",
            "<!--",
            "-->",
            "<![CDATA[",
            "href=",
            " onclick=x ",
            "javascript:",
            "https://x.example/",
            "www.x.example",
            "a@x.example",
            "&lt;",
            "&#60;",
            "\u{0}",
            "\u{202e}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
        "[a-zäöüß ]{1,12}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_foreign_ever_comes_out(body in hostile_text(), heading in 0_u8..9) {
        let html = html(&body, heading);
        prop_assert_eq!(foreign(&html), None, "{}", html);
    }

    #[test]
    fn no_word_is_lost(words in proptest::collection::vec("[A-Za-zäöüß]{1,8}[.,:*!]?|[0-9]{1,4}\\.|[*_`~-]|[(\\[]", 1..30), breaks in proptest::collection::vec(0_u8..4, 30)) {
        let mut body = String::new();
        for (word, gap) in words.iter().zip(breaks) {
            body.push_str(word);
            body.push_str(if gap == 0 { "\n" } else { " " });
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&plain_text(&body)), letters(&body));
    }

    #[test]
    fn an_excerpt_keeps_its_length(body in hostile_text(), chars in 0_usize..200) {
        let short = excerpt(&body, chars);
        prop_assert!(short.chars().count() <= chars, "{} > {chars}: {short}", short.chars().count());
        prop_assert!(!short.contains('\n'));
    }
}
