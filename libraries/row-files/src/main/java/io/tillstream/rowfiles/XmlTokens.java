package io.tillstream.rowfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** XML on its way to a parser, which holds a tag and the text after it in memory: none of them may be very long. */
final class XmlTokens extends FilterInputStream {

    private final int longest;
    private long length;

    XmlTokens(InputStream xml, int longest) {
        super(xml);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = super.read(bytes, offset, count);
        int begin = offset;
        for (int i = offset; i < offset + read; i++) {
            if (bytes[i] == '<') {
                check(i - begin);
                length = 0;
                begin = i;
            }
        }
        if (read > 0) {
            check(offset + read - begin);
        }
        return read;
    }

    private void check(int more) throws RefusedFileException {
        length += more;
        if (length > longest) {
            throw new RefusedFileException("is a workbook with a cell of more than " + longest
                    + " bytes, which no spreadsheet program writes");
        }
    }
}
