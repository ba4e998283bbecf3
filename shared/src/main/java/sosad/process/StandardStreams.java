package sosad.process;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The streams that this process prints to. What goes to a file or a pipe is UTF-8 whatever the locale; a terminal gets
 * what it says it understands, and UTF-8 if that is no more than ASCII ({@code docs/decisions/0055}).
 */
public final class StandardStreams {
    private StandardStreams() {}

    /** Makes {@link System#out} and {@link System#err} speak so, too; to be called before anything is printed. */
    public static void choose() {
        Charset charset = charset();
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
    }

    /** Standard output, for which a failure is not silent: it throws {@link OutputException} then. */
    public static PrintWriter out() {
        return loud(new FileOutputStream(FileDescriptor.out), charset());
    }

    /**
     * Writes bytes that are no text to standard output, as they are.
     *
     * @throws OutputException if that fails
     */
    public static void write(byte[] bytes) {
        Loud out = new Loud(new FileOutputStream(FileDescriptor.out));
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** Standard error, which has nobody to complain to. */
    public static PrintWriter err() {
        return new PrintWriter(System.err, true, charset());
    }

    static PrintWriter loud(OutputStream to, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(new Loud(to), charset), true);
    }

    private static Charset charset() {
        Console terminal = System.console();
        return terminal == null ? StandardCharsets.UTF_8 : charset(terminal.charset());
    }

    static Charset charset(Charset ofTerminal) {
        return ofTerminal.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : ofTerminal;
    }

    /** A print writer swallows what its stream complains of; this is how it does not. */
    private static final class Loud extends FilterOutputStream {
        Loud(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new OutputException(e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new OutputException(e);
            }
        }
    }

    /** The failure to write output, for example to a full disk; the message is for the user. */
    public static final class OutputException extends RuntimeException {
        OutputException(IOException cause) {
            super("the output cannot be written: " + cause.getMessage(), cause);
        }
    }
}
