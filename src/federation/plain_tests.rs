use super::*;

#[test]
fn paragraphs_and_line_ends_stay_and_nothing_else_does() {
    let html = "<p>Guten <b>Tag</b>,<br>gibt es &lt;das&gt; &amp; mehr?</p><p>Grüße</p>";
    assert_eq!(text(html), "Guten Tag,\ngibt es <das> & mehr?\n\nGrüße");
    assert_eq!(text("<ul><li>eins</li><li>zwei</li></ul>"), "• eins\n• zwei");
    assert_eq!(text("<p>a</p><script>alert(1)</script><style>p{}</style>"), "a");
    assert_eq!(text("nur Worte & <"), "nur Worte & <");
}

#[test]
fn links_are_written_out_once() {
    let html = "<a href=\"https://a.example/b?c=1&amp;d=2\">hier</a>";
    assert_eq!(text(html), "hier (https://a.example/b?c=1&d=2)");
    let long =
        "<a href=\"https://a.example/weg\"><span>https://</span><span>a.example/</span><span>weg</span></a>";
    assert_eq!(text(long), "https://a.example/weg");
    let named = "<a href=\"https://a.example/@mia\" class=\"u-url mention\">@<span>mia</span></a> ja";
    assert_eq!(text(named), "@mia ja");
    assert_eq!(text("<a href=\"javascript:alert(1)\">los</a>"), "los");
}

#[test]
fn what_is_meant_to_hurt_is_only_cut() {
    let deep = format!("{}Wort{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
    assert!(text(&deep).len() <= LONGEST_TEXT);
    let many = "<a href=\"https://a.example/\">x</a>".repeat(10_000);
    assert!(text(&many).len() <= LONGEST_TEXT);
    assert!(text(&"ä".repeat(200_000)).len() <= LONGEST_TEXT);
    assert_eq!(text("<a href=\"https://a.example/\">offen"), "offen (https://a.example/)");
}

proptest::proptest! {
    #[test]
    fn any_text_gives_a_bounded_text(html in ".{0,400}") {
        assert!(text(&html).len() <= LONGEST_TEXT);
    }
}
