//! Codes that people read out, copy from paper and type.
use super::session::hash_secret;

/// Letters and digits that are not taken for each other: no I, L and O, no 0 and 1.
const LETTERS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// Makes a code of groups of four, as in `K7QM-3XRA`. Two groups have 40 bits: enough against
/// guessing from outside, where attempts are counted; three groups have 59.
pub fn new_code(groups: usize) -> String {
    let group =
        || (0..4).map(|_| char::from(LETTERS[rand::random_range(0..LETTERS.len())])).collect::<String>();
    (0..groups).map(|_| group()).collect::<Vec<_>>().join("-")
}

/// Hashes a code as it was typed: small letters, spaces and strokes make no difference.
pub fn hash_code(typed: &str) -> String {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    hash_secret(&plain.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_carelessly() {
        let code = new_code(2);
        assert_eq!(code.len(), 9);
        assert_eq!(hash_code(&code), hash_code(&format!(" {} ", code.to_lowercase().replace('-', " "))));
        assert_ne!(hash_code(&code), hash_code(&new_code(2)));
    }

    #[test]
    fn no_code_holds_letters_that_look_alike() {
        let many: String = (0..200).map(|_| new_code(3)).collect();
        assert!(!many.contains(['I', 'L', 'O', '0', '1']));
    }
}
