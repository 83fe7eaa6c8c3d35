"""Completion as bash, zsh, fish and PowerShell want it: a text that each reads at its start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_tui.commands.shell.words import Spot

_BASH = """\
_runlift() {
  local word at= words=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at/$word" in
      %(paths)s) at="$at/$word" ;;
    esac
  done
  case "$at" in
%(cases)s
  esac
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _runlift runlift
"""
_ZSH = """\
#compdef runlift
_runlift() {
  local word at= found
  local -a typed
  typed=("${(@)words[2,CURRENT-1]}")
  for word in $typed; do
    case "$at/$word" in
      %(paths)s) at="$at/$word" ;;
    esac
  done
  case "$at" in
%(cases)s
  esac
  compadd -- ${=found} || _files
}
if [ "$funcstack[1]" = "_runlift" ]; then _runlift "$@"; else compdef _runlift runlift; fi
"""
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName runlift -ScriptBlock {
  param($word, $line, $cursor)
  $known = @{
%(cases)s
  }
  $at = ''
  foreach ($each in $line.CommandElements | Select-Object -Skip 1) {
    if ($known.ContainsKey("$at/$each") -and "$each" -ne $word) { $at = "$at/$each" }
  }
  $known[$at] -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
"""


def completion(shell: str, places: Sequence[Spot]) -> str:
    """Return the text for a shell.

    Args:
        shell: One of `SHELLS`.
        places: Everything that can be typed.
    """
    if shell == "fish":
        return "".join(f"{line}\n" for line in _fish(places))
    paths = " | ".join("/" + "/".join(place.path) for place in places if place.path)
    if shell == "powershell":
        rows = (f"    '{_at(place)}' = '{_words(place)}'" for place in places)
        return _POWERSHELL % {"cases": "\n".join(rows)}
    name, text = ("words", _BASH) if shell == "bash" else ("found", _ZSH)
    cases = (f'    "{_at(place)}") {name}="{_words(place)}" ;;' for place in places)
    return text % {"paths": paths.replace(" | ", "|"), "cases": "\n".join(cases)}


def _at(place: Spot) -> str:
    return "".join(f"/{each}" for each in place.path)


def _words(place: Spot) -> str:
    return " ".join(each.word for each in place.words)


def _fish(places: Sequence[Spot]) -> list[str]:
    lines = []
    for place in places:
        where = [f"__fish_seen_subcommand_from {each}" for each in place.path]
        onward = " ".join(each.word for each in place.words if each.leads_on)
        for each in place.words:
            tests = list(where)
            if not place.path:
                tests = ["__fish_use_subcommand"]
            elif each.leads_on:
                tests.append(f"not __fish_seen_subcommand_from {onward}")
            when = "; and ".join(tests)
            kind, word = "-f -a", each.word
            if word.startswith("--"):
                kind, word = "-l", word[2:]
            elif word.startswith("-"):
                kind, word = "-s", word[1:]
            told = each.what.replace("\\", "\\\\").replace("'", "\\'")
            lines.append(f"complete -c runlift -n '{when}' {kind} {word} -d '{told}'")
    return lines
