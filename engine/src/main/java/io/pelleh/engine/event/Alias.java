package io.pelleh.engine.event;

/**
 * Another name of a customer.
 *
 * @param value an anonymous id, or the digest of a phone number or e-mail address, never the address itself
 */
public record Alias(Kind kind, String value) {

    /** What kind of name it is. */
    public enum Kind {
        ANONYMOUS,
        PHONE,
        EMAIL
    }
}
