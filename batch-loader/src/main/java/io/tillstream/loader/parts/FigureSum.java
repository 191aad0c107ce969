package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.Money;
import io.tillstream.model.feed.Figure;
import io.tillstream.model.identity.DistinctTexts;
import java.math.BigDecimal;
import java.nio.file.Path;

/** One figure of a feed, as the lines of a file come. */
interface FigureSum extends AutoCloseable {

    static FigureSum of(Figure figure, Path scratch) {
        return switch (figure) {
            case Figure.Distinct distinct -> new Distinct(distinct, DistinctTexts.in(scratch));
            case Figure.Total total -> new Total(total);
            case Figure.Sum sum -> new Sum(sum);
        };
    }

    String name();

    void add(FeedLine line);

    BigDecimal value();

    @Override
    void close();

    /** What is remembered of the texts lies on the disk. */
    record Distinct(Figure.Distinct figure, DistinctTexts texts) implements FigureSum {

        @Override
        public String name() {
            return figure.name();
        }

        @Override
        public void add(FeedLine line) {
            String text = figure.text().apply(line);
            if (text != null) {
                texts.add(text);
            }
        }

        @Override
        public BigDecimal value() {
            return BigDecimal.valueOf(texts.count());
        }

        @Override
        public void close() {
            texts.close();
        }
    }

    final class Total implements FigureSum {

        private final Figure.Total figure;
        private BigDecimal sum = BigDecimal.ZERO;

        Total(Figure.Total figure) {
            this.figure = figure;
        }

        @Override
        public String name() {
            return figure.name();
        }

        @Override
        public void add(FeedLine line) {
            sum = sum.add(BigDecimal.valueOf(figure.number().applyAsLong(line)));
        }

        @Override
        public BigDecimal value() {
            return sum;
        }

        @Override
        public void close() {}
    }

    /** To the cent. */
    final class Sum implements FigureSum {

        private final Figure.Sum figure;
        private BigDecimal sum = Money.ZERO;

        Sum(Figure.Sum figure) {
            this.figure = figure;
        }

        @Override
        public String name() {
            return figure.name();
        }

        @Override
        public void add(FeedLine line) {
            sum = sum.add(figure.amount().apply(line));
        }

        @Override
        public BigDecimal value() {
            return Money.canonical(sum);
        }

        @Override
        public void close() {}
    }
}
