package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.load.MissingWrite;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.model.PlainFormat;
import sosad.protocol.EnumNames;

/** The verdict of a check on what came of a run under faults: nothing is excused that was not computed from it. */
final class TrialVerdict {
    /** The lesson in which a node loses what only its memory held. */
    private static final String MEMORY_LESSON = "crash-and-refill";

    /** The lesson in which a message is lost, and an update with it. */
    private static final String LOSS_LESSON = "lost-update";

    private static final int MAX_LINES = 20;

    private final TrialResult result;
    private final OperationLog log;

    TrialVerdict(TrialResult result, OperationLog log) {
        this.result = result;
        this.log = log;
    }

    /**
     * Gives the verdict, with its evidence.
     *
     * @param held what to say if everything held
     * @param happened what happened in the run, which comes last in the evidence
     */
    CheckResult of(CheckResultBuilder builder, String held, List<Evidence> happened) {
        evidence(builder);
        builder.evidence(happened);
        if (result.verdict() == TrialResult.Verdict.FAULT) {
            return builder.because("Nothing that happened in this run explains it: " + explanation())
                    .failed(String.join("; ", result.faults()));
        }
        if (result.verdict() == TrialResult.Verdict.INCONCLUSIVE) {
            return builder.inconclusive("no write was acknowledged");
        }
        int gone = result.absences().gone().size();
        if (gone > 0) {
            return builder.because(
                            "Every store that has told of having one was emptied since, with the process whose memory it was or by a wipe.")
                    .brokenAsPredicted(
                            format("%,d acknowledged writes are gone with the memory that held them", gone),
                            MEMORY_LESSON);
        }
        int apart = result.outlook().map(of -> of.apart().size()).orElse(0);
        if (apart > 0) {
            return builder.because(format(
                            "The core of the protocol, loaded with what the nodes held in the end, leaves the same keys apart"
                                    + " under %s.",
                            EnumNames.of(result.content())))
                    .brokenAsPredicted(
                            format("the nodes differ on %,d keys as %s allows", apart, EnumNames.of(result.content())),
                            LOSS_LESSON);
        }
        return builder.held(held);
    }

    private String explanation() {
        return "no store was emptied that held what is gone, and the core of the protocol, continued from what the nodes held,"
                + " goes further than they did.";
    }

    private void evidence(CheckResultBuilder builder) {
        result.absences().lost().stream()
                .limit(MAX_LINES)
                .forEach(write -> builder.evidence(of("held by no node", write)));
        lines(builder, "values that nobody wrote", result.foreign());
        lines(builder, "held once and forgotten", result.forgotten());
        result.outlook().ifPresent(outlook -> {
            lines(builder, "the rule brings nodes further than they came", outlook.unhealed());
            lines(
                    builder,
                    "apart as the rule allows",
                    outlook.apart().stream().map(one -> one.words()).toList());
        });
        result.absences().gone().stream()
                .limit(MAX_LINES)
                .forEach(write -> builder.evidence(of("gone with the memory that held it", write)));
        lines(
                builder,
                "held by some nodes and not by others",
                result.absences().partly().stream().map(MissingWrite::words).toList());
    }

    private Evidence of(String title, MissingWrite write) {
        for (int i = 0; i < log.size(); i++) {
            if (log.kind(i) == OperationKind.WRITE
                    && log.version(i) == write.number()
                    && log.keyOf(log.key(i)).equals(write.key())) {
                return new Evidence(
                        title,
                        List.of(write.words()),
                        Optional.of(log.get(i).server()),
                        OptionalLong.of(log.invokedNanos(i)),
                        OptionalInt.of(i));
            }
        }
        return Evidence.of(title, List.of(write.words()));
    }

    private static void lines(CheckResultBuilder builder, String title, List<String> all) {
        if (!all.isEmpty()) {
            builder.evidence(Evidence.of(
                    PlainFormat.format("%,d: %s", all.size(), title),
                    all.stream().limit(MAX_LINES).toList()));
        }
    }
}
