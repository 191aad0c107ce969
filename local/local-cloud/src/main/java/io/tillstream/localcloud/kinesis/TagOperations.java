package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The tags of streams, by their older and their newer operations. */
final class TagOperations {

    private final Streams streams;

    TagOperations(Streams streams) {
        this.streams = streams;
    }

    Map<String, Operation> all() {
        return Map.of(
                "AddTagsToStream", this::add,
                "TagResource", this::add,
                "RemoveTagsFromStream", this::remove,
                "UntagResource", this::remove,
                "ListTagsForStream", request -> new Tags(tagsOf(request), false),
                "ListTagsForResource", request -> new ResourceTags(tagsOf(request)));
    }

    record Tag(String key, String value) {}

    record Tags(List<Tag> tags, boolean hasMoreTags) {}

    record ResourceTags(List<Tag> tags) {}

    private Object add(AwsRequest request) {
        return change(request, tags -> tags.putAll(request.textMap("Tags")));
    }

    private Object remove(AwsRequest request) {
        return change(request, tags -> request.texts("TagKeys").forEach(tags::remove));
    }

    private Object change(AwsRequest request, Consumer<Map<String, String>> change) {
        streams.change(streams.of(request), description -> {
            Map<String, String> tags = new HashMap<>(description.tags());
            change.accept(tags);
            return description.withTags(tags);
        });
        return Map.of();
    }

    private List<Tag> tagsOf(AwsRequest request) {
        return new TreeMap<>(streams.of(request).description().tags())
                .entrySet().stream()
                        .map(entry -> new Tag(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
