"""Checks pages and maps of a release in Chromium, as people who do not see well meet them.

usage: accessibility.py RELEASE AXE_MIN_JS

Exits 1 with one line for each complaint. RECORD_GOLDEN=1 records the accessibility trees anew,
never where CI is set.
"""

import json
import os
import sys
from html import escape
from pathlib import Path

from browser import POLICY, Browser, Server

GOLDEN = Path(__file__).parent.parent / "Golden" / "Clients"
RECORDED = ["divide", "divide-hotspots", "internet_use_women"]
SMALLEST = 11  # pixels

AXE = """axe.run().then(result => result.violations.map(
  violation => violation.id + ': ' + violation.nodes[0].html.slice(0, 120)))"""

# The smallest text of the inlined drawing and of the picture, as large as they are shown now.
TEXT_SIZES = """(() => {
  const sizes = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility()) continue;
    for (const text of svg.querySelectorAll('[font-size]'))
      sizes.push(parseFloat(text.getAttribute('font-size')) * svg.getScreenCTM().a);
  }
  for (const image of document.querySelectorAll('figure img'))
    if (image.checkVisibility()) sizes.push(11 * image.clientWidth / image.naturalWidth);
  return Math.min(...sizes);
})()"""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Khmer that is not said to be Khmer.
UNMARKED_KHMER = r"""(() => {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/[\u1780-\u17ff]/.test(node.data)) continue;
    if (node.parentElement.closest('[lang]')?.getAttribute('lang') !== 'km') found.push(node.data.trim());
  }
  return found.slice(0, 3);
})()"""


class Release:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.features = json.loads((self.folder / "atlas.geojson").read_text())["features"]
        self.pages = sorted(p.name for p in self.folder.glob("*.html"))
        for part in ("maps", "embed"):
            self.pages += sorted(f"{part}/{p.name}" for p in self.folder.glob(f"{part}/*.html"))
        self.maps = sorted(
            p.name for p in self.folder.glob("maps/*.svg") if p.name.count(".") == 2)

    def areas(self, indicator, language):
        """Name, value and status of each area; nothing where the map shows no plain indicator."""
        for feature in self.features:
            properties = feature["properties"]
            status = properties.get(f"{indicator}_status")
            if status:
                yield properties[f"name_{language}"], properties[indicator], status


def images(tree):
    for role, name, children in tree:
        if role == "image":
            yield name
        yield from images(children)


def written(tree, depth=0):
    return "".join(
        f"{'  ' * depth}{role}: {name}\n" + written(children, depth + 1)
        for role, name, children in tree)


def check_page(browser, server, page, axe):
    for width in (1280, 640, 320):  # 640 is 1280 at 200 %
        browser.open(f"{server.address}/{page}", width=width)
        yield from (f"{page}: {c}" for c in browser.complaints)
        if (over := browser.evaluate(OVERFLOW)) > 0:
            yield f"{page}: {over} pixels wider than a window of {width}"
        if "/" in page and (size := browser.evaluate(TEXT_SIZES)) < SMALLEST:
            yield f"{page}: text of {size:.1f} pixels in a window of {width}"
    browser.open(f"{server.address}/{page}")
    browser.evaluate(axe + ";0")
    yield from (f"{page}: axe: {v}" for v in browser.evaluate(AXE))
    yield from (f"{page}: not marked as Khmer: {t}" for t in browser.evaluate(UNMARKED_KHMER))


def check_use(browser, server, release, axe):
    """Maps inlined side by side, and as pictures, in somebody else's page."""
    head = "<!doctype html><html lang=en><title>News</title><main><h1>News</h1>"
    for language in ("en", "km"):
        own = [m for m in release.maps if m.split(".")[1] == language]
        drawings = "".join((release.folder / "maps" / m).read_text() for m in own)
        pictures = "".join(f"<img src='/maps/{m}' alt='{escape(m)}'>" for m in own)
        for name, body in (("inlined", drawings), ("img", pictures)):
            path = f"/{name}.{language}.html"
            server.pages[path] = head + body
            browser.open(server.address + path)
            yield from (f"{path}: {c}" for c in browser.complaints)
            browser.evaluate(axe + ";0")
            yield from (f"{path}: axe: {v}" for v in browser.evaluate(AXE))


def check_tree(browser, server, release, drawing):
    name, language, _ = drawing.split(".")
    browser.open(f"{server.address}/maps/{drawing}")
    tree = browser.accessibility_tree()
    told = list(images(tree))
    for area, value, status in release.areas(name, language):
        phrases = [t for t in told if t.startswith(f"{area}: ")]
        if len(phrases) != 1:
            yield f"{drawing}: a screen reader meets {area} {len(phrases)} times"
            continue
        phrase = phrases[0]
        if value is not None and not any(f"{value:,.{d}f}" in phrase for d in (0, 1, 2)):
            yield f"{drawing}: '{phrase}' lacks the value {value}"
        if language == "en" and status in ("unreliable", "preliminary", "rounded", "estimated",
                                           "no data") and status not in phrase:
            yield f"{drawing}: '{phrase}' lacks the status {status}"
    for feature in release.features:
        area = feature["properties"][f"name_{language}"]
        # Small multiples say after the name of the area what is measured.
        panels = {t.split(":")[0] for t in told if t.startswith(f"{area}, ")}
        met = sum(t.startswith(f"{area}: ") or t.startswith(f"{area}, ") for t in told)
        if met != max(1, len(panels)):
            yield f"{drawing}: a screen reader does not meet {area} once"
    if name in RECORDED:
        yield from compare(f"{name}.{language}.tree.txt", written(tree))


def compare(name, text):
    golden = GOLDEN / name
    if os.environ.get("RECORD_GOLDEN") == "1" and "CI" not in os.environ:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text)
        yield f"recorded {golden}"
    elif not golden.exists():
        yield f"{golden} is missing: record it with RECORD_GOLDEN=1"
    elif golden.read_text() != text:
        old, new = golden.read_text().split("\n"), text.split("\n")
        line = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b),
                    min(len(old), len(new)) - 1)
        yield f"{golden}:{line + 1}: was '{old[line].strip()}', is '{new[line].strip()}'"


def complaints(folder, axe_file):
    release = Release(folder)
    if not release.maps:
        yield f"{folder}: holds no map"
        return
    axe = Path(axe_file).read_text()
    with Server(release.folder, POLICY) as server, Browser() as browser:
        for page in release.pages:
            yield from check_page(browser, server, page, axe)
        yield from check_use(browser, server, release, axe)
        for drawing in release.maps:
            yield from check_tree(browser, server, release, drawing)


if __name__ == "__main__":
    found = list(complaints(*sys.argv[1:]))
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    sys.exit(bool(found))
