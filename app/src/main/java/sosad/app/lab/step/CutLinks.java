package sosad.app.lab.step;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sosad.model.Link;

/** The links that are cut. */
final class CutLinks {
    private final Set<Link> cut = new TreeSet<>();
    private Set<Link> given = Set.of();

    boolean has(Link link) {
        return cut.contains(link);
    }

    /** Returns all of them; as long as they are the same, the same set. */
    Set<Link> all() {
        if (!given.equals(cut)) {
            given = Set.copyOf(cut);
        }
        return given;
    }

    void cut(Collection<Link> links) {
        cut.addAll(links);
    }

    /** Mends these links, or all; gives those that were cut. */
    List<Link> mend(Optional<List<Link>> links) {
        List<Link> mended = links.orElse(List.copyOf(cut)).stream()
                .filter(cut::contains)
                .distinct()
                .toList();
        mended.forEach(cut::remove);
        return mended;
    }
}
