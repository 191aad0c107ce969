package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files of other kinds, as far as their beginning tells them. */
final class WrongTypes {

    private static final int TAR_BLOCK = 512;
    private static final byte[] NOISE = new byte[3_000];

    static {
        new Random(7).nextBytes(NOISE);
    }

    private WrongTypes() {}

    /** @param says what its refusal contains */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record WrongType(byte[] bytes, String says) {}

    static Map<String, WrongType> all() {
        Map<String, WrongType> all = new LinkedHashMap<>();
        all.put("rows.csv.bz2", begins("BZh91AY&SY", "bunzip2"));
        all.put("rows.csv.zst", begins("(\u00B5/\u00FD", "zstd -d"));
        all.put("rows.csv.xz", begins("\u00FD7zXZ\0", "unxz"));
        all.put("rows.7z", begins("7z\u00BC\u00AF'\u001C", "7z archive"));
        all.put("rows.rar", begins("Rar!\u001A\u0007", "RAR archive"));
        all.put("rows.png", begins("\u0089PNG\r\n\u001A\n", "picture (PNG)"));
        all.put("rows.jpg", begins("\u00FF\u00D8\u00FF\u00E0", "picture (JPEG)"));
        all.put("rows.pdf", begins("%PDF-1.7\n", "is a PDF"));
        all.put("rows.xls", begins("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "save it as .xlsx"));
        all.put("password.xlsx", encryptedWorkbook());
        all.put("rows.ods", zip("mimetype", "content.xml", "LibreOffice"));
        all.put("rows.docx", zip("[Content_Types].xml", "word/document.xml", "Word"));
        all.put("rows.xlsb", zip("[Content_Types].xml", "xl/workbook.bin", "binary workbook"));
        all.put("noise.csv", new WrongType(NOISE, "neither text nor"));
        all.put("page.csv", new WrongType(utf8("<!DOCTYPE html><html>Log in</html>"), "web page"));
        all.put("empty.csv", new WrongType(new byte[0], "is empty"));
        all.put("empty.csv.gz", new WrongType(Samples.gzip(new byte[0]), "is empty"));
        return all;
    }

    /** A file in the form that tar has given archives since 1988. */
    static byte[] tar(String name, byte[] content) {
        byte[] tar = new byte[(content.length / TAR_BLOCK + 4) * TAR_BLOCK];
        put(tar, 0, name);
        put(tar, 124, "%011o".formatted(content.length));
        put(tar, 257, "ustar\00000");
        System.arraycopy(content, 0, tar, TAR_BLOCK, content.length);
        return tar;
    }

    private static WrongType begins(String start, String says) {
        byte[] bytes = NOISE.clone();
        put(bytes, 0, start);
        return new WrongType(bytes, says);
    }

    private static WrongType encryptedWorkbook() {
        byte[] bytes = Arrays.copyOf(begins("\u00D0\u00CF\u0011\u00E0", "").bytes(), 2_000);
        byte[] part = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(part, 0, bytes, 1_152, part.length);
        return new WrongType(bytes, "password");
    }

    private static WrongType zip(String first, String second, String says) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(first, utf8("x"));
        parts.put(second, utf8("x"));
        return new WrongType(Samples.zip(parts), says);
    }

    private static void put(byte[] bytes, int at, String text) {
        byte[] part = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(part, 0, bytes, at, part.length);
    }
}
