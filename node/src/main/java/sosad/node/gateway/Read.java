package sosad.node.gateway;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sosad.node.gateway.RequestContext.Asker;

/** A request that changes nothing: it goes to one backend, and to another if its connection is lost. */
final class Read extends BackendRequest implements Deadlines.Timed {
    /** Makes what the asker gets out of a backend's reply. */
    @FunctionalInterface
    interface Passing {
        /** The reply as it is. */
        Passing ON = (reply, from) -> reply;

        /**
         * @param reply no error
         * @param from who sent it
         */
        byte[] pass(byte[] reply, Identity from);
    }

    private final RequestContext context;
    private final Asker asker;
    private final Passing passing;
    private Optional<Predicate<Identity>> onlyAt = Optional.empty();
    private boolean isOver;

    /** @param asker gets the reply */
    Read(ClientRequest asked, byte[] request, Lane lane, RequestContext context, Asker asker, Passing passing) {
        super(asked, request, lane);
        this.context = context;
        this.asker = asker;
        this.passing = passing;
    }

    /**
     * Goes to the backend whose turn it is.
     *
     * @param turn runs what it is given as soon as the read may go; the time counts from now
     */
    void begin(Consumer<Runnable> turn) {
        context.deadlines().begin(this);
        turn.accept(() -> go(next(List.of())));
    }

    /** Goes to the right start of a backend, and nowhere else. */
    void beginOnlyAt(Predicate<Identity> right) {
        onlyAt = Optional.of(right);
        context.deadlines().begin(this);
        if (!context.backends().give(this, right)) {
            fail("SCANLOST the backend of this cursor is down or was restarted: begin again with SCAN 0");
        }
    }

    private Optional<Backend> next(List<Backend> except) {
        return context.backends().next(lane(), asked().hash(), except);
    }

    private void go(Optional<Backend> backend) {
        if (backend.isPresent()) {
            backend.get().give(this);
        } else {
            context.counts().shortages++;
            fail(context.backends().shortage(lane()));
        }
    }

    private void fail(String error) {
        isOver = true;
        asker.refuse(error);
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    void answered(byte[] reply) {
        isOver = true;
        byte[] passed =
                isError(reply) ? reply : passing.pass(reply, connection().identity());
        asker.answer(replies -> replies.whole(passed));
    }

    @Override
    void lost(String why) {
        if (onlyAt.isEmpty()) {
            context.counts().retried++;
            go(next(List.of(backend())).or(() -> next(List.of())));
        } else if (!context.backends().give(this, onlyAt.get())) {
            fail("SCANLOST the connection to %s was lost: %s; begin again with SCAN 0".formatted(backend(), why));
        }
    }

    @Override
    public void expire() {
        context.counts().late++;
        String within = format(
                "TIMEOUT no reply to the %s within %d ms; ",
                asked(), context.deadlines().limitMillis());
        if (backend() == null) {
            fail(within + "it waited for the same client's write of the key before it");
        } else {
            backend().late(this);
            fail(within + backend() + " was asked last");
        }
    }
}
