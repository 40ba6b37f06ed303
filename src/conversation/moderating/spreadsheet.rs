//! A table as spreadsheets read it, in which no word becomes a formula.

/// Writes one line: every field quoted (RFC 4180).
pub fn line(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|text| field(text)).collect();
    format!("{}\r\n", fields.join(","))
}

/// Quotes a field; one that a spreadsheet would take for a formula stays words.
fn field(text: &str) -> String {
    let begins = text
        .trim_start_matches([' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    format!("\"{}{}\"", if begins { "'" } else { "" }, text.replace('"', "\"\""))
}
