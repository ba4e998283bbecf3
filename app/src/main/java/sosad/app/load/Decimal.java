package sosad.app.load;

/** Decimal numbers in ASCII, without an object for each. */
final class Decimal {
    /** The most digits of a number. */
    static final int MAX_DIGITS = 19;

    private Decimal() {}

    /** Returns how many digits a number has that is not negative. */
    static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes a number that is not negative; returns how many digits it has. */
    static int write(long number, byte[] into, int at) {
        int digits = digits(number);
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }
}
