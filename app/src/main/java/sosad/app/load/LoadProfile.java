package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The requests that clients make. Two loads of the same profile make the same choices, client by client.
 *
 * @param clients how many clients, spread over the servers in turn
 * @param pipeline how many requests of a client may be under way at a time
 * @param perSecond at which rate all of them together send, whatever the replies (an open loop); empty: the next as
 *     soon as a reply is there (a closed loop)
 * @param requests after how many requests all of them together are done; empty: never
 * @param mix what they ask
 * @param distribution for which keys
 * @param keys how many keys there are
 * @param writers who writes a key
 * @param valueBytes to which size values are padded; a number and its seal take up to 28 anyway
 * @param keyPrefix with which the keys begin, before their numbers
 * @param seed decides what is left to chance
 */
public record LoadProfile(
        int clients,
        int pipeline,
        OptionalDouble perSecond,
        OptionalLong requests,
        OperationMix mix,
        KeyDistribution distribution,
        int keys,
        KeyWriters writers,
        int valueBytes,
        String keyPrefix,
        long seed) {
    /** The most clients. */
    public static final int MAX_CLIENTS = 10_000;

    /** The most requests under way of each client. */
    public static final int MAX_PIPELINE = 1_024;

    /** The highest rate. */
    public static final double MAX_PER_SECOND = 10_000_000;

    /** The most keys. */
    public static final int MAX_KEYS = 10_000_000;

    /** The largest values. */
    public static final int MAX_VALUE_BYTES = 1 << 20;

    private static final Pattern KEY_PREFIX = Pattern.compile("[!-Z\\\\^-~]{1,64}");

    /** Who writes a key. */
    public enum KeyWriters {
        /** Any client. */
        ALL,
        /** One client alone, so that its writes have an order. */
        ONE
    }

    /** @throws IllegalArgumentException naming what is out of range */
    public LoadProfile {
        check("clients", clients, 1, MAX_CLIENTS);
        check("requests under way", pipeline, 1, MAX_PIPELINE);
        check("keys", keys, 1, MAX_KEYS);
        check("bytes of a value", valueBytes, 0, MAX_VALUE_BYTES);
        Objects.requireNonNull(mix);
        Objects.requireNonNull(distribution);
        Objects.requireNonNull(writers);
        double rate = perSecond.orElse(1);
        refuseIf(
                !(rate > 0 && rate <= MAX_PER_SECOND),
                "%s requests per second; there must be over 0 and at most %,.0f",
                rate,
                MAX_PER_SECOND);
        refuseIf(requests.orElse(1) < 1, "%,d requests; there must be at least 1", requests.orElse(1));
        refuseIf(
                !KEY_PREFIX.matcher(keyPrefix).matches(),
                "keys begin with \"%s\"; it must be 1 to 64 printable characters of ASCII without brackets",
                keyPrefix);
        refuseIf(
                writers == KeyWriters.ONE && keys < clients,
                "%,d keys for %,d clients; each must have one of its own",
                keys,
                clients);
    }

    private static void check(String what, int number, int least, int most) {
        refuseIf(number < least || number > most, "%,d %s; there must be %,d to %,d", number, what, least, most);
    }

    /** Returns clients in a closed loop that read as often as they write, any of 10,000 keys. */
    public static LoadProfile closed(int clients, String keyPrefix, long seed) {
        return new LoadProfile(
                clients,
                1,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OperationMix.HALF_AND_HALF,
                new KeyDistribution.Uniform(),
                10_000,
                KeyWriters.ALL,
                0,
                keyPrefix,
                seed);
    }

    /** Returns the same with other numbers of requests under way. */
    public LoadProfile withPipeline(int newPipeline) {
        return new LoadProfile(
                clients,
                newPipeline,
                perSecond,
                requests,
                mix,
                distribution,
                keys,
                writers,
                valueBytes,
                keyPrefix,
                seed);
    }

    /** Returns the same in an open loop. */
    public LoadProfile withRate(double newPerSecond) {
        return new LoadProfile(
                clients,
                pipeline,
                OptionalDouble.of(newPerSecond),
                requests,
                mix,
                distribution,
                keys,
                writers,
                valueBytes,
                keyPrefix,
                seed);
    }

    /** Returns the same with an end. */
    public LoadProfile withRequests(long newRequests) {
        return new LoadProfile(
                clients,
                pipeline,
                perSecond,
                OptionalLong.of(newRequests),
                mix,
                distribution,
                keys,
                writers,
                valueBytes,
                keyPrefix,
                seed);
    }

    /** Returns the same with another mix. */
    public LoadProfile withMix(OperationMix newMix) {
        return new LoadProfile(
                clients,
                pipeline,
                perSecond,
                requests,
                newMix,
                distribution,
                keys,
                writers,
                valueBytes,
                keyPrefix,
                seed);
    }

    /** Returns the same with other keys. */
    public LoadProfile withKeys(int newKeys, KeyDistribution newDistribution, KeyWriters newWriters) {
        return new LoadProfile(
                clients,
                pipeline,
                perSecond,
                requests,
                mix,
                newDistribution,
                newKeys,
                newWriters,
                valueBytes,
                keyPrefix,
                seed);
    }

    /** Returns the same with values of another size. */
    public LoadProfile withValueBytes(int newValueBytes) {
        return new LoadProfile(
                clients,
                pipeline,
                perSecond,
                requests,
                mix,
                distribution,
                keys,
                writers,
                newValueBytes,
                keyPrefix,
                seed);
    }

    /** Returns how many requests a client makes before it is done. */
    long requestsOf(int client) {
        return requests.isEmpty()
                ? Long.MAX_VALUE
                : requests.getAsLong() / clients + (client < requests.getAsLong() % clients ? 1 : 0);
    }
}
