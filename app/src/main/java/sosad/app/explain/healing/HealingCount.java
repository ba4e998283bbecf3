package sosad.app.explain.healing;

/**
 * The number of ways on from a moment that heal.
 *
 * @param healing how many do
 * @param of how many there are: ends that differ if {@code exact}, tries if not
 * @param exact whether these are all
 */
record HealingCount(int healing, int of, boolean exact) {}
