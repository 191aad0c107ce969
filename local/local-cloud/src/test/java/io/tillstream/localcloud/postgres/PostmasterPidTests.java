package io.tillstream.localcloud.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterPidTests {

    @Test
    void readsTheFirstTwoLines() {
        assertThat(PostmasterPid.parse(List.of("4711", "/data", "1700000000", "5439")))
                .contains(new PostmasterPid(4711, "/data"));
    }

    @Test
    void doesNotTakeHalfAFileForAServer() {
        assertThat(PostmasterPid.parse(List.of("4711"))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("", "/data"))).isEmpty();
    }

    @Test
    void doesNotTakeAnotherProgramForTheServer() {
        long self = ProcessHandle.current().pid();
        assertThat(new PostmasterPid(self, "/data/of/nobody").process()).isEmpty();
    }
}
