package sosad.app.export.picture;

import java.util.Locale;
import java.util.Map;
import sosad.app.export.picture.Picture.Colour;
import sosad.model.NodeId;

/** The colours of pictures: those of the window's two themes, of which a test makes sure. */
public enum PictureColours {
    LIGHT(Map.ofEntries(
            Map.entry("ground", 0xF5F6F8),
            Map.entry("pane", 0xFFFFFF),
            Map.entry("line", 0xE2E5EB),
            Map.entry("line-strong", 0xCDD3DC),
            Map.entry("text", 0x171B22),
            Map.entry("muted", 0x5C6573),
            Map.entry("lost", 0xC5221F),
            Map.entry("held", 0x8F5B00),
            Map.entry("good", 0x00704F),
            Map.entry("dead", 0x6A7280),
            Map.entry("on-node", 0xFFFFFF),
            Map.entry("node-a", 0x0072B2),
            Map.entry("node-b", 0xA3357F),
            Map.entry("node-c", 0x00805B),
            Map.entry("node-d", 0x5B4FC4),
            Map.entry("node-e", 0x6B6A00),
            Map.entry("node-f", 0x3B6E8F))),
    DARK(Map.ofEntries(
            Map.entry("ground", 0x0F1217),
            Map.entry("pane", 0x181D25),
            Map.entry("line", 0x2A313C),
            Map.entry("line-strong", 0x3B4454),
            Map.entry("text", 0xE8ECF2),
            Map.entry("muted", 0x98A2B3),
            Map.entry("lost", 0xFF7B72),
            Map.entry("held", 0xE3B341),
            Map.entry("good", 0x3DD6A3),
            Map.entry("dead", 0x8C96A6),
            Map.entry("on-node", 0x0F1217),
            Map.entry("node-a", 0x56B4E9),
            Map.entry("node-b", 0xF08CC8),
            Map.entry("node-c", 0x3DD6A3),
            Map.entry("node-d", 0xA79BFF),
            Map.entry("node-e", 0xD3D060),
            Map.entry("node-f", 0x8CC7E8)));

    private static final String LETTERS = "abcdef";

    private final Map<String, Integer> colours;

    PictureColours(Map<String, Integer> colours) {
        this.colours = colours;
    }

    /** Returns all colours, by their names in the window's stylesheets. */
    Map<String, Integer> all() {
        return colours;
    }

    /** Returns the colour of this name. */
    Colour of(String name) {
        return new Colour(colours.get(name), 1);
    }

    /** Returns the colour of a node: six, by its letter or number, and then again. */
    Colour of(NodeId node) {
        return of("node-" + LETTERS.charAt(ordinal(node) % LETTERS.length()));
    }

    /** Returns whether a node before it has the same colour, so that its badge has a ring. */
    static boolean isRinged(NodeId node) {
        return ordinal(node) >= LETTERS.length();
    }

    private static int ordinal(NodeId node) {
        String digits = node.name().replaceAll("\\D", "");
        return digits.isEmpty()
                ? node.name().toUpperCase(Locale.ROOT).charAt(0) - 'A'
                : (int) ((Long.parseLong(digits) + 25) % 26);
    }
}
