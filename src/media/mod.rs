//! Pictures: taken in safely, described, credited, cut to size.
pub mod intake;
pub mod kind;
pub mod licence;
pub mod rendering;
pub mod rights;
pub mod sizes;

crate::ids! {
    /// A picture.
    PictureId,
}
