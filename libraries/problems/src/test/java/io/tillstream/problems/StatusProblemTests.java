package io.tillstream.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

final class StatusProblemTests {

    @Test
    void givesAStatusWithoutAProblemOfItsOwnThatOfItsClass() {
        assertThat(StatusProblem.of(418)).isEqualTo(StatusProblem.BAD_REQUEST);
        assertThat(StatusProblem.of(507)).isEqualTo(StatusProblem.INTERNAL_ERROR);
    }

    @Test
    void leavesATypeThatIsThere() {
        ProblemDetail own = ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
        own.setType(URI.create("urn:own"));
        StatusProblem.complete(own);
        assertThat(own.getType()).hasToString("urn:own");
        ProblemDetail none = ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
        StatusProblem.complete(none);
        assertThat(none.getType()).hasToString("urn:tillstream:problem:not-found");
        assertThat(none.getTitle()).isEqualTo("Not found");
    }
}
