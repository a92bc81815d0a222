mod clues;
mod damage;
mod meetings;
mod questions;
mod reads;
mod search;
