package sosad.node.gateway;

/** What every request needs on its way: where it can go, its time, and where it is counted. */
record RequestContext(Backends backends, Deadlines deadlines, RequestCounts counts) {}
