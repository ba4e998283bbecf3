package sosad.app.export.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written in one piece: it holds what it held before, or everything. */
public final class OutputFile {
    private final Path path;

    /** A file that could not be written. The message is one line for the user. */
    public static final class OutputFileException extends RuntimeException {
        OutputFileException(Path path, IOException cause) {
            super(path + " cannot be written: " + reason(path, cause), cause);
        }

        private static String reason(Path path, IOException cause) {
            if (cause instanceof NoSuchFileException) {
                return "there is no folder " + path.toAbsolutePath().getParent();
            }
            return cause instanceof AccessDeniedException ? "access is denied" : cause.getMessage();
        }
    }

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * Returns the file at {@code path}, to which nothing is written yet.
     *
     * @throws OutputFileException if it cannot be written, as far as that can be found out now
     */
    public static OutputFile at(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a folder");
            }
            OutputFile file = new OutputFile(Files.exists(path) ? path.toRealPath() : path);
            if (!file.isDevice()) {
                Files.delete(file.fresh());
            }
            return file;
        } catch (IOException e) {
            throw new OutputFileException(path, e);
        }
    }

    /** The name of the file. */
    public Path path() {
        return path;
    }

    /**
     * Writes {@code text} as the file's whole contents.
     *
     * @throws OutputFileException if that fails; the file is then as it was
     */
    public void write(String text) {
        write(out -> out.write(text));
    }

    /**
     * Writes the file's whole contents, which need not be in memory at once.
     *
     * @throws OutputFileException if that fails; the file is then as it was
     */
    public void write(Content content) {
        replace(to -> {
            try (Writer out = Files.newBufferedWriter(to)) {
                content.writeTo(out);
            }
        });
    }

    /**
     * Writes these bytes as the file's whole contents.
     *
     * @throws OutputFileException if that fails; the file is then as it was
     */
    public void write(byte[] bytes) {
        replace(to -> Files.write(to, bytes));
    }

    private void replace(Filling filling) {
        try {
            if (isDevice()) {
                filling.fill(path);
                return;
            }
            Path fresh = fresh();
            try {
                filling.fill(fresh);
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new OutputFileException(path, e);
        }
    }

    /** Fills an empty file. */
    private interface Filling {
        void fill(Path file) throws IOException;
    }

    /** The contents of a file. */
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Returns whether it is a pipe, a terminal or the like, which nothing can replace. */
    private boolean isDevice() {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    /** Makes an empty file beside it. */
    private Path fresh() throws IOException {
        Path absolute = path.toAbsolutePath();
        return Files.createFile(absolute.resolveSibling(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".new"));
    }
}
