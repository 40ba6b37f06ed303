//! The frame around every page, and the answers to every failure.
