//! What networks of small houses have really lived through, each told once from beginning to end:
//! by people at browsers without script, with the jobs that run and the clock that goes on.
mod an_ending;
mod h1_a_house_leaves;
mod h4_a_new_name;
mod h5_a_locked_computer;
mod h9_twenty_volunteers;
mod l22_names_stay_inside;
mod l9_a_picture_without_words;
mod people;

use people::{Newcomer, Visitor, letters_to, within};
