//! A post as plain words, as networks without markup show it: links are written out.
use super::piece::Piece;
use crate::post::writing::markdown;

/// Gives the text of a post: paragraphs with an empty line between them, links with their address,
/// and below it the links of the post, one a line.
pub fn body(piece: &Piece) -> String {
    let mut text = markdown::written_out(&piece.body);
    let links: Vec<String> = piece
        .links
        .iter()
        .filter(|link| link.leads_to_the_web())
        .map(|link| match link.label.is_empty() {
            true => link.url.clone(),
            false => format!("{}: {}", link.label, link.url),
        })
        .collect();
    if !links.is_empty() && !text.is_empty() {
        text.push_str("\n\n");
    }
    text + &links.join("\n")
}
