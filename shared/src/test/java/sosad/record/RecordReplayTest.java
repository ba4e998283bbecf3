package sosad.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sosad.wire.MalformedException;

class RecordReplayTest {
    private static final int SEEDS = Boolean.getBoolean("thorough") ? 2_000 : 60;
    private static final int INPUTS = 300;

    private final List<Replayed> inputs = new ArrayList<>();
    private final RecordReplay replay = new RecordReplay(begun -> {}, inputs::add);

    private static RecordReader reader(byte[] record) throws IOException, MalformedException {
        return new RecordReader(new ByteArrayInputStream(record));
    }

    private Optional<RecordReplay.Difference> replay(byte[] record) throws IOException, MalformedException {
        return replay.replay(reader(record));
    }

    @Test
    void whateverHappenedToAnEngineItsRecordLeadsToEqualStates() throws IOException, MalformedException {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (byte[] record : new RecordedPair(seed).records(INPUTS)) {
                RecordReplay fresh = new RecordReplay(begun -> {}, input -> {});
                assertThat(fresh.replay(reader(record))).as("seed %d", seed).isEmpty();
                assertThat(fresh.compared()).isGreaterThan(3);
                assertThat(fresh.ending()).contains(Ending.CLOSED);
            }
        }
    }

    @Test
    void anInputThatTheNodeDidNotHaveIsADifferenceWithBothStates() throws IOException, MalformedException {
        byte[] record =
                RecordedPair.withAnInputMore(new RecordedPair(1).records(INPUTS).get(0));
        RecordReplay.Difference difference = replay(record).orElseThrow();
        assertThat(difference.what()).isEqualTo("the core has come to another state than the node");
        assertThat(difference.recorded()).isPresent();
        assertThat(StateLines.of(difference.replayed()))
                .isNotEqualTo(StateLines.of(difference.recorded().get()))
                .containsKey("clock.manual");
    }

    @Test
    void aRecordThatEndsInTheMiddleOfABlockCountsUpToThere() throws IOException, MalformedException {
        byte[] record = new RecordedPair(2).records(INPUTS).get(1);
        RecordReader torn = reader(Arrays.copyOf(record, record.length - 20));
        assertThat(replay.replay(torn)).isEmpty();
        assertThat(torn.isTorn()).isTrue();
        assertThat(replay.ending()).isEmpty();
        assertThat(inputs).isNotEmpty();
    }

    @Test
    void aForeignFileANewerOneAndADamagedOneSayWhatTheyAreNot() {
        byte[] record = new RecordedPair(3).records(INPUTS).get(0);
        assertThatThrownBy(() -> replay("{\"a\": 1, \"b\": 2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("not a record of a live run: it does not begin with SOSADREC");
        byte[] newer = record.clone();
        newer[11] = 9;
        assertThatThrownBy(() -> replay(newer))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("a record of a newer version (format 9; this program reads format 1)");
        byte[] damaged = record.clone();
        damaged[record.length / 2]++;
        assertThatThrownBy(() -> replay(damaged))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("a damaged record:");
    }

    @Test
    void noBytesMakeTheReaderFailInAnotherWay() throws IOException {
        Random random = new Random(5);
        byte[] record = new RecordedPair(4).records(40).get(0);
        for (int i = 0; i < 10 * SEEDS; i++) {
            byte[] bytes = record.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            if (i % 10 == 0) {
                random.nextBytes(bytes);
            }
            try {
                new RecordReplay(begun -> {}, input -> {}).replay(reader(bytes));
            } catch (MalformedException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    /** Blocks whose checksums fit, as somebody could write them on purpose. */
    @Test
    void noContentMakesTheDecoderFailInAnotherWay() throws IOException, MalformedException {
        Random random = new Random(6);
        byte[] record = new RecordedPair(4).records(60).get(0);
        for (int i = 0; i < 10 * SEEDS; i++) {
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            RecordReader reader = reader(record);
            changed.writeBytes(RecordFormat.beginning(reader.header()));
            for (Optional<RecordReader.Block> next = reader.next(); next.isPresent(); next = reader.next()) {
                byte[] content = next.get().content();
                if (random.nextInt(4) == 0) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt();
                }
                changed.writeBytes(RecordFormat.block(next.get().kind(), content));
            }
            try {
                new RecordReplay(begun -> {}, input -> {}).replay(reader(changed.toByteArray()));
            } catch (MalformedException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }
}
