package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.util.Locale;
import java.util.Objects;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.fault.Fault.FaultSpec;
import sosad.model.Link;

/** One thing that can be wrong with a link. Several at once add up. */
public sealed interface LinkFault extends FaultSpec {
    /** Returns what is wrong with a link when this comes to what is wrong already. */
    LinkConditions on(LinkConditions others);

    /** Acts on a link, with which then {@code sum} is wrong. */
    default void inject(LiveCluster cluster, Link link, LinkConditions sum) {
        cluster.setConditions(link, sum);
    }

    /** Everything is lost. */
    record Cut() implements LinkFault {
        static final FaultKind<Cut> KIND = FaultKind.of("cut", new Cut());

        @Override
        public String words() {
            return "cut";
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withCut(true);
        }
    }

    /** @param probability how likely a message is lost, from 0 to 1 */
    record Loss(double probability) implements LinkFault {
        static final FaultKind<Loss> KIND =
                FaultKind.of("loss", Loss.class, ValueFormat.share(Loss::new, Loss::probability));

        public Loss {
            LinkConditions.NONE.withLoss(probability);
        }

        @Override
        public String words() {
            return "loses %s of its messages".formatted(percent(probability));
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withLoss(either(others.loss(), probability));
        }
    }

    /** @param probability how likely a message arrives twice, from 0 to 1 */
    record Duplicate(double probability) implements LinkFault {
        static final FaultKind<Duplicate> KIND =
                FaultKind.of("duplicate", Duplicate.class, ValueFormat.share(Duplicate::new, Duplicate::probability));

        public Duplicate {
            LinkConditions.NONE.withDuplicate(probability);
        }

        @Override
        public String words() {
            return "delivers %s of its messages twice".formatted(percent(probability));
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withDuplicate(either(others.duplicate(), probability));
        }
    }

    /** @param probability how likely a byte of a message is changed, from 0 to 1 */
    record Corrupt(double probability) implements LinkFault {
        static final FaultKind<Corrupt> KIND =
                FaultKind.of("corrupt", Corrupt.class, ValueFormat.share(Corrupt::new, Corrupt::probability));

        public Corrupt {
            LinkConditions.NONE.withCorrupt(probability);
        }

        @Override
        public String words() {
            return "corrupts %s of its messages".formatted(percent(probability));
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withCorrupt(either(others.corrupt(), probability));
        }
    }

    /** @param delay how long messages are on their way; of two delays the later counts */
    record Late(Delay delay) implements LinkFault {
        static final FaultKind<Late> KIND = FaultKind.of("delay", Late.class, DelayValue.of(Late::new, Late::delay))
                .asToxiproxys("latency");

        public Late {
            Objects.requireNonNull(delay);
        }

        @Override
        public String words() {
            return delay.jitterMillis() == 0
                    ? "delays messages by %s ms".formatted(plain(delay.millis()))
                    : "delays messages by %s ms ± %s ms (%s)"
                            .formatted(
                                    plain(delay.millis()),
                                    plain(delay.jitterMillis()),
                                    delay.spread().name().toLowerCase(Locale.ROOT));
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withDelay(delay);
        }
    }

    /** @param millis within how long messages may overtake each other */
    record Reorder(double millis) implements LinkFault {
        static final FaultKind<Reorder> KIND = FaultKind.of(
                "reorder",
                Reorder.class,
                ValueFormat.of(
                        Parameter.Amount.number("window", Quantity.TIME, 0, Delay.MAX_MILLIS),
                        "50 ms",
                        Reorder::new,
                        Reorder::millis));

        public Reorder {
            LinkConditions.NONE.withReorderMillis(millis);
        }

        @Override
        public String words() {
            return "lets messages overtake each other within %s ms".formatted(plain(millis));
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withReorderMillis(Math.max(others.reorderMillis(), millis));
        }
    }

    /** @param bytesPerSecond how much the link carries, from 1 to {@value #MAX_BYTES_PER_SECOND} */
    record Rate(long bytesPerSecond) implements LinkFault {
        /** A million megabytes a second. */
        public static final long MAX_BYTES_PER_SECOND = 1_000_000_000_000L;

        static final FaultKind<Rate> KIND = FaultKind.of(
                        "rate",
                        Rate.class,
                        ValueFormat.of(
                                Parameter.Amount.whole("rate", Quantity.RATE, 1, MAX_BYTES_PER_SECOND),
                                "100 kB/s",
                                rate -> new Rate((long) rate),
                                Rate::bytesPerSecond))
                .asToxiproxys("bandwidth");

        public Rate {
            refuseIf(
                    bytesPerSecond < 1 || bytesPerSecond > MAX_BYTES_PER_SECOND,
                    "rate %,d B/s: it must be from 1 to %,d B/s",
                    bytesPerSecond,
                    MAX_BYTES_PER_SECOND);
        }

        @Override
        public String words() {
            return format("carries %,d bytes/s", bytesPerSecond);
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            boolean isNarrower = others.bytesPerSecond() == 0 || bytesPerSecond < others.bytesPerSecond();
            return isNarrower ? others.withBytesPerSecond(bytesPerSecond) : others;
        }
    }

    /** @param millis how much later than the one half of a connection the other closes */
    record SlowClose(long millis) implements LinkFault {
        static final FaultKind<SlowClose> KIND = FaultKind.of(
                        "slow-close",
                        SlowClose.class,
                        ValueFormat.of(
                                Parameter.Amount.whole("delay", Quantity.TIME, 0, (long) Delay.MAX_MILLIS),
                                "500 ms",
                                millis -> new SlowClose((long) millis),
                                SlowClose::millis))
                .asToxiproxys("slow_close");

        public SlowClose {
            LinkConditions.NONE.withSlowCloseMillis(millis);
        }

        @Override
        public String words() {
            return format("closes its connections %,d ms late", millis);
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others.withSlowCloseMillis(Math.max(others.slowCloseMillis(), millis));
        }
    }

    /** Its connections are broken off; the sender may connect again at once. */
    record Reset() implements LinkFault {
        static final FaultKind<Reset> KIND =
                FaultKind.of("reset", new Reset()).asToxiproxys("reset_peer").with(Effect.MOMENTARY);

        @Override
        public String words() {
            return "reset";
        }

        @Override
        public LinkConditions on(LinkConditions others) {
            return others;
        }

        @Override
        public void inject(LiveCluster cluster, Link link, LinkConditions sum) {
            cluster.reset(link);
        }
    }

    private static double either(double one, double other) {
        return 1 - (1 - one) * (1 - other);
    }

    private static String percent(double probability) {
        return plain(100 * probability) + " %";
    }

    /** Without a fraction that says nothing. */
    private static String plain(double number) {
        double rounded = Math.rint(10 * number) / 10;
        return rounded == Math.rint(rounded) ? format("%.0f", rounded) : format("%.1f", rounded);
    }
}
