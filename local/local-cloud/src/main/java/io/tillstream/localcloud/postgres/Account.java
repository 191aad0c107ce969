package io.tillstream.localcloud.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The account that PostgreSQL runs as: never root, which it refuses.
 *
 * @param prefix what its commands begin with to be someone else; nothing where we are not root
 * @param owner the user id its data must belong to; -1 for our own
 */
record Account(List<String> prefix, int owner) {

    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static Account forData(Path data, PostgresBinaries binaries) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Account(List.of(), -1);
        }
        // In a user namespace of its own a process is still us to the file system, but not root to itself.
        if (!belongsToNobody(data) && works(NAMESPACE, "true")) {
            return new Account(NAMESPACE, -1);
        }
        if (works(OTHER_USER, "true")) {
            requireWithinReach(binaries);
            return new Account(OTHER_USER, NOBODY);
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works here:"
                + " start as another user, or run without the warehouse");
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Lets that account reach a folder below one that is closed to it; the rest stays closed. */
    void letThrough(Path folder) throws IOException {
        if (owner < 0) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        rights.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(folder, rights);
    }

    void own(Path folder) throws IOException {
        if (owner < 0) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
                Files.setAttribute(path, "unix:gid", owner);
            }
        }
    }

    private static boolean belongsToNobody(Path data) throws IOException {
        return Files.exists(data) && Files.getAttribute(data, "unix:uid").equals(NOBODY);
    }

    private static void requireWithinReach(PostgresBinaries binaries) throws IOException {
        if (!works(OTHER_USER, binaries.program("postgres"), "--version")) {
            throw new IOException("PostgreSQL refuses to run as root, and another user cannot read " + binaries.home()
                    + ": choose a cache folder that everyone can read, or start as another user");
        }
    }

    private static boolean works(List<String> prefix, String... program) {
        List<String> probe = new ArrayList<>(prefix);
        probe.addAll(List.of(program));
        try {
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
