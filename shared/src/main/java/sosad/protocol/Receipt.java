package sosad.protocol;

import java.util.Objects;
import sosad.model.Key;
import sosad.model.Version;

/**
 * The sender's word that it received this version of this key from the destination (content rule per-key).
 *
 * @param key the key received
 * @param version the version received, newer than what the sender held or not
 */
public record Receipt(Key key, Version version) {
    public Receipt {
        Objects.requireNonNull(key);
        Objects.requireNonNull(version);
    }
}
