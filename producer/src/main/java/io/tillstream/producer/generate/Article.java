package io.tillstream.producer.generate;

/**
 * What is sold.
 *
 * @param priceMills in thousandths, 0 for what has no price of its own
 */
record Article(String stockCode, String description, long priceMills) {

    Article priced(long mills) {
        return new Article(stockCode, description, mills);
    }
}
