//! Two people changed the same text: one text out of both, with nothing that was typed lost.
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::content::Content;
use super::wording;

/// What came of two changes of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    /// Both changes fit beside each other.
    Merged(Content),
    /// Somebody has to choose.
    Collisions(Collisions),
}

/// Two changes of one text that meet in some places; the rest is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collisions {
    /// The places where both changed something, in the order in which a page shows them.
    pub hunks: Vec<Hunk>,
    /// The text from beginning to end: what is agreed, and where the hunks stand in it.
    pub body: Vec<Part>,
    /// Everything on which there is agreement; what collides is still that of the base.
    agreed: Content,
}

/// A place that both sides changed differently. Empty words mean that a side took them away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    pub place: Place,
    pub base: String,
    pub mine: String,
    pub theirs: String,
}

/// Where two changes met. For topic and series the words of the hunk are ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Title,
    Body,
    Topic,
    Series,
    Language,
}

/// A piece of the merged text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Whole lines that both sides agree on.
    Agreed(String),
    /// The place of a hunk, by its position in [`Collisions::hunks`].
    Collision(usize),
}

/// What somebody decided about a hunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    Both,
}

/// Merges two changes of the same base. Lines (paragraphs, as people type) are taken as a whole:
/// a sentence of two authors would be a sentence of none. Always the same answer for the same
/// three texts, so that a form needs to carry nothing but the choices.
pub fn merge(base: &Content, mine: &Content, theirs: &Content) -> Merge {
    let [base, mine, theirs] = [base, mine, theirs].map(|content| content.clone().tidied());
    if mine == theirs || theirs == base {
        return Merge::Merged(mine);
    }
    if mine == base {
        return Merge::Merged(theirs);
    }
    let mut hunks = Vec::new();
    let mut agreed = Content {
        links: lists(&base.links, &mine.links, &theirs.links),
        byline: lists(&base.byline, &mine.byline, &theirs.byline),
        authors: lists(&base.authors, &mine.authors, &theirs.authors),
        pictures: lists(&base.pictures, &mine.pictures, &theirs.pictures),
        wordings: wording::merge(&base.wordings, &mine.wordings, &theirs.wordings),
        ..base.clone()
    };
    let mut one = |place, [base, mine, theirs]: [&str; 3]| match () {
        () if mine == theirs || theirs == base => Some(mine.to_owned()),
        () if mine == base => Some(theirs.to_owned()),
        () => {
            let [base, mine, theirs] = [base, mine, theirs].map(str::to_owned);
            hunks.push(Hunk { place, base, mine, theirs });
            None
        }
    };
    for place in [Place::Title, Place::Topic, Place::Series, Place::Language] {
        let said = [&base, &mine, &theirs].map(|content| place.read(content));
        if let Some(value) = one(place, said) {
            place.write(&mut agreed, value);
        }
    }
    let body = bodies([&base.body, &mine.body, &theirs.body], &mut hunks);
    let collisions = Collisions { hunks, body, agreed };
    match collisions.hunks.is_empty() {
        true => Merge::Merged(collisions.resolve(&[])),
        false => Merge::Collisions(collisions),
    }
}

impl Collisions {
    /// Gives the text as it becomes by these choices, one a hunk in their order. Where a choice is
    /// missing both are kept, for nothing typed may be lost.
    pub fn resolve(&self, choices: &[Choice]) -> Content {
        let chosen = |at: usize| self.hunks[at].chosen(choices.get(at).copied().unwrap_or(Choice::Both));
        let mut content = self.agreed.clone();
        for (at, hunk) in self.hunks.iter().enumerate().filter(|(_, hunk)| hunk.place != Place::Body) {
            hunk.place.write(&mut content, chosen(at));
        }
        let pieces = self.body.iter().filter_map(|part| match part {
            Part::Agreed(text) => Some(text.clone()),
            Part::Collision(at) => Some(chosen(*at)).filter(|text| !text.is_empty()),
        });
        content.body = pieces.collect::<Vec<_>>().join("\n");
        content.tidied()
    }

    /// Gives the text with both versions of every hunk in it, to be put right by hand.
    pub fn combined_body(&self) -> String {
        self.resolve(&[]).body
    }
}

impl Hunk {
    /// Tells whether both versions can stand one after the other; a post has only one topic.
    pub fn can_keep_both(&self) -> bool {
        matches!(self.place, Place::Title | Place::Body)
    }

    /// Gives what stands there by a choice. Of what cannot be kept twice, mine is kept.
    pub fn chosen(&self, choice: Choice) -> String {
        let between = if self.place == Place::Body { "\n\n" } else { " / " };
        match choice {
            Choice::Theirs => self.theirs.clone(),
            Choice::Both if self.can_keep_both() => match (self.mine.trim(), self.theirs.trim()) {
                ("", _) => self.theirs.clone(),
                (_, "") => self.mine.clone(),
                _ => format!("{}{between}{}", self.mine, self.theirs),
            },
            Choice::Mine | Choice::Both => self.mine.clone(),
        }
    }
}

impl Choice {
    /// Reads what a form sends.
    pub fn from_code(code: &str) -> Option<Choice> {
        match code {
            "mine" => Some(Choice::Mine),
            "theirs" => Some(Choice::Theirs),
            "both" => Some(Choice::Both),
            _ => None,
        }
    }
}

impl Place {
    fn read(self, content: &Content) -> &str {
        match self {
            Place::Title => &content.title,
            Place::Body => &content.body,
            Place::Topic => content.topic.as_ref().map_or("", |id| id.as_str()),
            Place::Series => content.series.as_ref().map_or("", |id| id.as_str()),
            Place::Language => &content.language,
        }
    }

