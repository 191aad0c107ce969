package io.tillstream.localcloud.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A value in a file that is replaced as a whole, so that it is never half written. One writer at a time. */
public final class JsonFile<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final Class<T> type;

    public JsonFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    public Optional<T> read() {
        return Files.exists(file) ? Optional.of(MAPPER.readValue(file, type)) : Optional.empty();
    }

    public void write(T value) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, MAPPER.writeValueAsBytes(value));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
