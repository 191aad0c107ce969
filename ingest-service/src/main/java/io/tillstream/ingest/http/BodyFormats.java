package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.BodyForm;
import io.tillstream.ingest.accept.BodyFormat;
import io.tillstream.model.feed.Feed;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Reads the format of a request's body from its headers. */
final class BodyFormats {

    static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    static final String X_NDJSON = "application/x-ndjson";
    static final String NDJSON = "application/ndjson";
    static final String JSON_LINES = "application/jsonl";
    static final String CSV = "text/csv";

    /** What beacons of browsers are sent as; JSON where pages send rows. */
    static final String PLAIN_TEXT = MediaType.TEXT_PLAIN_VALUE;

    private static final List<String> ALL = List.of(JSON, X_NDJSON, NDJSON, JSON_LINES, CSV);

    private static final List<Charset> JSON_CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);
    private static final List<Charset> CSV_CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            StandardCharsets.US_ASCII);

    private BodyFormats() {}

    /** The media types that rows of a feed may have. */
    static List<String> typesOf(Feed feed) {
        return feed.isSentByPages()
                ? Stream.concat(ALL.stream(), Stream.of(PLAIN_TEXT)).toList()
                : ALL;
    }

    /** The format of a body whose media type is one of the above; throws a problem for any other. */
    static BodyFormat of(HttpServletRequest request) {
        String contentType = String.valueOf(request.getContentType());
        BodyForm form = form(contentType).orElseThrow();
        return new BodyFormat(form, charset(contentType, form), isGzip(request));
    }

    /** The form that a Content-Type stands for, if any. */
    static Optional<BodyForm> form(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case JSON, PLAIN_TEXT -> Optional.of(BodyForm.JSON);
            case X_NDJSON, NDJSON, JSON_LINES -> Optional.of(BodyForm.NDJSON);
            case CSV -> Optional.of(BodyForm.CSV);
            default -> Optional.empty();
        };
    }

    private static Charset charset(String contentType, BodyForm form) {
        List<Charset> allowed = form == BodyForm.CSV ? CSV_CHARSETS : JSON_CHARSETS;
        Charset charset = MediaType.parseMediaType(contentType).getCharset();
        if (charset != null && !allowed.contains(charset)) {
            throw Problems.unsupportedCharset(allowed);
        }
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    private static boolean isGzip(HttpServletRequest request) {
        String codings = String.join(",", Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)));
        return switch (codings.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw Problems.unsupportedEncoding();
        };
    }
}
