"""What ships with RunLift, read with `importlib.resources`.

`exercises.json` is an array of `Exercise` objects, easiest rung first within a ladder. A weight
or a surface beside another one in `equipment` is an alternative; the set-up says how it is used.
`load` is what the exercise takes when there is one: no weight at all is always allowed.

`sounds` holds the cues of a session, a file for each `Sound`; assets/make_sounds.py makes them.
`figures` has a file for each exercise that is drawn, named by its id: one `FigureFrames`, made by
`make figures`.
"""
