package sosad.app.history.text;

import sosad.app.history.RunEvent.Inquired;
import sosad.model.Entry;
import sosad.protocol.Inquiry;

/** The inquiries between nodes for a client's read, in words. */
final class InquiryText {
    private InquiryText() {}

    static String of(Inquired inquired) {
        Inquiry inquiry = inquired.inquiry();
        String fate =
                switch (inquired.fate()) {
                    case LOST -> "; it is lost: " + inquired.why();
                    case WAITING -> "; it waits: " + inquired.why();
                    case DELIVERED, IN_FLIGHT, HELD, DISCARDED -> "";
                };
        return "%s %s %s%s%s.".formatted(inquiry.from(), verb(inquiry), inquiry.to(), what(inquiry), fate);
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
