package sosad.app.diagram;

import java.util.List;
import java.util.Random;
import sosad.app.history.Fate;
import sosad.app.history.MemoryRun;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.protocol.Rules;

/** A run in which anything may happen, the same for the same seed. */
final class RandomRun {
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

    static MemoryRun of(long seed) {
        RandomRun random = new RandomRun(seed);
        int steps = 1 + random.random.nextInt(5);
        for (int step = 1; step <= steps; step++) {
            random.step(1 + step);
        }
        return random.run;
    }

    private void step(long time) {
        run.step(time, null);
        int actions = random.nextInt(8);
        for (int i = 0; i < actions; i++) {
            act(names[random.nextInt(names.length)], names[random.nextInt(names.length)]);
        }
        run.actionsDone();
        while (!run.present().queue().isEmpty() && random.nextInt(6) > 0) {
            long next = run.present().queue().get(0);
            switch (random.nextInt(9)) {
                case 3 -> run.delay(next, 2);
                case 4 -> run.corrupt(next).refuse(next);
                case 5 ->
                    run.reorder(next, 1 + random.nextInt(run.present().queue().size()));
                case 0 -> run.drop(next);
                case 1 -> run.hold(next);
                case 2 -> run.duplicate(next);
                default -> {
                    if (up(run.present().message(next).orElseThrow().to().name())) {
                        run.deliver(next);
                    } else {
                        run.drop(next);
                    }
                }
            }
        }
    }

    private void act(String node, String other) {
        NodeState.Status status = status(node);
        if (status == NodeState.Status.DEAD) {
            run.start(node);
            return;
        }
        if (status == NodeState.Status.PAUSED) {
            run.resume(node);
            return;
        }
        String key = KEYS.get(random.nextInt(KEYS.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> run.put(node, key, "v");
            case 3 -> run.delete(node, key);
            case 4 -> run.get(node, key);
            case 5 -> run.push(node, other);
            case 6 -> run.pushHeld(node, other);
            case 7 -> run.sync(node);
            case 8 -> run.kill(node);
            case 9 -> run.pause(node);
            case 10 ->
                run.cut(node, node.equals(other) ? (node.equals("A") ? "B" : "A") : other)
                        .skew(node, -2);
            default -> release();
        }
    }

    private void release() {
        run.present().messages().stream()
                .filter(message -> message.fate() == Fate.HELD)
                .findFirst()
                .map(Message::id)
                .ifPresent(id -> {
                    if (random.nextBoolean()) {
                        run.release(id);
                    } else {
                        run.discard(id);
                    }
                });
    }

    private boolean up(String node) {
        return status(node) == NodeState.Status.UP;
    }

    private NodeState.Status status(String node) {
        return run.present().node(new sosad.model.NodeId(node)).status();
    }
}
