package sosad.node.gateway;

/** The counts of INFO over all backends. */
final class RequestCounts {
    long requests;

    /** Requests that were given to another backend, because the first was lost. */
    long retried;

    /** Requests whose deadline has passed. */
    long late;

    /** Writes of which it is not known whether they have happened. */
    long uncertain;

    /** Requests that no backend could take. */
    long shortages;
}
