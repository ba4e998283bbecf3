package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.HistoryEvent;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Player;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Update;

/** Every event names the earlier events from which it follows, whatever the scenario and the hand do. */
class CausesTest {
    private static final List<MessageAction> BY_HAND = List.of(
            MessageAction.LOSE,
            MessageAction.LOSE,
            MessageAction.HOLD,
            MessageAction.DUPLICATE,
            MessageAction.CORRUPT,
            MessageAction.DELIVER,
            MessageAction.RESTORE);

    /** The reasons of losses that have been checked. */
    private final Set<String> reasons = new TreeSet<>();

    @Property(tries = 300)
    void everyEventHasTheCausesThatItMustHave(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        check(play(seed));
    }

    @Test
    void everyWayToLoseAMessageIsAmongWhatIsChecked() {
        for (long seed = 1; seed <= 300; seed++) {
            check(play(seed));
        }
        assertThat(reasons)
                .contains(
                        "a rule",
                        "a cut",
                        "a death",
                        "the scenario",
                        "a hand",
                        "corrupted by a rule",
                        "corrupted by a hand",
                        "corrupted by the scenario");
    }

    private static List<Snapshot> play(long seed) {
        Random random = new Random(seed);
        Scenario scenario = RandomScenarios.of(seed);
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        List<Snapshot> snapshots = new ArrayList<>();
        Player player = new Player(scenario, cluster, snapshots::add);
        while (!player.isAtEnd()) {
            player.beginStep();
            do {
                meddle(player, cluster, snapshots.get(snapshots.size() - 1), random);
            } while (player.deliverNext());
        }
        return snapshots;
    }

    private static void meddle(Player player, SimulatedCluster cluster, Snapshot now, Random random) {
        if (random.nextInt(40) == 0) {
            NodeId node = now.nodes().get(random.nextInt(now.nodes().size())).id();
            if (now.node(node).status() != Status.DEAD) {
                cluster.kill(node);
                player.died(node, "out of memory");
            }
        } else if (random.nextInt(3) == 0 && !now.messages().isEmpty()) {
            Message message = now.messages().get(random.nextInt(now.messages().size()));
            MessageAction action = BY_HAND.get(random.nextInt(BY_HAND.size()));
            if (Preconditions.unmet(now, message.id(), action).isEmpty()) {
                player.handle(message.id(), action);
            }
        }
    }

    private void check(List<Snapshot> snapshots) {
        for (int i = 0; i < snapshots.size(); i++) {
            HistoryEvent event = snapshots.get(i).event();
            assertThat(event.id()).isEqualTo(i);
            assertThat(event.causes().stream().map(HistoryEvent::id)).isSorted().allMatch(id -> id < event.id());
            for (HistoryEvent cause : event.causes()) {
                assertThat(cause).isSameAs(snapshots.get(cause.id()).event());
            }
            check(event);
        }
    }

    private void check(HistoryEvent event) {
        if (event.what() instanceof RunEvent.Sent sent) {
            sent.message().entries().forEach(entry -> hasItsWrite(event, entry));
            if (sent.message().fate() == Fate.LOST) {
                isLost(event, sent.message());
            }
        } else if (event.what() instanceof RunEvent.Delivered delivered) {
            hasItsSending(event, delivered.message());
        } else if (event.what() instanceof RunEvent.Handled handled) {
            hasItsSending(event, handled.message());
            if (handled.handling() == Handling.REFUSED) {
                isRefused(event);
            } else if (handled.handling() == Handling.LOST || handled.handling() == Handling.DISCARDED) {
                isLost(event, handled.message());
            } else if (handled.handling() == Handling.WAITS) {
                assertThat(causes(event, RunEvent.Paused.class))
                        .anyMatch(pause -> pause.node().equals(handled.message().to()));
            }
        } else if (event.what() instanceof RunEvent.Mended mended) {
            for (Link link : mended.links()) {
                assertThat(causes(event, RunEvent.Cut.class))
                        .anyMatch(cut -> cut.links().contains(link));
            }
        }
    }

    private static <T extends RunEvent> List<T> causes(HistoryEvent event, Class<T> type) {
        return event.causes().stream()
                .map(HistoryEvent::what)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void hasItsWrite(HistoryEvent event, Entry entry) {
        assertThat(causes(event, RunEvent.Wrote.class))
                .anyMatch(wrote -> wrote.entry().stamped(0).equals(entry.stamped(0)));
    }

    /** A copy that goes on by itself has the number of no sending; it came the same way. */
    private static void hasItsSending(HistoryEvent event, Message message) {
        List<RunEvent.Sent> sendings = causes(event, RunEvent.Sent.class);
        assertThat(sendings).hasSize(1);
        Message sent = sendings.get(0).message();
        assertThat(sent.from()).isEqualTo(message.from());
        assertThat(sent.to()).isEqualTo(message.to());
        assertThat(sent.kind()).isEqualTo(message.kind());
        assertThat(sent.update().map(Update::now)).isEqualTo(message.update().map(Update::now));
        assertThat(message.id() > 1L << 50 || sent.id() == message.id()).isTrue();
    }

    private void isLost(HistoryEvent event, Message message) {
        String why = message.why();
        if (why.startsWith("by the rule")) {
            assertThat(causes(event, RunEvent.RuleSet.class))
                    .anyMatch(set -> why.contains(set.rule().toString()));
            reasons.add("a rule");
        } else if (why.equals("the link is cut")) {
            Link link = new Link(message.from(), message.to());
            assertThat(causes(event, RunEvent.Cut.class))
                    .anyMatch(cut -> cut.links().contains(link));
            reasons.add("a cut");
        } else if (why.equals(message.to() + " is dead")) {
            boolean isKilled = causes(event, RunEvent.Killed.class).stream()
                    .anyMatch(killed -> killed.node().equals(message.to()));
            boolean hasDied = causes(event, RunEvent.Died.class).stream()
                    .anyMatch(died -> died.node().equals(message.to()));
            assertThat(isKilled || hasDied).isTrue();
            reasons.add("a death");
        } else {
            boolean byHand = event.trigger() == Trigger.HAND;
            assertThat(byHand || event.trigger() == Trigger.SCENARIO).as(why).isTrue();
            reasons.add(byHand ? "a hand" : "the scenario");
        }
    }

    private void isRefused(HistoryEvent event) {
        boolean byRule = causes(event, RunEvent.RuleSet.class).stream()
                .anyMatch(set -> set.rule().treatment() == Treatment.CORRUPT);
        List<RunEvent.Handled> handled = causes(event, RunEvent.Handled.class);
        boolean fromTheStart = causes(event, RunEvent.Sent.class).stream()
                .anyMatch(sent -> sent.message().corrupt());
        assertThat(byRule || fromTheStart || !handled.isEmpty()).isTrue();
        assertThat(handled).allMatch(change -> change.handling() == Handling.CORRUPTED);
        reasons.add("corrupted by " + (byRule ? "a rule" : handled.isEmpty() ? "the scenario" : "a hand"));
    }
}
