mod care;
mod clues;
mod damage;
mod lists;
mod meetings;
mod questions;
mod reads;
mod search;