    fn write(self, content: &mut Content, value: String) {
        match self {
            Place::Title => content.title = value,
            Place::Body => content.body = value,
            Place::Topic => content.topic = Some(value).filter(|id| !id.is_empty()).map(Into::into),
            Place::Series => content.series = Some(value).filter(|id| !id.is_empty()).map(Into::into),
            Place::Language => content.language = value,
        }
    }
}

/// Merges two lists: what either side added is there, what either side took away is not.
fn lists<T: PartialEq + Clone>(base: &[T], mine: &[T], theirs: &[T]) -> Vec<T> {
    if mine == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return mine.to_vec();
    }
    let kept = mine.iter().filter(|item| !base.contains(item) || theirs.contains(item));
    let added = theirs.iter().filter(|item| !base.contains(item) && !mine.contains(item));
    kept.chain(added).cloned().collect()
}

/// Lines of the base that one side changed, and the lines it put there.
#[derive(Clone)]
struct Edit {
    base: Range<usize>,
    new: Range<usize>,
}

impl Edit {
    fn grows(&self) -> bool {
        self.new.len() > self.base.len()
    }

    /// Tells whether two edits of different sides cannot both be made: they change the same line,
    /// or both add something at the same place and nobody knows in which order.
    fn collides(&self, other: &Edit) -> bool {
        let (from, to) = (self.base.start.max(other.base.start), self.base.end.min(other.base.end));
        let inside = |point: usize, range: &Range<usize>| range.start < point && point < range.end;
        from < to
            || (from == to
                && (inside(from, &self.base) || inside(from, &other.base) || (self.grows() && other.grows())))
    }
}

fn edits(base: &[&str], new: &[&str]) -> Vec<Edit> {
    let mut found: Vec<Edit> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, base, new) {
        let (base, new) = (op.old_range(), op.new_range());
        match found.last_mut() {
            _ if matches!(op, DiffOp::Equal { .. }) => {}
            Some(last) if last.base.end == base.start && last.new.end == new.start => {
                (last.base.end, last.new.end) = (base.end, new.end);
            }
            _ => found.push(Edit { base, new }),
        }
    }
    found
}

/// Finds what a side has in the place of some lines of the base, given its edits there.
fn in_place_of(range: &Range<usize>, edits: &[Edit]) -> Range<usize> {
    let (first, last) = (&edits[0], &edits[edits.len() - 1]);
    first.new.start - (first.base.start - range.start)..last.new.end + (range.end - last.base.end)
}

fn bodies(texts: [&str; 3], hunks: &mut Vec<Hunk>) -> Vec<Part> {
    let [base, mine, theirs] = texts.map(|text| text.split('\n').collect::<Vec<_>>());
    let (my_edits, their_edits) = (edits(&base, &mine), edits(&base, &theirs));
    let (mut parts, mut agreed, mut at) = (Vec::new(), Vec::new(), 0);
    let (mut i, mut j) = (0, 0);
    while i < my_edits.len() || j < their_edits.len() {
        let (first_i, first_j) = (i, j);
        meet(&my_edits, &their_edits, &mut i, &mut j);
        let (my_group, their_group) = (&my_edits[first_i..i], &their_edits[first_j..j]);
        let group = || my_group.iter().chain(their_group).map(|edit| &edit.base);
        let start = group().map(|range| range.start).min().unwrap_or(at);
        let end = group().map(|range| range.end).max().unwrap_or(at);
        agreed.extend_from_slice(&base[at..start]);
        at = end;
        let my_lines = (!my_group.is_empty()).then(|| &mine[in_place_of(&(start..end), my_group)]);
        let their_lines = (!their_group.is_empty()).then(|| &theirs[in_place_of(&(start..end), their_group)]);
        match (my_lines, their_lines) {
            (Some(mine), Some(theirs)) if mine != theirs => {
                if !agreed.is_empty() {
                    parts.push(Part::Agreed(agreed.join("\n")));
                    agreed.clear();
                }
                parts.push(Part::Collision(hunks.len()));
                let [base, mine, theirs] = [&base[start..end], mine, theirs].map(|lines| lines.join("\n"));
                hunks.push(Hunk { place: Place::Body, base, mine, theirs });
            }
            (lines, other) => agreed.extend_from_slice(lines.or(other).unwrap_or_default()),
        }
    }
    agreed.extend_from_slice(&base[at..]);
    if !agreed.is_empty() {
        parts.push(Part::Agreed(agreed.join("\n")));
    }
    parts
}

/// Steps over the next edit and all edits of the other side that collide with it, and with those.
fn meet(mine: &[Edit], theirs: &[Edit], i: &mut usize, j: &mut usize) {
    let (first_i, first_j) = (*i, *j);
    let order = |edit: Option<&Edit>| edit.map_or((usize::MAX, 0), |edit| (edit.base.start, edit.base.end));
    match order(mine.get(*i)) <= order(theirs.get(*j)) {
        true => *i += 1,
        false => *j += 1,
    }
    loop {
        let meets = |edit: Option<&Edit>, others: &[Edit]| {
            edit.is_some_and(|edit| others.iter().any(|other| edit.collides(other)))
        };
        if meets(theirs.get(*j), &mine[first_i..*i]) {
            *j += 1;
        } else if meets(mine.get(*i), &theirs[first_j..*j]) {
            *i += 1;
        } else {
            return;
        }
    }
}
