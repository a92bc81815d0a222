mod damage;
mod reads;
mod search;
