package sosad.app.diagram;

import java.util.List;
import java.util.Random;
import sosad.app.history.MemoryRun;
import sosad.app.scenario.Action;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** A run in which anything may happen, the same for the same seed. */
public final class RandomRun {
    private static final List<String> KEYS = List.of("k", "waffle", "grace", "a-key-that-is-longer-than-any-label");

    private final Random random;
    private final String[] names;
    private final MemoryRun run;

    private RandomRun(long seed) {
        random = new Random(seed);
        names = new String[2 + random.nextInt(5)];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.valueOf((char) ('A' + i));
        }
        run = new MemoryRun(Rules.DOCUMENT, names);
    }

    /** Returns the run of this seed. */
    public static MemoryRun of(long seed) {
        RandomRun random = new RandomRun(seed);
        int steps = 1 + random.random.nextInt(5);
        for (int step = 1; step <= steps; step++) {
            random.step(1 + step);
        }
        return random.run;
    }

    private void step(long time) {
        run.step(time, null);
        for (int i = random.nextInt(8); i > 0; i--) {
            act(names[random.nextInt(names.length)], names[random.nextInt(names.length)]);
        }
        run.actionsDone();
        while (!run.present().queue().isEmpty() && random.nextInt(6) > 0) {
            long next = run.present().queue().get(0);
            switch (random.nextInt(9)) {
                case 0 -> run.drop(next);
                case 1 -> run.hold(next);
                case 2 -> run.duplicate(next);
                case 3 -> run.delay(next, 2);
                case 4 -> {
                    if (!run.present().message(next).orElseThrow().corrupt()) {
                        run.corrupt(next);
                    }
                    run.deliverNext();
                }
                case 5 ->
                    run.reorder(next, 1 + random.nextInt(run.present().queue().size()));
                default -> run.deliverNext();
            }
        }
    }

    /** What cannot be done is an event as well. */
    private void act(String node, String other) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> run.put(node, key, "v");
            case 3 -> run.delete(node, key);
            case 4 -> run.get(node, key);
            case 5 -> run.push(node, other);
            case 6 -> run.pushHeld(node, other);
            case 7 -> run.sync(node);
            case 8 -> run.kill(node);
            case 9 -> run.pause(node);
            case 10 -> run.cut(node, peer(node, other)).skew(node, -2);
            case 11, 12 -> run.start(node);
            case 13 -> run.resume(node);
            case 14 -> run.release(node, peer(node, other));
            default -> run.act(new Action.Discard(new Link(new NodeId(node), new NodeId(peer(node, other))), 1));
        }
    }

    private static String peer(String node, String other) {
        return !node.equals(other) ? other : node.equals("A") ? "B" : "A";
    }
}
