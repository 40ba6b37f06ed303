//! What people type who know no Markdown, made unambiguous before Markdown is read.
//!
//! Markdown guesses, and its guesses hurt German: "3. Oktober" becomes the third item of a list,
//! "Leser*innen und Autor*innen" loses its stars, "[Hinweis]: geschlossen" disappears, a line that
//! was moved in by four blanks turns into program code. Each such place gets a backslash here.

/// Months as they follow the number of a day: then it is a date and no list.
const MONTHS: [&str; 34] = [
    "Januar",
    "Jänner",
    "Jan.",
    "Februar",
    "Feber",
    "Feb.",
    "März",
    "Mrz.",
    "April",
    "Apr.",
    "Mai",
    "Juni",
    "Jun.",
    "Juli",
    "Jul.",
    "August",
    "Aug.",
    "September",
    "Sept.",
    "Sep.",
    "Oktober",
    "Okt.",
    "November",
    "Nov.",
    "Dezember",
    "Dez.",
    "January",
    "February",
    "March",
    "May",
    "June",
    "July",
    "October",
    "December",
];

/// Prepares a typed text for the Markdown parser. Headings, bullets, real numbered lists, quotes,
/// bold, italic and links keep their meaning; everything else stands for itself.
pub(super) fn for_markdown(body: &str) -> String {
    let lines: Vec<Line> = body.lines().map(Line::read).collect();
    let is_list = numbered_lists(&lines);
    let mut out = String::with_capacity(body.len() + body.len() / 16);
    let (mut in_list, mut after_blank) = (false, true);
    for (line, is_list) in lines.iter().zip(is_list) {
        let marked = line.bullets || is_list;
        if !marked && line.indent < 2 && after_blank && !line.is_blank() {
            in_list = false;
        }
        out.push_str(&line.start(marked, in_list));
        match (&line.number, is_list) {
            (Some(number), false) => {
                out.push_str(&number.digits);
                out.push('\\');
                escape(&line.rest[number.digits.len()..], &mut out);
            }
            _ => escape_line(line.rest, &mut out),
        }
        out.push('\n');
        in_list |= marked;
        after_blank = line.is_blank();
    }
    out
}

/// One line, taken apart: what stands before the words, and the words.
struct Line<'a> {
    /// Width of the blanks at the very beginning; a tab reaches to the next fourth column.
    indent: usize,
    /// Quote marks and bullets with the blanks between them, without the first blanks.
    marks: &'a str,
    quotes: usize,
    bullets: bool,
    number: Option<Number>,
    rest: &'a str,
}

/// A number with a point or bracket at the beginning of the words.
struct Number {
    digits: String,
    value: u64,
    is_date: bool,
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Self {
        let words = line.trim_start_matches([' ', '\t']);
        let blanks = &line[..line.len() - words.len()];
        let indent = blanks.chars().fold(0, |at, c| if c == '\t' { at / 4 * 4 + 4 } else { at + 1 });
        let (mut rest, mut quotes, mut bullets) = (words, 0, false);
        loop {
            if let Some(more) = rest.strip_prefix('>') {
                quotes += 1;
                rest = more.trim_start_matches([' ', '\t']);
            } else if let Some(more) = ["- ", "* ", "+ "].iter().find_map(|bullet| rest.strip_prefix(bullet))
            {
                bullets = true;
                rest = more.trim_start_matches([' ', '\t']);
            } else {
                break;
            }
        }
        // "- - -" and "* * *" are a rule across the page, not a list of nothing.
        if rest.is_empty() || matches!(rest, "-" | "*") {
            rest = words;
        }
        let marks = &words[..words.len() - rest.len()];
        Line { indent, marks, quotes, bullets, number: Number::read(rest), rest }
    }

    fn is_blank(&self) -> bool {
        self.rest.is_empty() && self.marks.is_empty()
    }

    /// Gives the beginning of the line. More than three blanks would mean program code, unless a
    /// list goes on there one level deeper.
    fn start(&self, marked: bool, in_list: bool) -> String {
        let indent = match (marked, in_list) {
            (true, true) => self.indent,
            (true, false) if self.indent >= 4 => 0,
            _ => self.indent.min(3),
        };
        format!("{}{}", " ".repeat(indent), self.marks)
    }
}

impl Number {
    fn read(words: &str) -> Option<Number> {
        let end = words.find(|c: char| !c.is_ascii_digit())?;
        let after = words[end..].strip_prefix(['.', ')'])?;
        if !(1..=9).contains(&end) || !(after.is_empty() || after.starts_with([' ', '\t'])) {
            return None;
        }
        let digits = words[..end].to_owned();
        let value = digits.parse().ok()?;
        let next = after.trim_start();
        let is_date = MONTHS.iter().any(|month| {
            next.strip_prefix(month).is_some_and(|more| !more.starts_with(|c: char| c.is_alphanumeric()))
        });
        Some(Number { digits, value, is_date })
    }
}

/// Tells of each line whether its number is that of a list: one that begins with 1 and counts on,
/// with at least two items. Other numbers are dates, years, or sentences that begin with one.
fn numbered_lists(lines: &[Line]) -> Vec<bool> {
    let mut is_list = vec![false; lines.len()];
    // The last number seen at each depth: (quotes, indent) → (line, number).
    let mut last: std::collections::HashMap<(usize, usize), (usize, u64)> = std::collections::HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(number) = line.number.as_ref().filter(|number| !number.is_date && !line.bullets) else {
            continue;
        };
        let depth = (line.quotes, line.indent / 3);
        let before = last.insert(depth, (at, number.value));
        if let Some((first, value)) = before.filter(|(_, value)| value + 1 == number.value)
            && (value == 1 || is_list[first])
        {
            is_list[first] = true;
            is_list[at] = true;
        }
    }
    is_list
}

fn escape_line(words: &str, out: &mut String) {
    if words.starts_with("~~~") || (words.starts_with('[') && words.contains("]:")) {
        // Neither a block of program code nor a hidden definition of a link.
        out.push('\\');
    }
    escape(words, out);
}

fn escape(words: &str, out: &mut String) {
    let mut before = ' ';
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let next = after.chars().next().unwrap_or(' ');
        match c {
            // Whoever knows the backslash means it.
            '\\' if next.is_ascii_punctuation() => {
                out.push(c);
                out.push(next);
                rest.next();
                before = next;
                continue;
            }
            '`' => out.push('\\'),
            '<' if !after.starts_with("http://") && !after.starts_with("https://") => out.push('\\'),
            '!' if next == '[' => out.push('\\'),
            '*' if before.is_alphanumeric() && next.is_alphanumeric() => out.push('\\'),
            _ => {}
        }
        out.push(c);
        before = c;
    }
}
