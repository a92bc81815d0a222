//! The melder's component: takes reports and tells where they stand.
