"""The commands that `kgraph.cli` offers, by what they are for."""
