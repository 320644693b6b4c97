package org.yiban.cockpit.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.region.RegionCode;
import org.yiban.sla.ExtensionRequest;
import org.yiban.sla.ExtensionRequests;

/** The extensions that wait for somebody's approval, in the pools of the person who asks. */
@RestController
@Tag(name = "时限")
class PendingExtensionController {

    private static final int MOST = 100;

    private final Access access;
    private final ExtensionRequests requests;

    PendingExtensionController(Access access, ExtensionRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    @GetMapping("/api/sla/extension-requests")
    @Operation(summary = "待批复的延长申请", description = "先提出的在前，至多 100 项。")
    List<PendingExtension> pending() {
        List<String> pools =
                access.current().casePools().stream().map(RegionCode::value).toList();
        return requests.open(pools, MOST).stream().map(this::view).toList();
    }

    private PendingExtension view(ExtensionRequest request) {
        return new PendingExtension(
                request.id(),
                request.caseNumber().value(),
                request.workingDays(),
                request.reason(),
                request.askedBy(),
                access.nameOf(request.askedBy()),
                request.askedAt());
    }

    /** An extension that somebody asked for. */
    @Schema(name = "SlaPendingExtension", description = "一项待批复的延长申请")
    record PendingExtension(
            long id,
            String caseNumber,
            int workingDays,
            String reason,
            String askedBy,
            String askedByName,
            OffsetDateTime askedAt) {}
}
