"""Which kinds of outings are runs, in the languages seen."""

import unicodedata
from collections.abc import Iterable

RUN_TYPES = frozenset(
    each
    for line in (
        "run, running, treadmill running, treadmill run, trail run, trail running, track running",
        "indoor running, indoor run, virtual run, virtual running, ultra running, ultra run",
        "outdoor run, outdoor running, street running",
        "laufen, laufbandtraining, laufen auf der bahn, lauf, traillauf, indoor laufen",
        "trailrunning",
        "course à pied, course à pied sur tapis, course à pied sur tapis roulant, trail",
        "course à pied en extérieur, course à pied en salle, course à pied urbaine",
        "carrera, entrenamiento en cinta, carrera en cinta",
        "corrida em esteira, corrida na esteira, corrida em trilha, corrida de trilha",
        "corsa su tapis roulant, corsa su pista, bieganie na bieżni, bieg na bieżni",
        "hardloopsessie, hardlopen, hardlopen op loopband",
        "virtueller lauf, course à pied virtuelle, carrera virtual, corrida virtual",
        "corsa virtuale, carrera de montaña, correr, løpetur, löprunda, забег, ラン, 러닝",
        "løb",
        "futás, beltéri futás, teremfutás, terepfutás",
        "corsa, corrida, löpning, løping, juoksu, bieg, bieganie, běh, koşu, бег, біг",
        "跑步, ランニング, 달리기",
    )
    for each in line.split(", ")
)


AFTER_A_PLACE = (
    *("Running", "Laufen", "Course à pied", "Carrera", "Hardlopen", "Løb", "Futás", "Corsa"),
    *("Corrida", "Löpning", "Løping", "Juoksu", "Bieganie", "Běh", "Koşu", "Бег", "Біг"),
)
"""What a watch's site puts behind the place of a run for its title, in the languages seen."""
_TREADMILL = ("treadmill", "laufband", "tapis", "cinta", "esteira", "bieżni", "loopband")


def folded_type(text: str) -> str:
    """Return a kind of outing as it is compared: no case, no underscores, no hyphens."""
    text = unicodedata.normalize("NFC", text).casefold().replace("_", " ").replace("-", " ")
    return " ".join(text.split())


def is_run(text: str, more: Iterable[str] = ()) -> bool:
    """Whether a kind of outing is a run; `more` are the athlete's own words for one."""
    kind = folded_type(text)
    return bool(kind) and (kind in RUN_TYPES or kind in {folded_type(each) for each in more})


def treadmill_of(text: str) -> dict[str, bool]:
    """Return what a kind of outing says of a treadmill, for a run's source; empty of none."""
    kind = folded_type(text)
    return {"treadmill": True} if any(each in kind for each in _TREADMILL) else {}


def is_run_name(name: str) -> bool:
    """Whether an exercise's name is that of a run: "Running (Treadmill)"."""
    bare, _, inside = name.partition("(")
    words = inside.rstrip(") ")
    return any(is_run(each) for each in (name, bare, f"{words} {bare}", f"{bare} {words}"))
