package io.tillstream.localcloud.dynamodb.tables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import java.util.List;
import java.util.stream.Stream;

/** What a key consists of. Only the keys of global indexes may have several attributes of one kind. */
public record KeySchema(List<KeyAttribute> hash, List<KeyAttribute> range) {

    /** All attributes, those of the partition key first. */
    public Stream<KeyAttribute> all() {
        return Stream.concat(hash.stream(), range.stream());
    }

    @JsonIgnore
    public List<String> names() {
        return all().map(KeyAttribute::name).toList();
    }

    public int size() {
        return hash.size() + range.size();
    }

    public boolean has(String attribute) {
        return all().anyMatch(key -> key.name().equals(attribute));
    }
}
