"""A stand-in for the Graph API of Facebook and Instagram, which nobody can have at home. Names and
types of parameters are those of Meta's own package (graph_rules.py); error codes, containers, limits
and ends of tokens follow Meta's published pages. That Meta behaves like this is a belief, not a proof.

    graph.py RULES            listens on a free port of 127.0.0.1 and prints it

Every page is a world of its own: a test takes a number nobody else has. Tokens say what they are:
`page:<id>`, `expired:<id>`, `poor:<id>` (permissions missing), `user:<id>` (owns the page), `app|secret`.
Tests steer it under /_t/: POST fault {"page", "on", "kind", "times"}, comment {...}, state?page=.
Kinds of faults: `lost` (done, and the line breaks), `late` (done, and nothing is said), `dead` (nothing
done, the line breaks), `html` (a proxy answers), or a code of Meta's (`1`, `4`, `368`, `506` …).
"""
import email.parser
import email.policy
import hashlib
import hmac
import json
import re
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlparse

with open(sys.argv[1], encoding="utf-8") as rules_file:
    RULES = json.load(rules_file)
SECRET = "secret-of-the-app"
LOCK = threading.Lock()
#: Everything there is: id → what is known of it, `kind` and `page` included.
NODES = {}
GONE = {}
FAULTS = []
COUNT = [10_000]
#: What the text of a page may hold, and how much an account may publish in a day.
LONGEST_CAPTION, MOST_A_DAY, LARGEST_PICTURE = 2200, 100, 4 * 1024 * 1024
SCOPES = [
    "pages_show_list", "pages_manage_posts", "pages_read_engagement", "pages_manage_engagement",
    "pages_read_user_content", "pages_manage_metadata", "instagram_basic", "instagram_content_publish",
    "instagram_manage_comments",
]


class Wrong(Exception):
    """What Meta answers when something is wrong."""

    def __init__(self, code, message, subcode=None, status=400, kind="OAuthException", headers=None):
        super().__init__(message)
        error = {"message": message, "type": kind, "code": code, "fbtrace_id": "A0"}
        if subcode:
            error["error_subcode"] = subcode
        if code in (1, 2, 4, 17):
            error["is_transient"] = True
        self.status, self.body, self.headers = status, {"error": error}, headers or {}


def fault_of_code(code):
    if code in (4, 17, 32):
        usage = {"1": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 17}]}
        return Wrong(code, "Request limit reached", headers={"X-Business-Use-Case-Usage": json.dumps(usage)})
    status = 500 if code in (1, 2) else 400
    return Wrong(code, f"(#{code}) as a test wants it", status=status)


def fits(kind, value):
    """Whether a value is of the type that Meta's package names."""
    if kind in ("int", "unsigned int"):
        return bool(re.fullmatch(r"-?\d+", value))
    if kind == "bool":
        return value in ("true", "false", "0", "1")
    if kind.startswith(("list", "map")) or kind == "Object":
        if kind in ("list<string>", "list<unsigned int>"):
            return True
        try:
            json.loads(value)
        except ValueError:
            return False
    return True


def checked(node_kind, edge, verb, params, files):
    rules = RULES["edges"][node_kind].get(edge, {}).get(verb)
    if rules is None:
        raise Wrong(100, f"Unsupported {verb.lower()} request", kind="GraphMethodException")
    for name, value in params.items():
        plain = re.sub(r"\[\d+\]$", "", name)
        if plain in ("fields", "limit", "after", "before", "since", "until", "order"):
            continue
        if plain not in rules:
            raise Wrong(100, f"(#100) Param {plain} is not allowed here")
        if plain == name and not fits(rules[plain], value):
            raise Wrong(100, f"(#100) Param {name} must be of type {rules[plain]}")
    if files and verb != "POST":
        raise Wrong(100, "(#100) No file is expected here")


def new(kind, page, **more):
    COUNT[0] += 1
    number = f"{page}_{COUNT[0]}" if kind in ("post", "comment") else f"{page}{COUNT[0]}"
    NODES[number] = {"id": number, "kind": kind, "page": page, "made": time.time(), **more}
    return NODES[number]


