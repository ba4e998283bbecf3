package sosad.app.supervise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import sosad.model.NodeId;

/**
 * What is thought of one process, from what is heard of it and when. Times are milliseconds of any clock that does not
 * go back.
 */
final class Vigil {
    static final long SUSPECTED_AFTER_MILLIS = 1_000;
    static final long DOWN_AFTER_MILLIS = 3_000;
    static final long FIRST_DELAY_MILLIS = 500;
    static final long LONGEST_DELAY_MILLIS = 10_000;
    static final int MOST_RESTARTS = 5;
    static final long WITHIN_MILLIS = 60_000;

    private final NodeId process;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private Health health = Health.UP;
    private Optional<Long> askedAt = Optional.empty();
    private boolean resting;
    private boolean ended;
    private Optional<Long> restartAt = Optional.empty();

    Vigil(NodeId process) {
        this.process = process;
    }

    Health health() {
        return health;
    }

    /** Whether a heartbeat makes sense: none is unanswered, and the process runs. */
    boolean wantsHeartbeat() {
        return askedAt.isEmpty() && !ended && !resting;
    }

    /** A heartbeat was sent. */
    void asked(long now) {
        askedAt = Optional.of(now);
    }

    /** The heartbeat was answered. */
    Optional<Judgement> answered() {
        askedAt = Optional.empty();
        if (!ended) {
            restartAt = Optional.empty();
        }
        return ended || resting ? Optional.empty() : judge(Health.UP, "it answers");
    }

    /** It was frozen on purpose: silence means nothing until {@link #goesOn}. */
    void rests() {
        resting = true;
        askedAt = Optional.empty();
    }

    void goesOn() {
        resting = false;
    }

    /** Its process has ended. */
    Optional<Judgement> ended() {
        ended = true;
        resting = false;
        askedAt = Optional.empty();
        return judge(Health.DOWN, "its process has ended");
    }

    /** Its process runs again. */
    Optional<Judgement> started() {
        ended = false;
        restartAt = Optional.empty();
        return judge(Health.UP, "it was started again");
    }

    /** Time has gone on. */
    Optional<Judgement> look(long now) {
        if (ended || askedAt.isEmpty() || health == Health.RESTARTING || health == Health.GIVEN_UP) {
            return Optional.empty();
        }
        long silent = now - askedAt.get();
        String why = String.format(Locale.ROOT, "it has not answered for %.1f s", silent / 1_000.0);
        if (silent >= DOWN_AFTER_MILLIS) {
            return judge(Health.DOWN, why);
        }
        return silent >= SUSPECTED_AFTER_MILLIS ? judge(Health.SUSPECTED, why) : Optional.empty();
    }

    /**
     * Sees to it that a process that is down is started again, after a pause that doubles with each restart of the last
     * minute.
     */
    Optional<Judgement> plan(long now) {
        if (health != Health.DOWN) {
            return Optional.empty();
        }
        restarts.removeIf(restart -> now - restart > WITHIN_MILLIS);
        if (restarts.size() >= MOST_RESTARTS) {
            return judge(
                    Health.GIVEN_UP,
                    String.format(
                            Locale.ROOT, "it was started %d times within a minute; start it by hand", restarts.size()));
        }
        long delayMillis = Math.min(FIRST_DELAY_MILLIS << restarts.size(), LONGEST_DELAY_MILLIS);
        restartAt = Optional.of(now + delayMillis);
        String why = String.format(Locale.ROOT, "it is to be started in %.1f s", delayMillis / 1_000.0);
        return judge(Health.RESTARTING, why);
    }

    /** Nobody is to start it any more. */
    Optional<Judgement> leave() {
        restartAt = Optional.empty();
        boolean wasPlanned = health == Health.RESTARTING || health == Health.GIVEN_UP;
        return wasPlanned ? judge(Health.DOWN, "nobody is to start it") : Optional.empty();
    }

    /** Whether it is to be started now; then this counts as done. */
    boolean isDue(long now) {
        boolean due = restartAt.filter(at -> now >= at).isPresent();
        if (due) {
            restarts.add(now);
            restartAt = Optional.empty();
        }
        return due;
    }

    private Optional<Judgement> judge(Health newHealth, String why) {
        if (newHealth == health) {
            return Optional.empty();
        }
        health = newHealth;
        return Optional.of(new Judgement(process, newHealth, why));
    }
}
