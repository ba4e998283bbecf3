package sosad.app.load;

/** How a request of a client ended. */
public enum OperationOutcome {
    /** It was answered: a write is acknowledged, a read has its value, or that there is none. */
    OK,
    /** It was not done: answered by an error, or a write by nil, since there was an entry of a later time already. */
    REFUSED,
    /** It was sent, and no reply came: a write may have been done, or may still be. */
    UNANSWERED
}
