package io.pelleh.engine.program;

/** Names one loyalty program: lower-case letters, digits and dashes, at most 40 characters. */
public record ProgramId(String value) {

    private static final int MAX_LENGTH = 40;

    public ProgramId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(ProgramId::allowed)) {
            throw new IllegalArgumentException("program id must be 1-40 of a-z, 0-9 and '-': " + value);
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
