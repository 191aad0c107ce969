package io.tillstream.producer.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTests {

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private StateFile file = new StateFile(path);

    @BeforeEach
    void name() {
        path = folder.resolve("deep/er/state.properties");
        file = new StateFile(path);
    }

    @Test
    void loadsWhatWasSaved() throws IOException {
        Totals totals = new Totals(13, 8, 2, 3, 4, 1, new TreeMap<>(Map.of("bad_date", 2L, "missing", 1L)));
        SavedProgress saved = new SavedProgress(totals, List.of(7L, 0L, 12L), 345);
        file.save(SavedProgress.nothing(3));
        file.save(saved);
        assertThat(file.load(3)).hasValue(saved);
        file.delete();
        assertThat(file.load(3)).isEmpty();
    }

    @Test
    void beginsAnewWhenItCannotUnderstand() throws IOException {
        assertThat(file.load(3)).isEmpty();
        file.save(SavedProgress.nothing(2));
        assertThat(file.load(3)).isEmpty();
        Files.writeString(path, "sent=ten");
        assertThat(file.load(2)).isEmpty();
    }
}
