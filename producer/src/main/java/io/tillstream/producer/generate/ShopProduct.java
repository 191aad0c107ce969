package io.tillstream.producer.generate;

/**
 * A product of a shop.
 *
 * @param brand empty when it has none
 * @param cents its price in hundredths
 */
record ShopProduct(int id, ShopCategory category, String brand, int cents) {}
