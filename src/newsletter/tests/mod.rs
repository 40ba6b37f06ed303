//! What the newsletter promises.
