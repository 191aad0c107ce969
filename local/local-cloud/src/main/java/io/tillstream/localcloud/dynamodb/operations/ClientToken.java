package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's token, and the digest of the request it came with. Requests that differ only in the order of names, which
 * maps do not have, have the same.
 */
record ClientToken(String text, String digest) {

    private static final JsonMapper SORTING =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /**
     * The token of a request, if it has one.
     *
     * @param asked the member with what the request asks
     */
    static Optional<ClientToken> of(AwsRequest request, String asked) {
        return request.text("ClientRequestToken")
                .map(text -> new ClientToken(
                        text, digest(SORTING.writeValueAsBytes(request.json().get(asked)))));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
