//! What nothing asks for goes out of a module and its glue: exports that the script never calls, classes that nobody
//! makes, and long names between the two.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use walrus::{ConstExpr, DataKind, Module, ModuleConfig, ir::Value};

/// How the script names what the module exports.
const EXPORTED: &str = "wasm.";
/// Where the script lists what the module imports, and where that ends.
const IMPORTED: [&str; 2] = ["    const import0 = {\n        __proto__: null,\n", "\n    };\n"];
/// An entry of that list begins with so many spaces.
const INDENT: &str = "        ";

/// Takes out of the script the classes that only somebody else could make, and out of the module what the script does
/// not call.
///
/// # Errors
/// When the script makes such a class itself.
pub fn unasked(module: &Path, script: &Path) -> Result<()> {
    let kept = without_classes(&std::fs::read_to_string(script)?)?;
    std::fs::write(script, &kept)?;
    let mut slim = read(module)?;
    let unasked: Vec<_> = slim
        .exports
        .iter()
        .filter(|one| !kept.contains(&format!("{EXPORTED}{}", one.name)))
        .map(|one| one.id())
        .collect();
    for id in unasked {
        slim.exports.delete(id);
    }
    write(slim, module)
}

fn without_classes(script: &str) -> Result<String> {
    let mut kept = script.to_owned();
    while let Some(begin) = kept.find("export class ") {
        let name = kept[begin + "export class ".len()..].split(' ').next().unwrap_or_default().to_owned();
        cut(&mut kept, begin, "\n}\n")?;
        let dispose = format!("if (Symbol.dispose) {name}.");
        let begin = kept.find(&dispose).with_context(|| format!("{name} is not disposed of"))?;
        cut(&mut kept, begin, "\n")?;
        let registry = format!("const {name}Finalization = ");
        let begin = kept.find(&registry).with_context(|| format!("{name} is not finalized"))?;
        cut(&mut kept, begin, ";\n")?;
        ensure!(!kept.contains(&name), "the script makes a {name} itself");
    }
    Ok(kept)
}

/// Takes out everything from a place up to and with the first of these signs.
fn cut(text: &mut String, begin: usize, end: &str) -> Result<()> {
    let length = text[begin..].find(end).context("the script has another shape")? + end.len();
    text.replace_range(begin..begin + length, "");
    Ok(())
}

/// The module imports these from its own script; the others it imports from a script as that names them.
const OWN: &str = "_bg.js";

/// Gives what the module imports from its script a short name, in both, and takes out of the script what it does not
/// import any more.
///
/// # Errors
/// When the script does not have what the module imports.
pub fn names(module: &Path, script: &Path) -> Result<()> {
    let mut slim = read(module)?;
    let text = std::fs::read_to_string(script)?;
    let (before, rest) = text.split_once(IMPORTED[0]).context("the script lists no imports")?;
    let (list, after) = rest.split_once(IMPORTED[1]).context("the list of imports does not end")?;
    let entries = entries(list);
    let mut short = String::new();
    let own = slim.imports.iter_mut().filter(|import| import.module.ends_with(OWN));
    for (number, import) in own.enumerate() {
        let entry = entries.iter().find(|(name, _)| *name == import.name);
        let (_, body) = entry.with_context(|| format!("the script has no {}", import.name))?;
        import.name = letters(number);
        short.push_str(&format!("{INDENT}{}{body}\n", import.name));
        import.module = "m".to_owned();
    }
    let (place, object) = after.split_once("\"./").context("the script does not name the module of its imports")?;
    let (_, object) = object.split_once(&format!("{OWN}\"")).context("the script names that module in another way")?;
    std::fs::write(script, format!("{before}{}{}{}{place}m{object}", IMPORTED[0], short.trim_end(), IMPORTED[1]))?;
    write(slim, module)
}

/// The first addresses, which a module that may be made light leaves alone.
const LOW: i32 = 1024;

/// Makes sure that nothing is stored at the first addresses. An address and a constant below [`LOW`] may then be added
/// where the memory is read: they never go round past the end of the memory.
///
/// # Errors
/// When the data of the module begins there.
pub fn spares_low_memory(module: &Path) -> Result<()> {
    for data in read(module)?.data.iter() {
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(begin)), .. } = data.kind {
            ensure!(!(0..LOW).contains(&begin), "data at {begin}, among the first addresses of the memory");
        }
    }
    Ok(())
}

