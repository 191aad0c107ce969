package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.junit.jupiter.api.Test;

/** A header of a few bytes may ask for any amount of memory. */
class PageBoundsTests {

    @Test
    void takesUsualPages() {
        assertThatCode(() -> PageBounds.check(data(1 << 20, 20_000), 20_000)).doesNotThrowAnyException();
        assertThatCode(() -> PageBounds.check(dictionary(1 << 20, 5_000), 20_000))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesPagesLargerThanMemory() {
        assertThatThrownBy(() -> PageBounds.check(data(Integer.MAX_VALUE, 20_000), 20_000))
                .hasMessageContaining("more than fits into memory");
        assertThatThrownBy(() -> PageBounds.check(data(100, Integer.MAX_VALUE), Long.MAX_VALUE))
                .hasMessageContaining("more than fit into memory");
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> PageBounds.check(data(100, 20_001), 20_000)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> PageBounds.check(data(100, -1), 20_000)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> PageBounds.check(data(-1, 1), 20_000)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> PageBounds.check(dictionary(100, 1 << 20), 20_000))
                .hasMessageContaining("damaged");
    }

    private static PageHeader data(int size, int values) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, size, size);
        header.setData_page_header(new DataPageHeader(values, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        return header;
    }

    private static PageHeader dictionary(int size, int values) {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, size, size);
        header.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
        return header;
    }
}
