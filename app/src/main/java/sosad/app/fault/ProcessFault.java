package sosad.app.fault;

import java.util.Locale;

/** What can happen to the process of a node; a gateway's can only be killed, terminated, paused and restarted. */
public sealed interface ProcessFault extends Trouble {
    /** The greatest skew, in milliseconds either way: an hour. */
    long MOST_SKEW_MILLIS = 3_600_000;

    /** The greatest drift either way: the clock runs half as fast again, or half as fast. */
    int MOST_DRIFT_PPM = 500_000;

    /** The slowest disk, in milliseconds for each write. */
    int MOST_DISK_MILLIS = 60_000;

    /** Whether it concerns nodes alone, not gateways. */
    default boolean isForNodesAlone() {
        return false;
    }

    /** SIGKILL; healed by starting the process again. */
    record Kill() implements ProcessFault {
        @Override
        public String kind() {
            return "kill";
        }

        @Override
        public String words() {
            return "killed";
        }
    }

    /** SIGTERM; healed by starting the process again. */
    record Terminate() implements ProcessFault {
        @Override
        public String kind() {
            return "terminate";
        }

        @Override
        public String words() {
            return "terminated";
        }
    }

    /** SIGSTOP; healed by SIGCONT. */
    record Pause() implements ProcessFault {
        @Override
        public String kind() {
            return "pause";
        }

        @Override
        public String words() {
            return "paused";
        }
    }

    /** SIGKILL, and started again at once. */
    record Restart() implements ProcessFault {
        @Override
        public boolean isMomentary() {
            return true;
        }

        @Override
        public String kind() {
            return "restart";
        }

        @Override
        public String words() {
            return "killed and started again";
        }
    }

    /** SIGKILL, and started again at once with an empty store. */
    record Wipe() implements ProcessFault {
        @Override
        public boolean isMomentary() {
            return true;
        }

        @Override
        public String kind() {
            return "wipe";
        }

        @Override
        public String words() {
            return "started again with an empty store";
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    /** @param millis how far the node's clock jumps ahead; negative: back */
    record Skew(long millis) implements ProcessFault {
        public Skew {
            check("skew", millis, -MOST_SKEW_MILLIS, MOST_SKEW_MILLIS, "ms");
        }

        @Override
        public String kind() {
            return "skew";
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "clock %,d ms %s", Math.abs(millis), millis < 0 ? "behind" : "ahead");
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    /** @param partsPerMillion how much faster the node's clock runs; negative: slower */
    record Drift(int partsPerMillion) implements ProcessFault {
        public Drift {
            check("drift", partsPerMillion, -MOST_DRIFT_PPM, MOST_DRIFT_PPM, "ppm");
        }

        @Override
        public String kind() {
            return "drift";
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "clock runs %,d ppm too %s",
                    Math.abs(partsPerMillion),
                    partsPerMillion < 0 ? "slow" : "fast");
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    /** @param millis how much longer each write takes */
    record SlowDisk(int millis) implements ProcessFault {
        public SlowDisk {
            check("slow-disk", millis, 0, MOST_DISK_MILLIS, "ms");
        }

        @Override
        public String kind() {
            return "slow-disk";
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "every write to disk takes %,d ms longer", millis);
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    /** The next write to disk fails, and ends the node; healed by starting it again. */
    record FailDisk() implements ProcessFault {
        @Override
        public String kind() {
            return "fail-disk";
        }

        @Override
        public String words() {
            return "writes to disk fail";
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    /** The disk is full: the next write ends the node; healed by starting it again. */
    record FullDisk() implements ProcessFault {
        @Override
        public String kind() {
            return "full-disk";
        }

        @Override
        public String words() {
            return "the disk is full";
        }

        @Override
        public boolean isForNodesAlone() {
            return true;
        }
    }

    private static void check(String name, long value, long least, long most, String unit) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s %,d %s: it is from %,d to %,d %3$s", name, value, unit, least, most));
        }
    }
}
