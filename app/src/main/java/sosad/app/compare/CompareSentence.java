package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import sosad.app.compare.CompareRow.RowKind;

/** A row of the comparison in words. */
public final class CompareSentence {
    private CompareSentence() {}

    /** Returns what came of the rules or the ghost of a row, and why, in a few sentences. */
    public static String of(CompareRow row) {
        return format(
                "%s: %s. %s of the reads missed a write, by at most %s; %s times the least possible was sent, %s bytes "
                        + "in %s messages. %s",
                row.name(),
                lost(row),
                row.text(CompareColumn.STALE_PERCENT),
                counted(row, CompareColumn.STALE_BY, "version"),
                row.text(CompareColumn.TIMES_LEAST),
                row.text(CompareColumn.BYTES),
                row.text(CompareColumn.MESSAGES),
                row.kind() == RowKind.GHOST ? ofGhost(row.name()) : ofRule(row.name()));
    }

    private static String lost(CompareRow row) {
        double lost = row.figure(CompareColumn.LOST).orElse(0);
        if (lost == 0) {
            return "nothing is lost";
        }
        String words = counted(row, CompareColumn.LOST, "acknowledged write");
        String apart = words + (lost == 1 ? " stays" : " stay") + " apart for ever";
        double gone = row.figure(CompareColumn.GONE).orElse(0);
        return gone == 0 ? apart : format("%s, %s of them on no node", apart, row.text(CompareColumn.GONE));
    }

    private static String counted(CompareRow row, CompareColumn column, String what) {
        return row.text(column) + " " + what + (row.figure(column).orElse(0) == 1 ? "" : "s");
    }

    private static String ofRule(String name) {
        if (name.startsWith("per-key")) {
            return "A sync carries what the peer is not known to hold; receipts, which make the bytes, say what it holds. "
                    + "After a loss several nodes offer the same entry.";
        }
        if (name.startsWith("remote-prev")) {
            return "A sync begins one sync further back, so what one lost push left out comes again, and much else.";
        }
        if (name.startsWith("full")) {
            return "A sync carries everything, whatever the peer holds.";
        }
        String remoteNow =
                "A sync carries what is at least as new as what was last heard from the peer: what a lost push "
                        + "left behind is older than the next that arrives, and is never offered again.";
        return name.equals("remote-now")
                ? remoteNow
                : remoteNow + " One timestamp for a whole message makes old entries look newer, or new ones older.";
    }

    private static String ofGhost(String name) {
        if (name.startsWith("full")) {
            return "The ghost sends all of both stores at each sync.";
        }
        return name.startsWith("Merkle")
                ? "The ghost compares hashes from the root down, sixteen messages for any difference, and keeps a tree on "
                        + "each node."
                : "The ghost sends symbols for what differs, however large the stores are.";
    }
}
