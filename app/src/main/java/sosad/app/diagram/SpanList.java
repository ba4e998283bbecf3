package sosad.app.diagram;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Spliterator;
import sosad.app.history.PersistentList;

/**
 * An immutable list that finds what lies in a stretch of time without looking at all of it. Elements that follow each
 * other should mostly be near each other; a list that is made from it by a change shares with it what did not change.
 */
public final class SpanList<E extends Spanned> extends AbstractList<E> implements RandomAccess {
    private static final int CHUNK = 64;
    private static final SpanList<?> EMPTY = new SpanList<>(PersistentList.empty(), PersistentList.empty());

    private final PersistentList<E> all;

    /** At least the stretch that the elements of each chunk take together. */
    private final PersistentList<Extent> chunks;

    private record Extent(double from, double to) {
        Extent with(Spanned other) {
            return new Extent(Math.min(from, other.earliest()), Math.max(to, other.latest()));
        }

        boolean meets(double begin, double end) {
            return to >= begin && from <= end;
        }
    }

    private SpanList(PersistentList<E> all, PersistentList<Extent> chunks) {
        this.all = all;
        this.chunks = chunks;
    }

    /** Returns the empty list. */
    @SuppressWarnings("unchecked") // it has no element of any type
    public static <E extends Spanned> SpanList<E> empty() {
        return (SpanList<E>) EMPTY;
    }

    /** Returns a list of these elements. */
    public static <E extends Spanned> SpanList<E> copyOf(Collection<E> elements) {
        SpanList<E> list = empty();
        for (E element : elements) {
            list = list.plus(element);
        }
        return list;
    }

    /** Returns the list with this element at its end. */
    public SpanList<E> plus(E added) {
        int chunk = all.size() / CHUNK;
        return new SpanList<>(
                all.plus(added),
                chunk < chunks.size()
                        ? chunks.with(chunk, chunks.get(chunk).with(added))
                        : chunks.plus(new Extent(added.earliest(), added.latest())));
    }

    /** Returns the list with another element at this place. */
    public SpanList<E> with(int index, E other) {
        int chunk = index / CHUNK;
        return new SpanList<>(
                all.with(index, other), chunks.with(chunk, chunks.get(chunk).with(other)));
    }

    /** Returns the elements, in order, that take any of the time from {@code begin} to {@code end}, both included. */
    public List<E> within(double begin, double end) {
        List<E> found = new ArrayList<>();
        int chunk = 0;
        for (Extent extent : chunks) {
            if (extent.meets(begin, end)) {
                int next = Math.min(all.size(), (chunk + 1) * CHUNK);
                for (int i = chunk * CHUNK; i < next; i++) {
                    E element = all.get(i);
                    if (element.latest() >= begin && element.earliest() <= end) {
                        found.add(element);
                    }
                }
            }
            chunk++;
        }
        return found;
    }

    @Override
    public E get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Iterator<E> iterator() {
        return all.iterator();
    }

    @Override
    public Spliterator<E> spliterator() {
        return all.spliterator();
    }

    @Override
    public boolean equals(Object other) {
        return other == this || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
