package sosad.app.check.volume;

import java.util.List;
import sosad.app.load.IssuedVersions;
import sosad.app.load.LoadProfile;
import sosad.app.load.OperationMix;
import sosad.model.NodeId;

/**
 * A load for a part of a check's time.
 *
 * @param label what it is, in a few words
 * @param servers whom the clients ask
 * @param versions what was written under its keys before
 * @param recordEvery one of so many operations is recorded, and all that went wrong
 */
record LoadPhase(String label, LoadProfile profile, List<NodeId> servers, IssuedVersions versions, int recordEvery) {
    LoadPhase {
        servers = List.copyOf(servers);
    }

    /** Returns the same with other operations recorded. */
    LoadPhase recording(int newRecordEvery) {
        return new LoadPhase(label, profile, servers, versions, newRecordEvery);
    }

    /** Returns the same with reads alone. */
    LoadPhase reading(String newLabel) {
        return new LoadPhase(newLabel, profile.withMix(OperationMix.READS), servers, versions, recordEvery);
    }
}
