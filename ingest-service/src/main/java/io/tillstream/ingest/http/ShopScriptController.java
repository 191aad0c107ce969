package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the pages of a shop their script, where the service takes what it sends. */
@Hidden
@RestController
final class ShopScriptController {

    /** As long as a page may go on with an older script. */
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final boolean takesRowsOfPages;
    private final PublicContent script;

    ShopScriptController(Feeds feeds) {
        this.takesRowsOfPages = feeds.all().stream().anyMatch(Feed::isSentByPages);
        this.script = new PublicContent(
                ShopScript.served().getBytes(UTF_8),
                new MediaType("text", "javascript", UTF_8),
                CacheControl.maxAge(MAX_AGE).cachePublic());
    }

    @GetMapping("/shop.js")
    ResponseEntity<byte[]> script() {
        if (!takesRowsOfPages) {
            throw Problems.notFound("This service takes no events; add events to tillstream.feeds.");
        }
        return script.answer();
    }
}
