package sosad.app.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import sosad.record.RecordHeader;
import sosad.record.RecordReader;
import sosad.wire.MalformedException;

/** One file of a record. */
record RecordPart(Path file, RecordHeader header) {
    /** @throws RecordFileException if there is no record in it */
    static RecordPart of(Path file) {
        try (RecordReader reader = open(file)) {
            return new RecordPart(file, reader.header());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The record, before its first state. */
    RecordReader open() {
        return open(file);
    }

    private static RecordReader open(Path file) {
        try {
            return new RecordReader(new BufferedInputStream(Files.newInputStream(file)));
        } catch (MalformedException e) {
            throw malformed(file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static RecordFileException malformed(Path file, MalformedException cause) {
        return new RecordFileException(file + ": " + cause.getMessage(), cause);
    }

    static RecordFileException unreadable(Path file, IOException cause) {
        String reason = cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new RecordFileException(file + ": cannot be read: " + reason, cause);
    }
}
