//! Pictures: taken in safely, described, credited, cut to size.
crate::ids! {
    /// A picture.
    PictureId,
}
