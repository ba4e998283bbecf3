/**
 * The rules side by side: the same seeded requests and faults in a simulated cluster under each of them, and what other
 * ways of reconciling stores would have cost. Explained in {@code docs/compare.md}.
 */
package sosad.app.compare;
