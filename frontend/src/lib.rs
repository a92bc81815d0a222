//! What the melder and the AF see, in Leptos.
