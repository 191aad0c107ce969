package io.tillstream.ingest.http;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** What everybody may have and only a new start of the service changes. Who has it already is told that it is the same. */
final class PublicContent {

    private final ResponseEntity<byte[]> answer;

    PublicContent(byte[] bytes, MediaType type, CacheControl cache) {
        this.answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                .eTag(DigestUtils.md5DigestAsHex(bytes))
                .body(bytes);
    }

    ResponseEntity<byte[]> answer() {
        return answer;
    }
}
