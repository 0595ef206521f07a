"""Checks that maps survive in a page that allows no script, no foreign style and no foreign font.

usage: embedding.py RELEASE

Each map is shown inlined, as a picture and in its page for embedding, with the policy and without
one. Both must look the same, and the browser must have nothing to say. Exits 1 with one line for
each complaint.
"""

import io
import sys
import tempfile
from pathlib import Path

from browser import POLICY, Browser, Server
from PIL import Image, ImageChops

HEAD = "<!doctype html><html lang=en><title>News</title><body>"


def look(browser, url):
    """A picture of the page, and what the browser complained of."""
    browser.open(url, width=760, height=1300)
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        browser.screenshot(file.name)
        picture = Image.open(io.BytesIO(Path(file.name).read_bytes())).convert("RGB")
    return picture, browser.complaints


def is_blank(picture):
    return len(picture.getcolors(picture.width * picture.height)) < 10


def uses(folder, server):
    """Name and path of each page to look at."""
    for drawing in sorted(folder.glob("maps/*.svg")):
        inlined, pictured = f"/inlined/{drawing.name}.html", f"/img/{drawing.name}.html"
        server.pages[inlined] = HEAD + drawing.read_text()
        server.pages[pictured] = f"{HEAD}<img alt='' src='/maps/{drawing.name}'>"
        yield from (inlined, pictured)
    for page in sorted(folder.glob("embed/*.html")):
        yield f"/embed/{page.name}"


def complaints(release):
    folder = Path(release)
    with Server(folder, POLICY) as strict, Server(folder) as free, Browser() as browser:
        # A page that must not survive shows that the policy is in force.
        strict.pages["/styled.html"] = HEAD + "<svg><rect style='fill:red'/></svg>"
        if not look(browser, f"{strict.address}/styled.html")[1]:
            yield "the policy is not in force"
        paths = list(uses(folder, strict))
        free.pages.update(strict.pages)
        if len(paths) < 3:
            yield f"{release}: holds no map"
        for path in paths:
            picture, said = look(browser, strict.address + path)
            yield from (f"{path}: {line}" for line in said)
            if is_blank(picture):
                yield f"{path}: is blank"
            reference, _ = look(browser, free.address + path)
            if ImageChops.difference(picture, reference).getbbox():
                yield f"{path}: looks different under the policy"


if __name__ == "__main__":
    found = list(complaints(*sys.argv[1:]))
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    sys.exit(bool(found))
