"""Hold the built site against Lighthouse, the Nu HTML checker, linters and the oldest browser.

Usage: make audit (which builds the site first)

Bars: Lighthouse, mobile: 100 in accessibility, best practices and SEO, and at least 99 in
performance (the median of three runs), for the home page, a category, an initiative, the explorer
and the downloads, in both languages. The Nu checker: no error on any page, hosted or offline. The
types of the scripts in docs/assets/js/ hold (TypeScript reads them from the comments). Sheets and
scripts use what the browsers of the baseline know (`browserslist` of package.json), and Chromium
109 draws every kind of page as today's does, searches and filters without a complaint. Ends with
status 1 and a line for each bar that is missed; with status 2 and one line when a tool cannot be
had.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from audit.browsers import check_old_browser
from audit.linters import check_types, lint_baseline
from audit.packages import ROOT, MissingToolError, install_packages, run_tool
from install.browser import find_browser
from install.programs import find_java
from servers.nginx_server import serve_with_nginx

PAGES = ("", "categories/capacity-building/", "initiatives/cen/", "explore/", "download/")
BARS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
BROWSER_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


def check_html(site: Path, packages: Path, java: str) -> list[str]:
    """Return the errors that the Nu checker finds in the pages of `site`."""
    jar = packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [java, "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "gnu"]
    # A single-file edition is one page more.
    command += ["--skip-non-html", str(site)]
    done = run_tool(command)
    return [line.replace(site.as_uri() + "/", "") for line in done.stderr.splitlines() if line]


def run_lighthouse(address: str, packages: Path, browser: str) -> dict[str, Any]:
    """Return Lighthouse's report on the page at `address`, as on a phone."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["node", str(packages / "lighthouse" / "cli" / "index.js"), address]
        command += ["--output=json", f"--output-path={report}", "--quiet"]
        command += [f"--only-categories={','.join(BARS)}", f"--chrome-flags={BROWSER_FLAGS}"]
        done = run_tool(command, CHROME_PATH=browser)
        if not report.exists():
            raise MissingToolError(f"Lighthouse does not run: {done.stderr.strip()[-300:]}")
        return dict(json.loads(report.read_text(encoding="utf-8")))


def audit_page(address: str, packages: Path, browser: str) -> list[str]:
    """Print the scores of a page; return a line for each bar that it misses."""
    reports = [run_lighthouse(address, packages, browser) for _ in range(RUNS)]
    missed = []
    scores = {}
    for name, bar in BARS.items():
        values = [round(100 * (report["categories"][name]["score"] or 0)) for report in reports]
        scores[name] = statistics.median(values)
        if scores[name] < bar:
            missed.append(f"{address}: {name} {scores[name]}, not {bar}: {_explain(reports, name)}")
    print(address.split("/", 3)[3], scores, flush=True)
    return missed


def _explain(reports: list[dict[str, Any]], name: str) -> str:
    audits = reports[-1]["audits"]
    weighed = reports[-1]["categories"][name]["auditRefs"]
    low = [
        ref["id"] for ref in weighed if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 0.95
    ]
    return ", ".join(f"{each} ({audits[each].get('displayValue', '')})" for each in low)


def main() -> int:
    """Audit the site; return the exit status."""
    site = ROOT / "site"
    if not (site / "index.html").exists():
        print(f"{site} holds no site: build it first", file=sys.stderr)
        return 2
    try:
        packages, java, browser = install_packages(), find_java(), find_browser()
        if java is None or browser is None:
            raise MissingToolError("no Java or no Chromium: `make audit` installs them")
        missed = check_types(packages)
        print(f"Types of the scripts: {len(missed)} errors", flush=True)
        # The second is what the zip holds.
        for folder in (site, ROOT / "build" / "offline"):
            errors = check_html(folder, packages, java)
            pages = len(list(folder.rglob("*.html")))
            print(f"Nu HTML checker: {pages} pages, {len(errors)} errors", flush=True)
            missed += errors
        missed += lint_baseline(site, packages)
        missed += check_old_browser(site, ROOT / "build" / "offline", packages, browser)
        with serve_with_nginx(site) as address:
            for language in ("fr", "en"):
                for page in PAGES:
                    missed += audit_page(f"{address}/{language}/{page}", packages, browser)
    except MissingToolError as error:
        print(f"The audit cannot be run: {error}", file=sys.stderr)
        return 2
    print("\n".join(missed) if missed else "Every bar is reached.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
