package sosad.app.explain.healing;

import java.util.ArrayList;
import java.util.List;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.lab.SimulatedRun;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Update;

/**
 * The part of a moment of a run on which depends how it can go on if nothing is lost any more.
 *
 * @param live the nodes that are not dead, paused ones too, in alphabetical order
 * @param arriving what is in flight, or waits for a paused node, once for each sound copy
 */
record RunMoment(List<ReplicaSnapshot> live, List<Content> arriving) {
    static RunMoment of(SimulatedRun run) {
        Snapshot present = run.present();
        List<Content> arriving = new ArrayList<>();
        for (Message message : present.messages()) {
            boolean arrives = message.fate() == Fate.IN_FLIGHT || message.fate() == Fate.WAITING;
            boolean changesSomething =
                    message.content() instanceof Update || message.content() instanceof Inquiry.Repair;
            if (arrives && changesSomething && present.hasProcess(message.to())) {
                int sound = message.corrupt() ? message.copies() - 1 : message.copies();
                for (int copy = 0; copy < sound; copy++) {
                    arriving.add(message.content());
                }
            }
        }
        return new RunMoment(run.replicas(), List.copyOf(arriving));
    }
}
