package sosad.app.bench;

import java.nio.file.Path;
import java.util.List;

/** A way to start an app whose nodes must not outlive it. */
enum StartedAs {
    /** A trial: the nodes are live from the beginning, and its own clients write too. */
    RUN_LIVE("run --live") {
        @Override
        List<String> words(Path scenario, Path plan) {
            return List.of("run", "--live", plan.toString(), "--for", "60s", "--store", "disk");
        }
    },
    /** A lab without a window. */
    SERVE("serve") {
        @Override
        List<String> words(Path scenario, Path plan) {
            return List.of("serve", scenario.toString());
        }
    },
    /** The window. */
    WINDOW("window") {
        @Override
        List<String> words(Path scenario, Path plan) {
            return List.of("gui", scenario.toString(), "--api=0", "--settings=none");
        }
    };

    private final String word;

    StartedAs(String word) {
        this.word = word;
    }

    /** The words of the command line. */
    abstract List<String> words(Path scenario, Path plan);

    /** Returns whether it is steered over HTTP; otherwise it does by itself what its plan says. */
    boolean hasApi() {
        return this != RUN_LIVE;
    }

    boolean needsScreen() {
        return this == WINDOW;
    }

    String word() {
        return word;
    }
}
