package sosad.app.simulate;

/** The number of rounds that one expects by the formulas of {@code docs/simulation.md}. */
final class ExpectedRounds {
    private static final double NOBODY = 1e-12;

    private ExpectedRounds() {}

    /**
     * Returns how many rounds it takes until all nodes hold all entries.
     *
     * @param writers how many nodes have written something
     */
    static double of(Topology topology, int nodes, int peers, double loss, int writers) {
        return topology == Topology.RING ? onRing(nodes, peers, loss) : byChance(nodes, peers, loss, writers);
    }

    /**
     * A node that lacks an entry is sent it by each that holds it with the probability peers (1 - loss) / (nodes - 1).
     * Those that hold it are its writer and, of the others, as many as one expects. The sum, over the rounds, of the
     * probability that some node still lacks what some writer wrote is the number of rounds that one expects. Between
     * two nodes that is the mean of a geometric distribution, 1 / (1 - loss).
     */
    private static double byChance(int nodes, int peers, double loss, int writers) {
        double others = nodes - 1;
        double missed = 1 - peers * (1 - loss) / others;
        double lacks = 1;
        double rounds = 0;
        for (double notYet = 1; notYet > NOBODY; rounds += notYet) {
            notYet = -Math.expm1(writers * others * Math.log1p(-lacks));
            lacks *= Math.pow(missed, 1 + (nodes - 2) * (1 - lacks));
        }
        return rounds;
    }

    /** An entry goes both ways at once, in each round as far as the farthest neighbour that is not missed. */
    private static double onRing(int nodes, int peers, double loss) {
        return (nodes - 1) / (reach((peers + 1) / 2, loss) + reach(peers / 2, loss));
    }

    private static double reach(int neighbours, double loss) {
        double reach = 0;
        for (int distance = 1; distance <= neighbours; distance++) {
            reach += distance * (1 - loss) * Math.pow(loss, neighbours - distance);
        }
        return reach;
    }

    /**
     * The law of large numbers of nodes, for one entry: log to the base 1 + m, and ln by m, with m = peers (1 - loss).
     */
    static double byLogarithm(int nodes, int peers, double loss) {
        double heard = peers * (1 - loss);
        return Math.log(nodes) / Math.log1p(heard) + Math.log(nodes) / heard;
    }
}
