package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import sosad.app.load.KeyDistribution.KeyPicker;
import sosad.app.load.KeyDistribution.Zipf;

/** The keys of one client, which begin with its name, as in {@code A:17}: no other client writes them. */
interface KeyChoice {
    /** The key of the write of this number. */
    ClientKey ofWrite(long number);

    /** A key that has been written, once so many writes were sent. */
    ClientKey written(long writes);

    /** Returns what a key begins with, the name of its client. */
    static String owner(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf(':')));
    }

    /** Keys that are written once, and a few, if any, that are overwritten again and again. */
    static KeyChoice onceAndAgain(String owner, boolean overwrites, RandomGenerator chance) {
        final int every = 5;
        final int overwritten = 8;
        return new KeyChoice() {
            @Override
            public ClientKey ofWrite(long number) {
                return overwrites && number % every == 0
                        ? new ClientKey(owner + ":o", number / every % overwritten)
                        : new ClientKey(owner + ":", number);
            }

            @Override
            public ClientKey written(long writes) {
                return ofWrite(1 + chance.nextLong(Math.max(1, writes)));
            }
        };
    }

    /**
     * So many keys, written in turn and read by chance.
     *
     * @param owners whose keys are read, each with as many
     */
    static KeyChoice inTurn(String owner, List<String> owners, int keys, RandomGenerator chance) {
        return new KeyChoice() {
            @Override
            public ClientKey ofWrite(long number) {
                return new ClientKey(owner + ":", 1 + (number - 1) % keys);
            }

            @Override
            public ClientKey written(long writes) {
                String of = owners.get(chance.nextInt(owners.size()));
                return new ClientKey(of + ":", 1 + chance.nextLong(Math.max(1, Math.min(keys, writes))));
            }
        };
    }

    /**
     * So many keys, some of which are written most often, and read most often, of any of the clients.
     *
     * @param owners all of the clients
     */
    static KeyChoice byZipf(String owner, List<String> owners, int keys, Zipf zipf, RandomGenerator chance) {
        final KeyPicker picker = zipf.picker(keys, 0, 1, chance);
        return new KeyChoice() {
            @Override
            public ClientKey ofWrite(long number) {
                return key(owner);
            }

            @Override
            public ClientKey written(long writes) {
                return key(owners.get(chance.nextInt(owners.size())));
            }

            private ClientKey key(String of) {
                return new ClientKey(of + ":", 1 + picker.next());
            }
        };
    }

    /**
     * A key.
     *
     * @param prefix how it begins, in ASCII
     * @param number how it ends
     */
    record ClientKey(String prefix, long number) {
        void into(LoadRequest request) {
            request.keyPrefix = prefix.getBytes(StandardCharsets.US_ASCII);
            request.keyNumber = number;
        }
    }
}
