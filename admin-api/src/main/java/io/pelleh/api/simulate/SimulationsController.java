package io.pelleh.api.simulate;

import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.engine.program.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Simulations: what would be decided, under which rules, and why not something else. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SimulationsController {

    private final Simulations simulations;
    private final Programs programs;

    SimulationsController(Simulations simulations, Programs programs) {
        this.simulations = simulations;
        this.programs = programs;
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping(path = "/simulations", consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] simulate(Caller caller, HttpServletRequest request) throws IOException {
        return simulations.answer(programs.get(caller.program()), body(request));
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping(path = "/drafts/{id}/simulate", consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] simulate(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        return simulations.answer(programs.get(caller.program()), id, body(request));
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        return Json.read(request.getInputStream().readAllBytes());
    }
}
