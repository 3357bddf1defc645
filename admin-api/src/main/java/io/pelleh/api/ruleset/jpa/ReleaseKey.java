package io.pelleh.api.ruleset.jpa;

import java.io.Serializable;

/** Which release. */
record ReleaseKey(String program, long number) implements Serializable {}
