package io.tillstream.localcloud.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OwnSessionTests {

    private static final List<String> ECHOES = List.of("/bin/sh", "-c", "echo begun; /bin/cat; exit 7");

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesTheProcessGroupOfItsParent() throws Exception {
        Process child = new ProcessBuilder(OwnSession.command(ECHOES)).start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begun");

            assertThat(groupOf(child.pid())).isEqualTo(child.pid());
            assertThat(groupOf(ProcessHandle.current().pid())).isNotEqualTo(child.pid());
        } finally {
            end(child);
        }
    }

    @Test
    void endsWithItsInputAndNotAtASignal() throws Exception {
        Process child = new ProcessBuilder(OwnSession.command(ECHOES)).start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begun");
            child.toHandle().destroy();
            child.outputWriter().append("still here\n").flush();
            assertThat(output.readLine()).isEqualTo("still here");
        }
        assertThat(end(child)).isEqualTo(7);
    }

    @Test
    void worksWhereThereIsNoSetsid() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(OwnSession.command(ECHOES));
        builder.environment().put("PATH", "/nowhere");
        Process child = builder.start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begun");
            child.outputWriter().append("heard\n").flush();
            assertThat(output.readLine()).isEqualTo("heard");
        }
        assertThat(end(child)).isEqualTo(7);
    }

    private static int end(Process child) throws IOException, InterruptedException {
        child.getOutputStream().close();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return child.exitValue();
    }

    /** The third field behind the program's name, which may hold blanks. */
    private static long groupOf(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2]);
    }
}
