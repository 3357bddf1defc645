package io.pelleh.api.http;

import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.engine.program.ProgramNotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One sandbox, whose clock stands until it is moved. */
final class MemoryPrograms implements ProgramRegister {

    static final Program DEMO = new Program(
            new ProgramId("demo"),
            "Demo",
            Currency.of("IRR", 0),
            true,
            ZoneId.of("Asia/Tehran"),
            Program.CountsAt.PLACED,
            true,
            Calendar.JALALI);

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private boolean fourEyes = true;

    @Override
    public Program get(ProgramId id) {
        if (!id.equals(DEMO.id())) {
            throw new ProgramNotFound(id);
        }
        return DEMO;
    }

    @Override
    public synchronized Instant now(Program program) {
        return now;
    }

    @Override
    public List<Program> all() {
        return List.of(DEMO);
    }

    @Override
    public boolean add(Program program) {
        return false;
    }

    @Override
    public synchronized boolean fourEyes(ProgramId program) {
        return fourEyes;
    }

    @Override
    public synchronized void fourEyes(ProgramId program, boolean on) {
        fourEyes = on;
    }

    @Override
    public synchronized void forward(ProgramId program, Duration by) {
        now = now.plus(by);
    }
}
