package io.tillstream.rowfiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of office documents that are kept as a zip; the names of their parts tell. */
enum Office {
    NONE(null),
    WORKBOOK(null),
    BINARY_WORKBOOK("is a binary workbook (.xlsb); save it as .xlsx or CSV"),
    OPEN_DOCUMENT("is a document of LibreOffice or OpenOffice (.ods); save it as .xlsx or CSV"),
    TEXT_OR_SLIDES("is a document of Word or PowerPoint; put the table into a workbook or CSV"),
    APPLE("is a document of Apple Numbers; export it as .xlsx or CSV");

    private final @Nullable String refusal;

    Office(@Nullable String refusal) {
        this.refusal = refusal;
    }

    /** What it is and what to do, when rows are not read from it. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    static Office of(ZipArchive zip) {
        if (zip.find("[Content_Types].xml").isPresent()) {
            boolean isWorkbook =
                    zip.parts().stream().anyMatch(part -> part.name().startsWith("xl/"));
            Office other = zip.find("word/document.xml").isPresent()
                            || zip.find("ppt/presentation.xml").isPresent()
                    ? TEXT_OR_SLIDES
                    : NONE;
            Office workbook = zip.find("xl/workbook.bin").isPresent() ? BINARY_WORKBOOK : WORKBOOK;
            return isWorkbook ? workbook : other;
        }
        if (zip.find("mimetype").isPresent() && zip.find("content.xml").isPresent()) {
            return OPEN_DOCUMENT;
        }
        return zip.find("Index/Document.iwa").isPresent() ? APPLE : NONE;
    }
}
