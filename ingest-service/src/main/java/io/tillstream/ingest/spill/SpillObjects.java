package io.tillstream.ingest.spill;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Objects under keys, put on conditions. A tag tells one version of an object from another. */
interface SpillObjects {

    /** An object in a listing. */
    record Listed(String key, String tag, long bytes) {}

    /** Puts the object unless there is one; its tag, or nothing if there is one. */
    Optional<String> putIfAbsent(String key, byte[] body) throws IOException;

    /** Puts the object in the place of one with that tag; its tag, or nothing if there is no such one. */
    Optional<String> putIfUnchanged(String key, byte[] body, String tag) throws IOException;

    /** Puts the object in any case. */
    void put(String key, byte[] body) throws IOException;

    /** The object; nothing if there is none. */
    Optional<byte[]> get(String key) throws IOException;

    /** The objects whose keys begin so, in the order of their keys. */
    List<Listed> list(String prefix) throws IOException;

    /** Deletes those of them that are there. */
    void delete(Collection<String> keys) throws IOException;
}
