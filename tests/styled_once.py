"""The style of a part of a screen, found once for all the programs that tests start.

It comes of the style sheets, of the names and classes of the part and of all that it stands in,
and of the states that the rules for it ask for, such as the focus. Where all of these are as they
were for another part, its style is as well.
"""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

as_textual_has_it = Stylesheet.apply
_PARSE, _PARSE_ALL, _REPLACE = (
    Stylesheet._parse_rules,
    Stylesheet.parse,
    Stylesheet.replace_rules,
)
_parsed: dict[object, list[RuleSet]] = {}
_sheets: dict[object, list[RuleSet]] = {}
"""The rules of whatever a program had read, in their order."""
_by_name: dict[int, dict[str, list[RuleSet]]] = {}
"""The same by what they select, by the identity of the list of all."""
_places: dict[object, "_Place"] = {}
_same_places: dict[object, "_Place"] = {}
_given: dict[DOMNode, Any] = {}
"""What the parts get that are being styled for the first time."""


class _Place:
    """Where a part stands, by names and classes, and the rules that may be for it."""

    def __init__(self, rules: tuple[RuleSet, ...], path: list[DOMNode]) -> None:
        selectors = [one for rule in rules for each in rule.selector_set for one in each.selectors]
        states = {
            (at, frozenset(one.pseudo_classes))
            for one in selectors
            for at, node in enumerate(path)
            if one.pseudo_classes and one._check(node)
        }
        self.states = [(at, set(names)) for at, names in states]
        self.styles: dict[tuple[bool, ...], Any] = {}
        """By which of the states are so; None where no rule is for it then."""
        self.marks: tuple[bool, bool, bool, bool]


def parsed(sheet: Stylesheet, *what: Any, **more: Any) -> list[RuleSet]:
    """Take the place of `Stylesheet._parse_rules`: read each text once for the same variables."""
    key = (what, tuple(more.items()), frozenset(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _PARSE(sheet, *what, **more)
    return _parsed[key]


def parsed_all(sheet: Stylesheet) -> None:
    """Take the place of `Stylesheet.parse`: the same list for all that have read the same."""
    key = (frozenset(sheet._variables.items()), *sheet.source.items())
    if sheet._invalid_css or key not in _sheets:
        _PARSE_ALL(sheet)
        if sheet._invalid_css:
            return
        _sheets[key] = sheet._rules
        _by_name[id(sheet._rules)] = sheet.rules_map
    rules = _sheets[key]
    sheet._rules, sheet._rules_map = rules, _by_name[id(rules)]
    sheet._require_parse = False


def applied(sheet: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
    """Take the place of `Stylesheet.apply`."""
    rules = sheet.rules
    if id(rules) not in _by_name:  # a text is wrong: the program will say so
        as_textual_has_it(sheet, node, animate=animate, cache=cache)
        return
    path = node.css_path_nodes
    names = tuple([(type(each), each._id, frozenset(each._classes)) for each in path])
    place = _places.get((id(rules), names))
    if place is None:
        place = _places[id(rules), names] = _place(rules, path, names)
    so = tuple([path[at].has_pseudo_classes(state) for at, state in place.states])
    if so not in place.styles:
        _given[node] = None
        as_textual_has_it(sheet, node, animate=animate)
        place.styles[so] = _given.pop(node)
        place.marks = (
            node._has_hover_style,
            node._has_focus_within,
            node._has_order_style,
            node._has_odd_or_even,
        )
        return
    (
        node._has_hover_style,
        node._has_focus_within,
        node._has_order_style,
        node._has_odd_or_even,
    ) = place.marks
    style = place.styles[so]
    if style is not None:
        _REPLACE(node, style, animate)
    sheet._process_component_classes(node)


def _place(rules: list[RuleSet], path: list[DOMNode], names: object) -> _Place:
    """Return where a part stands, the same one for all style sheets with these rules for it."""
    by_name, selected = _by_name[id(rules)], path[-1]._selector_names
    may = {rule for name in by_name.keys() & selected for rule in by_name[name]}
    its = tuple(rule for rule in reversed(rules) if rule in may)
    if (its, names) not in _same_places:
        _same_places[its, names] = _Place(its, path)
    return _same_places[its, names]


def replaced(kind: type[Stylesheet], node: DOMNode, style: Any, animate: bool = False) -> None:
    """Take the place of `Stylesheet.replace_rules`, and keep what a part gets the first time."""
    if node in _given:
        _given[node] = style
    _REPLACE(node, style, animate)
