package io.pelleh.api.ruleset.jpa;

import java.io.Serializable;

/** Which file of which release. */
record FileKey(String program, long number, String path) implements Serializable {}
