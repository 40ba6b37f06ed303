"""Opens one page of every kind, as a visitor and as a coordinator, and says how long its first answer took.
walk.py URL VERBUND: lines of milliseconds, compressed bytes and address, the slowest first."""
import gzip, html, http.cookiejar, re, sys, time, urllib.error, urllib.parse, urllib.request

root, slug = sys.argv[1], sys.argv[2]
HEADERS = {"Accept-Encoding": "gzip", "Accept-Language": "de", "Origin": root, "Sec-Fetch-Site": "same-origin"}
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def ask(path, form=None):
    data = urllib.parse.urlencode(form).encode() if form else None
    begun = time.perf_counter()
    with opener.open(urllib.request.Request(root + path, data, HEADERS), timeout=60) as answer:
        body, kind = answer.read(), answer.headers.get_content_type()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    spent = (time.perf_counter() - begun) * 1000
    return spent, len(body), (gzip.decompress(body) if packed else body).decode("utf-8", "replace") if kind.startswith("text/") else ""


def kind(path):
    """Addresses that differ in a name or number only are one kind of page."""
    bare, _, query = path.partition("?")
    parts = [part for part in bare.split("/") if part]
    shape = [part if n < 3 and not re.search(r"\d", part) else "*" for n, part in enumerate(parts)]
    return "/".join(shape) + "?" + "&".join(sorted(pair.split("=")[0] for pair in query.split("&")))


def walk(start, within):
    seen, waiting, found = set(), list(start), []
    while waiting:
        path = waiting.pop(0)
        if kind(path) in seen or not path.startswith(within) or path.startswith(("/assets/", "/bild/")):
            continue
        seen.add(kind(path))
        try:
            spent, size, text = ask(path)
        except urllib.error.HTTPError as failure:
            sys.exit(f"{path} answers {failure.code}")
        found.append((spent, size, path))
        links = (html.unescape(link).split("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', text))
        waiting += [link for link in links if not link.startswith("//")]
    return found


pages = walk([f"/{slug}", f"/{slug}/sitemap.xml", f"/{slug}/feed.atom"], f"/{slug}")
person = re.search(rf'data-demo-role="coordinator" data-demo-verbund="{slug}"><input type="hidden" name="person" value="([^"]+)"', ask("/demo")[2])
ask("/demo/sign-in", {"person": person[1]})
pages += walk([f"/desk/{slug}/today", f"/desk/{slug}/posts?q=wolf"], f"/desk/{slug}")
for spent, size, path in sorted(pages, reverse=True):
    print(f"{spent:.1f} {size} {path}")
