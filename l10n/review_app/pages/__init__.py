"""Pages and actions: each a function from a Visit to a Response."""
