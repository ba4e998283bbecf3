package sosad.app.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What files that are no text begin with, so that a message can say what a file is. */
final class ForeignFile {
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("SOSADREC", "the record of a live node, which replay reads");
        BEGINNINGS.put("\u0089PNG\r\n", "a picture (PNG)");
        BEGINNINGS.put("\u00FF\u00D8\u00FF", "a picture (JPEG)");
        BEGINNINGS.put("GIF8", "a picture (GIF)");
        BEGINNINGS.put("%PDF-", "a document (PDF)");
        BEGINNINGS.put("PK\u0003\u0004", "an archive (ZIP)");
        BEGINNINGS.put("PK\u0005\u0006", "an archive (ZIP)");
        BEGINNINGS.put("\u001F\u008B", "a compressed file (gzip)");
        BEGINNINGS.put("\u007FELF", "a program");
        BEGINNINGS.put("MZ\u0090", "a program");
        BEGINNINGS.put("\u00CA\u00FE\u00BA\u00BE", "a compiled class of Java");
        BEGINNINGS.put("<!DOCTYPE html", "a web page");
        BEGINNINGS.put("<html", "a web page");
        BEGINNINGS.put("<?xml", "XML");
        BEGINNINGS.put("<svg", "a picture (SVG)");
    }

    private ForeignFile() {}

    /** Returns what a file with these bytes is, if it is known to be no YAML. */
    static Optional<String> kindOf(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> beginning.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
