package org.yiban.desk.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.desk.exchange.ExchangeViews.MessagePage;
import org.yiban.desk.exchange.ExchangeViews.Offer;
import org.yiban.desk.exchange.ExchangeViews.Overview;
import org.yiban.exchange.Box;
import org.yiban.exchange.MessageState;

/** The messages of the pools that the person who asks supervises; another pool's do not exist for them. */
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "消息交换")
class ExchangeController {

    private static final String USUAL_LIMIT = "50";

    private final WatchingExchange exchange;

    ExchangeController(WatchingExchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/messages")
    @Operation(summary = "本人主管的统筹区的消息，新的在前", description = "不含消息的内容。翻页：before 填上一页的 next。")
    MessagePage messages(
            @Parameter(description = "OUT 发件，IN 收件") @RequestParam(defaultValue = "OUT") Box box,
            @Parameter(description = "状态；不填为全部未完成的") @RequestParam(required = false) MessageState state,
            @Parameter(description = "上一页的 next") @RequestParam(required = false) Long before,
            @Parameter(description = "每页条数，1 到 200") @RequestParam(defaultValue = USUAL_LIMIT) int limit) {
        return exchange.page(box, state, before, limit);
    }

    @GetMapping("/overview")
    @Operation(summary = "各状态的条数（不含已完成的）、伙伴，以及签名有效但没有接收的来件")
    Overview overview() {
        return exchange.overview();
    }

    @PostMapping("/messages/{box}/{id}/offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "立即重新发送或重新处理一条消息", description = "用于被拒绝的、不成的和来早的；理由记入审计。")
    void offerAgain(@PathVariable Box box, @PathVariable long id, @RequestBody Offer offer) {
        exchange.offerAgain(box, id, offer.reason());
    }
}