def of(page, kind):
    return [node for node in NODES.values() if node["page"] == page and node["kind"] == kind]


def account_of(page):
    return f"7{page}"


def kind_of(node):
    known = NODES.get(node) or GONE.get(node)
    if known:
        return known["kind"], known["page"]
    if node.startswith("7"):
        return "account", node[1:]
    return "page", node


# --- What is done -------------------------------------------------------------------------------


def post_feed(page, params, _):
    attached = [json.loads(value)["media_fbid"] for name, value in sorted(params.items()) if name.startswith("attached_media")]
    if not params.get("message") and not params.get("link") and not attached:
        raise Wrong(100, "(#100) Missing message or attachment")
    if any(photo not in NODES for photo in attached):
        raise Wrong(100, "(#100) Invalid parameter")
    same = [it for it in of(page, "post") if it["message"] == params.get("message") and time.time() - it["made"] < 60]
    if same and not attached:
        raise Wrong(506, "Duplicate status message", subcode=1455006)
    post = new("post", page, message=params.get("message", ""), link=params.get("link", ""), pictures=attached)
    return {"id": post["id"]}


def post_photos(page, params, files):
    source = files.get("source")
    if source is None and not params.get("url"):
        raise Wrong(324, "(#324) Missing or invalid image file")
    if source is not None and (len(source) > LARGEST_PICTURE or source[:3] not in (b"\xff\xd8\xff", b"\x89PN")):
        raise Wrong(324, "(#324) Missing or invalid image file")
    photo = new("photo", page, alt=params.get("alt_text_custom", ""), is_seen=params.get("published") != "false")
    return {"id": photo["id"]}


def post_media(page, params, _):
    children = [child for child in params.get("children", "").split(",") if child]
    if len(params.get("caption", "")) > LONGEST_CAPTION:
        raise Wrong(100, "The caption is too long", subcode=2207010)
    if not children and not params.get("image_url", "").startswith(("http://", "https://")):
        raise Wrong(9004, "The media could not be fetched from this URI", subcode=2207052)
    if children and not 2 <= len(children) <= 10:
        raise Wrong(100, "A carousel holds two to ten", subcode=2207020)
    container = new("container", page, caption=params.get("caption", ""), children=children,
                    alt=params.get("alt_text", ""), url=params.get("image_url", ""), asked=0, status="IN_PROGRESS")
    return {"id": container["id"]}


def post_media_publish(page, params, _):
    container = NODES.get(params.get("creation_id", ""))
    if container is None or container["kind"] != "container":
        raise Wrong(100, "Invalid parameter")
    if container["status"] == "PUBLISHED":
        raise Wrong(100, "The container was published already", subcode=2207027)
    if container["status"] != "FINISHED":
        raise Wrong(9007, "Media ID is not available", subcode=2207027)
    if len([it for it in of(page, "media") if time.time() - it["made"] < 86_400]) >= MOST_A_DAY:
        raise Wrong(9, "Application request limit reached", subcode=2207042)
    container["status"] = "PUBLISHED"
    media = new("media", page, caption=container["caption"], children=container["children"], alt=container["alt"])
    return {"id": media["id"]}


def post_answer(page, params, _, parent, kind):
    if not params.get("message"):
        raise Wrong(100, "(#100) Missing message")
    return {"id": new(kind, page, message=params["message"], parent=parent, by=page)["id"]}


# --- What is read -------------------------------------------------------------------------------


