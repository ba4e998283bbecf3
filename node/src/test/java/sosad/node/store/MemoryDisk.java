package sosad.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file system in memory that records what is done to it, so that a {@link PowerCut} can lose some of that. */
final class MemoryDisk implements DiskFiles {
    private final Map<Path, Contents> names = new HashMap<>();
    private final Map<Path, Contents> begin;
    private final List<Done> done = new ArrayList<>();

    /** Something that was done. What is not a sync may be lost until one comes. */
    sealed interface Done {
        /** Some bytes of a file were written. */
        record Wrote(Contents file, long position, byte[] bytes) implements Done {}

        /** A file was cut off. */
        record Cut(Contents file, long size) implements Done {}

        /** All that was done to a file before is certain. */
        record Synced(Contents file) implements Done {}

        /** A name leads to this file from now on, or, if it is null, to none. */
        record Named(Path name, Contents file) implements Done {}

        /** All that was done to names before is certain. */
        record NamesSynced() implements Done {}
    }

    /** What is in a file. */
    static final class Contents {
        private final byte[] begin;
        private byte[] bytes;
        private int length;

        Contents(byte[] begin) {
            this.begin = begin;
            this.bytes = begin.clone();
            this.length = begin.length;
        }

        /** Returns what was in it at first. */
        byte[] begin() {
            return begin;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        int length() {
            return length;
        }

        /** Reads from a place that is not behind the end. */
        int read(int from, ByteBuffer to) {
            int count = Math.min(to.remaining(), length - from);
            to.put(bytes, from, count);
            return count;
        }

        /** Does to it what was done to another. */
        void apply(Done one) {
            if (one instanceof Done.Wrote wrote) {
                int from = (int) wrote.position();
                int to = from + wrote.bytes().length;
                if (to > bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * to);
                }
                System.arraycopy(wrote.bytes(), 0, bytes, from, to - from);
                length = Math.max(length, to);
            } else if (one instanceof Done.Cut cut && cut.size() < length) {
                Arrays.fill(bytes, (int) cut.size(), length, (byte) 0);
                length = (int) cut.size();
            }
        }
    }

    /** One that begins with these files. */
    MemoryDisk(Map<Path, byte[]> files) {
        files.forEach((name, bytes) -> names.put(name, new Contents(bytes)));
        begin = Map.copyOf(names);
    }

    /** The files that it has begun with. */
    Map<Path, Contents> begin() {
        return begin;
    }

    /** Returns what has been done so far. */
    synchronized List<Done> done() {
        return List.copyOf(done);
    }

    /** Returns how much has been done so far. */
    synchronized int size() {
        return done.size();
    }

    /** Returns what is in the file now; null if there is none. */
    synchronized Contents contents(Path file) {
        return names.get(file);
    }

    /** Returns whether the file was synced ever. */
    synchronized boolean isSynced(Contents file) {
        return done.contains(new Done.Synced(file));
    }

    synchronized int read(Contents file, long position, ByteBuffer to) {
        return position < file.length() ? file.read((int) position, to) : -1;
    }

    synchronized void record(Contents file, Done one) {
        file.apply(one);
        done.add(one);
    }

    @Override
    public void createFolder(Path folder) {}

    @Override
    public synchronized boolean exists(Path file) {
        return names.containsKey(file);
    }

    @Override
    public synchronized FileChannel open(Path file) {
        if (!names.containsKey(file)) {
            name(file, new Contents(new byte[0]));
        }
        return new MemoryChannel(this, names.get(file));
    }

    private void name(Path name, Contents file) {
        names.put(name, file);
        done.add(new Done.Named(name, file));
    }

    @Override
    public synchronized void rename(Path file, Path name) throws IOException {
        Contents moved = names.get(file);
        if (moved == null) {
            throw new NoSuchFileException(file.toString());
        }
        name(name, moved);
        delete(file);
    }

    @Override
    public synchronized boolean delete(Path file) {
        if (names.remove(file) == null) {
            return false;
        }
        done.add(new Done.Named(file, null));
        return true;
    }

    @Override
    public synchronized void syncFolder(Path folder) {
        done.add(new Done.NamesSynced());
    }
}
