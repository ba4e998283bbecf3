package sosad.app.load;

import java.util.List;

/**
 * What clients were told.
 *
 * @param acknowledged how many writes were acknowledged
 * @param refused how many writes were answered by an error
 * @param unanswered how many writes were sent and never answered, which may have been done or not
 * @param reads how many reads were answered
 * @param wrongReads what reads gave that nobody wrote; the first few
 */
public record Tally(long acknowledged, long refused, long unanswered, long reads, List<String> wrongReads) {
    public Tally {
        wrongReads = List.copyOf(wrongReads);
    }
}
