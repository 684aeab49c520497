"""The options that the benchmarks share."""

import argparse
from collections.abc import Callable, Sequence


def read_options(
    description: str, *, sizes: str = "", runs: int, contenders: Sequence[str] = ()
) -> argparse.Namespace:
    """Return the options of the command line: `runs`, `sizes` and `contenders`.

    `sizes` are the defaults, `41,4100`; an option without a default or a choice is not offered.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=_count, default=runs, help=f"after the warm-up; {runs}")
    if sizes:
        text = f"numbers of entries; {sizes}"
        parser.add_argument("--sizes", type=_counts, default=_counts(sizes), help=text)
    if contenders:
        names = ",".join(contenders)
        text = f"what to measure, some of: {names}"
        parser.add_argument("--contenders", type=_choice(contenders), default=names, help=text)
    return parser.parse_args()


def describe_method(runs: int) -> str:
    """Return in a line how the figures below it come about."""
    return f"runs in turn after a warm-up: {runs}; medians (lowest-highest)"


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("has to be 1 or more")
    return count


def _counts(text: str) -> list[int]:
    return [_count(each) for each in text.split(",")]


def _choice(names: Sequence[str]) -> Callable[[str], list[str]]:
    def choose(text: str) -> list[str]:
        chosen = text.split(",")
        if unknown := set(chosen) - set(names):
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
        return [name for name in names if name in chosen]

    return choose
