#!/bin/sh
# Makes .venv, or puts right what is there, and installs RunLift into it.
#
#   set_up.sh VENV WHAT [PYTHON]     WHAT: "." to train, ".[dev]" to develop, "" for the bare .venv
#
# What was cut off in the middle, or is of a Python that is too old or gone, is made anew. Where
# that does not help either, the last line says what stands in the way.
set -u
venv=$1
what=$2
wanted=${3:-}
python=$venv/bin/python
log=$venv.log

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

is_whole() { new_enough "$python" && "$python" -m pip --version >/dev/null 2>&1; }

# With what pip says kept beside being shown: the reason is looked for in it.
shown() { { "$@" 2>&1; echo $? >"$log.status"; } | tee "$log" >&2; return "$(cat "$log.status")"; }

make_venv() {
  for name in ${wanted:+"$wanted"} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if ! new_enough "$name"; then
      [ "$name" != "$wanted" ] || break
      continue
    fi
    if ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
      echo "$name has no venv module: install it (Debian, Ubuntu: apt install python3-venv)." >&2
      return 2
    fi
    shown "$name" -m venv --clear "$venv"
    return
  done
  echo "RunLift needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2
  return 2
}

install() {
  [ -n "$what" ] || return 0
  shown "$python" -m pip --disable-pip-version-check --quiet install \
    --constraint constraints.txt --editable "$what" && "$venv/bin/runlift" --version >/dev/null
}

why() {
  case $(cat "$log" 2>/dev/null) in
    *"No space left"* | *"Disk quota"*) echo "The disk is full" ;;
    *"ermission denied"* | *"ead-only file system"*) echo "This folder may not be written in" ;;
    *"establish a new connection"* | *"NameResolution"* | *"timed out"* | *"Network is unreachable"* | \
      *"ProxyError"* | *"Connection"*) echo "The package index cannot be reached" ;;
    *) echo "Python's pip could not install what RunLift needs" ;;
  esac
}

end() {
  rm -f "$log" "$log.status"
  exit "$1"
}

if [ -f "$venv" ]; then
  echo "$venv is a file where a folder must be: move it away, and run make again." >&2
  end 1
fi
if ! is_whole; then
  [ ! -e "$venv" ] || echo "$venv is not whole, or of an older Python: it is made anew." >&2
  make_venv
  status=$?
  [ $status -ne 2 ] || end 1
  if [ $status -ne 0 ]; then
    echo "$(why): RunLift was not set up. Your training is not touched. Put that right, and run make again." >&2
    end 1
  fi
  fresh=yes
fi
[ -z "$what" ] || echo "Setting up RunLift in $venv..." >&2
install && end 0
reason=$(why)
case $reason in
  Python*)
    # What was cut off can be in the way of pip: once more, from nothing.
    if [ -z "${fresh:-}" ]; then
      echo "That did not work with what was there: $venv is made anew." >&2
      make_venv && install && end 0
      reason=$(why)
    fi
    ;;
esac
echo "$reason: RunLift was not set up. Your training is not touched. Put that right, and run make again." >&2
end 1
