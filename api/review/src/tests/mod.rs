mod damage;
mod meetings;
mod reads;
