//! A number is issued before it is on the disk. A write that was acknowledged with it survives a power cut at any
//! point, and no number that an acknowledged write uses is issued a second time.
#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::thread::scope;
use std::time::{Duration, Instant};

use fault::{Fault, Survivors, Use};
use keyvalue::{Database, Options, Scope, Scoped, Sqlite, Store, StoreError};

const COUNT: &str = "count";

fn open(fault: &Fault, path: &Path) -> Sqlite {
    let options = Options { vfs: Some(fault.name().to_owned()), ..Options::default() };
    Database::open(path, &options).expect("it opens").label("default")
}

fn line(number: i64) -> String {
    format!("line:{number}")
}

/// An acknowledged number: with the line written under it, or only an answer that named it.
type Acknowledged = BTreeMap<i64, Option<String>>;

fn acknowledge(all: &mut Acknowledged, number: i64, what: Option<String>) {
    assert!(all.insert(number, what).is_none(), "{number} was given out twice");
}

/// Requests that take numbers side by side and use them in another order: one by a line, one by its answer alone, one
/// not at all.
fn work(store: &Sqlite, round: usize, all: &mut Acknowledged) -> Result<(), StoreError> {
    for turn in 0..8 {
        let requests = [(); 3].map(|()| Scoped::new(&Scope::default(), store));
        let numbers = requests.each_ref().map(|request| request.increment(COUNT, 1));
        let [one, two, three] = requests;
        let [first, second, third] = numbers;
        let (_unused, second, third) = (first?, second?, third?);
        three.set(&line(third), format!("{round}:{turn}").as_bytes())?;
        acknowledge(all, third, Some(format!("{round}:{turn}")));
        two.close()?;
        acknowledge(all, second, None);
        drop(one);
    }
    Ok(())
}

/// Everything acknowledged is there, and the counter is past it.
fn holds(store: &Sqlite, all: &Acknowledged) {
    for (number, what) in all {
        if let Some(what) = what {
            assert_eq!(store.get(&line(*number)), Ok(Some(what.clone().into_bytes())), "line {number}");
        }
    }
    let highest = all.keys().next_back().copied().unwrap_or_default();
    assert!(store.increment(COUNT, 0).unwrap() >= highest, "{highest} could be given out again");
}

#[test]
fn a_power_cut_at_every_write_takes_no_number_back_that_was_used() {
    for survivors in [Survivors::None, Survivors::Some(3), Survivors::Some(88)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let fault = Fault::install(Use::ByName);
        let (mut all, mut cuts) = (Acknowledged::new(), 0);
        loop {
            let store = open(&fault, &path);
            fault.cut_power_after(cuts, survivors);
            let worked = work(&store, cuts, &mut all);
            drop(store);
            if fault.has_power() {
                worked.unwrap();
                break;
            }
            fault.restore_power();
            holds(&open(&fault, &path), &all);
            cuts += 1;
        }
        assert!(cuts > 30 && all.len() > 60, "{cuts} cuts, {} acknowledged: this shows nothing", all.len());
    }
}

#[test]
fn nor_does_one_while_many_work_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let fault = Fault::install(Use::ByName);
    let all = Mutex::new(Acknowledged::new());
    for cut in 0..40 {
        let store = open(&fault, &path);
        let survivors = if cut % 2 == 0 { Survivors::None } else { Survivors::Some(cut as u64 * 7919) };
        fault.cut_power_after(cut * 9, survivors);
        scope(|scope| {
            for thread in 0..8 {
                let (store, all) = (&store, &all);
                scope.spawn(move || {
                    loop {
                        let request = Scoped::new(&Scope::default(), store);
                        let Ok(number) = request.increment(COUNT, 1) else { return };
                        let what = format!("{cut}:{thread}");
                        if request.set(&line(number), what.as_bytes()).is_err() {
                            return;
                        }
                        acknowledge(&mut all.lock().unwrap(), number, Some(what));
                    }
                });
            }
        });
        drop(store);
        fault.restore_power();
        holds(&open(&fault, &path), &all.lock().unwrap());
    }
    assert!(all.lock().unwrap().len() > 100, "this shows nothing");
}

