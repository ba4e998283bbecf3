package sosad.node.store;

import static java.util.stream.Collectors.groupingBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import sosad.node.store.MemoryDisk.Contents;
import sosad.node.store.MemoryDisk.Done;

/** What a sudden end leaves of a disk: all that was synced, and of the rest whatever chance decides. */
final class PowerCut {
    private static final int PAGE_BYTES = 4_096;

    /** What becomes of that which was not synced. */
    enum Loss {
        /** All of it is there: the process was killed, the machine runs on. */
        NONE,
        /** All of it is lost. */
        ALL,
        /** Of each file what was done first is there, in its order, up to a page of what came next. */
        END,
        /** Each page of each file is as it was at some time since, and the file as long. */
        ANY
    }

    private final Map<Path, Contents> begin;
    private final Random random;
    private final Loss loss;

    /** @param begin the files before all that was done */
    PowerCut(Map<Path, Contents> begin, Loss loss, Random random) {
        this.begin = begin;
        this.loss = loss;
        this.random = random;
    }

    /** The files after the cut, when this was done before it. */
    Map<Path, byte[]> files(List<Done> done) {
        Map<Contents, byte[]> left = new HashMap<>();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        names(done).forEach((name, file) -> files.put(name, left.computeIfAbsent(file, one -> left(one, done))));
        return files;
    }

    private Map<Path, Contents> names(List<Done> done) {
        List<Done> changes = done.stream()
                .filter(one -> one instanceof Done.Named || one instanceof Done.NamesSynced)
                .toList();
        int certain = 1 + lastIndexOf(Done.NamesSynced.class, changes);
        int kept = loss == Loss.NONE ? changes.size() : some(certain, changes.size());
        Map<Path, Contents> names = new HashMap<>(begin);
        for (Done one : changes.subList(0, kept)) {
            if (one instanceof Done.Named named && named.file() == null) {
                names.remove(named.name());
            } else if (one instanceof Done.Named named) {
                names.put(named.name(), named.file());
            }
        }
        return names;
    }

    private static int lastIndexOf(Class<? extends Done> kind, List<Done> done) {
        int last = done.size() - 1;
        while (last >= 0 && !kind.isInstance(done.get(last))) {
            last--;
        }
        return last;
    }

    /** A number from least to most; the ends often. */
    private int some(int least, int most) {
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(most - least + 1);
        };
    }

    private byte[] left(Contents file, List<Done> done) {
        List<Done> toFile = done.stream()
                .filter(one -> one instanceof Done.Wrote wrote && wrote.file() == file
                        || one instanceof Done.Cut cut && cut.file() == file
                        || one instanceof Done.Synced synced && synced.file() == file)
                .toList();
        int certain = 1 + lastIndexOf(Done.Synced.class, toFile);
        byte[] synced = after(file.begin(), toFile.subList(0, certain));
        List<Done> rest = toFile.subList(certain, toFile.size());
        return switch (loss) {
            case NONE -> after(synced, rest);
            case ALL -> synced;
            case END -> partOf(synced, rest);
            case ANY -> anyOf(synced, rest);
        };
    }

    private static byte[] after(byte[] before, List<Done> done) {
        Contents contents = new Contents(before);
        done.forEach(contents::apply);
        return contents.bytes();
    }

    private byte[] partOf(byte[] synced, List<Done> rest) {
        int whole = some(0, rest.size());
        byte[] bytes = after(synced, rest.subList(0, whole));
        if (whole < rest.size() && rest.get(whole) instanceof Done.Wrote next) {
            long end = next.position() + next.bytes().length;
            long cut = (next.position() / PAGE_BYTES + 1 + random.nextInt(3)) * PAGE_BYTES;
            if (cut < end) {
                byte[] part = Arrays.copyOf(next.bytes(), (int) (cut - next.position()));
                return after(bytes, List.of(new Done.Wrote(next.file(), next.position(), part)));
            }
        }
        return bytes;
    }

    private byte[] anyOf(byte[] synced, List<Done> rest) {
        Map<Integer, List<Integer>> pagesOf = pages(rest).stream().collect(groupingBy(page -> some(0, rest.size())));
        int lengthOf = some(0, rest.size());
        byte[] bytes = synced.clone();
        int length = synced.length;
        Contents then = new Contents(synced);
        for (int i = 0; i <= rest.size(); i++) {
            for (int page : pagesOf.getOrDefault(i, List.of())) {
                int to = Math.min((page + 1) * PAGE_BYTES, then.length());
                if (to > page * PAGE_BYTES) {
                    bytes = to > bytes.length ? Arrays.copyOf(bytes, 2 * to) : bytes;
                    then.read(page * PAGE_BYTES, ByteBuffer.wrap(bytes, page * PAGE_BYTES, to - page * PAGE_BYTES));
                }
            }
            length = i == lengthOf ? then.length() : length;
            if (i < rest.size()) {
                then.apply(rest.get(i));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static TreeSet<Integer> pages(List<Done> done) {
        TreeSet<Integer> pages = new TreeSet<>();
        for (Done one : done) {
            if (one instanceof Done.Wrote wrote && wrote.bytes().length > 0) {
                long last = wrote.position() + wrote.bytes().length - 1;
                for (long page = wrote.position() / PAGE_BYTES; page <= last / PAGE_BYTES; page++) {
                    pages.add((int) page);
                }
            }
        }
        return pages;
    }
}
