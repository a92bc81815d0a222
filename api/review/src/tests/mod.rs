mod clues;
mod damage;
mod lists;
mod meetings;
mod reads;
mod search;