/// A record in another file names each number, while the power is cut at every write in turn: how often the record was
/// left without its number, and how many cuts there were.
fn ran_ahead(survivors: Survivors, scopes: fn() -> [Scope; 2]) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["numbers.db", "records.db"].map(|name| folder.path().join(name));
    let fault = Fault::install(Use::ByName);
    let (mut cuts, mut ahead) = (0, 0);
    loop {
        let [numbers, records] = paths.each_ref().map(|path| open(&fault, path));
        fault.cut_power_after(cuts, survivors);
        let worked = (0..8).try_for_each(|_| {
            let [taking, using] = scopes();
            let number = Scoped::new(&taking, &numbers).increment(COUNT, 1)?;
            Scoped::new(&using, &records).set("last", &number.to_le_bytes())
        });
        drop((numbers, records));
        if fault.has_power() {
            worked.unwrap();
            return (ahead, cuts);
        }
        fault.restore_power();
        let [numbers, records] = paths.each_ref().map(|path| open(&fault, path));
        let last = records.get("last").unwrap().map_or(0, |raw| i64::from_le_bytes(raw.try_into().unwrap()));
        ahead += usize::from(numbers.increment(COUNT, 0).unwrap() < last);
        cuts += 1;
    }
}

/// In one request the number is on the disk first, whether or not the record was acknowledged.
#[test]
fn another_file_never_runs_ahead_of_the_number() {
    for survivors in [Survivors::None, Survivors::Some(41)] {
        let (ahead, cuts) = ran_ahead(survivors, || {
            let scope = Scope::default();
            [scope.clone(), scope]
        });
        assert!(cuts > 20, "{cuts} cuts: this shows nothing");
        assert_eq!(ahead, 0, "of {cuts} cuts");
    }
    // where the store can't know that one request did both, it does run ahead: the test above would notice
    let (ahead, cuts) = ran_ahead(Survivors::None, || [Scope::default(), Scope::default()]);
    assert!(ahead > 0, "{cuts} cuts: this shows nothing");
}

#[test]
fn a_number_shares_the_flush_of_the_write_that_follows() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Fault::install(Use::ByName);
    let store = open(&fault, &folder.path().join("store.db"));
    store.increment(COUNT, 1).unwrap();
    let before = fault.flushes();
    for _ in 0..20 {
        let request = Scoped::new(&Scope::default(), &store);
        let numbers = [request.increment(COUNT, 1).unwrap(), request.increment("other", 1).unwrap()];
        request.set(&line(numbers[0]), b"x").unwrap();
        request.close().unwrap();
    }
    assert_eq!(fault.flushes() - before, 20, "one flush for two numbers and a line");
}

#[test]
fn a_number_that_no_write_follows_is_on_the_disk_before_the_answer_and_soon_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let fault = Fault::install(Use::ByName);
    let store = open(&fault, &path);
    let request = Scoped::new(&Scope::default(), &store);
    assert_eq!(request.increment(COUNT, 1), Ok(1));
    request.close().unwrap();
    let flushed = fault.flushes();
    // closed: from now on a number is issued only when it is durable
    assert_eq!(request.increment(COUNT, 1), Ok(2));
    assert_eq!(fault.flushes(), flushed + 1);
    let forgotten = Scoped::new(&Scope::default(), &store);
    assert_eq!(forgotten.increment(COUNT, 1), Ok(3));
    assert_eq!(forgotten.increment(COUNT, 0), Ok(3), "a request sees its own step");
    let begun = Instant::now();
    while fault.flushes() < flushed + 2 {
        assert!(begun.elapsed() < Duration::from_secs(20), "it never reached the disk");
        std::thread::yield_now();
    }
    fault.cut_power(Survivors::None);
    drop((store, request, forgotten));
    fault.restore_power();
    assert_eq!(open(&fault, &path).increment(COUNT, 0), Ok(3));
}

#[test]
fn whoever_holds_a_number_that_the_disk_refused_writes_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Fault::install(Use::ByName);
    let store = open(&fault, &folder.path().join("store.db"));
    store.set("before", b"x").unwrap();
    let [holder, unaware, other, later] = [(); 4].map(|()| Scoped::new(&Scope::default(), &store));
    assert_eq!(holder.increment(COUNT, 1), Ok(1));
    assert_eq!(unaware.increment("other", 1), Ok(1));
    fault.fail_flushes(true);
    assert!(other.set("shares the transaction", b"x").is_err());
    fault.fail_flushes(false);
    assert_eq!(later.increment(COUNT, 1), Ok(1), "nothing rests on the first 1");
    later.set(&line(1), b"later").unwrap();
    for refused in [holder.set(&line(1), b"holder"), holder.increment(COUNT, 1).map(drop), unaware.close()] {
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
    }
    assert_eq!(holder.close(), Ok(()), "it has heard so, and answers what fits");
    assert_eq!(store.get(&line(1)), Ok(Some(b"later".to_vec())));
    assert_eq!(store.increment(COUNT, 0), Ok(1));
}
