package io.tillstream.ingest.accept;

import io.tillstream.model.identity.LineIdentity;

/**
 * What comes with a body.
 *
 * @param announcedLength the bytes of the body as it was sent, or -1 when that is not known beforehand
 * @param identity asked for the ids of lines whose rows have none
 * @param isKeyed whether it has a key under which it may be sent again
 */
public record Request(BodyFormat format, long announcedLength, LineIdentity identity, boolean isKeyed, Sender sender) {}
