package sosad.app.explain.healing;

/**
 * The number of ways on from a moment that heal.
 *
 * @param healing how many do
 * @param of of how many: of ends that were told apart if {@code exact}, of tries if not
 * @param exact whether these are all
 */
record HealingCount(int healing, int of, boolean exact) {}
