package io.pelleh.engine.flow;

/**
 * The answer to a committed write, kept so that a repeat gets the same bytes.
 *
 * @param status HTTP status
 * @param digest SHA-256 of the request that got it
 * @param body JSON
 */
public record StoredAnswer(int status, String digest, String body) {}
