//! The whole API over every kind of store that an instance may have: ours, and those that Spin has over SQLite and over
//! Redis. Each is tried in memory, with the handlers of the components in this process, over HTTP.
//!
//! What it is not: the real host. Our own store lies in a file there, and the other tests run over it.
mod life;
mod races;
mod served;

use served::Served;

fn everything(kind: usize) {
    let served = Served::new(kind);
    let people = races::set_up(&served);
    races::one_key(&served, &people);
    races::one_case(&served, &people);
    life::route(&served, &people);
    life::by_phone_and_a_new_code(&served, &people);
    life::accounts(&served, &people);
    life::relations(&served, &people);
    life::rights(&served, &people);
    life::destruction(&served, &people);
    life::audit(&served, &people);
}

#[test]
fn the_whole_api_over_our_own_store() {
    everything(0);
}

#[test]
fn the_whole_api_over_spins_store_on_sqlite() {
    everything(1);
}

#[test]
fn the_whole_api_over_spins_store_on_redis() {
    everything(2);
}
