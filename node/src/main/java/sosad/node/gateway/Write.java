package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sosad.node.gateway.RequestContext.Asker;

/**
 * A request that changes something: it goes to one backend or several, and is acknowledged when all have acknowledged
 * it. What a backend may have got is never sent again: a write repeated later would count as a newer one.
 */
final class Write implements Deadlines.Timed {
    private final ClientRequest asked;
    private final byte[] request;
    private final RequestContext context;
    private final int count;
    private final Asker asker;
    private final Runnable onEnd;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Backend> asking = new ArrayList<>();
    private int unsettled;
    private boolean isOver;

    /**
     * @param count how many backends must take it
     * @param asker gets the reply
     * @param onEnd called before it gets it, whatever it is, if any backend was asked
     */
    Write(ClientRequest asked, byte[] request, RequestContext context, int count, Asker asker, Runnable onEnd) {
        this.asked = asked;
        this.request = request;
        this.context = context;
        this.count = count;
        this.asker = asker;
        this.onEnd = onEnd;
    }

    /**
     * Goes to its backends, or to none if too few can take it.
     *
     * @param turn runs what it is given as soon as the write may go: it has the whole time from then on, so that it is
     *     not cut short by a read that it waited for
     */
    void begin(Consumer<Runnable> turn) {
        turn.accept(this::go);
    }

    private void go() {
        context.deadlines().begin(this);
        while (asking.size() < count) {
            Optional<Backend> next = next();
            if (next.isEmpty()) {
                context.counts().shortages++;
                String shortage = asking.isEmpty()
                        ? context.backends().shortage(Lane.WRITES)
                        : format(
                                "NOBACKEND %d backends must take a write and %d can: nothing was written",
                                count, asking.size());
                refuse(shortage);
                return;
            }
            asking.add(next.get());
        }
        unsettled = count;
        for (Backend backend : List.copyOf(asking)) {
            Leg leg = new Leg();
            legs.add(leg);
            backend.give(leg);
        }
    }

    private Optional<Backend> next() {
        return context.backends().next(Lane.WRITES, asked.hash(), asking);
    }

    private void refuse(String error) {
        isOver = true;
        asker.refuse(error);
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public void expire() {
        context.counts().late++;
        String within = within();
        for (Leg leg : legs) {
            if (!leg.isOver()) {
                leg.backend().late(leg);
                leg.fail(within);
            }
        }
    }

    private String within() {
        return format(" within %d ms", context.deadlines().limitMillis());
    }

    private void settle() {
        if (--unsettled == 0) {
            isOver = true;
            onEnd.run();
            if (legs.stream().allMatch(leg -> leg.failure.isEmpty())) {
                byte[] reply =
                        legs.stream().map(leg -> leg.reply).max(Arrays::compare).orElseThrow();
                asker.answer(replies -> replies.whole(reply)); // a DEL says 1 if any backend held a value
            } else {
                asker.refuse(error());
            }
        }
    }

    private String error() {
        if (legs.stream().anyMatch(leg -> leg.isUncertain)) {
            context.counts().uncertain++;
        }
        if (legs.size() == 1) {
            return legs.get(0).alone();
        }
        return format("PARTIAL the %s did not reach all of %d backends: ", asked, legs.size())
                + legs.stream().map(Leg::among).collect(Collectors.joining("; "));
    }

    /** The write at one backend. */
    private final class Leg extends BackendRequest {
        private boolean isOver;
        private boolean isUncertain;
        private byte[] reply = {};
        private String failure = "";

        Leg() {
            super(asked, request, Lane.WRITES);
        }

        @Override
        public boolean isOver() {
            return isOver;
        }

        @Override
        void answered(byte[] answer) {
            isOver = true;
            reply = answer;
            if (isError(answer)) {
                failure = new String(answer, 1, answer.length - 1, UTF_8).strip();
            }
            settle();
        }

        @Override
        void lost(String why) {
            Optional<Backend> elsewhere = wasSent() ? Optional.<Backend>empty() : next();
            if (elsewhere.isPresent()) {
                context.counts().retried++;
                asking.add(elsewhere.get());
                elsewhere.get().give(this);
            } else {
                fail(": " + why);
            }
        }

        /** It has got no reply; {@code why} continues a sentence. */
        void fail(String why) {
            isOver = true;
            isUncertain = wasSent();
            failure = wasSent()
                    ? "%s, which has not answered%s: it may or may not have happened".formatted(backend(), why)
                    : "%s, but could not be sent%s: it has not happened".formatted(backend(), why);
            settle();
        }

        private String alone() {
            if (reply.length > 0) {
                return failure;
            }
            return "%s the %s was %s %s"
                    .formatted(
                            isUncertain ? "UNCERTAIN" : "NOTSENT",
                            asked,
                            isUncertain ? "sent to" : "meant for",
                            failure);
        }

        private String among() {
            if (failure.isEmpty()) {
                return backend() + " has it";
            }
            return reply.length > 0 ? backend() + " answered " + failure : "was for " + failure;
        }
    }
}
