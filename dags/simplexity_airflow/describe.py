"""Fills a cache of descriptions: python -m simplexity_airflow.describe --experiments DIR --out DIR.

For images whose DAG processor has no Java; files that cannot be described are named, and the exit code is 2.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simplexity_airflow import settings
from simplexity_airflow.description import DescriptionError, describe


def main() -> int:
    """Describes every file of a folder."""
    parser = argparse.ArgumentParser(prog="simplexity_airflow.describe", description=__doc__)
    parser.add_argument("--experiments", type=Path, default=settings.experiments(), help="folder of experiment files")
    parser.add_argument("--out", type=Path, default=settings.description_cache(), help="folder of descriptions")
    options = parser.parse_args()
    code = 0
    for file in sorted(options.experiments.glob("*.yaml")):
        try:
            describe(file, options.out)
        except DescriptionError as error:
            print(error, file=sys.stderr)
            code = 2
    return code


if __name__ == "__main__":
    sys.exit(main())
