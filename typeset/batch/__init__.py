"""Many jobs: in processes of this machine (`pool`) or on a cluster, one interface.

    jobs → Journal.finished?  → a backend: jobs in, (job, outcome) out → store → Journal.add

A backend runs jobs and gives back bytes; only `run_batch`, in the process that asked,
writes. What is finished stands in the journal of the output folder, so that a run that
was killed goes on where it was.
"""
