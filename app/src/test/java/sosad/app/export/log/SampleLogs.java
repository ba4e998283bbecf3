package sosad.app.export.log;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Logs made by chance. */
final class SampleLogs {
    private static final List<String> KEYS = List.of("k", "a\"b\\c", "ключ", "", "tab\tand\nline");

    private SampleLogs() {}

    /** Returns a log of clients that pipeline, which meet each other in few moments. */
    static OperationLog of(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Operation> operations = Stream.generate(() -> operation(chance))
                .limit(chance.nextInt(60))
                .sorted(Comparator.comparingLong(Operation::completedNanos))
                .collect(Collectors.toList());
        OperationLog log = new OperationLog();
        operations.forEach(log::add);
        return log;
    }

    private static Operation operation(SplittableRandom chance) {
        long invoked = chance.nextLong(40);
        return new Operation(
                chance.nextInt(3),
                new NodeId(chance.nextBoolean() ? "A" : "n12"),
                OperationKind.values()[chance.nextInt(3)],
                KEYS.get(chance.nextInt(KEYS.size())),
                chance.nextInt(4) == 0 ? Long.MAX_VALUE : chance.nextLong(-1, 5),
                invoked,
                invoked + chance.nextLong(10),
                OperationOutcome.values()[chance.nextInt(3)],
                chance.nextInt(-1, 3));
    }
}
