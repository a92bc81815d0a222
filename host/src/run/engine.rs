//! The runtime's settings: room for all instances taken once, nothing shared between them.

use std::time::Duration;

use anyhow::{Context, Result};
use wasmtime::{Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig};

use crate::settings::Limits;

/// Between two looks at whether a busy instance has to make room.
pub(crate) const TICK: Duration = Duration::from_millis(20);

/// Memory that an instance leaves behind warm, wiped and not returned to the system.
const KEEP_RESIDENT: usize = 256 * 1024;

/// Instances for requests of components to each other, besides `limits.max_instances`: whoever holds a place for a
/// request from outside doesn't wait for another one of those.
pub(crate) const INSIDE: u16 = 4;

/// An engine with room for `limits.max_instances`, and for [`INSIDE`].
pub(crate) fn engine(limits: &Limits) -> Result<Engine> {
    let instances = u32::from(limits.max_instances) + u32::from(INSIDE);
    let mut pool = PoolingAllocationConfig::new();
    pool.total_component_instances(instances)
        .total_core_instances(instances * 8)
        .max_core_instances_per_component(32)
        .total_memories(instances)
        .max_memories_per_component(1)
        .max_memory_size(usize::from(limits.max_memory) << 20)
        .total_tables(instances * 2)
        .max_tables_per_component(4)
        .table_elements(20_000)
        .total_stacks(instances)
        .max_unused_warm_slots(8)
        .linear_memory_keep_resident(KEEP_RESIDENT)
        .table_keep_resident(16 * 1024);
    let mut config = Config::new();
    config
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool))
        .memory_init_cow(true)
        .epoch_interruption(true)
        .wasm_component_model(true);
    let engine = Engine::new(&config).map_err(anyhow::Error::msg).context(
        "the runtime can't set aside address space for its instances; \
         lower --max-instances or raise the limit on virtual memory",
    )?;
    Ok(engine)
}

/// Lets time pass for instances, as long as the engine lives.
pub(crate) fn start_ticking(engine: &Engine) -> std::io::Result<()> {
    let weak = engine.weak();
    std::thread::Builder::new()
        .name("ticker".into())
        .spawn(move || {
            while let Some(engine) = weak.upgrade() {
                engine.increment_epoch();
                drop(engine);
                std::thread::sleep(TICK);
            }
        })
        .map(drop)
}
