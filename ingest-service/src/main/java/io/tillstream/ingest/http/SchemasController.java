package io.tillstream.ingest.http;

import io.tillstream.model.codec.SchemaWriter;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the rows of each feed look like, as a JSON Schema. Open to everybody, as the OpenAPI document is. */
@RestController
final class SchemasController {

    static final String PATH = "/schemas/{feed}/v1";
    static final MediaType TYPE = new MediaType("application", "schema+json");

    private final Map<String, PublicContent> schemas = new LinkedHashMap<>();

    SchemasController(Feeds feeds) {
        feeds.all().forEach(feed -> schemas.put(feed.name().value(), schemaOf(feed)));
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> schema(@PathVariable String feed) {
        PublicContent schema = schemas.get(feed);
        if (schema == null) {
            throw Problems.notFound(
                    "There is no feed of this name; there are " + String.join(", ", schemas.keySet()) + ".");
        }
        return schema.answer();
    }

    private static PublicContent schemaOf(Feed feed) {
        String name = feed.name().value();
        byte[] schema = SchemaWriter.write(PATH.replace("{feed}", name), "A row of " + name, feed.fields());
        return new PublicContent(schema, TYPE, CacheControl.noCache());
    }
}
