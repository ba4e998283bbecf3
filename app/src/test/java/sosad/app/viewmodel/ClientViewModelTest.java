package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.scenario.Access;
import sosad.app.scenario.BundledScenarios;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.history.LogLine;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;

class ClientViewModelTest {
    private final TestLab desk = TestLab.empty();
    private final ClientViewModel client = new ClientViewModel(desk.lab, desk.engine);

    private void open() {
        desk.lab.open(Scenarios.sample());
        client.accessProperty().set(Access.at(Scenarios.B));
    }

    @Test
    void aPutShowsItsReplyAndHowLongItTook() {
        open();
        client.keyProperty().set("waffle");
        client.valueProperty().set("yoda");

        client.send();

        assertThat(client.replyProperty().get()).isEqualTo(new ClientViewModel.Reply("OK", "0.4 ms", false));
        assertThat(desk.present().node(Scenarios.B).entries()).hasSize(1);
    }

    @Test
    void aRestartTakesTheReplyAwayAndAnotherLessonTheFieldsToo() {
        open();
        client.keyProperty().set("waffle");
        client.valueProperty().set("yoda");
        client.send();

        desk.playback.restart();
        assertThat(client.replyProperty().get()).isEqualTo(ClientViewModel.Reply.NONE);
        assertThat(client.keyProperty().get()).isEqualTo("waffle");

        client.send();
        client.commandProperty().set(ClientCommand.GET);
        desk.lab.open(Scenarios.wide(4));
        assertThat(client.replyProperty().get()).isEqualTo(ClientViewModel.Reply.NONE);
        assertThat(client.keyProperty().get()).isEmpty();
        assertThat(client.valueProperty().get()).isEmpty();
        assertThat(client.commandProperty().get()).isEqualTo(ClientCommand.PUT);
    }

    @Test
    void aGetOfWhatIsNotThereSaysSo() {
        open();
        client.commandProperty().set(ClientCommand.GET);
        client.keyProperty().set("waffle");

        client.send();

        assertThat(client.replyProperty().get().text()).isEqualTo("(nil)");
    }

    @Test
    void aRequestGoesThroughAGatewayWhereThereIsOne() {
        desk.lab.open(BundledScenarios.load("gateway"));
        assertThat(client.accesses()).extracting(Access::toString).containsExactly("at A", "at B", "at C", "via G1");
        client.accessProperty().set(Access.via(new NodeId("G1")));
        client.readModeProperty().set(ReadMode.NEWEST);
        client.commandProperty().set(ClientCommand.GET);
        client.keyProperty().set("waffle");

        client.send();

        assertThat(client.replyProperty().get().text()).isEqualTo("(nil)");
        assertThat(desk.log.lines().get(desk.log.lines().size() - 1).text())
                .isEqualTo("A client reads waffle via G1 at A and gets nothing.");
    }

    @Test
    void aReadOfTheNewestAsksThePeers() {
        open();
        client.commandProperty().set(ClientCommand.GET);
        client.readModeProperty().set(ReadMode.NEWEST);
        client.keyProperty().set("waffle");

        client.send();

        assertThat(desk.log.lines()).extracting(LogLine::text).contains("B asks A what it holds under waffle.");
    }

    @Test
    void aReadCanBeSteppedThroughAndItsReplyComesWithTheAnswer() {
        open();
        client.stepReadsProperty().set(true);
        client.commandProperty().set(ClientCommand.GET);
        client.readModeProperty().set(ReadMode.NEWEST);
        client.keyProperty().set("waffle");

        client.send();

        assertThat(desk.lab.shownProperty().get().queue()).hasSize(2);
        assertThat(client.replyProperty().get().text()).isEqualTo("waits for the answers of peers");
        desk.engine.finishStep();
        assertThat(client.replyProperty().get().text()).isEqualTo("(nil)");
    }

    @Test
    void whereNobodyIsAskedNothingIsSteppedThrough() {
        open();
        client.stepReadsProperty().set(true);
        client.commandProperty().set(ClientCommand.GET);
        client.keyProperty().set("waffle");

        client.send();

        assertThat(client.replyProperty().get().text()).isEqualTo("(nil)");
        assertThat(desk.lab.shownProperty().get().queue()).isEmpty();
    }

    @Test
    void aBrokenRuleIsSaidWhileTypingAndNothingIsSent() {
        open();
        client.keyProperty().set("two words");
        assertThat(client.keyErrorProperty().get()).contains("codes 33 to 126");

        client.send();

        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void anEmptyKeyIsForgivenUntilItIsSent() {
        open();
        assertThat(client.keyErrorProperty().get()).isEmpty();

        client.send();

        assertThat(client.keyErrorProperty().get()).isEqualTo("a key has at least one character");
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void aValueThatIsTooLongIsRefusedInTheRulesOwnWords() {
        open();
        client.keyProperty().set("k");
        client.valueProperty().set("x".repeat(65_537));

        client.send();

        assertThat(client.valueErrorProperty().get())
                .isEqualTo("a value has at most 65,536 bytes; this one has 65,537");
        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void aFailureIsTheReply() {
        open();
        client.keyProperty().set("k");
        desk.engine.failWith("B is dead: start it first.");

        client.send();

        assertThat(client.replyProperty().get())
                .isEqualTo(new ClientViewModel.Reply("B is dead: start it first.", "", true));
        assertThat(client.sendingProperty().get()).isFalse();
    }

    @Test
    void thePushOfAWriteByHandWaitsInFlight() {
        open();
        client.keyProperty().set("waffle");
        client.valueProperty().set("yoda");
        client.send();

        client.push();

        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(desk.present().queue()).hasSize(2);
    }

    @Test
    void aTickOpensAStepOfOnesOwn() {
        open();

        client.tick();

        assertThat(desk.present().time()).isEqualTo(2);
        assertThat(desk.present().offScript()).isTrue();
    }

    @Test
    void theChosenNodeStaysChosenWhileItExists() {
        open();
        desk.playback.next();
        assertThat(client.accessProperty().get()).isEqualTo(Access.at(Scenarios.B));

        desk.lab.open(Scenarios.wide(1));

        assertThat(client.accessProperty().get()).isEqualTo(Access.at(Scenarios.A));
    }
}
