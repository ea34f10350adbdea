"""Real servers as plain processes, without Docker or root: for the tests and for `make stack`."""
