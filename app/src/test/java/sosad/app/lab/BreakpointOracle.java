package sosad.app.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sosad.app.history.Expectations;
import sosad.app.history.Fate;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.Breakpoint.Limit;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Row;
import sosad.protocol.Update;
import sosad.wire.FrameKind;

/** The hits of a breakpoint by its definition, from all snapshots of a run, without remembering anything. */
final class BreakpointOracle {
    private final List<Snapshot> run;
    private final int from;

    /** @param from the snapshot at whose end the breakpoint is set */
    BreakpointOracle(List<Snapshot> run, int from) {
        this.run = run;
        this.from = from;
    }

    Set<Integer> hits(Breakpoint breakpoint) {
        Set<Integer> hits = new TreeSet<>();
        for (int i = from + 1; i < run.size(); i++) {
            if (isHit(breakpoint, i)) {
                hits.add(run.get(i).index());
            }
        }
        return hits;
    }

    private boolean isHit(Breakpoint breakpoint, int i) {
        if (breakpoint instanceof Breakpoint.KeyChanges changes) {
            return run.get(i).nodes().stream()
                    .filter(NodeState::hasProcess)
                    .filter(node -> changes.at().isEmpty() || changes.at().get().equals(node.id()))
                    .anyMatch(node -> lastLive(node.id(), i)
                            .map(before -> !before.entry(changes.key()).equals(node.entry(changes.key())))
                            .orElse(false));
        } else if (breakpoint instanceof Breakpoint.KeyDiffers differs) {
            return isTooLong(differs, i) && !isTooLong(differs, i - 1);
        } else if (breakpoint instanceof Breakpoint.WriteLost lost) {
            Set<Version> before = lost(i - 1, lost.of());
            return lost(i, lost.of()).stream().anyMatch(version -> !before.contains(version));
        } else if (breakpoint instanceof Breakpoint.RowPasses passes) {
            return isSo(passes, i) && !isSo(passes, i - 1);
        } else if (breakpoint instanceof Breakpoint.MessageSent sent) {
            return message(i).filter(content -> isWanted(sent, content)).isPresent();
        }
        return ((Breakpoint.ExpectationFails) breakpoint)
                .expectation()
                .map(one -> !Expectations.isMet(one, run.get(i).nodes())
                        && Expectations.isMet(one, run.get(i - 1).nodes()))
                .orElseGet(() -> run.get(i).what() instanceof RunEvent.Checked checked && !checked.met());
    }

    private Optional<NodeState> lastLive(NodeId id, int i) {
        for (int j = i - 1; j >= from; j--) {
            if (run.get(j).node(id).hasProcess()) {
                return Optional.of(run.get(j).node(id));
            }
        }
        return Optional.empty();
    }

    private boolean differs(Breakpoint.KeyDiffers wanted, int i) {
        return run.get(i).nodes().stream()
                        .filter(NodeState::hasProcess)
                        .filter(node -> wanted.on().isEmpty() || wanted.on().contains(node.id()))
                        .map(node -> node.value(wanted.key()))
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }

    private boolean isTooLong(Breakpoint.KeyDiffers wanted, int i) {
        int since = i;
        while (since >= from && differs(wanted, since)) {
            since--;
        }
        if (since == i) {
            return false;
        }
        Snapshot first = run.get(since + 1);
        if (wanted.limit().isEmpty()) {
            return true;
        }
        Limit limit = wanted.limit().get();
        long lasted = limit.unit() == Limit.Unit.STEPS
                ? run.get(i).step() - first.step()
                : run.get(i).time() - first.time();
        return lasted > limit.amount();
    }

    /** Returns whether an acknowledged write is lost then. */
    boolean isWriteLost(int i) {
        return !lost(i, Optional.empty()).isEmpty();
    }

    /** Returns the acknowledged writes that are lost then. */
    private Set<Version> lost(int i, Optional<Key> of) {
        List<Entry> written = run.subList(0, i + 1).stream()
                .map(Snapshot::what)
                .filter(RunEvent.Wrote.class::isInstance)
                .map(RunEvent.Wrote.class::cast)
                .filter(wrote -> !wrote.lost())
                .map(RunEvent.Wrote::entry)
                .toList();
        Set<Version> lost = new HashSet<>();
        for (Entry write : written) {
            boolean isThere = run.get(i).nodes().stream()
                    .filter(NodeState::hasProcess)
                    .flatMap(node -> node.entry(write.key()).stream())
                    .anyMatch(held -> held.version().compareTo(write.version()) >= 0
                            || written.stream()
                                    .anyMatch(other -> isSame(other.version(), held.version())
                                            && other.version().compareTo(write.version()) >= 0));
            if (!isThere && of.map(write.key()::equals).orElse(true)) {
                lost.add(write.version());
            }
        }
        return lost;
    }

    private static boolean isSame(Version one, Version other) {
        return one.stamped(0).equals(other.stamped(0));
    }

    private boolean isSo(Breakpoint.RowPasses wanted, int i) {
        Row row = run.get(i).node(wanted.at()).rows().get(wanted.peer());
        if (row == null) {
            return false;
        }
        long value = wanted.part() == Breakpoint.RowPasses.Part.NOW ? row.now() : row.prev();
        return switch (wanted.comparison()) {
            case AT_LEAST -> value >= wanted.value();
            case MORE -> value > wanted.value();
            case AT_MOST -> value <= wanted.value();
            case LESS -> value < wanted.value();
            case EQUAL -> value == wanted.value();
        };
    }

    private Optional<Content> message(int i) {
        if (run.get(i).what() instanceof RunEvent.Sent sent) {
            return Optional.of(sent.message().content());
        }
        return run.get(i).what() instanceof RunEvent.Inquired inquired && !waited(inquired.inquiry(), i)
                ? Optional.of(inquired.inquiry())
                : Optional.empty();
    }

    private boolean waited(Inquiry inquiry, int i) {
        List<Fate> fates = new ArrayList<>();
        for (int j = from + 1; j < i; j++) {
            if (run.get(j).what() instanceof RunEvent.Inquired other
                    && other.inquiry().equals(inquiry)) {
                fates.add(other.fate());
            }
        }
        return !fates.isEmpty() && fates.get(fates.size() - 1) == Fate.WAITING;
    }

    private static boolean isWanted(Breakpoint.MessageSent wanted, Content content) {
        List<Entry> entries = content instanceof Update update
                ? update.changes()
                : ((Inquiry) content).carried().stream().toList();
        return (wanted.kind().isEmpty() || wanted.kind().get() == FrameKind.of(content))
                && (wanted.from().isEmpty() || wanted.from().get().equals(content.from()))
                && (wanted.to().isEmpty() || wanted.to().get().equals(content.to()))
                && (wanted.carries().isEmpty()
                        || entries.stream().anyMatch(entry -> entry.key()
                                .equals(wanted.carries().get())));
    }
}
