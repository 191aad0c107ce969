package io.tillstream.loader.importing;

import io.tillstream.rowfiles.FileLimits;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a file is unpacked and held at most; a larger one is refused.
 *
 * @param unpacked what a packed file, or a workbook, may unpack to
 * @param ratio how many times its packed size a file may unpack to, above 64 MB
 * @param cell how long a cell of a workbook may be
 * @param row how long a row of a workbook may be
 * @param sharedTexts how long all distinct texts of a workbook together may be; never more than a quarter of the memory
 * @param blankLines blank lines a file may have that holds little else
 */
@Validated
@ConfigurationProperties("tillstream.loader.files")
record FileProperties(
        @DefaultValue("64GB") DataSize unpacked,
        @DefaultValue("200") @Min(1) int ratio,
        @DefaultValue("1MB") DataSize cell,
        @DefaultValue("16MB") DataSize row,
        @DefaultValue("256MB") DataSize sharedTexts,
        @DefaultValue("1000000") @Min(1) long blankLines) {

    @AssertTrue(message = "sizes must be at least one byte, those of a cell and a row at most 1GB")
    boolean isEachSizePossible() {
        long largest = DataSize.ofGigabytes(1).toBytes();
        long smallest =
                Math.min(Math.min(unpacked.toBytes(), sharedTexts.toBytes()), Math.min(cell.toBytes(), row.toBytes()));
        return smallest > 0 && Math.max(cell.toBytes(), row.toBytes()) <= largest;
    }

    FileLimits limits(Path scratch) {
        return new FileLimits(
                unpacked.toBytes(),
                ratio,
                Math.toIntExact(cell.toBytes()),
                Math.toIntExact(row.toBytes()),
                sharedTexts.toBytes(),
                blankLines,
                scratch);
    }
}
