"""Writes what Meta's own Python package knows of the Graph API: for every kind of node its edges, and
for every edge and method the names and types of its parameters.

    graph_rules.py FILE
"""
import ast
import importlib
import inspect
import json
import sys

from facebook_business.apiconfig import ads_api_config

KINDS = {
    "page": ("page", "Page"),
    "post": ("pagepost", "PagePost"),
    "photo": ("photo", "Photo"),
    "comment": ("comment", "Comment"),
    "account": ("iguser", "IGUser"),
    "media": ("igmedia", "IGMedia"),
    "reply": ("igcomment", "IGComment"),
}


def literal(node):
    return ast.literal_eval(node) if isinstance(node, ast.Constant) else ast.unparse(node)


def edges(module, name):
    """Reads the parameter tables out of a class: they stand in its methods as dictionaries."""
    source = inspect.getsource(getattr(importlib.import_module(f"facebook_business.adobjects.{module}"), name))
    found = {}
    for method in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        params, edge, verb = None, None, None
        for node in ast.walk(method):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "param_types":
                params = {literal(key): literal(value) for key, value in zip(node.value.keys, node.value.values)}
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "FacebookRequest":
                for word in node.keywords:
                    edge = literal(word.value) if word.arg == "endpoint" else edge
                    verb = literal(word.value) if word.arg == "method" else verb
        if edge and params is not None:
            found.setdefault(edge, {})[verb] = params
    return found


def fields(module, name):
    field = getattr(importlib.import_module(f"facebook_business.adobjects.{module}"), name).Field
    return sorted(str(value) for key, value in vars(field).items() if not key.startswith("__"))


if __name__ == "__main__":
    rules = {
        "version": ads_api_config["API_VERSION"],
        "edges": {kind: edges(*where) for kind, where in KINDS.items()},
        "fields": {kind: fields(*where) for kind, where in KINDS.items()},
    }
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(rules, out)
    print(rules["version"], {kind: len(found) for kind, found in rules["edges"].items()})
