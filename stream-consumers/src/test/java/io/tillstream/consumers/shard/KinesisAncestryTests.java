package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

class KinesisAncestryTests {

    /** A split into B and C, of which C was split into D and E; D and B were merged into F. What A came from is gone. */
    private final KinesisAncestry ancestry = new KinesisAncestry(
            new Listing(List.of(
                    List.of(shard("A", "expired", null), shard("B", "A", null), shard("C", "A", null)),
                    List.of(shard("D", "C", null), shard("E", "C", null)),
                    List.of(shard("F", "D", "B")))),
            "transactions");

    @Test
    void followsSplitsAndMerges() {
        assertThat(ancestry.ancestorsOf("F")).containsExactlyInAnyOrder("D", "B", "C", "A", "expired");
        assertThat(ancestry.ancestorsOf("E")).containsExactly("C", "A", "expired");
    }

    @Test
    void knowsNothingOfAShardThatIsNotListed() {
        assertThat(ancestry.ancestorsOf("expired")).isEmpty();
    }

    private static Shard shard(String id, @Nullable String parent, @Nullable String adjacentParent) {
        return Shard.builder()
                .shardId(id)
                .parentShardId(parent)
                .adjacentParentShardId(adjacentParent)
                .build();
    }

    /** Page by page, as Kinesis does: by the stream's name first, and then by the token alone. */
    private record Listing(List<List<Shard>> pages) implements KinesisAsyncClient {
        @Override
        public CompletableFuture<ListShardsResponse> listShards(ListShardsRequest request) {
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            assertThat(request.streamName()).isEqualTo(page == 0 ? "transactions" : null);
            return CompletableFuture.completedFuture(ListShardsResponse.builder()
                    .shards(pages.get(page))
                    .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
                    .build());
        }

        @Override
        public String serviceName() {
            return "kinesis";
        }

        @Override
        public void close() {}
    }
}
