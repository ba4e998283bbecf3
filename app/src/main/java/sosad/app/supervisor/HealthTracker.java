package sosad.app.supervisor;

import static sosad.model.PlainFormat.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sosad.app.supervisor.Supervisor.HealthChange;
import sosad.model.NodeId;

/**
 * The supervisor's opinion of one process, from its signs of life and their times. Times are milliseconds of any clock
 * that does not go back.
 */
final class HealthTracker {
    static final long SUSPECTED_AFTER_MILLIS = 1_000;
    static final long DOWN_AFTER_MILLIS = 3_000;
    static final long FIRST_DELAY_MILLIS = 500;
    static final long MAX_DELAY_MILLIS = 10_000;
    static final int MAX_RESTARTS = 5;
    static final long WITHIN_MILLIS = 60_000;

    /** The time that a started process has to come up; after that it counts as hanging. */
    static final long START_MILLIS = 30_000;

    private final NodeId process;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private Health health = Health.UP;
    private boolean asked;
    private Optional<Long> silentSince = Optional.empty();
    private boolean resting;
    private boolean ended;
    private Optional<Long> restartAt = Optional.empty();
    private Optional<Long> startingSince = Optional.empty();

    HealthTracker(NodeId process) {
        this.process = process;
    }

    Health health() {
        return health;
    }

    /** Returns whether a heartbeat makes sense: none is on its way, and the process runs. */
    boolean wantsHeartbeat() {
        return !asked && !ended && !resting && !isStarting();
    }

    /** A heartbeat was sent. */
    void asked(long now) {
        asked = true;
        if (silentSince.isEmpty()) {
            silentSince = Optional.of(now);
        }
    }

    /** The heartbeat was answered. */
    Optional<HealthChange> answered() {
        listenAnew();
        if (!ended) {
            restartAt = Optional.empty();
        }
        return ended || resting || isStarting() ? Optional.empty() : setHealth(Health.UP, "it answers");
    }

    /** The heartbeat could not be delivered: another is to be sent, and the silence goes on. */
    void unreached() {
        asked = false;
    }

    private void listenAnew() {
        asked = false;
        silentSince = Optional.empty();
    }

    /** It was frozen on purpose: silence means nothing until {@link #resume}. */
    Optional<HealthChange> pause() {
        resting = true;
        restartAt = Optional.empty();
        listenAnew();
        return setHealth(Health.UP, "it is paused on purpose");
    }

    void resume() {
        resting = false;
    }

    /** Its process has ended; while it is being started again, that is no news. */
    Optional<HealthChange> ended() {
        ended = true;
        resting = false;
        listenAnew();
        return isStarting() ? Optional.empty() : setHealth(Health.DOWN, "its process has ended");
    }

    /** Its process runs again. */
    Optional<HealthChange> started() {
        ended = false;
        resting = false;
        restartAt = Optional.empty();
        startingSince = Optional.empty();
        listenAnew();
        return setHealth(Health.UP, "it was started again");
    }

    /** It was to be started and did not come up. */
    Optional<HealthChange> notStarted(String why) {
        startingSince = Optional.empty();
        return setHealth(Health.DOWN, why);
    }

    /** Returns whether somebody is starting it for the supervisor now. */
    boolean isStarting() {
        return startingSince.isPresent();
    }

    /** Time has gone on. */
    Optional<HealthChange> look(long now) {
        if (startingSince.filter(since -> now - since >= START_MILLIS).isPresent()) {
            return notStarted(format("it was started and is not up after %d s", START_MILLIS / 1_000));
        }
        if (ended || silentSince.isEmpty() || health == Health.RESTARTING || health == Health.GIVEN_UP) {
            return Optional.empty();
        }
        long silent = now - silentSince.get();
        String why = format("it has not answered for %.1f s", silent / 1_000.0);
        if (silent >= DOWN_AFTER_MILLIS) {
            return setHealth(Health.DOWN, why);
        }
        return silent >= SUSPECTED_AFTER_MILLIS ? setHealth(Health.SUSPECTED, why) : Optional.empty();
    }

    /**
     * Sees to it that a process that is down, ended or hanging, is started again, after a pause that doubles with each
     * restart of the last minute.
     */
    Optional<HealthChange> plan(long now) {
        if (health != Health.DOWN) {
            return Optional.empty();
        }
        restarts.removeIf(restart -> now - restart > WITHIN_MILLIS);
        if (restarts.size() >= MAX_RESTARTS) {
            return setHealth(
                    Health.GIVEN_UP,
                    format("it was started %d times within a minute; start it by hand", restarts.size()));
        }
        long delayMillis = Math.min(FIRST_DELAY_MILLIS << restarts.size(), MAX_DELAY_MILLIS);
        restartAt = Optional.of(now + delayMillis);
        String why = format("it will be started in %.1f s", delayMillis / 1_000.0);
        return setHealth(Health.RESTARTING, why);
    }

    /** Cancels the restart that is planned. */
    Optional<HealthChange> cancelRestart() {
        restartAt = Optional.empty();
        boolean wasPlanned = health == Health.RESTARTING || health == Health.GIVEN_UP;
        return wasPlanned ? setHealth(Health.DOWN, "automatic restart is off") : Optional.empty();
    }

    /** Returns whether it is to be started now; then it counts as being started, until {@link #started} or not. */
    boolean isDue(long now) {
        boolean due = restartAt.filter(at -> now >= at).isPresent();
        if (due) {
            restarts.add(now);
            restartAt = Optional.empty();
            startingSince = Optional.of(now);
        }
        return due;
    }

    private Optional<HealthChange> setHealth(Health newHealth, String why) {
        if (newHealth == health) {
            return Optional.empty();
        }
        health = newHealth;
        return Optional.of(new HealthChange(process, newHealth, why));
    }
}
