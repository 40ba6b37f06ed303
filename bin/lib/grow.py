"""Lets a folder of the demo grow old: its public posts again and again, with all their versions, facts,
questions and letters, spread over ten years.   grow.py DATABASE VERBUND POSTS"""
import random, re, sqlite3, sys, uuid

YEARS_MS = 3650 * 86_400_000
path, slug, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
random.seed(2012)
db = sqlite3.connect(path)
db.row_factory = sqlite3.Row
new_id = lambda: str(uuid.UUID(int=random.getrandbits(128), version=4))


def rows(query, *values):
    return [dict(row) for row in db.execute(query, values)]


def put(table, row):
    names = ", ".join(row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def moved(row, by, **changes):
    """The same row so much earlier, with these changes."""
    later = {name: value - by for name, value in row.items() if value and (name == "at" or name.endswith("_at"))}
    return {**row, **later, **changes}


def copy(post, parts, number):
    by, post_id = random.randrange(30 * 86_400_000, YEARS_MS), new_id()
    renamed = {row["id"]: new_id() for row in parts["revision"]}
    heads = [name for name in post if name.endswith("revision_id")]
    put("post", moved(post, by, id=post_id, number=number, **{name: renamed.get(post[name]) for name in heads}))
    for row in parts["revision"]:
        put("revision", moved(row, by, id=renamed[row["id"]], post_id=post_id, parent_id=renamed.get(row["parent_id"])))
        for table in ("revision_house", "revision_picture"):
            for link in parts[table]:
                if link["revision_id"] == row["id"]:
                    put(table, {**link, "revision_id": renamed[row["id"]]})
    for table in ("step", "ask", "message"):
        for row in parts[table]:
            row = moved(row, by, id=new_id(), post_id=post_id)
            if table == "step":
                row["act"] = re.sub(r"[0-9a-f-]{36}", lambda hit: renamed.get(hit[0], hit[0]), row["act"])
            put(table, row)
    at = post["created_at"] - by
    for _ in range(20):
        put("audit", {"id": new_id(), "consortium_id": post["consortium_id"], "at": at, "act": "post-proposed"})
    for _ in range(5):
        put("mail", {"id": new_id(), "consortium_id": post["consortium_id"], "recipient": "a@haus.example",
                     "subject": "Bitte gegenlesen", "body": "." * 800, "created_at": at, "sent_at": at})


(consortium,) = rows("SELECT id, last_number FROM consortium WHERE slug = ?", slug)
posts = rows("SELECT * FROM post WHERE consortium_id = ? AND first_public_at IS NOT NULL", consortium["id"])
of_post = {post["id"]: {table: rows(f"SELECT * FROM {table} WHERE post_id = ?", post["id"])
                        for table in ("revision", "step", "ask", "message")} for post in posts}
for parts in of_post.values():
    for table in ("revision_house", "revision_picture"):
        parts[table] = [link for row in parts["revision"]
                        for link in rows(f"SELECT * FROM {table} WHERE revision_id = ?", row["id"])]
number = consortium["last_number"]
for _ in range(wanted):
    post = random.choice(posts)
    number += 1
    copy(post, of_post[post["id"]], number)
db.execute("UPDATE consortium SET last_number = ? WHERE id = ?", (number, consortium["id"]))
db.commit()
