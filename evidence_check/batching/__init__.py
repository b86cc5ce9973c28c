"""Many offices: a root of folders → each judged once, reports and an overview kept up to date."""
