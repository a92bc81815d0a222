//! Whole requests that are nearly right, at the whole component: no panic, and no answer that blames us.
mod requests;
mod stored;
