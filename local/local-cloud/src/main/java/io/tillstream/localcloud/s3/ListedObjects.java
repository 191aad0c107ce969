package io.tillstream.localcloud.s3;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Listings of objects that continue at opaque tokens, as S3's do. Those of the store itself are keys, which may hold
 * what XML cannot, even where a client asks for keys that are encoded.
 */
final class ListedObjects extends ForwardingBlobStore {

    ListedObjects(BlobStore objects) {
        super(objects);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        String token = request.continuationToken();
        ListObjectsV2Response page = super.list(
                token == null
                        ? request
                        : request.toBuilder()
                                .continuationToken(ListingToken.keyOf(token))
                                .build());
        String next = page.nextContinuationToken();
        return next == null
                ? page
                : page.toBuilder().nextContinuationToken(ListingToken.of(next)).build();
    }
}