/// The name and the rest of each entry: `name: function …`.
fn entries(list: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in list.lines() {
        let begins = line.strip_prefix(INDENT).filter(|line| line.starts_with("__"));
        match (begins.and_then(|line| line.split_once(':')), entries.last_mut()) {
            (Some((name, rest)), _) => entries.push((name, format!(":{rest}"))),
            (None, Some((_, body))) => {
                body.push('\n');
                body.push_str(line);
            }
            (None, None) => {}
        }
    }
    entries
}

/// a, b, …, z, ba, bb, …
fn letters(number: usize) -> String {
    let digit = char::from(b'a' + (number % 26) as u8);
    if number < 26 { digit.to_string() } else { letters(number / 26) + &digit.to_string() }
}

/// Reads a module.
pub fn read(path: &Path) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse_file(path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a module without what nothing in it uses.
pub fn write(mut module: Module, path: &Path) -> Result<()> {
    walrus::passes::gc::run(&mut module);
    let bytes = module.emit_wasm();
    std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    const SCRIPT: &str = "export class Stream {
    free() {
        wasm.stream_free(this.ptr);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_log_0123456789abcdef: function(arg0) {
            console.log(arg0);
        },
        __wbg_never_fedcba9876543210: function() { return handleError(function () {
            never();
        }, arguments); },
    };
    return {
        __proto__: null,
        \"./melder_bg.js\": import0,
        \"./snippets/queue.js\": import1,
    };
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.stream_free(ptr, 1));
wasm.start();
";

    const QUEUE: &str = "./snippets/queue.js";

    /// A module that exports what the script calls, and what only a class in it calls.
    fn module(path: &Path) {
        let mut module = Module::with_config(ModuleConfig::new());
        let takes_one = module.types.add(&[ValType::I32], &[]);
        let (log, _) = module.add_import_func("./melder_bg.js", "__wbg_log_0123456789abcdef", takes_one);
        let (seen, _) = module.add_import_func(QUEUE, "seen", takes_one);
        for name in ["start", "stream_free"] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.func_body().i32_const(7).call(log).i32_const(7).call(seen);
            let id = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, id);
        }
        write(module, path).unwrap();
    }

    #[test]
    fn what_nobody_asks_for_goes_and_names_are_short_on_both_sides() {
        let folder = tempfile::tempdir().unwrap();
        let (wasm, script) = (folder.path().join("melder_bg.wasm"), folder.path().join("melder.js"));
        module(&wasm);
        std::fs::write(&script, SCRIPT).unwrap();
        unasked(&wasm, &script).unwrap();
        let exports: Vec<String> = read(&wasm).unwrap().exports.iter().map(|one| one.name.clone()).collect();
        assert_eq!(exports, ["start"]);
        names(&wasm, &script).unwrap();
        let text = std::fs::read_to_string(&script).unwrap();
        assert!(
            text.contains("        a: function(arg0) {\n            console.log(arg0);\n        },\n    };"),
            "{text}"
        );
        assert!(text.contains("        m: import0,\n"), "{text}");
        assert!(["Stream", "never", "__wbg_log"].iter().all(|gone| !text.contains(gone)), "{text}");
        let imports: Vec<_> =
            read(&wasm).unwrap().imports.iter().map(|one| (one.module.clone(), one.name.clone())).collect();
        let pair = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        assert_eq!(imports, [pair("m", "a"), pair(QUEUE, "seen")], "what is of another script keeps its name");
        assert!(text.contains("\"./snippets/queue.js\": import1,"), "{text}");
        assert!(names(&wasm, &script).is_err(), "a second time the script does not have these");
    }

    #[test]
    fn data_at_the_first_addresses_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("module.wasm");
        for (begin, spares) in [(0, false), (LOW - 1, false), (LOW, true), (1 << 20, true)] {
            let mut module = Module::with_config(ModuleConfig::new());
            let memory = module.memories.add_local(false, false, 17, None, None);
            let offset = ConstExpr::Value(Value::I32(begin));
            module.data.add(DataKind::Active { memory, offset }, vec![1]);
            module.exports.add("memory", memory);
            write(module, &path).unwrap();
            assert_eq!(spares_low_memory(&path).is_ok(), spares, "{begin}");
        }
    }

    #[test]
    fn a_class_that_the_script_makes_is_an_error() {
        assert!(without_classes(&format!("{SCRIPT}new Stream();\n")).is_err());
        assert!(without_classes(SCRIPT).is_ok());
    }

    #[test]
    fn letters_do_not_come_twice() {
        let all: std::collections::BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!((all.len(), letters(0), letters(26)), (2000, "a".into(), "ba".into()));
    }
}
