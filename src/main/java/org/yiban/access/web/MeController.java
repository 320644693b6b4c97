package org.yiban.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;

/** Tells a page or a system as whom it is logged in. */
@RestController
@Tag(name = "登录")
class MeController {

    private final Access access;

    MeController(Access access) {
        this.access = access;
    }

    @GetMapping("/api/me")
    @Operation(summary = "当前登录人及其在各统筹区的岗位")
    CurrentUser me() {
        return access.current();
    }
}
