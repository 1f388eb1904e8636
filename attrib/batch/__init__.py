"""Many articles at a time: articles go in, what came of each comes out, in their order.

Asked from outside: `workers.run` with `work.Done`, `extraction` (what `attrib extract` does with
an article), `output` (whole lines or none), `resume` (an interrupted run) and `table`.
"""