def shown(node):
    page, kind = node["page"], node["kind"]
    if kind == "container":
        node["asked"] += 1
        if node["status"] == "IN_PROGRESS" and node["asked"] >= 1:
            node["status"] = "FINISHED"
        return {"id": node["id"], "status_code": node["status"], "status": node["status"]}
    out = {"id": node["id"], "permalink_url": f"https://facebook.test/{node['id']}", "permalink": f"https://instagram.test/{node['id']}"}
    out |= {name: node[name] for name in ("message", "caption") if name in node}
    if kind in ("comment", "reply"):
        by = node["by"]
        out |= {"from": {"id": by, "name": node.get("name", "Die Seite"), "username": node.get("name", "seite")},
                "text": node["message"], "created_time": "2026-11-26T08:00:00+0000", "timestamp": "2026-11-26T08:00:00+0000"}
        if node.get("parent"):
            out |= {"parent": {"id": node["parent"]}, "parent_id": node["parent"]}
    below = [shown(it) for it in NODES.values() if it["page"] == page and it.get("parent") == node["id"]]
    if below:
        out |= {"comments": {"data": below}, "replies": {"data": below}}
    return out


def read_edge(page, kind, node, edge):
    lists = {"/feed": "post", "/posts": "post", "/published_posts": "post", "/media": "media"}
    if edge in lists:
        return {"data": [shown(it) for it in reversed(of(page, lists[edge]))]}
    if edge in ("/comments", "/replies"):
        return {"data": [shown(it) for it in NODES.values() if it.get("parent") == node]}
    if edge == "/content_publishing_limit":
        return {"data": [{"quota_usage": len(of(page, "media")), "config": {"quota_total": MOST_A_DAY}}]}
    raise Wrong(100, f"Unsupported get request of {kind}{edge}", kind="GraphMethodException")


# --- Tokens -------------------------------------------------------------------------------------


def token_info(token):
    kind, _, page = token.partition(":")
    scopes = SCOPES if kind != "poor" else ["pages_show_list"]
    ends = 0 if kind != "ending" else int(time.time()) + 5 * 86_400
    return {"data": {"is_valid": kind in ("page", "poor", "user", "ending"), "scopes": scopes, "expires_at": ends,
                     "profile_id": page, "type": "PAGE"}}


def allowed(token, params):
    kind, _, page = token.partition(":")
    proof = params.pop("appsecret_proof", None)
    if proof and proof != hmac.new(SECRET.encode(), token.encode(), hashlib.sha256).hexdigest():
        raise Wrong(100, "Invalid appsecret_proof provided in the API argument", kind="GraphMethodException")
    if token == f"app|{SECRET}":
        return "app", ""
    if kind == "expired":
        raise Wrong(190, "Error validating access token: Session has expired", subcode=463)
    if kind not in ("page", "poor", "user", "ending"):
        raise Wrong(190, "Invalid OAuth access token - Cannot parse access token")
    return kind, page


def asked(verb, path, token, params, files):
    """Answers one request as Meta would; whoever calls holds the lock."""
    found = re.fullmatch(r"/(v\d+\.\d+)/([\w]+)(/[\w]+)?", path)
    if not found:
        raise Wrong(2500, f"Unknown path components: {path}")
    if found[1] != RULES["version"]:
        raise Wrong(2635, f"You are calling a deprecated version of the API: {found[1]}")
    node, edge = found[2], found[3] or "/"
    if node == "oauth" and edge == "/access_token":
        if params.get("client_secret") != SECRET:
            raise Wrong(1, "Error validating client secret.", kind="OAuthException")
        page = params.get("code") or params.get("fb_exchange_token", "").partition(":")[2]
        return {"access_token": f"user:{page}", "token_type": "bearer", "expires_in": 60 * 86_400}
    kind, page = allowed(token, params)
    if node == "debug_token":
        if kind != "app":
            raise Wrong(100, "(#100) You must provide an app access token")
        return token_info(params.get("input_token", ""))
    if node == "me" and edge == "/accounts":
        return {"data": [{"id": page, "name": f"Seite {page}", "access_token": f"page:{page}",
                          "instagram_business_account": {"id": account_of(page), "username": f"seite_{page}"}}]}
    node_kind, owner = kind_of(node)
    if owner != page:
        raise Wrong(200, "(#200) The page is not yours.", status=403)
    if kind == "poor" and verb != "GET":
        raise Wrong(200, "(#200) The permission(s) pages_manage_posts are not available.", status=403)
    if edge == "/" and verb == "GET":
        if node in NODES:
            return shown(NODES[node])
        if node_kind in ("page", "account"):
            return {"id": node, "name": f"Seite {page}"}
        raise Wrong(100, f"Object with ID '{node}' does not exist", subcode=33, kind="GraphMethodException")
    if edge == "/" and verb in ("POST", "DELETE"):
        if node not in NODES:
            raise Wrong(100, f"Object with ID '{node}' does not exist", subcode=33, kind="GraphMethodException")
        if verb == "DELETE":
            GONE[node] = NODES.pop(node)
            return {"success": True}
        checked(node_kind, edge, verb, params, files)
        NODES[node]["message"] = params.get("message", NODES[node].get("message", ""))
        return {"success": True}
    if verb == "GET":
        return read_edge(page, node_kind, node, edge)
    checked(node_kind, edge, verb, params, files)
    doing = {"/feed": post_feed, "/photos": post_photos, "/media": post_media, "/media_publish": post_media_publish}
    if edge in doing:
        return doing[edge](page, params, files)
    if edge in ("/comments", "/replies"):
        return post_answer(page, params, files, node, "comment" if edge == "/comments" else "reply")
    if edge == "/subscribed_apps":
        return {"success": True}
    raise Wrong(100, f"Unsupported post request: {edge}", kind="GraphMethodException")


