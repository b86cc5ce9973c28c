"""The registry of executors: name → `module:class`; a class takes the number of jobs.

`executors/cluster.py` is the one beside them: it takes the address of a cluster.
"""

EXECUTORS: dict[str, str] = {
    "serial": "evidence_check.executors.serial:Serial",
    "processes": "evidence_check.executors.processes:Processes",
    "workers": "evidence_check.executors.workers:Workers",
}
