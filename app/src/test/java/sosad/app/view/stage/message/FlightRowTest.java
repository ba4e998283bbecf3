package sosad.app.view.stage.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.history.MemoryRun;
import sosad.app.history.SampleHistory;
import sosad.app.testing.OnFx;
import sosad.app.view.stage.StagePaneTest;

/** Which chips the order of delivery has; what is done with them is tested through the window. */
class FlightRowTest {
    private FlightStrip strip;
    private Stage window;

    @BeforeEach
    void open() {
        OnFx.run(() -> {
            strip = new FlightStrip(id -> {});
            window = OnFx.show(strip, 770, 40);
        });
    }

    @AfterEach
    void close() {
        OnFx.run(window::close);
    }

    private void show(MemoryRun run) {
        OnFx.run(() -> {
            strip.snapshotProperty().set(run.present());
            OnFx.settle(strip);
        });
    }

    private List<FlightChip> chips() {
        return OnFx.get(() -> strip.lookupAll(".flight-chip").stream()
                .filter(Node::isVisible)
                .map(FlightChip.class::cast)
                .toList());
    }

    private static String words(FlightChip chip) {
        return ((Labeled) chip.lookup(".number")).getText() + " " + ((Labeled) chip.lookup(".link")).getText();
    }

    @Test
    void aChipIsUsedAgainForAnotherMessageOfItsSender() {
        show(SampleHistory.fiveInFlight());
        List<FlightChip> first = chips();
        show(SampleHistory.atStart());
        assertThat(chips()).isEmpty();
        show(SampleHistory.fiveInFlight());
        assertThat(chips()).containsExactlyInAnyOrderElementsOf(first).allMatch(Node::isManaged);
        assertThat(chips())
                .extracting(FlightRowTest::words)
                .containsExactly("1 A → B", "2 A → C", "3 B → A", "4 C → A", "5 C → B");
    }

    @Test
    void whatIsDeliveredGoesAndTheOthersMoveUp() {
        MemoryRun run = SampleHistory.fiveInFlight();
        show(run);
        show(run.deliver(run.message("B", "A")));
        assertThat(chips())
                .extracting(FlightRowTest::words)
                .containsExactly("1 A → B", "2 A → C", "3 C → A", "4 C → B");
    }

    @Test
    void ofVeryManyMessagesTheFirstHaveChips() {
        show(StagePaneTest.manyMessages());
        assertThat(chips()).hasSize(48);
        assertThat(((Labeled) strip.lookup(".flight-title")).getText()).isEqualTo("In flight, the first 48 of 56");
        show(SampleHistory.fourInFlight());
        assertThat(((Labeled) strip.lookup(".flight-title")).getText()).isEqualTo("In flight");
    }
}
