//! What the public face promises.
