package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of objects does. */
interface SpillObjectsContract {

    /** An empty one. */
    SpillObjects objects();

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    default void putsAnObjectOnce() throws Exception {
        assertThat(objects().putIfAbsent("a/1", body("first"))).isPresent();
        assertThat(objects().putIfAbsent("a/1", body("second"))).isEmpty();
        assertThat(objects().get("a/1"))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(body("first")));
    }

    @Test
    default void replacesOnlyWhatItKnows() throws Exception {
        String first = objects().putIfAbsent("a/2", body("first")).orElseThrow();
        String second = objects().putIfUnchanged("a/2", body("second"), first).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(objects().putIfUnchanged("a/2", body("third"), first)).isEmpty();
        assertThat(objects().list("a/2")).containsExactly(new SpillObjects.Listed("a/2", second, 6));
    }

    @Test
    default void doesNotReplaceWhatIsGone() throws Exception {
        String tag = objects().putIfAbsent("a/3", body("first")).orElseThrow();
        objects().delete(List.of("a/3", "a/never"));
        assertThat(objects().putIfUnchanged("a/3", body("second"), tag)).isEmpty();
        assertThat(objects().get("a/3")).isEqualTo(Optional.empty());
    }

    @Test
    default void listsInTheOrderOfKeys() throws Exception {
        objects().put("b/x/2", body("2"));
        objects().put("b/x/10", body("10"));
        objects().put("b/y/1", body("1"));
        objects().put("c/x", body(""));
        assertThat(objects().list("b/"))
                .extracting(SpillObjects.Listed::key)
                .containsExactly("b/x/10", "b/x/2", "b/y/1");
        objects().delete(List.of("b/x/10", "b/y/1"));
        assertThat(objects().list("b/")).extracting(SpillObjects.Listed::key).containsExactly("b/x/2");
    }
}
