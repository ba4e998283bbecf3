package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.CheckSettings;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * All keys of a server: as many as fit the time, up to a million, are written there and listed by SCAN while another
 * client overwrites, adds and deletes. Each key that is there all the time is listed; at one of our nodes exactly once.
 */
record AllKeysCheck() implements Check {
    private static final int MOST = 1_000_000;
    private static final int BATCH = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_SHOWN = 10;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(5, 2);
    }

    @Override
    public String title() {
        return "Requesting all the keys";
    }

    @Override
    public String question() {
        return "Does SCAN list every key exactly once, a million of them if time allows, while others write?";
    }

    @Override
    public String situation() {
        return "keys that were there all the time, listed while others wrote";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(14);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        NodeId first = system.servers().get(0);
        try (RawConnection client = new RawConnection(system, first, TIMEOUT)) {
            return client.ask("SCAN", "0").isError() ? Optional.of(first + " knows no SCAN") : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the check says so
        }
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        NodeId server = context.system().servers().get(0);
        String prefix = format("check5:all:%08x:", context.chance().nextInt());
        CheckResultBuilder result = new CheckResultBuilder(this);
        try (RawConnection client = new RawConnection(context.system(), server, TIMEOUT)) {
            int written = fill(context, client, prefix);
            KeyListing listing;
            int end;
            try (ScanDisturbance others = new ScanDisturbance(
                    context.system(), server, prefix, written, context.chance().split())) {
                listing = list(context, client, prefix, written);
                others.stop();
                end = others.end();
                result.figure(Figure.count("keys", written))
                        .figure(Figure.of("listed", listing.perSecond(), "keys/s"))
                        .figure(Figure.count("requests of others meanwhile", others.done()));
                result.situations(others.done() == 0 ? 0 : listing.seen.cardinality());
                others.fault().ifPresent(what -> result.evidence(Evidence.of("The other client", List.of(what))));
            }
            clear(context, client, prefix, end);
            return verdict(context, result, listing, server, written);
        } catch (IOException e) {
            return result.failed("%s: %s".formatted(server, e.getMessage()));
        }
    }

    /** Writes keys for most of the time: listing them takes less. */
    private static int fill(CheckContext context, RawConnection client, String prefix)
            throws IOException, InterruptedException {
        double share = (double) context.settings().duration().toNanos() / CheckSettings.USUAL_DURATION.toNanos();
        int most = (int) Math.max(BATCH, Math.min(MOST, MOST * share * share));
        long end = System.nanoTime() + context.duration().toNanos() * 3 / 5;
        int written = 0;
        while (written < most && System.nanoTime() < end) {
            List<String> requests = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                requests.add(RawConnection.array(List.of("SET", prefix + (written + i), "v")));
            }
            client.send(String.join("", requests));
            for (int i = 0; i < BATCH; i++) {
                RawReply reply = client.reply();
                if (reply.isError()) {
                    throw new IOException("SET is answered with " + reply.shown());
                }
            }
            written += BATCH;
            context.progress((double) written / (2 * most), format("%,d keys written", written));
            context.system().turn(0);
        }
        return written;
    }

    /** What SCAN gave. */
    private static final class KeyListing {
        final BitSet seen = new BitSet();
        final List<String> twice = new ArrayList<>();
        long twiceCount;
        long listed;
        long nanos;

        void add(String key, String prefix, int written) {
            if (!key.startsWith(prefix) || !key.substring(prefix.length()).matches("[0-9]{1,9}")) {
                return; // another client's
            }
            int number = Integer.parseInt(key.substring(prefix.length()));
            listed++;
            if (number < written && seen.get(number)) {
                twiceCount++;
                if (twice.size() < MAX_SHOWN) {
                    twice.add(key);
                }
            }
            seen.set(Math.min(number, written)); // what was added meanwhile may be listed or not
        }

        double perSecond() {
            return nanos == 0 ? 0 : listed * 1e9 / nanos;
        }
    }

    private static KeyListing list(CheckContext context, RawConnection client, String prefix, int written)
            throws IOException, InterruptedException {
        KeyListing listing = new KeyListing();
        long began = System.nanoTime();
        String cursor = "0";
        do {
            RawReply reply = client.ask("SCAN", cursor, "COUNT", Integer.toString(BATCH));
            if (reply.items().size() != 2) {
                throw new IOException("SCAN is answered with " + reply.shown());
            }
            cursor = reply.items().get(0).text();
            reply.items().get(1).items().forEach(key -> listing.add(key.text(), prefix, written));
            context.progress(
                    0.5 + 0.4 * listing.seen.cardinality() / written,
                    format("%,d of %,d keys listed", listing.seen.cardinality(), written));
            context.system().turn(0);
        } while (!cursor.equals("0"));
        listing.nanos = System.nanoTime() - began;
        listing.seen.clear(written);
        return listing;
    }

    /** Takes the keys away from a server that goes on; a cluster of our own ends anyway. */
    private static void clear(CheckContext context, RawConnection client, String prefix, int end) throws IOException {
        if (context.system().cluster().isPresent()) {
            return;
        }
        for (int from = 0; from < end; from += BATCH) {
            List<String> requests = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                requests.add(RawConnection.array(List.of("DEL", prefix + (from + i))));
            }
            client.send(String.join("", requests));
            for (int i = 0; i < BATCH; i++) {
                client.reply();
            }
        }
    }

    private CheckResult verdict(
            CheckContext context, CheckResultBuilder result, KeyListing listing, NodeId server, int written) {
        boolean isOurs = context.system().cluster().isPresent();
        int missing = written - listing.seen.cardinality();
        result.did(format(
                        "Wrote %,d keys at %s and listed them by SCAN, %,d at a time, while another client overwrote, added "
                                + "and deleted there.",
                        written, server, BATCH))
                .figure(Figure.count("not listed", missing))
                .figure(Figure.count("listed twice", listing.twiceCount));
        if (missing > 0) {
            List<String> examples = new ArrayList<>();
            for (int i = listing.seen.nextClearBit(0);
                    i < written && examples.size() < MAX_SHOWN;
                    i = listing.seen.nextClearBit(i + 1)) {
                examples.add("key number %s was there all the time and is not listed".formatted(Integer.toString(i)));
            }
            return result.evidence(Evidence.of("Not listed", examples))
                    .failed(format("%,d of %,d keys not listed", missing, written));
        }
        if (listing.twiceCount > 0) {
            result.evidence(Evidence.of("Listed twice", listing.twice));
            if (isOurs) {
                return result.failed(format("%,d of %,d keys listed twice", listing.twiceCount, written));
            }
            return result.because("Redis's own SCAN may list a key twice, so this is no fault of a server like it.")
                    .held(format("%,d keys, each listed; %,d of them twice", written, listing.twiceCount));
        }
        return result.held(format("%,d keys, each listed exactly once", written));
    }
}
