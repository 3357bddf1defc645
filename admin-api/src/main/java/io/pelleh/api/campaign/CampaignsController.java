package io.pelleh.api.campaign;

import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The campaigns of the caller's program; they are written as files of drafts. */
@RestController
@RequestMapping(path = "/v1/campaigns", produces = MediaType.APPLICATION_JSON_VALUE)
class CampaignsController {

    private static final int PAGE = 100;

    private final Campaigns campaigns;

    CampaignsController(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Campaigns by name, paged; those in one state, if one is asked for. */
    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        Standing.@Nullable State wanted = state == null ? null : state(state);
        List<Standing> rest = campaigns.all(caller.program()).stream()
                .filter(standing -> wanted == null || standing.state() == wanted)
                .filter(standing -> cursor == null || standing.campaign().name().compareTo(cursor) > 0)
                .toList();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("campaigns");
            rest.stream().limit(PAGE).forEach(standing -> CampaignJson.write(json, standing));
            json.writeEndArray();
            if (rest.size() <= PAGE) {
                json.writeNullProperty("nextCursor");
            } else {
                json.writeStringProperty(
                        "nextCursor", rest.get(PAGE - 1).campaign().name());
            }
            json.writeEndObject();
        });
    }

    private static Standing.State state(String word) {
        return Arrays.stream(Standing.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refused.parameter("state", "scheduled, running, paused, exhausted or ended is expected here"));
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{name}")
    byte[] get(Caller caller, @PathVariable String name) {
        Standing found = campaigns.all(caller.program()).stream()
                .filter(standing -> standing.campaign().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(Code.CAMPAIGN_NOT_FOUND, "the release in force has no campaign " + name));
        return Json.write(json -> CampaignJson.write(json, found));
    }
}
