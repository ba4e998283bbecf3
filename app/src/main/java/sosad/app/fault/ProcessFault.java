package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import sosad.app.cluster.LiveCluster;
import sosad.app.fault.Fault.FaultSpec;
import sosad.message.DiskFault;
import sosad.model.NodeId;

/** A fault of a node's process; a gateway's can only be killed, terminated, paused and restarted. */
public sealed interface ProcessFault extends FaultSpec {
    /** The greatest skew, in milliseconds either way: an hour. */
    long MAX_SKEW_MILLIS = 3_600_000;

    /** The greatest drift either way: the clock runs half as fast again, or half as fast. */
    int MAX_DRIFT_PPM = 500_000;

    /** The slowest disk, in milliseconds for each write. */
    int MAX_DISK_MILLIS = 60_000;

    /**
     * Acts on a running process: on a node's disk, if nothing else is said; {@code sum} is then wrong with the node.
     */
    default void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
        cluster.setDiskFault(process, sum.disk());
    }

    /** Returns what is wrong with a node's clock and disk when this comes to what is wrong already. */
    default NodeConditions on(NodeConditions others) {
        return others;
    }

    /** SIGKILL; healed by starting the process again. */
    record Kill() implements ProcessFault {
        static final FaultKind<Kill> KIND = FaultKind.of("kill", new Kill()).with(Effect.ENDS);

        @Override
        public String words() {
            return "killed";
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.kill(process);
        }
    }

    /** SIGTERM; healed by starting the process again. */
    record Terminate() implements ProcessFault {
        static final FaultKind<Terminate> KIND =
                FaultKind.of("terminate", new Terminate()).with(Effect.ENDS);

        @Override
        public String words() {
            return "terminated";
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.terminate(process);
        }
    }

    /** SIGSTOP; healed by SIGCONT. */
    record Pause() implements ProcessFault {
        static final FaultKind<Pause> KIND = FaultKind.of("pause", new Pause()).with(Effect.FREEZES);

        @Override
        public String words() {
            return "paused";
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.pause(process);
        }
    }

    /** SIGKILL, and started again at once. */
    record Restart() implements ProcessFault {
        static final FaultKind<Restart> KIND =
                FaultKind.of("restart", new Restart()).with(Effect.RESTARTS);

        @Override
        public String words() {
            return "killed and started again";
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.kill(process);
        }
    }

    /** SIGKILL, and started again at once with an empty store. */
    record Wipe() implements ProcessFault {
        static final FaultKind<Wipe> KIND =
                FaultKind.of("wipe", new Wipe()).with(Effect.RESTARTS).forNodesAlone();

        @Override
        public String words() {
            return "started again with an empty store";
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.kill(process);
        }
    }

    /** @param millis how far the node's clock jumps ahead; negative: back */
    record Skew(long millis) implements ProcessFault {
        static final FaultKind<Skew> KIND = FaultKind.of(
                        "skew",
                        Skew.class,
                        ValueFormat.of(
                                Parameter.Amount.whole("millis", Quantity.TIME, -MAX_SKEW_MILLIS, MAX_SKEW_MILLIS),
                                "-5 s",
                                millis -> new Skew((long) millis),
                                Skew::millis))
                .forNodesAlone();

        public Skew {
            check("skew", millis, -MAX_SKEW_MILLIS, MAX_SKEW_MILLIS, "ms");
        }

        @Override
        public String words() {
            return format("clock %,d ms %s", Math.abs(millis), millis < 0 ? "behind" : "ahead");
        }

        @Override
        public NodeConditions on(NodeConditions others) {
            return others.withSkewMillis(millis);
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.skew(process, millis);
        }
    }

    /** @param partsPerMillion how much faster the node's clock runs; negative: slower */
    record Drift(int partsPerMillion) implements ProcessFault {
        static final FaultKind<Drift> KIND = FaultKind.of(
                        "drift",
                        Drift.class,
                        ValueFormat.of(
                                Parameter.Amount.whole(
                                        "ppm", Quantity.PARTS_PER_MILLION, -MAX_DRIFT_PPM, MAX_DRIFT_PPM),
                                "500 ppm",
                                ppm -> new Drift((int) ppm),
                                Drift::partsPerMillion))
                .forNodesAlone();

        public Drift {
            check("drift", partsPerMillion, -MAX_DRIFT_PPM, MAX_DRIFT_PPM, "ppm");
        }

        @Override
        public String words() {
            return format(
                    "clock runs %,d ppm too %s", Math.abs(partsPerMillion), partsPerMillion < 0 ? "slow" : "fast");
        }

        @Override
        public NodeConditions on(NodeConditions others) {
            return others.withDriftPpm(partsPerMillion);
        }

        @Override
        public void inject(LiveCluster cluster, NodeId process, NodeConditions sum) {
            cluster.drift(process, partsPerMillion);
        }
    }

    /** @param millis how much longer each write takes */
    record SlowDisk(int millis) implements ProcessFault {
        static final FaultKind<SlowDisk> KIND = FaultKind.of(
                        "slow-disk",
                        SlowDisk.class,
                        ValueFormat.of(
                                Parameter.Amount.whole("millis", Quantity.TIME, 0, MAX_DISK_MILLIS),
                                "200 ms",
                                millis -> new SlowDisk((int) millis),
                                SlowDisk::millis))
                .forDisks();

        public SlowDisk {
            check("slow-disk", millis, 0, MAX_DISK_MILLIS, "ms");
        }

        @Override
        public String words() {
            return format("every write to disk takes %,d ms longer", millis);
        }

        @Override
        public NodeConditions on(NodeConditions others) {
            return others.withDiskMillis(millis);
        }
    }

    /** The next write to disk fails, and ends the node; healed by starting it again. */
    record FailDisk() implements ProcessFault {
        static final FaultKind<FailDisk> KIND = FaultKind.of("fail-disk", new FailDisk())
                .with(Effect.ENDS_AT_WRITE)
                .forDisks();

        @Override
        public String words() {
            return "writes to disk fail";
        }

        @Override
        public NodeConditions on(NodeConditions others) {
            return others.withDisk(DiskFault.State.FAILS);
        }
    }

    /** The disk is full: the next write ends the node; healed by starting it again. */
    record FullDisk() implements ProcessFault {
        static final FaultKind<FullDisk> KIND = FaultKind.of("full-disk", new FullDisk())
                .with(Effect.ENDS_AT_WRITE)
                .forDisks();

        @Override
        public String words() {
            return "the disk is full";
        }

        @Override
        public NodeConditions on(NodeConditions others) {
            return others.withDisk(DiskFault.State.FULL);
        }
    }

    private static void check(String name, long value, long least, long most, String unit) {
        refuseIf(
                value < least || value > most,
                "%s %,d %s: it must be from %,d to %,d %3$s",
                name,
                value,
                unit,
                least,
                most);
    }
}
