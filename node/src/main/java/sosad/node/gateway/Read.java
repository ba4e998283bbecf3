package sosad.node.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.node.client.LaterReply;

/** A request that changes nothing: it goes to one backend, and to another if its connection is lost. */
final class Read extends Errand implements Deadlines.Timed {
    private final Dispatch dispatch;
    private final LaterReply client;
    private final Consumer<byte[]> onReply;
    private boolean isPinned;
    private boolean isOver;

    /** @param client gets the reply */
    Read(Asked asked, byte[] request, Dispatch dispatch, LaterReply client) {
        this(asked, request, dispatch, client, reply -> {});
    }

    /**
     * @param client gets the reply
     * @param onReply is given the reply as well, unless it is an error
     */
    Read(Asked asked, byte[] request, Dispatch dispatch, LaterReply client, Consumer<byte[]> onReply) {
        super(asked, request);
        this.dispatch = dispatch;
        this.client = client;
        this.onReply = onReply;
    }

    /** Goes to the backend whose turn it is. */
    void begin() {
        begin(dispatch.backends().next(asked().hash(), List.of()));
    }

    /** Goes to {@code backend} and nowhere else. */
    void beginOnlyAt(Optional<Backend> backend) {
        isPinned = true;
        begin(backend);
    }

    private void begin(Optional<Backend> backend) {
        dispatch.deadlines().begin(this);
        go(backend);
    }

    private void go(Optional<Backend> backend) {
        if (backend.isPresent()) {
            backend.get().give(this);
        } else {
            dispatch.tally().countShortage();
            fail(dispatch.backends().shortage());
        }
    }

    private void fail(String error) {
        isOver = true;
        client.answer(replies -> replies.error(error));
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    void answered(byte[] reply) {
        isOver = true;
        if (!isError(reply)) {
            onReply.accept(reply);
        }
        client.answer(replies -> replies.whole(reply));
    }

    @Override
    void lost(String why) {
        if (isPinned) {
            fail("SCANLOST the connection to %s was lost: %s".formatted(backend(), why));
            return;
        }
        dispatch.tally().countRetry();
        Backends backends = dispatch.backends();
        go(backends.next(asked().hash(), List.of(backend())).or(() -> backends.next(asked().hash(), List.of())));
    }

    @Override
    public void expire() {
        backend().late(this);
        dispatch.tally().countLate();
        fail(String.format(
                Locale.ROOT,
                "TIMEOUT no reply to the %s within %d ms; %s was asked last",
                asked(),
                dispatch.deadlines().limitMillis(),
                backend()));
    }
}
