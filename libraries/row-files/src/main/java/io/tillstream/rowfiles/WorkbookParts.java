package io.tillstream.rowfiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook consists of.
 *
 * @param from1904 whether its days are counted from 1904, as old versions for the Mac did
 * @param sharedTexts the part with the texts of its cells; absent when there are none
 */
record WorkbookParts(List<Sheet> sheets, boolean from1904, Optional<ZipPart> sharedTexts) {

    /** A sheet of cells, or of a chart. */
    record Sheet(String name, boolean isVisible, ZipPart part) {}

    private static final String WORKBOOK_TYPE = "sheet.main+xml";
    private static final String MACRO_WORKBOOK_TYPE = "sheet.macroEnabled.main+xml";
    private static final String TEXTS_TYPE = "sharedStrings+xml";

    static WorkbookParts of(ZipArchive zip, FileLimits limits) throws IOException {
        String workbook = "/xl/workbook.xml";
        String texts = "/xl/sharedStrings.xml";
        try (XmlPart types = open(zip, "[Content_Types].xml", limits)) {
            while (types.nextElement()) {
                String type = String.valueOf(types.attribute("ContentType"));
                String name = types.attribute("PartName");
                if (name != null && (type.endsWith(WORKBOOK_TYPE) || type.endsWith(MACRO_WORKBOOK_TYPE))) {
                    workbook = name;
                } else if (name != null && type.endsWith(TEXTS_TYPE)) {
                    texts = name;
                }
            }
        }
        Map<String, String> targets = targets(zip, workbook, limits);
        return read(zip, workbook, texts, targets, limits);
    }

    private static WorkbookParts read(
            ZipArchive zip, String workbook, String texts, Map<String, String> targets, FileLimits limits)
            throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart xml = open(zip, workbook, limits)) {
            while (xml.nextElement()) {
                if (xml.isAt("workbookPr")) {
                    String said = xml.attribute("date1904");
                    from1904 = "1".equals(said) || "true".equals(said);
                } else if (xml.isAt("sheet")) {
                    sheets.add(sheet(zip, xml, targets));
                }
            }
        }
        return new WorkbookParts(sheets, from1904, find(zip, texts));
    }

    private static Sheet sheet(ZipArchive zip, XmlPart xml, Map<String, String> targets) throws IOException {
        String name = String.valueOf(xml.attribute("name"));
        String state = xml.attribute("state");
        ZipPart part = Optional.ofNullable(targets.get(String.valueOf(xml.attribute("id"))))
                .flatMap(target -> find(zip, target))
                .orElseThrow(() -> new IOException("its sheet '" + name + "' is missing"));
        return new Sheet(name, state == null || state.equals("visible"), part);
    }

    /** Where the parts lie that a part names by numbers of its own. */
    private static Map<String, String> targets(ZipArchive zip, String part, FileLimits limits) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, String> targets = new HashMap<>();
        try (XmlPart xml = open(zip, folder + "_rels/" + part.substring(slash + 1) + ".rels", limits)) {
            while (xml.nextElement()) {
                String id = xml.attribute("Id");
                String target = xml.attribute("Target");
                if (xml.isAt("Relationship") && id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target : folder + target);
                }
            }
        }
        return targets;
    }

    private static XmlPart open(ZipArchive zip, String name, FileLimits limits) throws IOException {
        return XmlPart.open(
                zip, find(zip, name).orElseThrow(() -> new IOException("its part " + name + " is missing")), limits);
    }

    /** Names of parts do not tell capital letters from small ones. */
    private static Optional<ZipPart> find(ZipArchive zip, String name) {
        String wanted = name.startsWith("/") ? name.substring(1) : name;
        return zip.find(wanted)
                .or(() -> zip.parts().stream()
                        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }
}
