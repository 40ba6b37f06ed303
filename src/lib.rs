//! Verbund: several small houses run one joint presence. The rooms, in dependency order:
//! a room may use only the rooms above it.
#![warn(clippy::too_many_lines, clippy::self_named_module_files)]

pub mod base;
