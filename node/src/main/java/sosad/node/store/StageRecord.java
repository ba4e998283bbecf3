package sosad.node.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import sosad.protocol.StoreCheck.Stage;

/** Stages, as the last part of a record. */
final class StageRecord {
    private static final int MAX_NUMBER = 10;

    private StageRecord() {}

    /** The most bytes that so many take. */
    static int longest(int stages) {
        return (1 + 2 * stages) * MAX_NUMBER;
    }

    static void write(ByteBuffer buffer, List<Stage> stages) {
        DataUtils.writeVarLong(buffer, stages.size());
        for (Stage stage : stages) {
            DataUtils.writeVarLong(buffer, stage.start());
            DataUtils.writeVarLong(buffer, stage.number());
        }
    }

    /** None if the record ends before, as those of version 0.1.0 do. */
    static List<Stage> read(ByteBuffer rest) {
        List<Stage> stages = new ArrayList<>();
        for (long left = rest.hasRemaining() ? DataUtils.readVarLong(rest) : 0; left > 0; left--) {
            stages.add(new Stage(DataUtils.readVarLong(rest), DataUtils.readVarLong(rest)));
        }
        return stages;
    }
}
