"""Benchmarks, beside other tools: `make bench`.

All follow one method: a warm-up, then runs in turn (A B A B ...), so that a machine that grows
slower meanwhile is slow for all. Printed are medians, the lowest and highest figure, and the ratio
of ours to another tool, taken run by run. A run that fails ends the benchmark with its output.
"""
