package sosad.node.gateway;

/** What INFO counts over all backends. */
final class RequestCounts {
    private long requests;
    private long retried;
    private long late;
    private long uncertain;
    private long shortages;

    /** Counts a request and gives its number. */
    long request() {
        return ++requests;
    }

    void countRetry() {
        retried++;
    }

    void countLate() {
        late++;
    }

    void countUncertain() {
        uncertain++;
    }

    void countShortage() {
        shortages++;
    }

    long requests() {
        return requests;
    }

    long retried() {
        return retried;
    }

    long late() {
        return late;
    }

    long uncertain() {
        return uncertain;
    }

    long shortages() {
        return shortages;
    }
}
