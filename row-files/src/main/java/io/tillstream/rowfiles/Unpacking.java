package io.tillstream.rowfiles;

import io.tillstream.rowfiles.Payload.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds out what a file is packed in, and what is inside. */
final class Unpacking {

    /** What rows are read from. */
    enum Content {
        TEXT,
        WORKBOOK,
        PARQUET
    }

    private static final int NAMES_SHOWN = 10;

    private final Path file;

    Unpacking(Path file) {
        this.file = file;
    }

    /** The bytes inside; not closed by this class once returned. */
    Payload payload() throws IOException {
        if (Files.notExists(file)) {
            throw UnreadableFileException.of(file, "does not exist; check its name and the working folder");
        }
        if (Files.isDirectory(file)) {
            throw UnreadableFileException.of(file, "is a folder; name a file in it");
        }
        return switch (Signature.of(Files.newInputStream(file))) {
            case GZIP -> new Payload(file, Packing.GZIP, null);
            case ZIP -> isWorkbook(file) ? new Payload(file, Packing.NONE, null) : onlyEntry();
            case EMPTY_ZIP -> throw UnreadableFileException.of(file, "is a zip without entries");
            case EMPTY, OLD_EXCEL, PARQUET, TEXT -> new Payload(file, Packing.NONE, null);
        };
    }

    /** What the bytes are. */
    Content content(Payload payload) throws IOException {
        return switch (Signature.of(payload.open())) {
            case TEXT -> Content.TEXT;
            case PARQUET -> Content.PARQUET;
            case ZIP -> {
                if (!isWorkbook(payload.asFile())) {
                    throw packedTwice();
                }
                yield Content.WORKBOOK;
            }
            case GZIP, EMPTY_ZIP -> throw packedTwice();
            case EMPTY -> throw UnreadableFileException.of(file, "is empty");
            case OLD_EXCEL ->
                throw UnreadableFileException.of(file, "is a workbook of Excel 2003 or older; save it as .xlsx or CSV");
        };
    }

    private UnreadableFileException packedTwice() {
        return UnreadableFileException.of(file, "is packed twice; unpack it once");
    }

    private static boolean isWorkbook(Path zipped) throws IOException {
        try (ZipFile zip = new ZipFile(zipped.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/"));
        }
    }

    private Payload onlyEntry() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !isByproduct(name))
                    .toList();
            if (names.size() == 1) {
                return new Payload(file, Packing.ZIP, names.getFirst());
            }
            throw UnreadableFileException.of(
                    file, "must hold one file, and holds " + (names.isEmpty() ? "none" : list(names)));
        }
    }

    /** What macOS adds to archives. */
    private static boolean isByproduct(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
    }

    private static String list(List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() + ": " + shown + (names.size() > NAMES_SHOWN ? ", …" : "") + "; unpack it and name one";
    }
}
