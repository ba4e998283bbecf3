package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;
import sosad.wire.GreetingAnswer;

/** What the sending end of a link makes of an answer, and of none. */
class GreetedTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final String UNANSWERED = "unanswered";
    private static final String WELCOMED = "welcomed";

    private final List<String> told = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private boolean isContentInSilence;

    GreetedTest() {
        FrameDecoder.addTo(channel.pipeline());
        channel.pipeline().addLast(new Greeted(new Owner()));
        channel.pipeline().fireChannelActive();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private void answer() {
        channel.writeInbound(
                Unpooled.wrappedBuffer(GreetingAnswer.WELCOME.frame(B, A).bytes()));
    }

    @Test
    void whoAnswersTakesMessages() {
        answer();
        pass(60);
        assertThat(told).containsExactly(WELCOMED);
    }

    @Test
    void whoSaysNothingIsNotTakenToBeContentAndThatIsToldOnce() {
        for (int i = 0; i < 20; i++) {
            pass(5);
        }
        assertThat(told).containsExactly(UNANSWERED);
        assertThat(channel.isOpen()).isTrue();
        answer();
        assertThat(told).containsExactly(UNANSWERED, WELCOMED);
    }

    @Test
    void aLoopThatWasHeldUpReadsTheAnswerFirst() {
        channel.advanceTimeBy(60, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        answer();
        assertThat(told).containsExactly(WELCOMED);
    }

    @Test
    void aPeerOfTheFirstVersionIsContentInSilence() {
        isContentInSilence = true;
        pass(5);
        assertThat(told).containsExactly(WELCOMED);
    }

    @Test
    void aPeerThatTurnsOutToBeOfTheFirstVersionIsContentAfterAll() {
        pass(5);
        isContentInSilence = true;
        pass(5);
        assertThat(told).containsExactly(UNANSWERED, WELCOMED);
    }

    private final class Owner implements Greeted.Owner {
        @Override
        public void opened(Channel opened) {
            assertThat(opened).isSameAs(channel);
        }

        @Override
        public boolean isContentInSilence() {
            return isContentInSilence;
        }

        @Override
        public void unanswered(String why) {
            told.add(UNANSWERED);
        }

        @Override
        public void welcomed() {
            told.add(WELCOMED);
        }

        @Override
        public void hasRoomAgain() {
            told.add("room");
        }

        @Override
        public void lost(String why, boolean isRefusal) {
            told.add(why);
        }
    }
}
