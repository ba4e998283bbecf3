package sosad.app.history.text;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import sosad.app.history.RunEvent.Inquired;
import sosad.model.Entry;
import sosad.protocol.Inquiry;

/** The inquiries between nodes for a client's read, in words. */
final class InquiryText {
    private InquiryText() {}

    static String of(Inquired inquired) {
        String fate =
                switch (inquired.fate()) {
                    case LOST -> "; it is lost: " + inquired.why();
                    case WAITING -> "; it waits: " + inquired.why();
                    case HELD -> "; it is held back: " + inquired.why();
                    case DISCARDED -> "; it is thrown away";
                    case DELIVERED, IN_FLIGHT -> "";
                };
        return sentence(inquired.inquiry()) + fate + ".";
    }

    /** Returns who tells whom what, without a full stop. */
    static String sentence(Inquiry inquiry) {
        return "%s %s %s%s".formatted(inquiry.from(), verb(inquiry), inquiry.to(), what(inquiry));
    }

    /** Returns what it is for, in sentences. */
    static String explain(Inquiry inquiry) {
        String moves = " It moves no row and carries no receipts.";
        if (inquiry instanceof Inquiry.Ask ask) {
            return "A client reads %s at %s, which asks %s what it holds.".formatted(ask.key(), ask.from(), ask.to())
                    + moves;
        } else if (inquiry instanceof Inquiry.Answer answer) {
            return "%s tells %s what it holds under %s: %s."
                            .formatted(answer.from(), answer.to(), answer.key(), held(answer.entry()))
                    + moves;
        }
        return "%s has found the newest %s for a client and sends it to %s, which held something older."
                        .formatted(inquiry.from(), inquiry.key(), inquiry.to())
                + moves;
    }

    private static String held(Optional<Entry> entry) {
        return entry.map(InquiryText::entryWords).orElse("nothing");
    }

    private static String entryWords(Entry entry) {
        return format("%s at time %d", entry.isTombstone() ? "deleted" : "written", entry.timestamp());
    }

    /** Returns what it carries in the document's form; of a question, its key. */
    static String contents(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Ask ask) {
            return ask.key() + "?";
        }
        return inquiry.carried()
                .map(entry -> entry.key() + "@" + entry.timestamp())
                .orElse(inquiry.key() + ": nothing");
    }

    private static String verb(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Ask) {
            return "asks";
        }
        return inquiry instanceof Inquiry.Answer ? "answers" : "repairs";
    }

    private static String what(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Ask ask) {
            return " what it holds under " + ask.key();
        }
        if (inquiry instanceof Inquiry.Answer answer) {
            return answer.entry().map(InquiryText::entry).orElse(": nothing under " + answer.key());
        }
        return entry(((Inquiry.Repair) inquiry).entry());
    }

    private static String entry(Entry entry) {
        return ": %s%s".formatted(entry.isTombstone() ? "deleted " : "", entry.key() + "@" + entry.timestamp());
    }
}
