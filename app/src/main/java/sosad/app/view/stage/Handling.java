package sosad.app.view.stage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.Fate;
import sosad.app.history.Message;

/** What a user can do to a message, with its key. */
enum Handling {
    DELIVER("Deliver", "D", Feather.CHECK, "Deliver it now"),
    DROP("Drop", "X", Feather.X, "Lose it"),
    DUPLICATE("Duplicate", "2", Feather.COPY, "Let it arrive once more"),
    HOLD("Hold", "H", Feather.PAUSE, "Park it at its sender's side"),
    DELAY("Delay…", "L", Feather.CLOCK, "Park it at its sender's side for some steps"),
    CORRUPT("Corrupt", "C", Feather.ZAP, "Change its bytes on the way: its receiver refuses it"),
    TRIM("Trim…", "T", Feather.SCISSORS, "Take changes out of it");

    final String word;
    final String key;
    final Feather icon;
    final String help;

    Handling(String word, String key, Feather icon, String help) {
        this.word = word;
        this.key = key;
        this.icon = icon;
        this.help = help;
    }

    /** Whether it asks something more before it is done. */
    boolean asks() {
        return this == DELAY || this == TRIM;
    }

    /** What can be done to {@code message} where it is. */
    static Set<Handling> allowed(Message message) {
        EnumSet<Handling> allowed = EnumSet.noneOf(Handling.class);
        if (message.fate() == Fate.IN_FLIGHT) {
            allowed.addAll(EnumSet.allOf(Handling.class));
        } else if (message.fate() == Fate.HELD) {
            allowed.addAll(EnumSet.of(DELIVER, DROP, DELAY, CORRUPT, TRIM));
            if (message.isDelayed()) {
                allowed.add(HOLD);
            }
        }
        if (message.corrupt()) {
            allowed.remove(CORRUPT);
        }
        if (message.update().changes().isEmpty()) {
            allowed.remove(TRIM);
        }
        return allowed;
    }

    /** The handling whose key was pressed, alone. */
    static Optional<Handling> of(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.isShortcutDown()) {
            return Optional.empty();
        }
        KeyCode code = event.getCode();
        return Arrays.stream(values())
                .filter(handling -> switch (handling) {
                    case DELIVER -> code == KeyCode.D;
                    case DROP -> code == KeyCode.X;
                    case DUPLICATE -> code == KeyCode.DIGIT2 || code == KeyCode.NUMPAD2;
                    case HOLD -> code == KeyCode.H;
                    case DELAY -> code == KeyCode.L;
                    case CORRUPT -> code == KeyCode.C;
                    case TRIM -> code == KeyCode.T;
                })
                .findFirst();
    }
}
