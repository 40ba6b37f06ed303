//! The newsletter: who wants it, with proof, and what goes out to them.
