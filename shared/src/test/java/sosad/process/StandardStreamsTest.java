package sosad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sosad.process.StandardStreams.OutputException;

/** What is printed, and what cannot be. */
class StandardStreamsTest {
    /** A disk with no room left. */
    private static final class Full extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void aLineThatCannotBeWrittenIsNotLostInSilence() {
        PrintWriter out = StandardStreams.loud(new Full(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> out.println("a line"))
                .isInstanceOf(OutputException.class)
                .hasMessage("the output cannot be written: No space left on device");
    }

    @Test
    void aLineThatCanBeIsThereAtOnce() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintWriter out = StandardStreams.loud(written, StandardCharsets.UTF_8);
        out.println("größe");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("größe" + System.lineSeparator());
    }

    @Test
    void aTerminalThatSaysItKnowsOnlyAsciiGetsUtf8AndAnyOtherWhatItKnows() {
        assertThat(StandardStreams.charset(StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(StandardStreams.charset(StandardCharsets.ISO_8859_1)).isEqualTo(StandardCharsets.ISO_8859_1);
    }
}
