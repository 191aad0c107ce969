package io.tillstream.access.http;

import io.tillstream.access.Caller;
import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import io.tillstream.access.rate.Quotas;
import io.tillstream.model.StoreId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Reads the caller from a token whose signature, times, issuer and audience are valid. */
final class JwtCallers implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final String STORE = "store_id";

    private final Scopes known;
    private final Quotas quotas;

    /** @param known the scopes that count, of all that a token may have */
    JwtCallers(Scopes known, Quotas quotas) {
        this.known = known;
        this.quotas = quotas;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = subject(token);
        return new CallerAuthentication(new Caller(subject, scopes(token), store(token), quotas.ofSubject(subject)));
    }

    private static String subject(Jwt token) {
        String subject = token.getClaimAsString(JwtClaimNames.SUB);
        if (subject == null || subject.isBlank()) {
            throw new BadCredentialsException("a token without subject");
        }
        return subject;
    }

    /** A text with blanks between (RFC 9068) or a list; scopes of other services may be among them. */
    private Set<Scope> scopes(Jwt token) {
        Set<Scope> scopes = new HashSet<>();
        Stream.of("scope", "scp")
                .flatMap(claim -> texts(token.getClaims().get(claim)))
                .forEach(text -> known.named(text).ifPresent(scopes::add));
        return scopes;
    }

    private static Stream<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Arrays.stream(text.split(" ")) : Stream.empty();
    }

    /** A claim that names no store must not widen the token to all of them. */
    private static @Nullable StoreId store(Jwt token) {
        Object store = token.getClaims().get(STORE);
        if (store == null) {
            return null;
        }
        try {
            return new StoreId(store.toString());
        } catch (IllegalArgumentException e) {
            throw new BadCredentialsException("a token for no possible store", e);
        }
    }
}
