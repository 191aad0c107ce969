package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** CSV of what is known of products: a second file, which events are joined with by the product's id. */
final class ItemsCsv {

    /** What events say of a product where they say it themselves. */
    static final String OF_AN_ITEM = "category_id,category_code,brand";

    private ItemsCsv() {}

    static void write(GeneratedFile file, List<ShopProduct> products) throws IOException {
        StringBuilder text = new StringBuilder("product_id," + OF_AN_ITEM + "\n");
        for (ShopProduct product : products) {
            append(text.append(product.id()).append(','), product).append('\n');
        }
        try (OutputStream out = file.open()) {
            out.write(text.toString().getBytes(file.encoding()));
        }
    }

    static StringBuilder append(StringBuilder text, ShopProduct product) {
        ShopCategory category = product.category();
        return text.append(category.id())
                .append(',')
                .append(category.code())
                .append(',')
                .append(product.brand());
    }
}
