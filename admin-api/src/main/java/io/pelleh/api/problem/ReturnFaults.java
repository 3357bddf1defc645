package io.pelleh.api.problem;

import io.pelleh.engine.checkout.ReturnRefused;
import io.pelleh.engine.checkout.ReturnRefused.Fault;
import java.util.List;
import java.util.Locale;

/** Says where in a body stands what cannot come back. */
final class ReturnFaults {

    private ReturnFaults() {}

    static List<io.pelleh.api.problem.Fault> of(ReturnRefused refused) {
        return refused.faults().stream()
                .map(fault -> new io.pelleh.api.problem.Fault(
                        pointer(fault), fault.reason().name().toLowerCase(Locale.ROOT), fault.detail()))
                .toList();
    }

    private static String pointer(Fault fault) {
        String line = "/lines/" + fault.pieces();
        return switch (fault.reason()) {
            case UNKNOWN_LINE -> line + "/line";
            case UNKNOWN_SKU -> line + "/sku";
            case MORE_THAN_LEFT -> line + "/quantity";
            case SHIPPING_GIVEN_BACK -> "/shipping";
            case TOO_MANY_RETURNS -> "";
        };
    }
}
