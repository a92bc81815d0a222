//! Rust for the interfaces in `wit/`.

wasmtime::component::bindgen!({
    path: "wit",
    world: "host:app/offered",
    imports: { default: async | trappable },
    with: {
        "fermyon:spin/key-value.store": keyvalue::Sqlite,
        "wasi:keyvalue/store.bucket": keyvalue::Sqlite,
        "wasi:keyvalue/atomics.cas": crate::kv::Cas,
    },
    require_store_data_send: true,
});
