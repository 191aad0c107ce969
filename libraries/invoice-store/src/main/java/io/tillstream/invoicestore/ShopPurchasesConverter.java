package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shops of a purchase as a list of maps. */
final class ShopPurchasesConverter implements AttributeConverter<List<ShopPurchase>> {

    private static final EnhancedType<List<ShopPurchase>> TYPE = EnhancedType.listOf(ShopPurchase.class);

    @Override
    public AttributeValue transformFrom(List<ShopPurchase> shops) {
        return AttributeValue.fromL(
                shops.stream().map(ShopPurchasesConverter::stored).toList());
    }

    @Override
    public List<ShopPurchase> transformTo(AttributeValue stored) {
        return stored.l().stream()
                .map(shop -> ShopPurchasesConverter.purchaseOf(shop.m()))
                .toList();
    }

    @Override
    public EnhancedType<List<ShopPurchase>> type() {
        return TYPE;
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.L;
    }

    private static AttributeValue stored(ShopPurchase purchase) {
        Map<String, AttributeValue> stored = new HashMap<>();
        if (purchase.shop() != null) {
            stored.put(LineItems.STORE_ID, AttributeValue.fromS(purchase.shop().value()));
        }
        stored.put(PurchaseItems.DATE, AttributeValue.fromS(LineItems.text(purchase.date())));
        stored.put(PurchaseItems.AMOUNT, AttributeValue.fromN(purchase.amount().toPlainString()));
        stored.put(PurchaseItems.LINE_COUNT, AttributeValue.fromN(Long.toString(purchase.lineCount())));
        stored.put(LineItems.COUNTRY, AttributeValue.fromS(purchase.country()));
        return AttributeValue.fromM(stored);
    }

    private static ShopPurchase purchaseOf(Map<String, AttributeValue> stored) {
        return new ShopPurchase(
                Optional.ofNullable(stored.get(LineItems.STORE_ID))
                        .map(shop -> new StoreId(shop.s()))
                        .orElse(null),
                LocalDateTime.parse(value(stored, PurchaseItems.DATE).s()),
                new BigDecimal(value(stored, PurchaseItems.AMOUNT).n()),
                Long.parseLong(value(stored, PurchaseItems.LINE_COUNT).n()),
                value(stored, LineItems.COUNTRY).s());
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }
}
