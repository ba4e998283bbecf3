package sosad.app.fault;

/**
 * A fault that is in force.
 *
 * @param number by which it is healed; never given twice
 * @param fault what it is
 * @param sinceMillis since when, on the clock of whoever did it
 * @param by who did it, or why, in words
 */
public record InForce(long number, Fault fault, long sinceMillis, String by) {}
