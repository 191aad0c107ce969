package io.tillstream.rowfiles;

import java.io.IOException;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;

/**
 * Checks the header of a Parquet page against what a page can be. Writers make pages of a megabyte; what a damaged or
 * hostile header says must not ask for all of the heap.
 */
final class PageBounds {

    private static final int SMALLEST_LIMIT = 16 << 20;
    private static final int LARGEST_LIMIT = 256 << 20;
    private static final int SHARE_OF_MEMORY = 32;
    private static final int BYTES_A_VALUE = 4;

    private PageBounds() {}

    /** @param left how many values of the column are still to come */
    static void check(PageHeader header, long left) throws IOException {
        int largest = Math.clamp(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY, SMALLEST_LIMIT, LARGEST_LIMIT);
        int packed = header.getCompressed_page_size();
        int unpacked = header.getUncompressed_page_size();
        if (Math.max(packed, unpacked) > largest) {
            throw new RefusedFileException("is Parquet with a page of " + Math.max(packed, unpacked)
                    + " bytes, more than fits into memory; write it with smaller pages or more row groups");
        }
        boolean fits = Math.min(packed, unpacked) >= 0 && header.isSetType() && fits(header, left, unpacked);
        if (!fits) {
            throw new IOException("the header of a page is damaged");
        }
        long count = count(header);
        if (count > largest / BYTES_A_VALUE) {
            throw new RefusedFileException("is Parquet with a page of " + count
                    + " values, more than fit into memory; write it with smaller pages");
        }
    }

    private static boolean fits(PageHeader header, long left, int unpacked) {
        long count = count(header);
        return switch (header.getType()) {
            case DATA_PAGE -> header.isSetData_page_header() && count >= 0 && count <= left;
            case DATA_PAGE_V2 ->
                header.isSetData_page_header_v2()
                        && count >= 0
                        && count <= left
                        && fits(header.getData_page_header_v2());
            // A value takes a byte at least.
            case DICTIONARY_PAGE -> header.isSetDictionary_page_header() && count >= 0 && count <= unpacked;
            case INDEX_PAGE -> true;
        };
    }

    /** Rows are flat: there are as many values as rows, and no repetitions. */
    private static boolean fits(DataPageHeaderV2 page) {
        return page.getNum_rows() == page.getNum_values()
                && page.getNum_nulls() >= 0
                && page.getNum_nulls() <= page.getNum_values()
                && page.getDefinition_levels_byte_length() >= 0
                && page.getRepetition_levels_byte_length() == 0;
    }

    private static long count(PageHeader header) {
        if (header.isSetData_page_header()) {
            return header.getData_page_header().getNum_values();
        }
        if (header.isSetData_page_header_v2()) {
            return header.getData_page_header_v2().getNum_values();
        }
        return header.isSetDictionary_page_header()
                ? header.getDictionary_page_header().getNum_values()
                : 0;
    }
}
