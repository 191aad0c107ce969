package io.tillstream.rowfiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;

/** The distinct texts of a workbook, which its cells name by number. */
final class SharedTexts {

    /** What a text takes in memory besides its characters. */
    private static final int OVERHEAD = 48;

    private final List<String> texts = new ArrayList<>();
    private final FileLimits limits;
    private long size;

    private SharedTexts(FileLimits limits) {
        this.limits = limits;
    }

    static SharedTexts none(FileLimits limits) {
        return new SharedTexts(limits);
    }

    static SharedTexts read(XmlPart xml, FileLimits limits) throws IOException {
        SharedTexts shared = new SharedTexts(limits);
        while (xml.nextElement()) {
            if (xml.isAt("si")) {
                shared.add(text(xml, limits.cell()));
            }
        }
        return shared;
    }

    Optional<String> find(int number) {
        return number >= 0 && number < texts.size() ? Optional.of(texts.get(number)) : Optional.empty();
    }

    /** The text of the element that begins here, put together from its runs, without how it is pronounced. */
    static String text(XmlPart xml, int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int outside = xml.depth() - 1;
        int pronunciation = Integer.MAX_VALUE;
        boolean isText = false;
        while (xml.depth() > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isText = xml.isAt("t") && xml.depth() < pronunciation;
                    pronunciation = xml.isAt("rPh") ? Math.min(pronunciation, xml.depth()) : pronunciation;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    isText = false;
                    pronunciation = xml.depth() < pronunciation ? Integer.MAX_VALUE : pronunciation;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (isText) {
                        xml.appendText(text);
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new IOException("a part of it ends too soon");
                default -> {
                    // Comments and such say nothing.
                }
            }
            if (text.length() > longest) {
                throw new RefusedFileException("is a workbook with a text of more than " + longest
                        + " characters, which no spreadsheet program writes");
            }
        }
        return text.toString();
    }

    private void add(String text) throws RefusedFileException {
        size += text.length() + OVERHEAD;
        if (size > limits.sharedTextsInMemory()) {
            throw new RefusedFileException(
                    "is a workbook with more distinct texts than fit into memory; save it as CSV");
        }
        texts.add(text);
    }
}
