package sosad.node.gateway;

/** What every request needs on its way: where it can go, its time, and where it is counted. */
record Dispatch(Backends backends, Deadlines deadlines, Tally tally) {}
