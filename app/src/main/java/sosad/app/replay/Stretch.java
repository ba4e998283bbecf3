package sosad.app.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import sosad.model.NodeId;
import sosad.record.RecordFormat;

/**
 * The record of one node from when it went live.
 *
 * @param start when that was, in milliseconds since 1970
 * @param parts its files, in order
 */
public record Stretch(NodeId node, long start, List<RecordPart> parts) {
    public Stretch {
        parts = List.copyOf(parts);
    }

    /**
     * Finds the stretches in these files, and in the folders among them, by node and start.
     *
     * @throws RecordFileException if a file is no record, or there is none
     */
    public static List<Stretch> in(List<Path> places) {
        record Id(NodeId node, long start) {}
        TreeMap<Id, List<RecordPart>> byId =
                new TreeMap<>(Comparator.comparing(Id::node).thenComparing(Id::start));
        for (Path place : places) {
            for (Path file : files(place)) {
                RecordPart part = RecordPart.of(file);
                byId.computeIfAbsent(new Id(part.header().node(), part.header().start()), none -> new ArrayList<>())
                        .add(part);
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        byId.forEach((id, parts) -> {
            parts.sort(Comparator.comparingInt(part -> part.header().part()));
            stretches.add(new Stretch(id.node(), id.start(), parts));
        });
        return stretches;
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            List<Path> files = inside.filter(file -> file.toString().endsWith(RecordFormat.SUFFIX))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new RecordFileException(place + ": no record in it: no file ends in " + RecordFormat.SUFFIX);
            }
            return files;
        } catch (IOException e) {
            throw RecordPart.unreadable(place, e);
        }
    }
}
