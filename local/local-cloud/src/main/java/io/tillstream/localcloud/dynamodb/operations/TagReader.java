package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads tags, which requests give as a list of keys and values. */
final class TagReader {

    private TagReader() {}

    static Map<String, String> tags(AwsRequest request) {
        Map<String, String> tags = new LinkedHashMap<>();
        request.structures("Tags").forEach(tag -> tags.put(tag.requiredText("Key"), tag.requiredText("Value")));
        return tags;
    }
}
