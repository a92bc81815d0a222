//! A module's panics without their texts, and without the places in the sources that they would name.

use crate::slim::{read, write};
use anyhow::{Result, ensure};
use std::{ops::Range, path::Path};
use walrus::{
    ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, Module, ValType,
    ir::{Instr, Value},
};

/// Parts of the names of functions that prepare a panic. Only those that never return are meant.
const PANICS: [&str; 10] = [
    "panicking::",
    "panic_handler",
    "rust_begin_unwind",
    "slice_error_fail",
    "slice_index_fail",
    "unwrap_failed",
    "expect_failed",
    "assert_failed",
    "panic_already",
    "panic_access_error",
];

/// Part of the names of functions that write a value for a programmer: only a panic would show it.
const DEBUG: &str = "fmt::Debug";
/// The bytes of a place: where the name of the file is, its length, line and column.
const PLACE: usize = 16;

/// Takes the text out of every panic. It ends the module as before, and the page says so (`js/start.js`); only the
/// message goes, which a page without a console showed nobody.
///
/// # Errors
/// When no panic is found: then the compiler names them in another way.
pub fn quiet(heavy: &Path, to: &Path) -> Result<()> {
    let mut module = read(heavy)?;
    let loud: Vec<FunctionId> = module.funcs.iter().filter(|one| is_panic(one)).map(|one| one.id()).collect();
    ensure!(loud.len() > PANICS.len() / 2, "{} names its panics in another way", heavy.display());
    for id in loud {
        replace(&mut module, id, &|body| {
            body.unreachable();
        });
    }
    let debug: Vec<FunctionId> = module.funcs.iter().filter(|one| is_debug(&module, one)).map(|one| one.id()).collect();
    for id in debug {
        // writes nothing, and says that this worked
        replace(&mut module, id, &|body| {
            body.i32_const(0);
        });
    }
    let segments: Vec<_> = module.data.iter().map(|one| one.id()).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(base)), .. } = data.kind {
            forget(&mut data.value, base.cast_unsigned());
        }
    }
    write(module, to)
}

fn is_panic(function: &walrus::Function) -> bool {
    let name = function.name.as_deref().unwrap_or_default();
    let FunctionKind::Local(body) = &function.kind else { return false };
    let last = body.block(body.entry_block()).instrs.last();
    PANICS.iter().any(|part| name.contains(part)) && matches!(last, Some((Instr::Unreachable(_), _)))
}

fn is_debug(module: &Module, function: &walrus::Function) -> bool {
    let named = function.name.as_ref().is_some_and(|name| name.contains(DEBUG));
    named && matches!(function.kind, FunctionKind::Local(_)) && module.types.results(function.ty()) == [ValType::I32]
}

/// Makes the places and the names of files in them zero, which weighs nothing.
fn forget(data: &mut [u8], base: u32) {
    let begin = (base.wrapping_neg() % 4) as usize;
    let all = (begin..data.len().saturating_sub(PLACE - 1)).step_by(4);
    let places: Vec<_> = all.filter_map(|at| Some((at, file(data, at, base)?))).collect();
    for (at, file) in places {
        data[at..at + PLACE].fill(0);
        data[file].fill(0);
    }
}

/// The name of the file of the place that is here; `None` where none is.
fn file(data: &[u8], at: usize, base: u32) -> Option<Range<usize>> {
    let word = |number: usize| {
        let bytes = data.get(at + 4 * number..at + 4 * number + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let begin = usize::try_from(word(0)?.checked_sub(base)?).ok()?;
    let length = usize::try_from(word(1)?).ok().filter(|length| (6..300).contains(length))?;
    let name = data.get(begin..begin + length)?;
    let ends = name.ends_with(b".rs") || name.ends_with(b".rs\0");
    (ends && (1..30_000).contains(&word(2)?) && (1..400).contains(&word(3)?)).then_some(begin..begin + length)
}

fn replace(module: &mut Module, id: FunctionId, body: &dyn Fn(&mut InstrSeqBuilder<'_>)) {
    let signature = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (signature.params().to_vec(), signature.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    body(&mut builder.func_body());
    let locals = takes.iter().map(|one| module.locals.add(*one)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ModuleConfig;

    /// A module that logs in six panics, in two functions that return, and in one that shows a value to a programmer.
    fn module(path: &Path) {
        let mut module = Module::with_config(ModuleConfig::new());
        let takes_one = module.types.add(&[ValType::I32], &[]);
        let (log, _) = module.add_import_func("console", "log", takes_one);
        let mut add = |name: &str, ends: bool| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned()).func_body().i32_const(7).call(log);
            if ends {
                builder.func_body().unreachable();
            }
            let id = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, id);
        };
        for number in 0..6 {
            add(&format!("core::panicking::panic_{number}"), true);
        }
        add("std::panicking::panic_count::is_zero_slow_path", false);
        add("start", false);
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        builder.name("<u8 as core::fmt::Debug>::fmt".to_owned()).func_body().i32_const(7).call(log).i32_const(1);
        let id = builder.finish(Vec::new(), &mut module.funcs);
        module.exports.add("debug", id);
        write(module, path).unwrap();
    }

    #[test]
    fn a_panic_says_nothing_and_what_returns_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (loud, silent) = (folder.path().join("loud.wasm"), folder.path().join("quiet.wasm"));
        module(&loud);
        quiet(&loud, &silent).unwrap();
        let module = read(&silent).unwrap();
        for export in module.exports.iter() {
            let id = module.exports.get_func(&export.name).unwrap();
            let size = module.funcs.get(id).kind.unwrap_local().size();
            let panics = export.name.contains("panicking::panic_") && !export.name.contains("count");
            assert_eq!(size, if panics || export.name == "debug" { 1 } else { 2 }, "{}", export.name);
        }
        assert_eq!(module.exports.iter().count(), 9);
    }

    #[test]
    fn places_in_the_sources_are_forgotten_and_other_data_is_not() {
        let mut data = b"....frontend/src/x.rs\0Tekst.rs van ons".to_vec();
        data.resize(44, b'.');
        let place = |name: u32, length: u32, line: u32| [name, length, line, 9].map(u32::to_le_bytes).concat();
        data.extend(place(1028, 18, 70));
        data.extend(place(1028, 18, 71));
        // a text that ends like one, with a line that no file has
        data.extend(place(1046, 8, 0));
        let before = data.clone();
        forget(&mut data, 1024);
        assert_eq!(data[..4], before[..4]);
        assert_eq!((&data[4..22], &data[44..76]), (&[0; 18][..], &[0; 32][..]));
        assert_eq!((&data[22..44], &data[76..]), (&before[22..44], &before[76..]));
    }

    #[test]
    fn a_module_whose_panics_have_other_names_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (loud, silent) = (folder.path().join("loud.wasm"), folder.path().join("quiet.wasm"));
        module(&loud);
        let mut unnamed = read(&loud).unwrap();
        unnamed.funcs.iter_mut().for_each(|one| one.name = None);
        write(unnamed, &loud).unwrap();
        assert!(quiet(&loud, &silent).is_err());
    }
}
