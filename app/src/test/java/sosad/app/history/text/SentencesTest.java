package sosad.app.history.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.history.Fate;
import sosad.app.history.MemoryRun;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.SampleHistory;
import sosad.app.scenario.Action;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Inquiry;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.wire.FrameKind;

@Tag("locale")
class SentencesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static List<String> of(MemoryRun run) {
        return run.history().snapshots().stream()
                .map(snapshot -> Sentences.of(snapshot.what()))
                .toList();
    }

    @Test
    void theSampleReadsAsAStory() {
        assertThat(of(SampleHistory.fourHalfDelivered()))
                .containsExactly(
                        "The cluster is up; nothing has happened yet.",
                        "T = 2 begins: B receives updates from the client.",
                        "A client writes waffle = yoda at B, at time 2.",
                        "A client writes grace = jack at B, at time 2.",
                        "All messages of the step stand on their links.",
                        "The step is over.",
                        "T = 3 begins: B sends those updates, C receives a new one.",
                        "B pushes waffle@2, grace@2 to A; the message is lost: lost by the scenario.",
                        "B pushes waffle@2, grace@2 to C.",
                        "A client writes frogger = munchkin at C, at time 3.",
                        "All messages of the step stand on their links.",
                        "C receives B's push; new to C: waffle@2, grace@2.",
                        "The step is over.",
                        "T = 4 begins: C pushes that update.",
                        "C pushes frogger@3 to A.",
                        "C pushes frogger@3 to B.",
                        "A client writes tom = turkey at C, at time 4.",
                        "All messages of the step stand on their links.",
                        "B receives C's push; new to B: frogger@3.");
    }

    @Test
    void aMessageIsExplainedByItsParts() {
        MemoryRun run = SampleHistory.fiveInFlight();
        Message message = run.present().message(run.message("C", "B")).orElseThrow();
        assertThat(MessageText.explain(message))
                .isEqualTo("C has heard from B up to 2; before its last sync, up to 1. "
                        + "It sends frogger, written at time 3; and tom, written at time 4.");
        assertThat(MessageText.of(message)).isEqualTo("C's sync to B: frogger@3, tom@4. On its way.");
    }

    @Test
    void receiptsAndEmptySyncsAreExplained() {
        Rules perKey = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        MemoryRun run = new MemoryRun(perKey, "A", "B")
                .step(2, null)
                .put("A", "k", "v")
                .push("A")
                .finish()
                .step(3, null)
                .sync("B");
        Message message = run.present().message(run.message("B", "A")).orElseThrow();
        assertThat(MessageText.explain(message))
                .endsWith("It sends no changes. It confirms 1 entry that it got from A.");
    }

    @Test
    void aMessageUnderOneTimestampSaysSo() {
        Rules newest = new Rules(Content.REMOTE_NOW, Timestamps.NEWEST, Schedule.TOGETHER, 1);
        MemoryRun run = new MemoryRun(newest, "A", "B")
                .step(2, null)
                .put("A", "k1", "v")
                .delete("A", "k2")
                .push("A");
        Message message = run.present().message(run.message("A", "B")).orElseThrow();
        assertThat(MessageText.explain(message))
                .endsWith("It sends k1 and k2 (deleted), all under the one timestamp 2.");
    }

    @Test
    void whatIsDoneToMessagesIsSaid() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        run.duplicate(id).hold(id).release("C", "B").drop(id);
        assertThat(of(run))
                .endsWith(
                        "C's push to B (frogger@3) is to arrive 2 times.",
                        "C's push to B (frogger@3) is held back: held by hand.",
                        "C's push to B (frogger@3) is released.",
                        "C's push to B (frogger@3) is lost: dropped by hand.");
    }

    @Test
    void delayCorruptionOrderAndRulesAreSaid() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        long toA = run.message("C", "A");
        run.reorder(id, 1)
                .duplicate(id)
                .corrupt(id)
                .deliver(id)
                .rule(new TrafficRule(
                        Optional.of(B), Optional.empty(), Optional.of(FrameKind.SYNC), 3, Treatment.DELAY, 2))
                .delay(toA, 2);
        assertThat(of(run))
                .endsWith(
                        "C's push to B (frogger@3) is now number 1 of 2 to be delivered.",
                        "C's push to B (frogger@3) is to arrive 2 times.",
                        "C's push to B (frogger@3) is corrupt: its bytes are changed on the way.",
                        "B refuses the first copy of C's push (frogger@3): its checksum is wrong.",
                        "B receives C's push; new to B: frogger@3.",
                        "From now on: delay every third sync from B by 2 steps.",
                        "C's push to A (frogger@3) is delayed, 2 steps more: delayed by hand.");
        assertThat(MessageText.of(run.present().message(toA).orElseThrow()))
                .isEqualTo("C's push to A: frogger@3. Delayed, 2 steps more: delayed by hand.");
    }

    @Test
    void whatHappensToNodesAndLinksIsSaid() {
        MemoryRun run = SampleHistory.afterTwo()
                .step(3, null)
                .skew("B", -2)
                .put("B", "waffle", "old")
                .pause("A")
                .push("B")
                .kill("A")
                .cut("A", "B")
                .mend()
                .start("A");
        assertThat(of(run))
                .endsWith(
                        "T = 3 begins.",
                        "B's clock runs 2 behind T from now on.",
                        "A client writes waffle = old at B, at time 1. It loses at once: B holds a newer version of"
                                + " waffle.",
                        "A is paused: it neither hears nor answers.",
                        "B pushes waffle@2, grace@2 to A; the message waits: A is paused.",
                        "B pushes waffle@2, grace@2 to C.",
                        "A is killed.",
                        "B's push to A (waffle@2, grace@2) is lost: A is dead.",
                        "The link A to B is cut.",
                        "The link A to B is whole again.",
                        "A is started again.",
                        "A tells B that it is back.",
                        "A tells C that it is back.",
                        "All messages of the step stand on their links.");
    }

    @Test
    void whatNodesAskEachOtherIsSaid() {
        Key key = new Key("tom");
        Entry entry = new Entry(key, Optional.of(Value.of("turkey")), new Version(4, A, 1, 1));
        assertThat(Stream.of(
                                new RunEvent.Inquired(new Inquiry.Ask(A, B, 1, key), Fate.LOST, "B is dead"),
                                new RunEvent.Inquired(
                                        new Inquiry.Answer(B, A, 1, key, Optional.empty()), Fate.DELIVERED, ""),
                                new RunEvent.Inquired(
                                        new Inquiry.Answer(B, A, 1, key, Optional.of(entry)),
                                        Fate.WAITING,
                                        "A is paused"),
                                new RunEvent.Inquired(new Inquiry.Repair(A, B, entry), Fate.DELIVERED, ""))
                        .map(Sentences::of))
                .containsExactly(
                        "A asks B what it holds under tom; it is lost: B is dead.",
                        "B answers A: nothing under tom.",
                        "B answers A: tom@4; it waits: A is paused.",
                        "A repairs B: tom@4.");
    }

    @Test
    void readsFailuresAndChecksAreSaid() {
        assertThat(Sentences.of(new RunEvent.Read(A, new Key("tom"), Optional.of(Value.of("turkey")))))
                .isEqualTo("A client reads tom at A and gets turkey.");
        assertThat(Sentences.of(new RunEvent.Read(A, new Key("tom"), Optional.empty())))
                .isEqualTo("A client reads tom at A and gets nothing.");
        assertThat(Sentences.of(new RunEvent.Read(A, new Key("tom"), Optional.empty(), Optional.of(new NodeId("G1")))))
                .isEqualTo("A client reads tom via G1 at A and gets nothing.");
        assertThat(Sentences.of(new RunEvent.Failed(new Action.Kill(A), "A is already dead.")))
                .isEqualTo("Could not kill A: A is already dead.");
        assertThat(Sentences.of(new RunEvent.Checked("A holds tom = turkey", false, "")))
                .isEqualTo("Expected: A holds tom = turkey. It is not so.");
        assertThat(Sentences.of(new RunEvent.Died(B, "out of memory")))
                .isEqualTo("B ended unexpectedly. Its last line: out of memory.");
        assertThat(Sentences.of(new RunEvent.Cut(List.of(new Link(A, B), new Link(B, A)))))
                .isEqualTo("The links A to B and B to A are cut.");
    }
}
