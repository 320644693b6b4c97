package org.yiban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.region.Regions;

class NoticeReviewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final StatedNotice STATED =
            new StatedNotice("2027", "国务院办公厅关于2027年部分节假日安排的通知（虚构）", "2026-11-05", null);

    private final NoticeReview review =
            new NoticeReview(new AnnouncedCalendars(7, Announcements.packaged(), List.of(), Regions.load()), TODAY);

    @Test
    void aNoticeForTheNextYearIsReadFromCsv() {
        ProposedNotice proposed = review.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED);

        assertThat(proposed.amends()).isFalse();
        assertThat(proposed.notice())
                .isEqualTo(new Notice("2027", 2027, LocalDate.of(2026, 11, 5), STATED.title(), NoticeFiles.ADDRESS));
        assertThat(proposed.days()).hasSameSizeAs(NoticeFiles.lines());
        assertThat(proposed.change().after().current().announced(2027)).isTrue();
        assertThat(proposed.change().after().current().isWorkingDay(LocalDate.of(2027, 2, 5)))
                .isFalse();
    }

    @Test
    void jsonOfTheSameDaysGivesTheSameNotice() {
        ProposedNotice fromJson = review.propose(NoticeFiles.json().getBytes(StandardCharsets.UTF_8), STATED);

        assertThat(fromJson.notice())
                .isEqualTo(review.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED)
                        .notice());
        assertThat(fromJson.days())
                .isEqualTo(review.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED)
                        .days());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file:2:date | 2027-01-01,元旦,true | 2027-1-1,元旦,true | yyyy-MM-dd",
                "file:2:date | 2027-01-01,元旦,true | 2027-02-30,元旦,true | yyyy-MM-dd",
                "file:3:day_off | 2027-01-02,元旦,true | 2027-01-02,元旦,yes | true（放假）或 false（上班）",
                "file:4 | 2027-01-02,元旦,true | 2027-01-03,元旦,true | 同一天",
                "file:3 | 2027-01-02,元旦,true | - | 缺 2027-01-02",
                "file | 2027-06-09,端午节,true | - | 缺少端午节",
                "file:23 | 2027-06-09,端午节,true | 2027-03-09,端午节,true | 2027 年的5月26日至6月26日",
                "file:23 | 2027-06-09,端午节,true | 2028-06-09,端午节,true | 2026-12-01 至 2027-12-31",
                "file:25 | 2027-09-26,国庆节,false | 2027-09-27,国庆节,false | 本来就上班",
                "file:25 | 2027-09-26,国庆节,false | 2027-08-01,国庆节,false | 前后 21 天内没有",
                "file:24 | 2027-09-15,中秋节,true | 2027-09-15,中元节,true | 不是每年的节日",
            })
    void aFileWithAMistakeIsRefusedWithTheLineAndWhatIsAllowed(
            String field, String line, String instead, String message) {
        // given
        List<String> lines = new ArrayList<>();
        for (String each : NoticeFiles.lines()) {
            if (!each.startsWith(line)) {
                lines.add(each);
            } else if (!"-".equals(instead)) {
                lines.add(instead + "," + NoticeFiles.ADDRESS);
            }
        }

        // when
        List<Violation> found = refused(NoticeFiles.csv(lines), STATED);

        // then
        assertThat(found).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026 | title | 2026-11-05 | - | file:2 | 2025-12-01 至 2026-12-31",
                "2028 | title | 2026-11-05 | - | year | 请先导入 2027 年的",
                "2017 | title | 2026-11-05 | - | year | 2018 至 2027",
                "27 | title | 2026-11-05 | - | year | 2018 至 2027",
                "- | title | 2026-11-05 | - | year | 2018 至 2027",
                "2027 | - | 2026-11-05 | - | title | 必填",
                "2027 | title | - | - | published | 请填写通知的公布日期",
                "2027 | title | 5.11.2026 | - | published | yyyy-MM-dd",
                "2027 | title | 2026-11-24 | - | published | 不能晚于今天",
                "2027 | title | 2025-11-04 | - | published | 应在 2026 年或 2027 年公布",
                "2027 | title | 2026-11-05 | 国办发明电 | address | http",
            })
    void whatIsStatedOfANoticeIsChecked(
            String year, String title, String published, String address, String field, String message) {
        List<Violation> found =
                refused(NoticeFiles.csv(NoticeFiles.lines()), new StatedNotice(year, title, published, address));

        assertThat(found).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).contains(message);
        });
    }

    @Test
    void aFileWithoutSourceNeedsOneStated() {
        List<String> lines = NoticeFiles.lines().stream()
                .map(line -> line.replace(NoticeFiles.ADDRESS, ""))
                .toList();

        assertThat(refused(NoticeFiles.csv(lines), STATED))
                .extracting(Violation::field)
                .containsExactly("address");
    }

    @Test
    void jsonOfAnotherYearIsRefused() {
        byte[] other =
                NoticeFiles.json().replace("\"year\":2027", "\"year\":2028").getBytes(StandardCharsets.UTF_8);

        assertThat(refused(other, STATED)).singleElement().satisfies(violation -> assertThat(violation.message())
                .isEqualTo("文件是 2028 年的，填写的是 2027 年"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"isOffDay\":true | \"isOffDay\":\"true\" | file:days[0].isOffDay",
                "\"date\":\"2027-01-01\" | \"date\":\"2027/01/01\" | file:days[0].date",
                "\"name\":\"元旦\" | \"title\":\"元旦\" | file:days[0].name",
                "\"year\":2027 | \"year\":\"2027\" | file:year",
                "\"days\":[ | \"days\":[[ | file:1",
                "\"year\":2027 | \"year\":2027,\"year\":2027 | file:1",
            })
    void jsonThatIsNotOfTheShapeIsRefusedWithThePlace(String correct, String wrong, String field) {
        byte[] file = NoticeFiles.json()
                .replaceFirst(Pattern.quote(correct), Matcher.quoteReplacement(wrong))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(refused(file, STATED)).extracting(Violation::field).contains(field);
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws Exception {
        byte[] file = new String(NoticeFiles.csv(NoticeFiles.lines()), StandardCharsets.UTF_8).getBytes("GBK");

        assertThat(refused(file, STATED))
                .extracting(Violation::message)
                .containsExactly("文件应为 UTF-8 编码（在 Excel 中另存为“CSV UTF-8”）");
    }

    @Test
    void aLaterNoticeOfAKnownYearSaysWhatChanges() {
        // given
        byte[] file = NoticeFiles.csv(
                List.of("2026-12-28,元旦,true," + NoticeFiles.ADDRESS, "2026-10-10,国庆节,false," + NoticeFiles.ADDRESS));

        // when
        ProposedNotice proposed = review.propose(file, new StatedNotice("2026", "关于调整的通知（虚构）", "2026-11-20", null));

        // then
        assertThat(proposed.amends()).isTrue();
        assertThat(proposed.notice().id()).isEqualTo("2026-2");
        assertThat(proposed.change().days())
                .containsExactly(new DayChange(LocalDate.of(2026, 12, 28), true, false, null, "元旦"));
    }

    @Test
    void aNoticeThatChangesNothingIsRefused() {
        byte[] file = NoticeFiles.csv(List.of("2026-10-10,国庆节,false," + NoticeFiles.ADDRESS));

        assertThat(refused(file, new StatedNotice("2026", "又一份通知（虚构）", "2026-11-20", null)))
                .extracting(Violation::message)
                .containsExactly("2026 年的安排已在系统中，文件与它完全相同，没有可导入的内容");
    }

    @Test
    void aNoticeThatIsNotLaterThanTheKnownOneIsRefused() {
        byte[] file = NoticeFiles.csv(List.of("2026-12-28,元旦,true," + NoticeFiles.ADDRESS));

        assertThat(refused(file, new StatedNotice("2026", "较早的通知（虚构）", "2025-11-04", null)))
                .extracting(Violation::field)
                .containsExactly("published");
    }

    @Test
    void theDigestIsAnotherForAnotherFileAnotherStatementAndAnotherCalendar() {
        String digest = review.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED)
                .change()
                .digest();
        NoticeReview later =
                new NoticeReview(new AnnouncedCalendars(8, Announcements.packaged(), List.of(), Regions.load()), TODAY);
        StatedNotice other = new StatedNotice("2027", STATED.title(), "2026-11-06", null);

        assertThat(review.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED)
                        .change()
                        .digest())
                .isEqualTo(digest);
        assertThat(review.propose(NoticeFiles.csv(NoticeFiles.lines()), other)
                        .change()
                        .digest())
                .isNotEqualTo(digest);
        assertThat(review.propose(NoticeFiles.json().getBytes(StandardCharsets.UTF_8), STATED)
                        .change()
                        .digest())
                .isNotEqualTo(digest);
        assertThat(later.propose(NoticeFiles.csv(NoticeFiles.lines()), STATED)
                        .change()
                        .digest())
                .isNotEqualTo(digest);
    }

    private List<Violation> refused(byte[] file, StatedNotice stated) {
        return catchThrowableOfType(ProblemException.class, () -> review.propose(file, stated))
                .violations();
    }
}
