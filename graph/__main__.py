"""`python -m graph` is `khabar`."""

from graph.cli import main

main(prog_name="khabar")
