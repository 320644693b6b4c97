package org.yiban.desk.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiban.calendar.StatedLocalDays;
import org.yiban.calendar.StatedLocalDays.StatedSource;
import org.yiban.calendar.StatedNotice;
import org.yiban.desk.calendar.CalendarViews.LocalDaysView;
import org.yiban.desk.calendar.CalendarViews.Overview;
import org.yiban.desk.calendar.CalendarViews.PreviewView;
import org.yiban.desk.calendar.CalendarViews.YearView;
import org.yiban.sla.Recomputation;
import org.yiban.sla.Recomputation.Progress;

/** The working calendars: reading them, importing a notice, days of a region. Nothing is changed without a preview. */
@RestController
@RequestMapping("/api/calendars")
@Tag(name = "工作日历")
class CalendarController {

    private final CalendarReading reading;
    private final ChangingCalendars changing;
    private final CalendarRights rights;
    private final Recomputation recomputation;

    CalendarController(
            CalendarReading reading, ChangingCalendars changing, CalendarRights rights, Recomputation recomputation) {
        this.reading = reading;
        this.changing = changing;
        this.rights = rights;
        this.recomputation = recomputation;
    }

    @GetMapping
    @Operation(summary = "已有的放假通知、可查看的地区，以及当前登录人可做的事")
    Overview overview() {
        return reading.overview();
    }

    @GetMapping("/years/{year}")
    @Operation(summary = "一年的放假日和调休上班日", description = "region 为省、统筹区或其下的区划代码，连同本地安排；不填为全国。")
    YearView year(@PathVariable String year, @RequestParam(required = false) String region) {
        rights.current();
        return reading.year(year, region);
    }

    @GetMapping("/local-days")
    @Operation(summary = "本人所在统筹区及其省的本地安排，含已撤销的，新的在前")
    List<LocalDaysView> localDays() {
        return reading.localDays();
    }

    @PostMapping(path = "/notices/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "预览一份放假通知：哪些日子改变，哪些在办案件的到期日移动",
            description = "file 为 CSV（列 date,name,day_off,notice）或 JSON（year、papers、days）。不改变任何数据。")
    PreviewView previewNotice(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String year,
            @RequestParam(required = false) String title,
            @RequestParam(required = false) String published,
            @RequestParam(required = false) String address) {
        return changing.previewNotice(content(file), new StatedNotice(year, title, published, address));
    }

    @PostMapping(path = "/notices", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "导入预览过的放假通知", description = "与预览相同的内容，加上预览给出的 digest；有出入则拒绝，不改变任何数据。")
    Made addNotice(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String year,
            @RequestParam(required = false) String title,
            @RequestParam(required = false) String published,
            @RequestParam(required = false) String address,
            @Parameter(description = "预览给出的 digest") @RequestParam(required = false) String digest) {
        return new Made(changing.addNotice(content(file), new StatedNotice(year, title, published, address), digest));
    }

    @PostMapping("/local-days/preview")
    @Operation(summary = "预览一条本地安排", description = "不改变任何数据。")
    PreviewView previewLocal(@RequestBody LocalDaysRequest request) {
        return changing.previewLocal(request.stated());
    }

    @PostMapping("/local-days")
    @Operation(summary = "添加预览过的本地安排", description = "与预览相同的内容，加上预览给出的 digest。")
    Made addLocal(@RequestBody LocalDaysRequest request) {
        return new Made(changing.addLocal(request.stated(), request.digest()));
    }

    @PostMapping("/local-days/{id}/withdrawal/preview")
    @Operation(summary = "预览撤销一条本地安排", description = "不改变任何数据。")
    PreviewView previewWithdrawal(@PathVariable long id, @RequestBody WithdrawalRequest request) {
        return changing.previewWithdrawal(id, request.reason(), request.source());
    }

    @PostMapping("/local-days/{id}/withdrawal")
    @Operation(summary = "撤销一条本地安排", description = "与预览相同的内容，加上预览给出的 digest。")
    Made withdraw(@PathVariable long id, @RequestBody WithdrawalRequest request) {
        return new Made(changing.withdraw(id, request.reason(), request.source(), request.digest()));
    }

    @GetMapping("/recomputation")
    @Operation(summary = "期限重算的进度", description = "open：有期限的在办案件；stale：其中尚待重算的；failed：未能重算的。")
    Progress recomputation() {
        rights.current();
        return recomputation.progress();
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file == null ? null : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was sent", e);
        }
    }

    /** @param text what was made */
    record Made(String text) {}

    record LocalDaysRequest(
            String region, String kind, String name, String from, String to, StatedSource source, String digest) {

        StatedLocalDays stated() {
            return new StatedLocalDays(region, kind, name, from, to, source);
        }
    }

    record WithdrawalRequest(String reason, StatedSource source, String digest) {}
}
