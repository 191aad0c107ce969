package io.tillstream.localcloud.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of an upload with their ETags, as requests to complete one and answers about one list them. */
record PartList(List<Part> parts) {

    private static final Pattern PART = Pattern.compile("<Part>(.*?)</Part>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<PartNumber>\\s*(\\d{1,9})\\s*</PartNumber>");
    private static final Pattern ETAG = Pattern.compile("<ETag>(.*?)</ETag>", Pattern.DOTALL);

    record Part(int number, String etag) {}

    static PartList parse(byte[] xml) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(new String(xml, StandardCharsets.UTF_8));
        while (part.find()) {
            Matcher number = NUMBER.matcher(part.group(1));
            Matcher etag = ETAG.matcher(part.group(1));
            if (number.find() && etag.find()) {
                parts.add(new Part(Integer.parseInt(number.group(1)), unquoted(etag.group(1))));
            }
        }
        return new PartList(parts);
    }

    private static String unquoted(String etag) {
        return etag.strip().replace("&quot;", "\"").replace("&#34;", "\"").replace("\"", "");
    }

    /** What is wrong with an upload that is to be made of these parts and has those. */
    Optional<S3Refusal> refusal(PartList uploaded) {
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number() <= parts.get(i - 1).number()) {
                return Optional.of(S3Refusal.badRequest(
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by part number."));
            }
        }
        return uploaded.parts().containsAll(parts)
                ? Optional.empty()
                : Optional.of(S3Refusal.badRequest(
                        "InvalidPart",
                        "One or more of the specified parts could not be found. The part may not have been uploaded, or"
                                + " the specified entity tag may not match the part's entity tag."));
    }
}
