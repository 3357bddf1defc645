package io.pelleh.api.imports;

/** This run of an import was stopped, or another node runs it by now. */
final class RunOver extends RuntimeException {

    RunOver() {
        super("the import was stopped or taken over", null, false, false);
    }
}
