package io.tillstream.rowfiles;

import io.tillstream.rowfiles.Payload.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

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
    private final FileLimits limits;

    Unpacking(Path file, FileLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The bytes inside; not closed by this class once returned. */
    Payload payload() throws IOException {
        checkFile();
        return switch (Signature.of(Files.newInputStream(file))) {
            case GZIP -> new Payload(file, Packing.GZIP, null, limits);
            case ZIP -> zipped();
            default -> new Payload(file, Packing.NONE, null, limits);
        };
    }

    /**
     * What the bytes are.
     *
     * @param isText whether they are known to be text
     */
    Content content(Payload payload, boolean isText) throws IOException {
        Signature signature = Signature.of(payload.open());
        if (signature == Signature.BINARY && isText) {
            return Content.TEXT;
        }
        String refusal = signature.refusal().orElse(null);
        if (refusal != null) {
            throw refused(payload, refusal);
        }
        return switch (signature) {
            case PARQUET -> Content.PARQUET;
            case ZIP -> workbook(payload);
            case GZIP -> throw UnreadableFileException.of(file, "is packed twice; unpack it once");
            case EMPTY -> throw refused(payload, "is empty");
            case OLE -> throw refused(payload, ole(payload));
            default -> Content.TEXT;
        };
    }

    private void checkFile() throws IOException {
        if (Files.notExists(file)) {
            throw UnreadableFileException.of(file, "does not exist; check its name and the working folder");
        }
        if (Files.isDirectory(file)) {
            throw UnreadableFileException.of(file, "is a folder; name a file in it");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw UnreadableFileException.of(
                    file,
                    "is not a regular file but a device or pipe, and files are read twice; write it to a file first");
        }
    }

    private UnreadableFileException refused(Payload payload, String what) {
        return payload.packing() == Packing.NONE
                ? UnreadableFileException.of(file, what)
                : UnreadableFileException.of(file, "is packed; what is inside " + what);
    }

    private Payload zipped() throws IOException {
        try (ZipArchive zip = ZipArchive.open(file, limits)) {
            Office office = Office.of(zip);
            return office == Office.NONE ? onlyEntry(zip) : new Payload(file, Packing.NONE, null, limits);
        }
    }

    private Content workbook(Payload payload) throws IOException {
        try (ZipArchive zip = ZipArchive.open(payload.asFile(), limits)) {
            Office office = Office.of(zip);
            if (office == Office.NONE) {
                throw UnreadableFileException.of(file, "is packed twice; unpack it once");
            }
            String refusal = office.refusal().orElse(null);
            if (refusal != null) {
                throw refused(payload, refusal);
            }
            zip.verify();
            return Content.WORKBOOK;
        }
    }

    /** Old workbooks, and encrypted ones of today, are kept in the same kind of file; the name of a part tells. */
    private static String ole(Payload payload) throws IOException {
        byte[] start;
        try (var bytes = payload.open()) {
            start = bytes.readNBytes(1 << 16);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e")
                ? "is a workbook with a password; open it, and save it without one"
                : "is a workbook of Excel 2003 or older, or another old document; save it as .xlsx or CSV";
    }

    private Payload onlyEntry(ZipArchive zip) throws IOException {
        List<String> names = zip.parts().stream()
                .filter(part -> !part.isFolder())
                .map(ZipPart::name)
                .filter(name -> !isByproduct(name))
                .toList();
        if (names.size() == 1) {
            return new Payload(file, Packing.ZIP, names.getFirst(), limits);
        }
        throw UnreadableFileException.of(
                file, "must hold one file, and holds " + (names.isEmpty() ? "none" : list(names)));
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
