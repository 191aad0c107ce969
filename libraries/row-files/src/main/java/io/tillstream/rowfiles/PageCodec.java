package io.tillstream.rowfiles;

import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import io.airlift.compress.v3.snappy.SnappyDecompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.parquet.format.CompressionCodec;

/** Unpacks the pages of a Parquet file. */
@FunctionalInterface
interface PageCodec {

    /** The first bytes that come out, as many as said to fill the array at most. */
    int unpack(byte[] packed, int offset, int length, byte[] unpacked) throws IOException;

    static Optional<PageCodec> of(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED -> Optional.of(PageCodec::copy);
            case GZIP -> Optional.of(PageCodec::gunzip);
            case SNAPPY -> Optional.of(by(SnappyDecompressor.create()));
            case ZSTD -> Optional.of(by(ZstdDecompressor.create()));
            case LZ4_RAW -> Optional.of(by(Lz4Decompressor.create()));
            case LZO, BROTLI, LZ4 -> Optional.empty();
        };
    }

    private static PageCodec by(Decompressor decompressor) {
        return (packed, offset, length, unpacked) ->
                decompressor.decompress(packed, offset, length, unpacked, 0, unpacked.length);
    }

    private static int copy(byte[] packed, int offset, int length, byte[] unpacked) {
        System.arraycopy(packed, offset, unpacked, 0, Math.min(length, unpacked.length));
        return length;
    }

    private static int gunzip(byte[] packed, int offset, int length, byte[] unpacked) throws IOException {
        try (InputStream bytes =
                new GzipMembers(new ByteArrayInputStream(packed, offset, length), FileLimits.defaults())) {
            int count = bytes.readNBytes(unpacked, 0, unpacked.length);
            // Its checksum is looked at when its end is met.
            return bytes.read() < 0 ? count : count + 1;
        }
    }
}
