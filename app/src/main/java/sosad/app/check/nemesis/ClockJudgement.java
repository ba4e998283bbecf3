package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.load.WanderingWrite;
import sosad.app.load.WanderingWrite.WanderingReply;
import sosad.app.load.WanderingWriter;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * The winner of each key against all that was written under it: the greatest version must have won, whatever the order
 * of real time. A write is only said to have lost to a clock if both versions are known and its own is the smaller.
 *
 * @param keys how many keys were written
 * @param toldAtOnce how many writes were told at once that they had lost
 * @param lostLater the writes that were kept, and lost to one that had been answered before they were sent, each with
 *     both versions
 * @param wrong what the versions do not allow, in words
 * @param unexplained the writes that lost to an earlier one and whose version is not known
 */
record ClockJudgement(int keys, long toldAtOnce, List<String> lostLater, List<String> wrong, List<String> unexplained) {
    ClockJudgement {
        lostLater = List.copyOf(lostLater);
        wrong = List.copyOf(wrong);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * Judges.
     *
     * @param writes in the order of real time
     * @param held what each node holds in the end
     */
    static ClockJudgement of(List<WanderingWrite> writes, Map<NodeId, List<Entry>> held) {
        Map<String, List<WanderingWrite>> byKey = new TreeMap<>();
        writes.forEach(write ->
                byKey.computeIfAbsent(write.key(), absent -> new ArrayList<>()).add(write));
        List<String> lostLater = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        byKey.values().forEach(all -> lostLater.addAll(lostToClocks(all)));
        held.forEach((node, entries) -> {
            Map<String, Entry> own = new HashMap<>();
            entries.forEach(entry -> own.put(entry.key().text(), entry));
            byKey.forEach((key, all) -> {
                Optional<Entry> winner = Optional.ofNullable(own.get(key));
                new OneKey(node, all, winner).judge(wrong, unexplained);
            });
        });
        return new ClockJudgement(
                byKey.size(),
                writes.stream()
                        .filter(write -> write.told() == WanderingReply.LOST_AT_ONCE)
                        .count(),
                lostLater,
                wrong.stream().distinct().toList(),
                unexplained.stream().distinct().toList());
    }

    /** Returns the writes of a key that have a smaller version than one before them, in words. */
    private static List<String> lostToClocks(List<WanderingWrite> writes) {
        List<String> lost = new ArrayList<>();
        Optional<WanderingWrite> greatest = Optional.empty();
        for (WanderingWrite write : writes) {
            if (write.version().isEmpty()) {
                continue;
            }
            Version own = write.version().get();
            if (greatest.isPresent() && greatest.get().version().orElseThrow().compareTo(own) > 0) {
                lost.add(format(
                        "%s: write %d at %s, version %s, lost to the earlier write %d of version %s",
                        write.key(),
                        write.number(),
                        write.server(),
                        words(write),
                        greatest.get().number(),
                        words(greatest.get())));
            } else {
                greatest = Optional.of(write);
            }
        }
        return lost;
    }

    /** A key at a node. */
    private record OneKey(NodeId node, List<WanderingWrite> writes, Optional<Entry> held) {
        void judge(List<String> wrong, List<String> unexplained) {
            List<WanderingWrite> kept = writes.stream()
                    .filter(write -> write.told() == WanderingReply.KEPT)
                    .toList();
            if (held.isEmpty() || held.get().value().isEmpty()) {
                if (!kept.isEmpty()) {
                    wrong.add(format("%s: %s holds nothing; %d writes were kept", key(), node, kept.size()));
                }
                return;
            }
            Entry winner = held.get();
            long number = WanderingWriter.number(key(), winner.value().get().text());
            if (writes.stream().noneMatch(write -> write.number() == number)) {
                wrong.add(format(
                        "%s: %s holds %s, which nobody wrote",
                        key(), node, winner.value().get()));
                return;
            }
            Version won = comparable(winner.version());
            for (WanderingWrite write : kept) {
                boolean isGreater =
                        write.version().filter(own -> own.compareTo(won) > 0).isPresent();
                if (isGreater) {
                    wrong.add(format(
                            "%s: %s holds write %d of version %s; write %d at %s was kept with the greater version %s",
                            key(), node, number, words(won), write.number(), write.server(), words(write)));
                } else if (write.number() > number && write.version().isEmpty()) {
                    unexplained.add(format(
                            "%s: write %d at %s lost to the earlier write %d; its version is not known",
                            key(), write.number(), write.server(), number));
                }
            }
        }

        private String key() {
            return writes.get(0).key();
        }
    }

    /** A client does not learn the number of the store, and none begins anew meanwhile. */
    private static Version comparable(Version version) {
        return new Version(version.timestamp(), version.origin(), 1, version.sequence());
    }

    private static String words(WanderingWrite write) {
        return write.version().map(ClockJudgement::words).orElse("unknown");
    }

    private static String words(Version version) {
        return format("%d of %s", version.timestamp(), version.origin());
    }
}
