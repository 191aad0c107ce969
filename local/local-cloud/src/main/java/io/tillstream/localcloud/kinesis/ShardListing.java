package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which shards a caller of ListShards wants to see; its next token says it again.
 *
 * @param after the number of the last shard already seen
 * @param moment what the filters by timestamp compare with
 */
record ShardListing(String stream, String filter, int after, Instant moment, Instant begun) {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
    private static final String ALL = "FROM_TRIM_HORIZON";

    static ShardListing read(AwsRequest request, StreamDescription stream, Instant now) {
        int after = request.text("ExclusiveStartShardId")
                .map(id -> ShardId.parse(id).number())
                .orElse(-1);
        ShardListing all = new ShardListing(stream.name(), ALL, after, now, now);
        return request.structure("ShardFilter").map(all::filtered).orElse(all);
    }

    private ShardListing filtered(AwsRequest wanted) {
        String type = wanted.requiredText("Type");
        return switch (type) {
            case "AFTER_SHARD_ID" ->
                new ShardListing(
                        stream,
                        ALL,
                        ShardId.parse(wanted.requiredText("ShardId")).number(),
                        moment,
                        begun);
            case "AT_TIMESTAMP", "FROM_TIMESTAMP" ->
                new ShardListing(
                        stream,
                        type,
                        after,
                        wanted.timestamp("Timestamp").orElseThrow(() -> AwsError.missing("Timestamp")),
                        begun);
            case "AT_TRIM_HORIZON", "FROM_TRIM_HORIZON", "AT_LATEST" ->
                new ShardListing(stream, type, after, moment, begun);
            default -> throw KinesisErrors.invalid("Unknown type of ShardFilter: " + type);
        };
    }

    static ShardListing parse(String token, Instant now) {
        ShardListing listing = decode(token);
        if (listing.begun.plus(TOKEN_LIFETIME).isBefore(now)) {
            throw AwsError.badRequest("ExpiredNextTokenException", "The NextToken has expired.");
        }
        return listing;
    }

    String token() {
        String text = String.join("/", stream, filter, "" + after, moment.toString(), begun.toString());
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    ShardListing after(ShardId last) {
        return new ShardListing(stream, filter, last.number(), moment, begun);
    }

    List<Shard> of(StreamDescription description, Instant now) {
        Instant horizon = description.horizon(now);
        Instant since = moment.isBefore(horizon) ? horizon : moment;
        Predicate<Shard> wanted = switch (filter) {
            case "AT_LATEST" -> Shard::isOpen;
            case "AT_TRIM_HORIZON" -> shard -> shard.isOpenAt(horizon);
            case "AT_TIMESTAMP" -> shard -> shard.isOpenAt(since);
            case "FROM_TIMESTAMP" -> shard -> shard.isOpenAfter(since);
            default -> shard -> true;
        };
        return description.topology().shards().stream()
                .filter(shard -> shard.number() > after)
                .filter(wanted)
                .toList();
    }

    private static ShardListing decode(String token) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(token), UTF_8).split("/", 5);
            return new ShardListing(
                    parts[0], parts[1], Integer.parseInt(parts[2]), Instant.parse(parts[3]), Instant.parse(parts[4]));
        } catch (RuntimeException e) {
            // Whatever is wrong with it, it is not a token that was given out here.
            throw KinesisErrors.invalid("Invalid NextToken.");
        }
    }
}
