package io.tillstream.attack;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that break what does not expect them. */
final class Hostile {

    /** As they stand in an address or a header: percent-encoded where they have to be, badly encoded on purpose. */
    static final List<String> ENCODED = List.of(
            "",
            "%FF",
            "%C0%AE%C0%AE",
            "%ED%A0%80",
            "%00",
            "%",
            "%2",
            "%zz",
            "%0d%0aSet-Cookie:%20a=b",
            "..",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "a%2Fb",
            "a;b=c",
            "a%5Cb",
            "%E2%80%AEynamreG",
            "%F0%9F%9B%92",
            "'%20OR%20'1'='1",
            "%3Cscript%3Edocument.title='attacked'%3C/script%3E",
            "${jndi:ldap://127.0.0.1/a}".replace("{", "%7B").replace("}", "%7D"),
            "%25%7B7*7%25%7D",
            "-1",
            "0",
            "1e999999999",
            "99999999999999999999999",
            "2026-02-30",
            "9999-12-31",
            "0000-00-00",
            "+10000-01-01",
            "NaN",
            "null",
            "[]",
            "%7B%7D",
            "x".repeat(300),
            "9".repeat(5_000));

    /** Texts for the fields of rows, as they are. */
    static final List<String> TEXTS = List.of(
            "<script>document.title='attacked'</script>",
            "<img src=x onerror=\"document.title='attacked'\">",
            "\"><svg onload=document.title='attacked'>",
            "javascript:document.title='attacked'",
            "{{constructor.constructor('document.title=1')()}}",
            "=HYPERLINK(\"http://127.0.0.1\",\"x\")",
            "@SUM(1+1)",
            "\u202eynamreG",
            "a\u200bb",
            "\u0000",
            "\ud800",
            "../../../etc/passwd",
            "'; DROP TABLE sales_line; --",
            "${jndi:ldap://127.0.0.1/a}",
            "W".repeat(64),
            "漢".repeat(64),
            "\ud83d\uded2",
            "%s%n%x",
            "acme/42",
            ";",
            "NULL");

    private Hostile() {}

    static <T> T any(RandomGenerator random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
