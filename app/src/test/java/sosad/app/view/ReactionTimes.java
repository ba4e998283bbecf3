package sosad.app.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.stage.Stage;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.Program;
import sosad.app.history.Moment;
import sosad.app.history.Phase;
import sosad.app.play.Lab;
import sosad.app.play.LabActor;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.viewmodel.LabFeed;
import sosad.app.viewmodel.Standing;

/**
 * Measures on real node processes, nothing animated: from pressing Next until the messages stand on their links, and
 * from letting a message be delivered until its cells are laid out anew. Prints the medians over so many runs of the
 * sample.
 */
public final class ReactionTimes {
    private final List<Double> nextMillis = new ArrayList<>();
    private final List<Double> deliveryMillis = new ArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final LabWindow window;
    private final Lab lab;
    private int runs;

    private ReactionTimes(Stage stage, int runs) {
        this.runs = runs;
        FxThread fx = new FxThread();
        LabFeed feed = new LabFeed(new Pulse(fx));
        Program program = Program.find();
        lab = new LabActor((plan, listener) -> new ProcessCluster(plan.nodes(), plan.rules(), program, listener), feed);
        window = new LabWindow(lab, feed, Scenarios.shipped(), ScenarioReader::read, fx, fx);
        window.playback().animatedProperty().set(false);
        stage.setScene(window.scene());
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        window.openFirst();
        window.lab().standingProperty().addListener((property, old, standing) -> {
            if (standing == Standing.READY) {
                fx.execute(this::begin);
            }
        });
    }

    private Moment present() {
        return window.lab().historyProperty().get().present();
    }

    private void begin() {
        int step = present().step() + 1;
        Phase wanted = step == 1 ? Phase.DELIVERED : Phase.IN_FLIGHT;
        time(
                () -> window.playback().next(),
                nextMillis,
                moment -> moment.step() == step && moment.phase() == wanted,
                this::deliver);
    }

    private void deliver() {
        if (present().queue().isEmpty()) {
            goOn();
        } else {
            int left = present().queue().size() - 1;
            time(lab::deliverNext, deliveryMillis, moment -> moment.queue().size() == left, this::deliver);
        }
    }

    private void goOn() {
        if (present().time() < 5) {
            begin();
        } else if (--runs > 0) {
            window.playback().restart();
        } else {
            done.complete(null);
        }
    }

    /** Calls {@code act}, and {@code then} after the pulse in which the window shows what was wanted. */
    private void time(Runnable act, List<Double> millis, Predicate<Moment> wanted, Runnable then) {
        long start = System.nanoTime();
        Runnable[] pulse = new Runnable[1];
        pulse[0] = () -> {
            if (wanted.test(present())) {
                millis.add((System.nanoTime() - start) / 1e6);
                window.scene().removePostLayoutPulseListener(pulse[0]);
                new FxThread().execute(then);
            } else {
                Platform.requestNextPulse();
            }
        };
        window.scene().addPostLayoutPulseListener(pulse[0]);
        act.run();
        Platform.requestNextPulse();
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, 90 %% within %.1f ms (%d times)%n",
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 9 / 10),
                millis.size());
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        CompletableFuture<ReactionTimes> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(new ReactionTimes(new Stage(), runs)));
        ReactionTimes times = started.get();
        times.done.get();
        times.lab.close();
        print("Next to messages on their links", times.nextMillis);
        print("delivery to cells laid out anew", times.deliveryMillis);
        System.exit(0);
    }
}
