mod damage;
mod reads;
