package io.tillstream.query.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes tables for those who accept {@code text/csv}. */
final class CsvConverter extends AbstractHttpMessageConverter<Table> {

    CsvConverter() {
        super(StandardCharsets.UTF_8, MediaType.parseMediaType(Table.CSV));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Table.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Table readInternal(Class<? extends Table> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Tables are written only", message);
    }

    @Override
    protected void writeInternal(Table table, HttpOutputMessage message) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
        new CsvText(writer).write(table);
        writer.flush();
    }
}
