package sosad.app.fabric;

/**
 * What became of the messages of a link in live mode.
 *
 * @param sent how many came in
 * @param passed how many copies went out, changed ones included
 * @param lost how many were lost, to a fault or because nobody was there
 * @param duplicated how many went out twice
 * @param corrupted how many copies went out changed
 */
public record LinkCounts(long sent, long passed, long lost, long duplicated, long corrupted) {}
