"""The words that things are asked for by belong to something that there is."""

from runlift_tui.cli import parser
from runlift_tui.core.home.by_name import WORDS, words_of
from runlift_tui.core.home.far_actions import DONE_THERE, far_actions
from runlift_tui.core.home.terms import terms
from runlift_tui.core.home.topics import TOPICS
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import ROWS
from runlift_tui.core.progress.sections import HEAVY
from runlift_tui.core.settings.lines import Settings, setting_lines
from runlift_tui.looks import themes


def test_every_word_belongs_to_something() -> None:
    names = {id_.partition(".")[2] for id_ in ROWS}
    lines = {line.key for line in setting_lines(Settings(), {}, ("a",))}
    topics = {topic.id for topic in TOPICS}
    there = {*ROWS, *names, *lines, *topics, "home", "bin", "themes", HEAVY}
    there |= {term.id for term in terms()}
    there |= {f"theme={name}" for name in themes.offered()}
    assert not set(WORDS) - there
    assert not set(DONE_THERE) - set(ROWS)
    for each in WORDS:
        assert all(word == word.strip().casefold() and word for word in words_of(each)), each


def test_every_action_that_does_something_of_its_own_is_known_from_afar() -> None:
    far = {each.title: each for each in far_actions(())}
    assert far["New exercise"].then == "edit(True)"
    assert far["New exercise"].place is Place.EXERCISES
    assert not far["Delete a session"].then, "what deletes is never done from afar"
    assert far["Delete a set"].then == "edit", "it is gone in, where the set is chosen"
    assert "Delete" not in far, "a verb alone is one of five things"
    assert far["Swap the exercise"].place is None
    assert "Undo" not in far
    assert "Beat" not in {each.title for each in far_actions(["Beat"])}


def test_a_help_names_only_commands_that_there_are() -> None:
    said = [line for topic in TOPICS for line in topic.lines if line.startswith("runlift ")]
    assert said
    for line in said:
        command = line.partition(":")[0].split(" has ")[0].split(" ends ")[0].split(" names ")[0]
        words = command.split()[1:]
        if words[0].startswith("--"):
            continue
        given = [word for word in words if word != "--help"]
        parser(given).parse_args(given)


def test_what_a_newcomer_types_is_found() -> None:
    asked = ("priming", "rest before", "comment", "session note", "how many")
    for word in asked:
        assert [id_ for id_ in WORDS if word in " ".join(words_of(id_))], word
    assert "session note" in words_of("home.history")
