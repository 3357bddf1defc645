package io.pelleh.api.coupon;

import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes of a batch, which only those may see who work with them. */
@RestController
@RequestMapping(path = "/v1/coupon-batches/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
class CodesController {

    private final Issuing issuing;
    private final Codes codes;
    private final Trail trail;

    CodesController(Issuing issuing, Codes codes, Trail trail) {
        this.issuing = issuing;
        this.codes = codes;
        this.trail = trail;
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @GetMapping("/codes")
    byte[] list(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Batch batch = issuing.find(caller.program(), name);
        int size = Pages.limit(limit);
        List<Codes.Code> page = codes.of(batch, Pages.place(cursor), size);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("codes");
            page.forEach(code -> CouponJson.code(json, batch, code));
            json.writeEndArray();
            Pages.next(json, page, size, code -> Long.toString(code.seq()));
            json.writeEndObject();
        });
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @GetMapping(path = "/export", produces = "text/csv")
    void export(Caller caller, @PathVariable String name, HttpServletResponse response) throws IOException {
        Batch batch = issuing.find(caller.program(), name);
        trail.batch(caller, "coupons.exported", name, null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            new CodesCsv(codes).write(batch, out);
        }
    }
}
