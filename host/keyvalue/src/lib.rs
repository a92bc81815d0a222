//! Spin's key-value stores: SQLite in Spin's own table layout, and in memory.
