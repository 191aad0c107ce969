package io.tillstream.invoicestore;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Which invoices may have stored totals, as far as is known when it is needed. */
final class Announced {

    private final CompletableFuture<Set<ShopInvoice>> answer;

    private Announced(CompletableFuture<Set<ShopInvoice>> answer) {
        this.answer = answer;
    }

    static Announced of(Set<ShopInvoice> invoices) {
        return new Announced(CompletableFuture.completedFuture(invoices));
    }

    static Announced ask(LargeInvoices large, Set<ShopInvoice> invoices) {
        return new Announced(CompletableFuture.supplyAsync(
                () -> large.announcedOf(invoices),
                asking -> Thread.ofVirtual().name("asks for large invoices").start(asking)));
    }

    boolean has(ShopInvoice invoice) {
        try {
            return answer.join().contains(invoice);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }
}
