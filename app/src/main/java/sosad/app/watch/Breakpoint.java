package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.scenario.Expectation;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/**
 * A condition at which a run stops: at the event with which it comes true. {@link BreakpointText} reads the text form,
 * which {@code toString} gives ({@code docs/watch.md}).
 */
public sealed interface Breakpoint {
    /** The nodes that it names. */
    Set<NodeId> nodes();

    /** Returns what finds its hits in a run. */
    BreakpointProbe probe();

    /**
     * What is held under a key becomes another entry, or none.
     *
     * @param at the node; empty: any
     */
    record KeyChanges(Key key, Optional<NodeId> at) implements Breakpoint {
        public KeyChanges {
            Objects.requireNonNull(key);
            Objects.requireNonNull(at);
        }

        @Override
        public Set<NodeId> nodes() {
            return at.map(Set::of).orElse(Set.of());
        }

        @Override
        public BreakpointProbe probe() {
            return new KeyChangeProbe(this);
        }

        @Override
        public String toString() {
            return "key " + key + " changes" + at.map(node -> " at " + node).orElse("");
        }
    }

    /**
     * Live nodes show different values under a key, and do so without a break for longer than this.
     *
     * @param on two nodes; empty: any two
     * @param limit for how long they may; empty: not at all
     */
    record KeyDiffers(Key key, Set<NodeId> on, Optional<Limit> limit) implements Breakpoint {
        public KeyDiffers {
            Objects.requireNonNull(key);
            Objects.requireNonNull(limit);
            on = Set.copyOf(on);
            if (!on.isEmpty() && on.size() != 2) {
                throw new InvalidBreakpointException("a key differs on two nodes, not on one and the same");
            }
        }

        @Override
        public Set<NodeId> nodes() {
            return on;
        }

        @Override
        public BreakpointProbe probe() {
            return new KeyDifferenceProbe(this);
        }

        @Override
        public String toString() {
            String where = on.isEmpty()
                    ? ""
                    : new TreeSet<>(on).stream().map(NodeId::name).collect(Collectors.joining(" and ", " on ", ""));
            return "key " + key + " differs" + where
                    + limit.map(most -> " for more than " + most).orElse("");
        }
    }

    /** A time that something may last. */
    record Limit(long amount, Unit unit) {
        /** The greatest amount. */
        public static final long MAX = 1_000_000_000;

        /** The units of a limit. */
        public enum Unit {
            /** Steps of the run. */
            STEPS,
            /** Milliseconds by T, of which a step mode's unit counts as one. */
            MS
        }

        public Limit {
            if (amount < 0 || amount > MAX) {
                throw new InvalidBreakpointException(format("for more than %d: it must be from 0 to %d", amount, MAX));
            }
        }

        @Override
        public String toString() {
            return format("%d %s", amount, EnumNames.of(unit));
        }
    }

    /**
     * A write that was acknowledged is on no live node any more, nor is a newer one of its key.
     *
     * @param of its key; empty: any
     */
    record WriteLost(Optional<Key> of) implements Breakpoint {
        public WriteLost {
            Objects.requireNonNull(of);
        }

        @Override
        public Set<NodeId> nodes() {
            return Set.of();
        }

        @Override
        public BreakpointProbe probe() {
            return new LostWriteProbe(this);
        }

        @Override
        public String toString() {
            return "write lost" + of.map(key -> " of " + key).orElse("");
        }
    }

    /** A number of a node's row of a peer comes to be so. */
    record RowPasses(NodeId at, NodeId peer, Part part, Comparison comparison, long value) implements Breakpoint {
        /** The numbers of a row that tables show. */
        public enum Part {
            NOW,
            PREV
        }

        /** The ways in which a number can be compared. */
        public enum Comparison {
            AT_LEAST(">="),
            MORE(">"),
            AT_MOST("<="),
            LESS("<"),
            EQUAL("=");

            private final String sign;

            Comparison(String sign) {
                this.sign = sign;
            }

            /** Returns the sign that stands for it. */
            public String sign() {
                return sign;
            }

            boolean holds(long left, long right) {
                return switch (this) {
                    case AT_LEAST -> left >= right;
                    case MORE -> left > right;
                    case AT_MOST -> left <= right;
                    case LESS -> left < right;
                    case EQUAL -> left == right;
                };
            }
        }

        public RowPasses {
            Objects.requireNonNull(part);
            Objects.requireNonNull(comparison);
            if (at.equals(peer)) {
                throw new InvalidBreakpointException("a node has no row of itself: " + at);
            }
        }

        @Override
        public Set<NodeId> nodes() {
            return Set.of(at, peer);
        }

        @Override
        public BreakpointProbe probe() {
            return new RowProbe(this);
        }

        @Override
        public String toString() {
            return format("%s-%s at %s %s %d", peer, EnumNames.of(part), at, comparison.sign(), value);
        }
    }

    /**
     * A node sends a message.
     *
     * @param kind its kind; empty: any
     * @param from its sender; empty: any
     * @param to its destination; empty: any
     * @param carries the key of an entry that it carries; empty: whatever it carries
     */
    record MessageSent(Optional<FrameKind> kind, Optional<NodeId> from, Optional<NodeId> to, Optional<Key> carries)
            implements Breakpoint {
        public MessageSent {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(carries);
            if (from.isPresent() && from.equals(to)) {
                throw new InvalidBreakpointException("no message goes from " + from.get() + " to itself");
            }
        }

        @Override
        public Set<NodeId> nodes() {
            return Stream.concat(from.stream(), to.stream()).collect(Collectors.toSet());
        }

        @Override
        public BreakpointProbe probe() {
            return new MessageProbe(this);
        }

        @Override
        public String toString() {
            return "message"
                    + kind.map(one -> " " + EnumNames.of(one)).orElse("")
                    + from.map(node -> " from " + node).orElse("")
                    + to.map(node -> " to " + node).orElse("")
                    + carries.map(key -> " with " + key).orElse("");
        }
    }

    /**
     * An expectation turns false.
     *
     * @param expectation one that is asked after each event: a stop when it was met and no longer is; empty: any that
     *     the run itself checks, and finds not met
     */
    record ExpectationFails(Optional<Expectation> expectation) implements Breakpoint {
        public ExpectationFails {
            Objects.requireNonNull(expectation);
        }

        @Override
        public Set<NodeId> nodes() {
            Optional<Expectation> one = expectation;
            if (one.isEmpty() || one.get() instanceof Expectation.Converged) {
                return Set.of();
            } else if (one.get() instanceof Expectation.Holds holds) {
                return Set.of(holds.at());
            } else if (one.get() instanceof Expectation.Lacks lacks) {
                return Set.of(lacks.at());
            }
            Expectation.RowIs row = (Expectation.RowIs) one.get();
            return Set.of(row.at(), row.peer());
        }

        @Override
        public BreakpointProbe probe() {
            return new ExpectationProbe(this);
        }

        @Override
        public String toString() {
            return "expect " + expectation.map(Expectation::toString).orElse("fails");
        }
    }
}
