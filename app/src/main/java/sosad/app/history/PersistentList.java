package sosad.app.history;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * An immutable list. A list that is made from it by a change shares with it all but O(log n) of its nodes: a balanced
 * tree whose nodes know how many elements are below them.
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {
    private static final PersistentList<?> EMPTY = new PersistentList<>(null);

    private final Node<E> root;

    private record Node<E>(E value, Node<E> left, Node<E> right, int size, byte height) {
        static <E> Node<E> of(Node<E> left, E value, Node<E> right) {
            byte height = (byte) (Math.max(height(left), height(right)) + 1);
            return new Node<>(value, left, right, size(left) + size(right) + 1, height);
        }

        static int size(Node<?> node) {
            return node == null ? 0 : node.size;
        }

        static int height(Node<?> node) {
            return node == null ? 0 : node.height;
        }

        /** Returns the three put together, where one side may be higher by one change than it may stay. */
        static <E> Node<E> balanced(Node<E> left, E value, Node<E> right) {
            if (height(left) > height(right) + 1) {
                return height(left.left) >= height(left.right)
                        ? of(left.left, left.value, of(left.right, value, right))
                        : of(
                                of(left.left, left.value, left.right.left),
                                left.right.value,
                                of(left.right.right, value, right));
            }
            if (height(right) > height(left) + 1) {
                return height(right.right) >= height(right.left)
                        ? of(of(left, value, right.left), right.value, right.right)
                        : of(
                                of(left, value, right.left.left),
                                right.left.value,
                                of(right.left.right, right.value, right.right));
            }
            return of(left, value, right);
        }

        static <E> Node<E> plus(Node<E> node, int index, E added) {
            if (node == null) {
                return of(null, added, null);
            }
            int before = size(node.left);
            return index <= before
                    ? balanced(plus(node.left, index, added), node.value, node.right)
                    : balanced(node.left, node.value, plus(node.right, index - before - 1, added));
        }

        Node<E> with(int index, E other) {
            int before = size(left);
            if (index == before) {
                return new Node<>(other, left, right, size, height);
            }
            return index < before
                    ? new Node<>(value, left.with(index, other), right, size, height)
                    : new Node<>(value, left, right.with(index - before - 1, other), size, height);
        }

        Node<E> minus(int index) {
            int before = size(left);
            if (index < before) {
                return balanced(left.minus(index), value, right);
            }
            if (index > before) {
                return balanced(left, value, right.minus(index - before - 1));
            }
            if (left == null || right == null) {
                return left == null ? right : left;
            }
            return balanced(left, right.get(0), right.minus(0));
        }

        E get(int index) {
            Node<E> node = this;
            int rest = index;
            for (int before = size(node.left); rest != before; before = size(node.left)) {
                if (rest < before) {
                    node = node.left;
                } else {
                    rest -= before + 1;
                    node = node.right;
                }
            }
            return node.value;
        }

        static <E> Node<E> of(List<E> list) {
            int middle = list.size() / 2;
            return list.isEmpty()
                    ? null
                    : of(of(list.subList(0, middle)), list.get(middle), of(list.subList(middle + 1, list.size())));
        }
    }

    private PersistentList(Node<E> root) {
        this.root = root;
    }

    /** Returns the empty list. */
    @SuppressWarnings("unchecked") // it has no element of any type
    public static <E> PersistentList<E> empty() {
        return (PersistentList<E>) EMPTY;
    }

    /** Returns a list of these elements, which is {@code elements} itself if that cannot change. */
    public static <E> PersistentList<E> copyOf(Collection<E> elements) {
        if (elements instanceof PersistentList<E> already) {
            return already;
        }
        return elements.isEmpty() ? empty() : new PersistentList<>(Node.of(List.copyOf(elements)));
    }

    /** Returns the list with this element at its end. */
    public PersistentList<E> plus(E added) {
        return plus(size(), added);
    }

    /** Returns the list with this element at this place, before what stands there. */
    public PersistentList<E> plus(int index, E added) {
        Objects.checkIndex(index, size() + 1);
        return new PersistentList<>(Node.plus(root, index, Objects.requireNonNull(added)));
    }

    /** Returns the list with another element at this place. */
    public PersistentList<E> with(int index, E other) {
        Objects.checkIndex(index, size());
        return new PersistentList<>(root.with(index, Objects.requireNonNull(other)));
    }

    /** Returns the list without what stands at this place. */
    public PersistentList<E> minus(int index) {
        Objects.checkIndex(index, size());
        return size() == 1 ? empty() : new PersistentList<>(root.minus(index));
    }

    /** Returns how many elements of the list, which is sorted, come before {@code element}. */
    public int place(E element, Comparator<? super E> order) {
        int place = 0;
        for (Node<E> node = root; node != null; ) {
            if (order.compare(node.value, element) < 0) {
                place += Node.size(node.left) + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return place;
    }

    /**
     * Tells what one of two sorted lists has and the other has not. What they share is passed over: lists that differ
     * in d elements because one was made from the other cost O(d log n).
     *
     * @param gone gets what only {@code before} has
     * @param come gets what only {@code after} has
     */
    @SuppressWarnings("ReferenceEquality") // what lists share is the same object; to compare others would take long
    public static <E> void differences(
            PersistentList<E> before,
            PersistentList<E> after,
            Comparator<? super E> order,
            Consumer<? super E> gone,
            Consumer<? super E> come) {
        Walk<E> one = new Walk<>(before);
        Walk<E> other = new Walk<>(after);
        while (!one.isOver() && !other.isOver()) {
            if (one.isTree() && other.isTree() && one.node() == other.node()) {
                one.skip();
                other.skip();
            } else if (one.isTree() && (!other.isTree() || one.node().size >= other.node().size)) {
                one.descend();
            } else if (other.isTree()) {
                other.descend();
            } else {
                E left = one.node().value;
                E right = other.node().value;
                int compared = left.equals(right) ? 0 : order.compare(left, right);
                if (compared <= 0) {
                    one.skip();
                }
                if (compared >= 0) {
                    other.skip();
                }
                if (compared <= 0 && !left.equals(right)) {
                    gone.accept(left);
                }
                if (compared >= 0 && !left.equals(right)) {
                    come.accept(right);
                }
            }
        }
        one.rest(gone);
        other.rest(come);
    }

    /** A way through a list in its order, on which whole subtrees can be passed over. */
    private static final class Walk<E> {
        private final Deque<Node<E>> ahead = new ArrayDeque<>();
        private final Deque<Boolean> whole = new ArrayDeque<>();

        Walk(PersistentList<E> list) {
            push(list.root, true);
        }

        private void push(Node<E> node, boolean isTree) {
            if (node != null) {
                ahead.push(node);
                whole.push(isTree);
            }
        }

        boolean isOver() {
            return ahead.isEmpty();
        }

        /** Returns whether the whole subtree of the node comes next, and not its value alone. */
        boolean isTree() {
            return whole.element();
        }

        Node<E> node() {
            return ahead.element();
        }

        void skip() {
            ahead.remove();
            whole.remove();
        }

        void descend() {
            Node<E> node = node();
            skip();
            push(node.right, true);
            push(node, false);
            push(node.left, true);
        }

        void rest(Consumer<? super E> told) {
            while (!isOver()) {
                if (isTree()) {
                    descend();
                } else {
                    told.accept(node().value);
                    skip();
                }
            }
        }
    }

    /** Returns how many nodes the trees of these lists have together, each counted once. */
    public static int nodes(Collection<? extends PersistentList<?>> lists) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PersistentList<?> list : lists) {
            collect(list.root, seen);
        }
        return seen.size();
    }

    private static void collect(Node<?> node, Set<Object> seen) {
        if (node != null && seen.add(node)) {
            collect(node.left, seen);
            collect(node.right, seen);
        }
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        return root.get(index);
    }

    @Override
    public int size() {
        return Node.size(root);
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof List<?> list && list.size() == size() && super.equals(other));
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Iterator<E> iterator() {
        Deque<Node<E>> ahead = new ArrayDeque<>();
        return new Iterator<>() {
            private Node<E> below = root;

            @Override
            public boolean hasNext() {
                return below != null || !ahead.isEmpty();
            }

            @Override
            public E next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                for (; below != null; below = below.left) {
                    ahead.push(below);
                }
                Node<E> node = ahead.pop();
                below = node.right;
                return node.value;
            }
        };
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(this, Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
    }
}
