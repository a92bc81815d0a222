//! The linker keeps its relocations in the AF's entry: with them `xtask/bundler` cuts off what is loaded later.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo:rustc-link-arg-bin=officer=--emit-relocs");
    }
}
