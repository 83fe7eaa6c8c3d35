"""What Textual looks up anew at every event, looked up once for all the programs that tests start.

A test of a screen spends most of its time in Textual. What is known here comes of the program's
text alone, its classes, functions and style sheets, so every program finds the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any

import pytest
from textual import _callback
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive

from tests import styled_once

_COUNT = _callback._count_parameters
_BY_ITSELF: Any = object.__hash__
_METHODS = MessagePump._get_dispatch_methods
_GET = Reactive.__get__
_plain: defaultdict[Reactive[Any], set[type]] = defaultdict(set)
"""The classes that work nothing out for a value, by the value."""


@contextmanager
def looked_up_once() -> Iterator[None]:
    """Have it so until the end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", styled_once.parsed)
        patch.setattr(Stylesheet, "parse", styled_once.parsed_all)
        patch.setattr(Stylesheet, "apply", styled_once.applied)
        patch.setattr(Stylesheet, "replace_rules", classmethod(styled_once.replaced))
        # The same hash of a rule, without a call for each of hundreds at each node.
        patch.setattr(RuleSet, "__hash__", _BY_ITSELF)
        patch.setattr(RenderStyles, "get_rule", _rule)
        patch.setattr(Reactive, "__get__", _value)
        patch.setattr(MessagePump, "_get_dispatch_methods", _methods)
        patch.setattr(_callback, "_count_parameters", _count)
        yield


def _rule(styles: RenderStyles, name: str, default: object = None) -> object:
    """Return what is set for one part alone, or else what the style sheets say."""
    own: Any = styles._inline_styles._rules
    return own[name] if name in own else styles._base_styles._rules.get(name, default)


def _value(reactive: Reactive[Any], node: Any, of: Any) -> Any:
    """Return a value that a node has, or have it made or worked out."""
    plain, name = _plain[reactive], reactive.internal_name
    if type(node) in plain and name in node.__dict__:
        return node.__dict__[name]
    if node is not None and not hasattr(type(node), reactive.compute_name):
        plain.add(type(node))
    return _GET(reactive, node, of)


def _methods(pump: MessagePump, name: str, message: Message) -> Iterable[tuple[type, Any]]:
    """Return what hears of a message, from the class itself to those that it comes from."""
    kind: Any = type(message)
    plain = _named(type(pump), name, kind)
    return _METHODS(pump, name, message) if plain is None else _bound(pump, message, plain)


@cache
def _named(of: type, name: str, message: type) -> list[tuple[type, Any]] | None:
    """Return the methods that hear by their names; None where others ask for such a message."""
    asked = [each.__dict__.get("_decorated_handlers") or {} for each in of.__mro__]
    if any(each in handlers for handlers in asked for each in message.__mro__):
        return None
    found = (
        (each, each.__dict__.get(f"_{name}") or each.__dict__.get(name)) for each in of.__mro__
    )
    return [
        (each, method)
        for each, method in found
        if method is not None and not getattr(method, "_textual_on", None)
    ]


def _bound(
    pump: MessagePump, message: Message, plain: list[tuple[type, Any]]
) -> Iterator[tuple[type, Any]]:
    for each, method in plain:
        if message._no_default_action:
            break
        yield each, method.__get__(pump, each)


def _count(function: Callable[..., Any]) -> int:
    """Return how many parameters a function takes, as its signature would say."""
    plain: Any = getattr(function, "__func__", function)
    code = getattr(plain, "__code__", None)
    if code is None or hasattr(plain, "__wrapped__"):
        return _COUNT(function)
    rest = bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    return code.co_argcount + code.co_kwonlyargcount + rest - (plain is not function)
