mod clues;
mod damage;
mod meetings;
mod reads;
mod search;
