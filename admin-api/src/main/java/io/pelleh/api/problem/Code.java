package io.pelleh.api.problem;

import java.util.Locale;

/** Why a request was refused: stable words that clients translate by, each with its HTTP status. */
public enum Code {
    MALFORMED_JSON(400, "The body is not acceptable JSON"),
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter of the request is wrong"),
    UNAUTHENTICATED(401, "An API key is needed"),
    SCOPE_MISSING(403, "The API key does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    PROGRAM_NOT_FOUND(404, "The program does not exist"),
    CUSTOMER_NOT_FOUND(404, "The customer does not exist"),
    IMPORT_NOT_FOUND(404, "The import does not exist"),
    BACKTEST_NOT_FOUND(404, "The backtest does not exist"),
    CHECKOUT_NOT_FOUND(404, "The checkout does not exist"),
    EVENT_TYPE_NOT_FOUND(404, "The event type does not exist"),
    COUPON_BATCH_NOT_FOUND(404, "The batch of coupons does not exist"),
    COUPON_NOT_FOUND(404, "The coupon does not exist"),
    KEY_NOT_FOUND(404, "The API key does not exist"),
    DRAFT_NOT_FOUND(404, "The draft does not exist"),
    FILE_NOT_FOUND(404, "The file does not exist"),
    CAMPAIGN_NOT_FOUND(404, "The campaign does not exist"),
    RELEASE_NOT_FOUND(404, "The release does not exist"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted form"),
    EVENT_CONFLICT(409, "The id was used before with other content"),
    IDEMPOTENCY_CONFLICT(409, "The Idempotency-Key was used before with another request"),
    STILL_DECIDING(409, "The same or another event of the customer is being decided"),
    CHECKOUT_MOVE_FORBIDDEN(409, "The checkout cannot go there"),
    COUPON_BATCH_EXISTS(409, "Another batch of coupons has this name"),
    COUPON_EXISTS(409, "Another batch has this code"),
    IMPORT_RUNNING(409, "The import is running"),
    CLOCK_MOVES_FORWARD(409, "The clock of a sandbox only moves forward"),
    NOT_A_SANDBOX(409, "The program is not a sandbox"),
    EVENT_TYPE_BUILT_IN(409, "The event type is built in"),
    DRAFT_STATE(409, "The draft is in another state"),
    DRAFT_CONFLICT(409, "What the draft changes was changed by a release"),
    FOUR_EYES(409, "Somebody else has to approve it"),
    CANARY_RUNNING(409, "A canary is running"),
    NO_CANARY(409, "The release is no running canary"),
    RELEASE_RACE(409, "Another release came first"),
    PAST_NOT_KEPT(410, "What was known then is no longer kept"),
    VERSION_STALE(412, "It was changed in the meantime"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    MEDIA_TYPE_UNSUPPORTED(415, "The body's media type is not supported"),
    INVALID(422, "The content is wrong"),
    RETURN_REFUSED(422, "This cannot come back"),
    INVALID_SCHEMA(422, "The JSON Schema is not acceptable"),
    RULES_REJECTED(422, "The rules cannot be used"),
    PRECONDITION_MISSING(428, "Say which version you mean"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    INTERNAL(500, "Something broke here"),
    UNAVAILABLE(503, "Not available right now"),
    DEADLINE_EXCEEDED(503, "The answer was not ready within the deadline");

    private final int status;
    private final String title;

    Code(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as it stands in JSON, {@code malformed_json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code that says no more than an HTTP status does. */
    public static Code ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> SCOPE_MISSING;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 422 -> INVALID;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL;
        };
    }
}
