package io.tillstream.consumers.lake;

import java.util.List;

/** Where the identities of the lake's lines are kept, beside the lake: pages by shard and range. */
interface LakeIndex {

    List<IndexFile> list(String shardId);

    IndexPage read(IndexFile file);

    /** Writes a page, over one of the same range if there is one. */
    void write(String shardId, IndexPage page);

    /** Deletes the page of a range, if there is one. */
    void delete(String shardId, ShardRange range);
}
