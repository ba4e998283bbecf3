package sosad.record;

import java.util.List;
import java.util.function.BooleanSupplier;
import sosad.engine.Journal;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/** The journal of an engine, whose answers are recorded while the engine takes something in. */
public record RecordedJournal(Journal journal, InputEncoder encoder, BooleanSupplier isRecorded) implements Journal {
    @Override
    public void entry(Entry entry) {
        journal.entry(entry);
    }

    @Override
    public void sequence(long sequence) {
        journal.sequence(sequence);
    }

    @Override
    public void peer(NodeId peer, SavedPeer saved) {
        journal.peer(peer, saved);
    }

    @Override
    public void store(long storeId, List<Stage> starts) {
        journal.store(storeId, starts);
    }

    @Override
    public long number() {
        long answer = journal.number();
        if (isRecorded.getAsBoolean()) {
            encoder.number(answer);
        }
        return answer;
    }

    @Override
    public boolean isDurable() {
        boolean answer = journal.isDurable();
        if (isRecorded.getAsBoolean()) {
            encoder.isDurable(answer);
        }
        return answer;
    }
}