def taken_fault(page, verb, path):
    for fault in FAULTS:
        if fault["page"] == page and fault["on"] in f"{verb} {path}" and fault["times"] > 0:
            fault["times"] -= 1
            return str(fault["kind"])
    return None


def steered(verb, path, params):
    if path == "/_t/fault":
        FAULTS.append({"times": 1, "on": "POST", **params})
    elif path == "/_t/comment":
        kind = "comment" if params.get("network") != "instagram" else "reply"
        made = new(kind, params["page"], message=params["text"], parent=params["below"], by=params.get("by", "visitor"), name=params.get("name", "Jemand"))
        return {"id": made["id"]}
    elif path == "/_t/state":
        return {"nodes": [node for node in NODES.values() if node["page"] == params["page"]]}
    elif path == "/_t/expire":
        for node in of(params["page"], "container"):
            node["status"] = "EXPIRED"
    else:
        return None
    return {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def everything(self):
        url = urlparse(self.path)
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        params, files = dict(parse_qsl(url.query)), {}
        media_type = self.headers.get("content-type") or ""
        if media_type.startswith("multipart/form-data"):
            head = b"Content-Type: " + media_type.encode() + b"\r\n\r\n"
            for part in email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body).iter_parts():
                name = part.get_param("name", header="content-disposition")
                content = part.get_payload(decode=True)
                if part.get_filename():
                    files[name] = content
                else:
                    params[name] = content.decode()
        elif media_type.startswith("application/json"):
            params |= json.loads(body or b"{}")
        else:
            params |= dict(parse_qsl(body.decode()))
        return url.path, params, files

    def do(self):
        path, params, files = self.everything()
        if path.startswith("/_t/"):
            with LOCK:
                return self.say(200, steered(self.command, path, params))
        token = (self.headers.get("authorization") or "").removeprefix("Bearer ").strip() or params.pop("access_token", "")
        params.pop("access_token", None)
        with LOCK:
            fault = taken_fault(token.partition(":")[2], self.command, path)
            if fault == "dead":
                return self.hang_up()
            if fault == "html":
                return self.say(502, None, b"<html>Bad Gateway</html>")
            try:
                if fault and fault.isdigit():
                    raise fault_of_code(int(fault))
                status, answer, headers = 200, asked(self.command, path, token, params, files), {}
            except Wrong as wrong:
                status, answer, headers = wrong.status, wrong.body, wrong.headers
        if fault == "lost":
            return self.hang_up()
        if fault == "late":
            time.sleep(30)
            return self.hang_up()
        return self.say(status, answer, headers=headers)

    def hang_up(self):
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def say(self, status, answer, plain=None, headers=None):
        body = plain if plain is not None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if plain else "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_DELETE = do


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(f"listening on {server.server_address[1]}", flush=True)
server.serve_forever()
