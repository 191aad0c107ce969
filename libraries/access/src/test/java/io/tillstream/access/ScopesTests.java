package io.tillstream.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopesTests {

    private static final Scope EVENTS = new Scope("events:write");

    @Test
    void knowsThoseThatAPathAsksFor() {
        GuardedApi api = new GuardedApi(
                Scope.INGEST_WRITE,
                List.of(),
                List.of(),
                List.of(ScopedPath.of("/invoices/**", Scope.ADMIN), ScopedPath.forPublicKeys("/events", EVENTS)));
        Scopes scopes = Scopes.BUILT_IN.and(api.scopes());
        assertThat(scopes.all()).hasToString("[admin, events:write, ingest:write, query:read]");
        assertThat(scopes.forPublicKeys()).containsExactly(EVENTS);
        assertThat(api.pathsForPublicKeys()).containsExactly("/events");
        assertThat(scopes.named("events:write")).contains(EVENTS);
        assertThat(scopes.named("EVENTS_WRITE")).as("in tokens").isEmpty();
        assertThat(Scopes.BUILT_IN.named("events:write")).isEmpty();
    }

    @Test
    void haveOneForEachFeedThatIsInstalled() {
        assertThat(Scopes.installed().all()).hasToString("[admin, events:write, ingest:write, query:read]");
        assertThat(Scopes.installed().forPublicKeys()).as("all but sales").containsExactly(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "query:read", "ingest:write"})
    void hasNoneForPublicKeysThatCouldReadOrAdministrateOrSendSales(String scope) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.forPublicKeys(EVENTS, new Scope(scope)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scopes(Set.of(), Set.of(EVENTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "events write", "events:", ":write", "events:write:more", "<b>", "9events"})
    void areWords(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(text)).withMessageContaining("no scope");
    }

    @Test
    void mayBeSpeltAsConstants() {
        assertThat(new Scope("INGEST_WRITE")).isEqualTo(Scope.INGEST_WRITE).hasToString("ingest:write");
        assertThat(new Scope(" Admin ")).isEqualTo(Scope.ADMIN);
    }
}
