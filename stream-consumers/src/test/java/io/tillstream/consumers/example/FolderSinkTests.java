package io.tillstream.consumers.example;

import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.feed.TransactionFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderSinkTests implements SinkContract {

    private static final LineCodec CODEC = new LineCodec();

    @TempDir
    private Path disk;

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectory(disk.resolve("lines"));
    }

    @Override
    public Sink sink() {
        return new FolderSink(new TransactionFeed(), disk.resolve("lines"));
    }

    @Override
    public List<TransactionLine> stored() {
        try (Stream<Path> files = Files.list(disk.resolve("lines"))) {
            return files.map(FolderSinkTests::lineIn).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void storeFails(boolean fails) {
        Path there = disk.resolve("lines");
        Path gone = disk.resolve("unmounted");
        if (fails == Files.exists(there)) {
            move(fails ? there : gone, fails ? gone : there);
        }
    }

    @Override
    public Optional<TransactionLine> unstorable() {
        return Optional.of(SampleLines.line("536365", "85123A", "\uD83D\uDECD".repeat(30)));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TransactionLine lineIn(Path file) {
        try {
            return (TransactionLine) ((Decoded.Line) CODEC.decode(Files.readAllBytes(file))).line();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
