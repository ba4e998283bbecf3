package sosad.app.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The node's program on disk: which Java runs it, and which jars. They stand in the folder {@code lib} beside the app's
 * own jar, where the build puts them.
 *
 * @param java the Java launcher
 * @param classPath the node's jars, its own first
 * @param options Java's options for class-data sharing and compiling
 * @param before what stands before the command, to run it in another way
 */
public record Program(Path java, List<Path> classPath, List<String> options, List<String> before) {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final String ARCHIVE = "sosad-node.jsa";
    /**
     * The property that turns off Netty's reports to Java's Flight Recorder. Only to get ready for that takes a quarter
     * of the time until a node is up, and of its first messages.
     */
    private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

    /** Without it Netty looks for a network card's address, and complains where there is none. */
    private static final String NETTY_MACHINE = "io.netty.machineId";

    /** From this version on Java warns of native code, which Netty calls, unless it is allowed. */
    private static final int ASKS_FOR_NATIVE_ACCESS = 24;

    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String MAIN_CLASS = "sosad.node.main.Main";

    /** The system property with further options of the nodes' Java, separated by spaces, such as a debugger's. */
    private static final String EXTRA_OPTIONS = "sosad.node.jvm";

    public Program {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        before = List.copyOf(before);
    }

    /** A program that is run as it is. */
    public Program(Path java, List<Path> classPath, List<String> options) {
        this(java, classPath, options, List.of());
    }

    /**
     * Finds the program that belongs to this app, and warns if it is older than the classes it was built from.
     *
     * @throws NodeException if something of it is missing, saying what
     */
    public static Program find() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java) && !Files.isExecutable(Path.of(java + ".exe"))) {
            throw new NodeException("there is no Java launcher at %s to start nodes with".formatted(java));
        }
        List<Path> classPath = classPath(libraries());
        StaleJar.warnOf(classPath);
        List<String> options = new ArrayList<>(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive(classPath)));
        options.addAll(extraOptions());
        return new Program(java, classPath, options);
    }

    /** Returns the options that a developer has given the nodes' Java, by {@code -Dsosad.node.jvm="…"}. */
    public static List<String> extraOptions() {
        String given = System.getProperty(EXTRA_OPTIONS, "").strip();
        return given.isEmpty() ? List.of() : List.of(given.split("\\s+", -1));
    }

    private static Path archive(List<Path> classPath) {
        return classPath.get(0).resolveSibling(ARCHIVE);
    }

    /** The archive of the node's loaded classes, beside its jar; without it nodes only start more slowly. */
    public Path archive() {
        return archive(classPath);
    }

    /**
     * The same program for nodes that live for a lesson or a trial: for what one does then, Java's optimizing compiler
     * takes more processor time than it saves. A node under load needs it.
     */
    public Program forLessons() {
        List<String> quick = new ArrayList<>(List.of(FIRST_COMPILER));
        quick.addAll(options);
        return new Program(java, classPath, quick, before);
    }

    /**
     * The same program for nodes beside a window, which comes first when both are busy, where the system knows how: it
     * gets three times as much of the processor. It is not more ({@code docs/decisions/0086}): nodes that get next to
     * nothing while the machine does other work do not answer in time.
     */
    public Program besideWindow() {
        List<String> politely = Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "5") : List.of();
        return new Program(java, classPath, options, politely);
    }

    /** The same program, each process of which lists the classes it loads in a file of its own in {@code folder}. */
    public Program listingClasses(Path folder) {
        return new Program(
                java, classPath, List.of(FIRST_COMPILER, "-XX:DumpLoadedClassList=" + folder.resolve("%p.classes")));
    }

    /** The command that makes the archive out of such a list, as {@code made}. */
    public List<String> archiveCommand(Path list, Path made) {
        return new Program(
                        java,
                        classPath,
                        List.of(
                                FIRST_COMPILER,
                                "-Xshare:dump",
                                "-XX:SharedClassListFile=" + list,
                                "-XX:SharedArchiveFile=" + made))
                .command();
    }

    /** The folder of the libraries: {@code lib} beside the app's jar, or beside its folder of classes. */
    static Path libraries() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling("lib");
        } catch (URISyntaxException e) {
            throw new NodeException("the app's own place has no path: " + source.getLocation());
        }
    }

    /** Spares this process the same preparation as its nodes; to be called before anything else of this package. */
    public static void spareFlightRecorder() {
        System.setProperty(NETTY_EVENTS, "false");
        System.setProperty(NETTY_MACHINE, "00:00:00:00:00:00:00:01");
    }

    /** The node's jar and those its manifest names, all in {@code folder}. */
    static List<Path> classPath(Path folder) {
        Path own = nodeJar(folder);
        List<Path> jars = new ArrayList<>(List.of(own));
        try (JarFile jar = new JarFile(own.toFile())) {
            String named = Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH))
                    .orElse("");
            for (String entry : named.isBlank() ? new String[0] : named.split(" ", -1)) {
                jars.add(folder.resolve(Path.of(entry).getFileName()));
            }
        } catch (IOException e) {
            throw new NodeException("the node's program %s cannot be read: %s; build it again with Maven"
                    .formatted(own, e.getMessage()));
        }
        List<Path> missing = jars.stream().filter(jar -> !Files.isReadable(jar)).toList();
        if (!missing.isEmpty()) {
            throw new NodeException("the node's program lacks %s; build it again with Maven".formatted(missing.get(0)));
        }
        return jars;
    }

    private static Path nodeJar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("sosad-node-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new NodeException("there is no node program in %s; build it with Maven".formatted(folder)));
        } catch (IOException e) {
            throw new NodeException(
                    "there is no folder %s with the node's program; build it with Maven".formatted(folder));
        }
    }

    /** The command that starts a process in which nodes begin by what is written to its input or environment. */
    public List<String> childCommand() {
        List<String> command = new ArrayList<>(command());
        command.add("child");
        return command;
    }

    /** The command that runs the node's program; words for it are to be added. */
    public List<String> command() {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(java.toString(), "-XX:+UseSerialGC"));
        command.addAll(options);
        if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dsosad.log=info",
                "-D" + NETTY_EVENTS + "=false",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN_CLASS));
        return command;
    }
}
