package io.tillstream.rowfiles;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The pages of a column in a row group, one in memory at a time. */
final class ParquetPages implements PageReader {

    private final InputStream chunk;
    private final PageCodec codec;
    private final long values;
    private final Statistics<?> unknown;

    private long valuesRead;
    private @Nullable PageHeader ahead;

    ParquetPages(InputStream chunk, PageCodec codec, long values, PrimitiveType type) {
        this.chunk = chunk;
        this.codec = codec;
        this.values = values;
        this.unknown = Statistics.createStats(type);
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    /**
     * Reads all pages as they are packed, and throws when their number of values or a checksum is another than said.
     */
    void verify() throws IOException {
        while (valuesRead < values) {
            PageHeader header = Util.readPageHeader(chunk);
            packed(header);
            valuesRead += switch (header.getType()) {
                case DATA_PAGE -> header.getData_page_header().getNum_values();
                case DATA_PAGE_V2 -> header.getData_page_header_v2().getNum_values();
                case DICTIONARY_PAGE, INDEX_PAGE -> 0;
            };
        }
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            PageHeader header = Util.readPageHeader(chunk);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                ahead = header;
                return null;
            }
            byte[] packed = packed(header);
            return new DictionaryPage(
                    BytesInput.from(unpacked(packed, 0, header.getUncompressed_page_size())),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        try {
            while (valuesRead < values) {
                PageHeader header = ahead == null ? Util.readPageHeader(chunk) : ahead;
                ahead = null;
                byte[] packed = packed(header);
                if (header.getType() == PageType.DATA_PAGE) {
                    return first(header, packed);
                }
                if (header.getType() == PageType.DATA_PAGE_V2) {
                    return second(header, packed);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage first(PageHeader header, byte[] packed) throws IOException {
        DataPageHeader page = header.getData_page_header();
        valuesRead += page.getNum_values();
        return new DataPageV1(
                BytesInput.from(unpacked(packed, 0, header.getUncompressed_page_size())),
                page.getNum_values(),
                header.getUncompressed_page_size(),
                unknown,
                encoding(page.getRepetition_level_encoding()),
                encoding(page.getDefinition_level_encoding()),
                encoding(page.getEncoding()));
    }

    /** Levels stand before the values here, and are never compressed. */
    private DataPage second(PageHeader header, byte[] packed) throws IOException {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        valuesRead += page.getNum_values();
        int repetitions = page.getRepetition_levels_byte_length();
        int definitions = page.getDefinition_levels_byte_length();
        int levels = Math.addExact(repetitions, definitions);
        int size = header.getUncompressed_page_size() - levels;
        byte[] data = page.isIs_compressed() ? unpacked(packed, levels, size) : rest(packed, levels);
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                BytesInput.from(packed, 0, repetitions),
                BytesInput.from(packed, repetitions, definitions),
                encoding(page.getEncoding()),
                BytesInput.from(data),
                unknown);
    }

    private byte[] packed(PageHeader header) throws IOException {
        PageBounds.check(header, values - valuesRead);
        int size = header.getCompressed_page_size();
        byte[] packed = chunk.readNBytes(size);
        if (packed.length < size) {
            throw new EOFException("a page is cut off");
        }
        if (header.isSetCrc()) {
            CRC32 sum = new CRC32();
            sum.update(packed);
            if ((int) sum.getValue() != header.getCrc()) {
                throw new IOException("a page does not match the checksum in its header");
            }
        }
        return packed;
    }

    private byte[] unpacked(byte[] packed, int offset, int size) throws IOException {
        byte[] unpacked = new byte[size];
        if (size > 0 && codec.unpack(packed, offset, packed.length - offset, unpacked) != size) {
            throw new EOFException("a page unpacks to less than its header says");
        }
        return unpacked;
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
